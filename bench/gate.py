"""Fail when a figure is worse than floors.json allows; say so and pass where the public data is not there.

`floors` are figures that may not fall below, `ceilings` figures that may not rise above.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path

from figures import SHARED, Figures, output

HERE = Path(__file__).resolve().parent
BENCHMARKS = (
    "talks.py",
    "cases.py",
    "polnear.py",
    "calibration.py",
    "names.py",
    "coreference.py",
    "actors.py",
    "times.py",
    "dating.py",
    "stories.py",
    "plover.py",
    "events.py",
    "answers.py",
    "versions.py",
    "invented.py",
    "reports.py",
    "extraction.py",
    "speed.py",
    "page.py",
)


def main() -> int:
    """Measure everything, print what has a bar, and give 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder of the public data and scorers")
    shared = parser.parse_args().shared
    if not shared.is_dir():
        print(f"bench gate skipped: there is no {shared.name} folder beside the project")
        return 0
    figures: Figures = {}
    for name in BENCHMARKS:
        figures |= json.loads(output(sys.executable, HERE / name, "--shared", shared, "--json"))
    bars = json.loads((HERE / "floors.json").read_text("utf-8"))
    lines = list(missed(figures, bars))
    for line in lines:
        print(line)
    return int(bool(lines))


def missed(figures: Figures, bars: dict[str, Figures]) -> Iterator[str]:
    """Print each figure that has a bar; give a line for each that misses it, or was not measured."""
    for kind, sign in (("floors", 1), ("ceilings", -1)):
        for name, bar in bars[kind].items():
            value = figures.get(name)
            if value is not None and math.isnan(value):
                print(f"{name:<62}{'skipped':>10}   no browser here")
                continue
            print(f"{name:<62}{'missing' if value is None else f'{value:.3f}':>10}   {kind[:-1]} {bar}")
            if value is None or sign * value < sign * bar:
                yield f"MISSED: {name} is {value}, its {kind[:-1]} {bar}"


if __name__ == "__main__":
    sys.exit(main())
