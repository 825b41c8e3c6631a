"""Turn published reports that nobody annotated into wordpieces, as ``prepare`` does: to imitate a reader on them.

They are the news clusters and TimeML's articles. Needs `training/claims` on the path, which knows how to read them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from prepare import prepared
from published import articles
from tokenizers import Tokenizer

from communique.reading.attributor.text import read_paragraphs


def main() -> None:
    """Prepare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the public data")
    parser.add_argument("tokenizer", type=Path, help="the encoder's tokenizer.json")
    parser.add_argument("output", type=Path, help="where the JSON lines go")
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    annotated = {path.stem for path in options.data.glob("polnear/*/text/*.txt")}
    with options.output.open("w", encoding="utf-8") as output:
        for name, report in articles(options.data).items():
            if name not in annotated and (paragraphs := read_paragraphs(report.text, tokenizer)):
                output.write(json.dumps({"id": name, **prepared(report.text, paragraphs, [[]])}) + "\n")


if __name__ == "__main__":
    main()
