"""The record of five pages about two meetings of two ministers, against a hand-made gold record.

Names are `talks.FACET.MEASURE` as the scorer gives them: F1 or accuracy, except where the name says a count.
"""

from pathlib import Path

from cases import scored
from figures import Figures, show


def measure(shared: Path) -> Figures:
    """Score the case."""
    return {f"talks.{name}": value for name, value in scored(shared / "cases" / "talks", shared).items()}


if __name__ == "__main__":
    show(measure, __doc__)
