"""Whether two statements report one utterance: by who speaks, when, and by how much of their words they share."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from communique.domain import Actor
from communique.knowledge.vocabulary import stem
from communique.stories.alignment import in_order, runs_in, shared
from communique.stories.checks.utterances.said import Said, elsewhere, far, other_days, outer, to_others
from communique.stories.checks.utterances.speakers import compared
from communique.stories.passages import NEGATION, Weights, roots

# What makes two statements one utterance: the weight of the words they share, and its share of the shorter one.
QUOTED, QUOTED_SHARE = 1.3, 0.65  # in quotation marks, in the same order
VERBATIM, VERBATIM_SHARE = 1.8, 0.85  # the same, on whatever occasion of those days
WHOEVER = 3.5  # the same, whoever is said to have said them
WHOLE = 0.75  # weight of the shorter of two quotations neither of which leaves out a clause of the other
ECHO = 0.6  # in quotation marks in one of the two, all of them in the other
TOLD, TOLD_SHARE, TOLD_DICE = 1.5, 0.65, 0.5  # in any form
NEAR, NEAR_SHARE = 1.1, 0.6  # on an occasion that is known to be the same
UNKNOWN, UNKNOWN_DICE = 1.4, 0.8  # where a speaker is not known: times the weight; without quotation marks
LITERAL = 2.5  # in the same words and order, without quotation marks
MOVABLE = frozenset(map(stem, ("today", "tonight", "tomorrow", "now")))  # first or last in a sentence, as one likes


class Finder:
    """Tells whether two statements report one utterance."""

    def __init__(self, by_id: Mapping[str, Said], actors: Mapping[str, Actor], weights: Weights) -> None:
        self._by_id = by_id
        self._actors = actors
        self._weights = weights

    def same(self, a: Said, b: Said) -> bool:
        """Whether the two report the same words on the same occasion."""
        if a.article.id == b.article.id and a.titled == b.titled:
            return False
        pairs = [(one, other) for one in self._reported(a) for other in self._reported(b)]
        if to_others(a, b) or any(other_days(one, other) for one, other in pairs):
            return False
        quoted, share = self._quoted(a, b)
        if quoted >= WHOEVER and share >= VERBATIM_SHARE:
            return True
        speaker = compared(*(self._speakers(said) for said in (a, b)))
        if speaker == "other":
            return False
        if speaker == "same" and self.verbatim(a, b):
            return True
        return not any(elsewhere(one, other) for one, other in pairs) and self._same_words(
            a, b, known=speaker == "same"
        )

    def verbatim(self, a: Said, b: Said) -> bool:
        """Whether both quote, or tell, so much alike that they are one utterance even if the occasions are told apart.

        A report may name the meeting, another the news conference after it.
        """
        quoted, share = self._quoted(a, b)
        if quoted >= VERBATIM and share >= VERBATIM_SHARE:
            return True
        if a.quoted or b.quoted or _denies(a, b) or far(a.article, b.article):
            return False
        told = in_order(a.roots, b.roots, self._weights)
        return told >= LITERAL and told >= VERBATIM_SHARE * max(map(self._weights.total, (a.roots, b.roots)))

    def _speakers(self, said: Said) -> list[Actor]:
        return [self._actors[i] for i in said.statement.speakers]

    def _reported(self, said: Said) -> tuple[Said, ...]:
        """The statement and those that it is reported in: who is quoted anew speaks on the occasion of the report."""
        return said, *(self._by_id[i] for i in outer(said.statement.id, self._by_id))

    def _same_words(self, a: Said, b: Said, *, known: bool) -> bool:
        quoted, share = self._quoted(a, b)
        if quoted >= QUOTED * (1 if known else UNKNOWN) and share >= QUOTED_SHARE:
            return True
        if _denies(a, b) or far(a.article, b.article):
            return False
        compare = in_order if a.statement.kind == b.statement.kind == "direct" else shared
        both = compare(a.roots, b.roots, self._weights)
        one, other = self._weights.total(a.roots), self._weights.total(b.roots)
        if not known:
            return both >= TOLD * UNKNOWN and 2 * both >= UNKNOWN_DICE * (one + other)
        if both >= TOLD and both >= TOLD_SHARE * min(one, other) and 2 * both >= TOLD_DICE * (one + other):
            return True
        alike = both >= NEAR_SHARE * min(one, other)
        return alike and (self._echoed(a, b) or (_together(a, b) and both >= NEAR))

    def _echoed(self, a: Said, b: Said) -> bool:
        """Whether the very words that one quotes stand in the other, marks or none: `called the talks "frank"`."""
        if a.statement.kind == b.statement.kind == "direct":
            quoted, share = self._quoted(a, b)
            return quoted >= ECHO and share >= VERBATIM_SHARE
        return any(self._stands_in(one, other) for one, other in ((a, b), (b, a)) if one.quoted)

    def _stands_in(self, one: Said, other: Said) -> bool:
        said = [stem(word.text.casefold()) for word in other.words]
        weight = 0.0
        for _, quoted in groupby(one.quotation, key=lambda word: word.within):
            words = tuple(quoted)
            if runs_in([stem(word.text.casefold()) for word in words], said) is not None:
                weight += self._weights.total(roots(words))
        return weight >= ECHO and weight >= VERBATIM_SHARE * self._weights.total(one.quoted)

    def _quoted(self, a: Said, b: Said) -> tuple[float, float]:
        """The weight of the words that both quote in the same order, and its share of the shorter quotation.

        Where a cue cuts a quotation in two, a part may be all that the other report has, or be worded more alike.
        """
        if not (a.quoted and b.quoted):
            return 0.0, 0.0
        found = [self._in_order(a.quoted, b.quoted)]
        if a.statement.kind == b.statement.kind == "direct":
            found += [self._in_order(one, other) for one in _parts(a) for other in _parts(b)]
        return max(found, key=lambda both: (both[0] >= QUOTED and both[1] >= QUOTED_SHARE, both[0]))

    def _in_order(self, one: Sequence[str], other: Sequence[str]) -> tuple[float, float]:
        small, large = sorted((self._weights.total(one), self._weights.total(other)))
        if not small or (small >= WHOLE * large and _opposed(one, other)):
            return 0.0, 0.0
        moved = MOVABLE.intersection(one, other)
        a, b = ([root for root in found if root not in moved] for found in (one, other))
        both = in_order(a, b, self._weights) + self._weights.total(moved)
        return both, both / small


def _parts(said: Said) -> list[list[str]]:
    """The roots of each stretch between quotation marks."""
    return [roots(words) for _, words in groupby(said.quotation, key=lambda word: word.within)]


def _together(a: Said, b: Said) -> bool:
    """Whether the two are known to be of one occasion, or are of one page, the title of which tells what it says."""
    return a.article.id == b.article.id or (a.occasion is not None and a.occasion == b.occasion)


def _denies(a: Said, b: Said) -> bool:
    """Whether one says that something is not so and the other that it is."""
    return _opposed(a.roots, b.roots)


def _opposed(one: Sequence[str], other: Sequence[str]) -> bool:
    return (one.count(NEGATION) - other.count(NEGATION)) % 2 == 1
