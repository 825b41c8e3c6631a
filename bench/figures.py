"""What the programs of this folder share: figures by name, where the public data is, how figures are printed."""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Figures = dict[str, float]

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
COMMUNIQUE = (sys.executable, "-m", "communique")


def output(*command: str | Path) -> str:
    """What a command prints.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


def show(measure: Callable[[Path], Figures], description: str | None) -> None:
    """The command line of a benchmark: measure, and print a figure a line, or all as JSON."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder of the public data and scorers")
    parser.add_argument("--json", action="store_true", help="print the figures as one JSON object")
    options = parser.parse_args()
    figures = measure(options.shared)
    if options.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:<62}{value:>10.3f}")
