"""Claims by where they stand, so that what an event or an utterance tells already is not counted once more."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from communique.domain import Corroboration, Span


class Carried:
    """The claims that several articles carry and that nothing has taken yet."""

    def __init__(self, claims: Iterable[Corroboration]) -> None:
        self._left = {claim.id: claim for claim in claims}
        at: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for claim in self._left.values():
            for span in claim.support:
                at[span.document].append((span.start, span.end, claim.id))
        self._at = {document: sorted(found) for document, found in at.items()}
        self._longest = {document: max(end - start for start, end, _ in found) for document, found in at.items()}

    def take(self, spans: Sequence[Span]) -> list[Corroboration]:
        """The claims all passages of which share words with some of these, taken out."""
        met = Counter(claim for claim, *_ in {found for span in spans for found in self._over(span)})
        taken = [claim for claim, times in met.items() if times == len(self._left[claim].support)]
        return [self._left.pop(claim) for claim in taken]

    def rest(self) -> tuple[Corroboration, ...]:
        """The claims that are left."""
        return tuple(self._left.values())

    def _over(self, span: Span) -> Iterator[tuple[str, int, int, str]]:
        """The passages of claims that share words with one, each with its claim."""
        found = self._at.get(span.document, [])
        first = bisect_left(found, (span.start - self._longest.get(span.document, 0),))
        for start, end, claim in found[first : bisect_right(found, (span.end,))]:
            if start < span.end and span.start < end and claim in self._left:
                yield claim, start, end, span.document
