"""Claims and differences in published reports of which people marked what each tells.

Counted as `bench/invented.py` counts. The stories are those of `training/claims/marked.tsv` that no network has learned
from; the texts are those of the news clusters, PolNeAR, TimeBank and AQUAINT.
"""

import sys
from pathlib import Path

from figures import ROOT, Figures, show
from invented import compared, figures

sys.path.append(str(ROOT / "training" / "claims"))
from marked import read


def measure(shared: Path) -> Figures:
    """Compare the reports of every story that is held out."""
    table = ROOT / "training" / "claims" / "marked.tsv"
    return figures(compared(read(table, shared / "data")[1]), "reports")


if __name__ == "__main__":
    show(measure, __doc__)
