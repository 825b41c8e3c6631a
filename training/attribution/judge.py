"""Let trained teachers judge prepared articles: their outputs for every wordpiece, as half precision tables.

Called twice for one folder, different teachers can judge the tags and the links.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from model import Reader, restore
from train import HEADS, run
from windows import Window, batches, epoch_of, read_articles, tensors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TABLES = {"tags": ("tags",), "links": ("content", "cue", "asking", "source", "nothing")}


def judge(
    readers: Sequence[Reader], windows: Iterable[Sequence[Window]], rows: int, wanted: Sequence[str], output: Path
) -> None:
    """Read batches of windows and write one table (rows, width) for each wanted output of the network.

    Link vectors of several teachers stand side by side, scaled so that their inner product is the mean score.
    """
    tables: dict[str, np.memmap[tuple[int, int], np.dtype[np.float16]]] = {}
    with torch.no_grad():
        for group in windows:
            batch = tensors(group)
            kept = batch["rows"] >= 0
            place = batch["rows"][kept].numpy()
            outputs = [run(reader, batch) for reader in readers]
            for name in wanted:
                parts = [getattr(o, name)[kept] for o in outputs]
                joint = name in ("tags", "nothing")
                value = torch.stack(parts).mean(0) if joint else torch.cat(parts, -1) * len(parts) ** -0.5
                if name not in tables:
                    shape = (rows, value.shape[-1])
                    tables[name] = np.lib.format.open_memmap(output / f"{name}.npy", "w+", np.float16, shape)
                tables[name][place] = value.numpy().astype(np.float16)
    for table in tables.values():
        table.flush()


def main() -> None:
    """Judge one compartment."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="what prepare wrote")
    parser.add_argument("output", type=Path, help="folder for the tables")
    parser.add_argument("teachers", type=Path, nargs="+", help="checkpoints that train wrote")
    parser.add_argument("--what", nargs="+", choices=list(TABLES), default=list(TABLES), help="what they judge")
    parser.add_argument("--budget", type=int, default=224, help="wordpieces in a window")
    parser.add_argument("--places", type=int, default=3072, help="wordpieces in a batch")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    articles = read_articles(options.data)
    rows = sum(len(pieces) for article in articles for pieces in article.pieces)
    readers = []
    for path in options.teachers:
        reader = restore(path).bfloat16().eval()
        for name in HEADS[:3]:
            getattr(reader, name).float()
        readers.append(reader)
    options.output.mkdir(parents=True, exist_ok=True)
    windows = batches(epoch_of(articles, options.budget, None), options.places, None)
    judge(readers, windows, rows, [name for what in options.what for name in TABLES[what]], options.output)


if __name__ == "__main__":
    main()
