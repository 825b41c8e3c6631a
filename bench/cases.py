"""Records of stories that were written for this project, about invented outlets, against hand-made gold records.

Their pages and gold records are in data/cases, in the form and by the conventions of the talks case. Names are
`cases.STORY.FACET.MEASURE` as the scorer gives them: F1 or accuracy, except where the name says a count. They were
developed on after the first look at them; docs/benchmarks.md has the figures at first sight too.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import COMMUNIQUE, Figures, output, show

CASES = Path(__file__).resolve().parent / "data" / "cases"


def measure(shared: Path) -> Figures:
    """Score every story."""
    return {
        f"cases.{case.name}.{name}": value
        for case in sorted(CASES.iterdir())
        if case.is_dir()
        for name, value in scored(case, shared).items()
    }


def scored(case: Path, shared: Path) -> Figures:
    """Read a case by the command line, and score what it prints, against the gold beside its sources."""
    with tempfile.TemporaryDirectory() as folder:
        record, scores = Path(folder, "record.json"), Path(folder, "scores.json")
        output(*COMMUNIQUE, "read", case / "sources", "--format", "json", "--quiet", "-o", record)
        scorer = shared / "bench" / "score_record.py"
        command = (sys.executable, scorer, record, "--gold", case / "gold", "--sources", case / "sources")
        # The scorer's exit code says that integrity is broken; that is a figure here, not an error.
        subprocess.run((*command, "--json", scores), check=False, stdout=subprocess.DEVNULL)
        found = json.loads(scores.read_text("utf-8"))
    figures: Figures = {
        "integrity.wrong spans": found["integrity"]["wrong_spans"],
        "integrity.violations": len(found["integrity"]["violations"]),
        "articles.found": found["figures"]["articles"]["segmentation"]["tp"],
    }
    for facet, measures in found["figures"].items():
        for name, score in measures.items():
            if isinstance(value := score.get("value"), int | float):
                figures[f"{facet}.{name}"] = value
    return figures


if __name__ == "__main__":
    show(measure, __doc__)
