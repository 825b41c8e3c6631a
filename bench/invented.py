"""Claims and differences in invented stories: those of `training/claims` that no network has learned from.

Each story is five pages of as many outlets, with what each tells marked. A claim is a pair of marks of one fact, of two
pages; it is found when one claim of the record holds half of both. A rival version is found when two sides of one
conflict hold half of marks of two versions of its fact. A claim, or a difference, of the record is right when any of
its passages are such a pair.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory

from figures import ROOT, Figures, show

from communique import pipeline, sources
from communique.domain import Conflict, Record, Span
from communique.settings import Settings

sys.path.append(str(ROOT / "training" / "claims"))
from pages import Mark, Page, Story, read

SAME = "difference-in-precision"


@dataclass(frozen=True, slots=True)
class Told:
    """A mark of a page. start, end: where it stands in the page's text."""

    page: str
    start: int
    end: int
    mark: Mark

    def in_half(self, page: str, span: Span) -> bool:
        """Whether the half of either that is shorter lies in the other."""
        both = min(self.end, span.end) - max(self.start, span.start)
        return page == self.page and both > 0 and 2 * both >= min(self.end - self.start, span.end - span.start)


def written(page: Page, path: Path) -> Iterator[Told]:
    """Write a page; gives its marks."""
    text = f"{page.outlet}\n\n"
    for at, line in enumerate(page.sentences):
        if at == 1:
            text += f"Published {page.day}\n\n"
        for mark in line.marks:
            yield Told(str(path), len(text) + mark.start, len(text) + mark.end, mark)
        text += f"{line.text}\n\n"
    path.write_text(text, encoding="utf-8")


def printed(story: Story, folder: Path) -> list[Told]:
    """Write the pages of a story; gives their marks."""
    return [told for page in story.pages for told in written(page, folder / f"{page.outlet}.txt")]


class Held:
    """Which marks the passages of a record hold half of."""

    def __init__(self, record: Record, told: Sequence[Told]) -> None:
        self._told = told
        self._page = {document.id: document.source for document in record.documents}

    def marks(self, span: Span) -> frozenset[Told]:
        """The marks of a passage."""
        return frozenset(told for told in self._told if told.in_half(self._page[span.document], span))

    def pairs(self, spans: Iterable[Span]) -> Iterator[tuple[Told, Told]]:
        """The marks of every two passages of different pages."""
        for one, other in combinations(list(map(self.marks, spans)), 2):
            yield from ((a, b) for a, b in product(one, other) if a.page != b.page)


def counted(story: Story, record: Record, told: Sequence[Told]) -> Counter[str]:
    """How much of a story there is, is found, is told and is told rightly."""
    held = Held(record, told)
    return claims(record, told, held) + differences(story, record, told, held)


def claims(record: Record, told: Sequence[Told], held: Held) -> Counter[str]:
    """Pairs of marks that tell the same."""
    wanted = {frozenset(pair) for pair in combinations(told, 2) if same(*pair)}
    each = [{frozenset(pair) for pair in held.pairs(claim.support)} & wanted for claim in record.corroborations]
    return Counter(
        {
            "claims": len(wanted),
            "claims found": len(set().union(*each)),
            "claims told": len(each),
            "claims told rightly": sum(map(bool, each)),
        }
    )


def differences(story: Story, record: Record, told: Sequence[Told], held: Held) -> Counter[str]:
    """Facts of which there are rival versions, by the kind of the first."""
    rivals = {
        one.mark.fact: one.mark.kind or other.mark.kind for one, other in combinations(told, 2) if apart(one, other)
    }
    tally = Counter(f"rivals: {kind}" for kind in rivals.values())
    found: set[int] = set()
    alike: set[frozenset[int]] = set()
    looks = set(map(frozenset, story.alike))
    for conflict in filter(asserted, record.conflicts):
        pairs = list(held.pairs(side.span for side in conflict.sides))
        hits = {one.mark.fact for one, other in pairs if apart(one, other)}
        found |= hits
        tally["differences told"] += len({side.span.document for side in conflict.sides}) > 1
        tally["differences told rightly"] += bool(hits)
        if not hits:
            alike |= {frozenset((one.mark.fact, other.mark.fact)) for one, other in pairs} & looks
    tally.update(f"rivals found: {rivals[fact]}" for fact in found)
    tally["look-alikes"] = len(looks)
    tally["look-alikes told"] = len(alike)
    return tally


def same(one: Told, other: Told) -> bool:
    """Whether two marks of different pages tell one version of one fact."""
    return one.page != other.page and (one.mark.fact, one.mark.version) == (other.mark.fact, other.mark.version)


def apart(one: Told, other: Told) -> bool:
    """Whether two marks of different pages tell two versions of one fact."""
    versions = one.mark.version, other.mark.version
    return one.page != other.page and one.mark.fact == other.mark.fact and versions[0] != versions[1]


def asserted(conflict: Conflict) -> bool:
    """Whether a difference is told as one of what is so."""
    return conflict.verdict != SAME and conflict.kind not in {"omission", "wording"}


def figures(tally: Counter[str], of: str) -> Figures:
    """The shares of what was counted. of: what the names of the figures begin with."""
    kinds = sorted(key.partition(": ")[2] for key in tally if key.startswith("rivals: "))
    rivals = sum(tally[f"rivals: {kind}"] for kind in kinds)
    return {
        f"{of}.claims found": tally["claims found"] / tally["claims"],
        f"{of}.claims told that are right": tally["claims told rightly"] / tally["claims told"],
        f"{of}.rivals found": sum(tally[f"rivals found: {kind}"] for kind in kinds) / rivals,
        **{f"{of}.rivals found: {kind}": tally[f"rivals found: {kind}"] / tally[f"rivals: {kind}"] for kind in kinds},
        f"{of}.differences told that are right": tally["differences told rightly"] / tally["differences told"],
        f"{of}.look-alikes told": tally["look-alikes told"] / tally["look-alikes"],
    }


def compared(stories: Iterable[Story]) -> Counter[str]:
    """Compare the pages of every story, and count."""
    tally: Counter[str] = Counter()
    for story in stories:
        with TemporaryDirectory() as folder:
            told = printed(story, Path(folder))
            tally += counted(
                story, pipeline.read(sources.items(sorted({t.page for t in told}), Settings(), sys.stdin.buffer)), told
            )
    return tally


def measure(_: Path) -> Figures:
    """Compare the pages of every story that is held out."""
    return figures(compared(read(ROOT / "training" / "claims" / "stories")[1]), "invented")


if __name__ == "__main__":
    show(measure, __doc__)
