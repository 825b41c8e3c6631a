"""What claims are made with: who says a passage, whether one denies another, and passages of one claim."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from communique.domain import Record, Span
from communique.knowledge.vocabulary import word_root
from communique.stories.passages import NEGATION, Spots
from communique.stories.words import words


def names_of(record: Record) -> frozenset[str]:
    """What those who have a name are compared by, and the words of their offices."""
    titles = (word for actor in record.actors for role in actor.roles for word in role.title.split())
    named = (actor.id for actor in record.actors if any(mention.form == "named" for mention in actor.mentions))
    return frozenset([*named, *filter(None, map(word_root, titles))])


DENIALS = frozenset(filter(None, map(word_root, ("deny", "denied", "denies", "denial", "denying", "refuted"))))


class Speech:
    """Who says what stands somewhere, and what somebody denies."""

    def __init__(self, record: Record) -> None:
        self._said = Spots((span, statement) for statement in record.statements for span in statement.content)
        denials = (said for said in record.statements if said.cue and not DENIALS.isdisjoint(_roots_of(said.cue)))
        self._denied = Spots((span, said.id) for said in denials for span in said.content)

    def denied(self, span: Span) -> bool:
        """Whether a passage is what somebody denies, or hardly more than that."""
        return any(
            2 * (min(place.end, span.end) - max(place.start, span.start)) >= span.end - span.start
            for place, _ in self._denied.overlapping(span)
        )

    def speakers(self, span: Span) -> tuple[str, ...]:
        """The speakers of the narrowest statement that holds the better part of a passage."""
        return min(self._holding(span), default=(0, ()))[1]

    def _holding(self, span: Span) -> list[tuple[int, tuple[str, ...]]]:
        """How long each statement is that holds the better part of a passage, and its speakers."""
        return [
            (place.end - place.start, statement.speakers)
            for place, statement in self._said.overlapping(span)
            if 2 * (min(place.end, span.end) - max(place.start, span.start)) >= span.end - span.start
        ]

    def all_speakers(self, span: Span) -> set[str]:
        """Who says a passage, those who report what others said among them."""
        return {speaker for _, speakers in self._holding(span) for speaker in speakers}

    def all_say(self, spans: Iterable[Span]) -> set[str]:
        """Who is said to have said all of some passages, where each is reported words; unnamed speakers may be any."""
        held = [self._holding(span) for span in spans]
        told = [{speaker for _, speakers in found for speaker in speakers} for found in held]
        named = [speakers for speakers in told if speakers]
        return set.intersection(*named) if all(held) and named else set()


def _roots_of(span: Span) -> set[str | None]:
    return set(map(word_root, words(span.text)))


def negated(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one of the two says no where the other says yes, as far as the number of negations tells."""
    return (a.count(NEGATION) - b.count(NEGATION)) % 2 == 1


def clustered(pairs: Iterable[tuple[Span, Span]]) -> list[list[Span]]:
    """Passages that are of one claim, by the pairs and by what overlaps for the most part; the longest in a place."""
    group: dict[Span, list[Span]] = {}

    def join(a: Span, b: Span) -> None:
        one, other = (group.setdefault(span, [span]) for span in (a, b))
        if one is not other:
            one += other
            group.update(dict.fromkeys(other, one))

    for a, b in pairs:
        join(a, b)
    ordered = sorted(group)
    for a, b in pairwise(ordered):
        if a.document == b.document and 2 * (min(a.end, b.end) - b.start) > max(len(a.text), len(b.text)):
            join(a, b)
    return [longest(members) for members in {id(m): m for m in group.values()}.values()]


def longest(spans: Iterable[Span]) -> list[Span]:
    """The spans without those that overlap a longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (-len(s.text), s)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept)
