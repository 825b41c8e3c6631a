"""Seconds and memory of whole processes: start-up, one tiny page, the five pages of the talks case.

Each command is run five times and the best is taken, so that a busy machine does not pass for a slow program. For the
same reason the briefs are also told in imports of spaCy, which take a second on a quiet machine: that does not change
with the machine. The modules are compiled in the first run, as `pip install` compiles them: an editable install on a
machine that keeps no byte code would compile them in every run.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from figures import COMMUNIQUE, Figures, show

RUNS = 5
PAGE = 'Ministers meet\n\nOSLO - "We shall meet again," Foreign Minister Ann Lee said after the talks on Monday.\n'


def measure(shared: Path) -> Figures:
    """Time the commands a person would type."""
    with tempfile.TemporaryDirectory() as folder:
        page, brief = Path(folder, "page.txt"), Path(folder, "brief.html")
        page.write_text(PAGE, "utf-8")
        compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder, "compiled")), "PYTHONDONTWRITEBYTECODE": ""}
        commands: dict[str, tuple[str | Path, ...]] = {
            "version": ("--version",),
            "tiny brief": ("brief", page, "--format", "html", "-o", brief),
            "talks brief": ("brief", shared / "cases" / "talks" / "sources", "--format", "html", "-o", brief),
        }
        figures = {}
        for name, command in commands.items():
            runs = [_run(*COMMUNIQUE, *command, env=compiled) for _ in range(RUNS)]
            figures[f"speed.{name}.seconds"] = min(seconds for seconds, _, _ in runs)
            figures[f"speed.{name}.CPU seconds"] = min(seconds for _, seconds, _ in runs)
            figures[f"speed.{name}.peak MB"] = max(memory for _, _, memory in runs)
        importing = min(_run(sys.executable, "-c", "import spacy", env=compiled)[1] for _ in range(RUNS))
        for name in ("tiny brief", "talks brief"):
            figures[f"speed.{name}.imports of spaCy"] = figures[f"speed.{name}.CPU seconds"] / importing
    return figures


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
