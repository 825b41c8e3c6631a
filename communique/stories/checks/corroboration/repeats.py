"""Claims that tell again what others tell: their passages agree on nothing but what stands in passages of these."""

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from communique.stories.checks.corroboration.claims import SEVERAL, Claim, much_of_both
from communique.stories.checks.corroboration.facts import longest
from communique.stories.passages import Pile, Spots

MOST = 0.7  # part of the weight of what its passages agree on that a claim tells which another repeats
CUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A claim by its words: where each root stands on each page, and the roots that several of its pages have."""

    claim: Claim
    at: Mapping[str, Mapping[str, AbstractSet[int]]]
    agreed: frozenset[str]


def distinct(claims: Iterable[Claim], pile: Pile) -> list[Claim]:
    """The claims without those that repeat another one, which gets their passages on pages that it had none of."""
    kept: dict[int, _Told] = {}
    resting: Spots[int] = Spots(())
    for number, claim in enumerate(claims):
        told = _read(claim, pile)
        for rival in _rivals(claim, resting, kept):
            one = _one(kept[rival], told, pile)
            if one is not None:
                told = _read(one, pile)
                del kept[rival]
        kept[number] = told
        for span in told.claim.support:
            resting.add(span, number)
    return [told.claim for told in kept.values()]


def _rivals(claim: Claim, resting: Spots[int], kept: Mapping[int, _Told]) -> list[int]:
    """The known claims with passages that overlap some of a claim's on several pages."""
    pages = {(number, span.document) for span in claim.support for _, number in resting.overlapping(span)}
    shared = Counter(number for number, _ in pages if number in kept)
    worded = _letters(claim.text)
    return sorted(number for number, n in shared.items() if n >= SEVERAL or _letters(kept[number].claim.text) == worded)


def _letters(text: str) -> str:
    return text.casefold().strip(" .,")


def _read(claim: Claim, pile: Pile) -> _Told:
    at: dict[str, dict[str, set[int]]] = {}
    for span in claim.support:
        for word in pile.words([span]):
            if word.root is not None:
                at.setdefault(word.root, {}).setdefault(span.document, set()).add(word.start)
    agreed = frozenset(root for root, pages in at.items() if len(pages) >= SEVERAL)
    return _Told(claim=claim, at=at, agreed=agreed)


def _one(known: _Told, new: _Told, pile: Pile) -> Claim | None:
    """The two as one claim, where either tells no more than the other does on the same pages."""
    if _letters(new.claim.text) == _letters(known.claim.text):
        return replace(known.claim, support=tuple(longest({*known.claim.support, *new.claim.support})))
    adds = not _within(new, known, pile)
    lacks = new.claim.label or not _within(known, new, pile)
    if adds and lacks:
        return None
    first, second = (new.claim, known.claim) if adds else (known.claim, new.claim)
    plainer = not (adds or lacks) and _worse(first.text, second.text)
    worded = second if plainer or (first.label and not second.label) else first
    others = second if worded is first else first
    more = [span for span in others.support if not any(span.overlaps(held) for held in worded.support)]
    return replace(worded, support=tuple(sorted([*worded.support, *more])))


def _worse(text: str, other: str) -> bool:
    """Whether a wording is a part of a sentence where another one is none, or twice as long as it."""
    return not other.startswith(CUT) and (text.startswith(CUT) or len(text) > 2 * len(other))


def _within(one: _Told, other: _Told, pile: Pile) -> bool:
    """Whether what the passages of one agree on stands in those of the other, on all of its pages that tell it."""
    again = {root for root in one.agreed if _shared_pages(one, other, root) >= SEVERAL}
    pages = {span.document for span in one.claim.support}
    overlapped = {s.document for s in one.claim.support for o in other.claim.support if s.overlaps(o)}
    if overlapped != pages:
        return False
    whole = pile.weights.total(one.agreed)
    if whole == 0:
        return all(any(much_of_both(s, o) for o in other.claim.support if s.overlaps(o)) for s in one.claim.support)
    return pile.weights.total(again) >= MOST * whole


def _shared_pages(one: _Told, other: _Told, root: str) -> int:
    theirs = other.at.get(root, {})
    return sum(1 for page, starts in one.at[root].items() if not starts.isdisjoint(theirs.get(page, ())))
