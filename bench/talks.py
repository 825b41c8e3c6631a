"""The record of five pages about two meetings of two ministers, against a hand-made gold record.

Names are `talks.FACET.MEASURE` as the scorer gives them: F1 or accuracy, except where the name says a count.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import COMMUNIQUE, Figures, output, show


def measure(shared: Path) -> Figures:
    """Read the case by the command line, and score what it prints."""
    case = shared / "cases" / "talks"
    with tempfile.TemporaryDirectory() as folder:
        record, scores = Path(folder, "record.json"), Path(folder, "scores.json")
        output(*COMMUNIQUE, "read", case / "sources", "--format", "json", "--quiet", "-o", record)
        scorer = shared / "bench" / "score_record.py"
        command = (sys.executable, scorer, record, "--gold", case / "gold", "--sources", case / "sources")
        # The scorer's exit code says that integrity is broken; that is a figure here, not an error.
        subprocess.run((*command, "--json", scores), check=False, stdout=subprocess.DEVNULL)
        found = json.loads(scores.read_text("utf-8"))
    figures = {
        "talks.integrity.wrong spans": found["integrity"]["wrong_spans"],
        "talks.integrity.violations": len(found["integrity"]["violations"]),
        "talks.articles.found": found["figures"]["articles"]["segmentation"]["tp"],
    }
    for facet, measures in found["figures"].items():
        for name, score in measures.items():
            if isinstance(value := score.get("value"), int | float):
                figures[f"talks.{facet}.{name}"] = value
    return figures


if __name__ == "__main__":
    show(measure, __doc__)
