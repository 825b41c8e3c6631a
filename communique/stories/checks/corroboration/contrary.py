"""What backs no claim though it is close to one: another figure for what is counted, and what somebody denies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.knowledge.quantities import YEARS
from communique.stories.amounts import agree
from communique.stories.checks.corroboration.facts import Speech
from communique.stories.figures import SHARE, TIMES, told
from communique.stories.matters import VICTIMS
from communique.stories.passages import Spots
from communique.stories.rates import on_other_things
from communique.stories.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.domain import Quantity, Reading, Record, Span
    from communique.stories.checks.corroboration.claims import Claim

SAME = 0.5  # of the words of a claim and of a passage, both have where it is worded by that
TENS = 10


class Contrary:
    """Tells what of the support of a claim says otherwise than its wording."""

    def __init__(self, record: Record, readings: Mapping[str, Reading]) -> None:
        quantities = (quantity for reading in readings.values() for quantity in reading.quantities)
        self._quantities = Spots((q.span, q) for q in quantities if q.unit != YEARS and q.counted not in TIMES)
        self._figures = {figure.quantity.span: figure for figure in told(record, readings)}
        self._speech = Speech(record)

    def without(self, claim: Claim) -> Claim:
        """The claim with those of its passages only that can be true with the one it is worded by."""
        core = _worded_by(claim)
        if core is None:
            return claim
        ours, denied = self._within(core), self._speech.denied(core)
        kept = tuple(
            span
            for span in claim.support
            if self._speech.denied(span) == denied and not self._otherwise(ours, self._within(span))
        )
        return claim if len(kept) == len(claim.support) else replace(claim, support=kept)

    def _within(self, span: Span) -> list[Quantity]:
        return [quantity for place, quantity in self._quantities.overlapping(span) if span.covers(place)]

    def _otherwise(self, ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
        """Whether both tell numbers of what is counted alike, and none of them can be one."""
        pairs = [(one, other) for one in ours for other in theirs if one.unit == other.unit]
        return any(_such(*pair) for pair in pairs) and not any(self._one(*pair) for pair in pairs)

    def _one(self, one: Quantity, other: Quantity) -> bool:
        """Whether they can be one number of one thing: six is no `at least five`, but 104 is `over 100`.

        What is up to so much reaches no further: 12 to 28 percent are not 12 to 27.
        """
        bounds = sorted({quantity.low or 0.0 for quantity in (one, other)})
        counts = one.fate in VICTIMS and None in {one.high, other.high}
        grown = counts and len(bounds) > 1 and bounds[0] % TENS > 0
        figures = [self._figures[q.span] for q in (one, other) if q.span in self._figures]
        apart = len(figures) > 1 and on_other_things(*figures)
        tops = {q.high for q in (one, other) if q.unit and q.high is not None and q.low != q.high}
        return agree(one, other) and not grown and not apart and len(tops) <= 1


def _worded_by(claim: Claim) -> Span | None:
    """The passage that the claim has its words from."""
    told = set(words(claim.text))

    def alike(span: Span) -> float:
        its = set(words(span.text))
        return len(told & its) / len(told | its or {""})

    alike_enough = (span for span in claim.support if alike(span) >= SAME)
    return max(alike_enough, key=lambda span: (alike(span), span), default=None)


def _such(one: Quantity, other: Quantity) -> bool:
    """Whether the words allow that they count the same; of a sum they need not tell what it is paid for."""
    fates = {one.fate, other.fate}
    befell = len(fates) == 1 and fates <= VICTIMS
    told = one.counted is not None or one.unit not in {None, SHARE}
    return befell or (told and one.counted == other.counted and len(fates - {None}) <= 1)
