"""Seconds and memory of whole processes: start-up, one tiny page, the five pages of the talks case.

The commands are run in turn, seven times, and the best of each is taken, so that a busy machine does not pass for a
slow program. For the same reason the briefs are also told in imports of spaCy, which take a second on a quiet machine
and have their turn beside them: that does not change with the machine. A turn of the import is as many as take as long
as a brief, and their mean, since the best second of a busy machine is better than its best eight. The modules are
compiled in the first run, as `pip install` compiles them: an editable install on a machine that keeps no byte code
would compile them in every run.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import mean

from figures import COMMUNIQUE, Figures, show

RUNS = 7
IMPORTS = 6  # in a turn
IMPORT = "import of spaCy"
FORM = ("--format", "html", "-o")
PAGE = 'Ministers meet\n\nOSLO - "We shall meet again," Foreign Minister Ann Lee said after the talks on Monday.\n'


def measure(shared: Path) -> Figures:
    """Time the commands a person would type."""
    with tempfile.TemporaryDirectory() as folder:
        page, brief = Path(folder, "page.txt"), Path(folder, "brief.html")
        page.write_text(PAGE, "utf-8")
        compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")), "PYTHONDONTWRITEBYTECODE": ""}
        commands: dict[str, tuple[str | Path, ...]] = {
            "version": (*COMMUNIQUE, "--version"),
            "tiny brief": (*COMMUNIQUE, "brief", page, *FORM, brief),
            "talks brief": (*COMMUNIQUE, "brief", shared / "cases" / "talks" / "sources", *FORM, brief),
            IMPORT: (sys.executable, "-c", "import spacy"),
        }
        times = dict.fromkeys(commands, 1) | {IMPORT: IMPORTS}
        turns = [
            {
                name: _mean(_run(*command, env=compiled) for _ in range(times[name]))
                for name, command in commands.items()
            }
            for _ in range(RUNS)
        ]
    best = {name: tuple(min(kind) for kind in zip(*(turn[name] for turn in turns), strict=True)) for name in commands}
    figures = {}
    for name in [name for name in commands if name != IMPORT]:
        figures[f"speed.{name}.seconds"], figures[f"speed.{name}.CPU seconds"], _ = best[name]
        figures[f"speed.{name}.peak MB"] = max(turn[name][-1] for turn in turns)
    for name in ("tiny brief", "talks brief"):
        figures[f"speed.{name}.imports of spaCy"] = best[name][1] / best[IMPORT][1]
    return figures


def _mean(runs: Iterable[tuple[float, float, float]]) -> tuple[float, ...]:
    """The mean of each figure."""
    return tuple(mean(kind) for kind in zip(*runs, strict=True))


def _run(*command: str | Path, env: dict[str, str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds, and peak resident memory in megabytes (Linux gives kilobytes)."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    show(measure, __doc__)
