"""Where reports of invented stories differ: the scenes of `training/claims` that the network has not seen.

Each scene is printed as up to six pages: the first wording of every fact, the second, and so on, then the rival
versions. A rival is found when a difference has it on one side, and another wording of its fact on another; what else
is told as a contradiction, an update or an open matter between two pages is wrong. The scenes have more twins, which
only look like differences, than news has.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import ROOT, Figures, show

from communique import pipeline, sources
from communique.domain import Conflict, Record, Span
from communique.settings import Settings

sys.path.append(str(ROOT / "training" / "claims"))
from scenes import Line, Scene, parted, read

OUTLETS = ("Harbour Post", "Meridian Wire", "Nordlys Tribune", "Savanna Herald", "Pacific Ledger", "Delta Courier")
WORDINGS, RIVALS = 4, 2  # pages with wordings of the facts, and with rival versions of them
HEAD = "{}\n\nNews of the day\n\nPublished May 15, 2026\n\n"
SAME = "difference-in-precision"

Spot = tuple[str, int, int]


def pages(scene: Scene) -> Iterator[list[Line]]:
    """The lines of each page."""
    told: dict[int, tuple[list[Line], list[Line]]] = defaultdict(lambda: ([], []))
    for line in scene:
        if line.fact is not None:
            told[line.fact][line.kind is not None].append(line)
    for rival, most in ((False, WORDINGS), (True, RIVALS)):
        for at in range(most):
            if lines := [wordings[rival][at] for wordings in told.values() if at < len(wordings[rival])]:
                yield lines


def written(scene: Scene, folder: Path) -> dict[str, list[tuple[int, int, Line]]]:
    """Write the pages; gives where the sentence of each line stands, by page."""
    spots: dict[str, list[tuple[int, int, Line]]] = {}
    for outlet, lines in zip(OUTLETS, pages(scene), strict=False):
        path = folder / f"{outlet}.txt"
        text = HEAD.format(outlet)
        spots[str(path)] = []
        for line in lines:
            spots[str(path)].append((len(text), len(text) + len(line.sentence), line))
            text += f"{line.sentence}\n\n"
        path.write_text(text, encoding="utf-8")
    return spots


def judged(scene: Scene) -> tuple[list[Line], set[Line], int]:
    """The rivals on the pages of a scene, those found, and how many differences are wrong."""
    with TemporaryDirectory() as folder:
        spots = written(scene, Path(folder))
        record = pipeline.read(sources.items(sorted(spots), Settings(), sys.stdin.buffer))
    rivals = [line for lines in spots.values() for _, _, line in lines if line.kind]
    found: set[Line] = set()
    wrong = 0
    for sides in told(record, spots):
        hits = {a for a in sides for b in sides if a.kind and not b.kind and a.fact == b.fact}
        found |= hits
        wrong += not hits
    return rivals, found, wrong


def told(record: Record, spots: dict[str, list[tuple[int, int, Line]]]) -> Iterator[list[Line]]:
    """The lines that each difference between two pages has on its sides."""
    page = {document.id: document.source for document in record.documents}

    def line_of(span: Span) -> Line | None:
        return next((line for s, e, line in spots[page[span.document]] if s <= span.start and span.end <= e), None)

    for conflict in filter(asserted, record.conflicts):
        if len({side.span.document for side in conflict.sides}) > 1:
            yield [line for side in conflict.sides if (line := line_of(side.span)) is not None]


def asserted(conflict: Conflict) -> bool:
    """Whether a difference is told as one of what is so."""
    return conflict.verdict != SAME and conflict.kind != "omission"


def measure(_: Path) -> Figures:
    """Compare the pages of every scene that is held out."""
    held = parted(read(ROOT / "training" / "claims" / "scenes"))[1]
    rivals: Counter[str] = Counter()
    found: Counter[str] = Counter()
    right, wrong = 0, 0
    for scene in held:
        own, hit, amiss = judged(scene)
        rivals.update(line.kind or "" for line in own)
        found.update(line.kind or "" for line in hit)
        right, wrong = right + len(hit), wrong + amiss
    return {
        "versions.rivals found": sum(found.values()) / sum(rivals.values()),
        **{f"versions.rivals found: {kind}": found[kind] / rivals[kind] for kind in sorted(rivals)},
        "versions.differences that are of rivals": right / (right + wrong),
    }


if __name__ == "__main__":
    show(measure, __doc__)
