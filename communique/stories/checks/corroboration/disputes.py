"""Claims by words of discord: that two sides are at odds over a matter, however each report words it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from communique.domain import Reading, Record, Span
from communique.knowledge.states import state_named
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.passages import Spots

REACH = 90  # characters from a word of discord to what it is over
SIDES = 2

_DISAGREE = (
    r"disagree(?:s|d|ments?)?|differ(?:s|ed|ences?)?|at odds|spar(?:s|red)?|"
    r"(?:could|can|did|do|does) not (?:agree|come to (?:a |an )?(?:consensus|agreement))"
)
_DISCORD = re.compile(
    rf"\b(?:(?:{_DISAGREE})\s+(?:on|over|about|regarding)|"
    r"(?:tensions?|discord|rift|dispute)\s+(?:between\s+[^,.;:]{3,60}?\s+)?over)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"[,;:.—–]|\b(?:but|while|as|with|after|before|when|because|despite)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:on|over|about|regarding|concerning|when it comes to)\s+(?:the (?:issue|matter|question) of\s+)?$",
    re.IGNORECASE,
)
_ADMITTED = re.compile(
    r"\b(?:we|they|the two(?: \w+)?)\b[^.,;:]{0,30}\b(?:disagree\w*|differ(?:ed|ences)?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Discord:
    """A passage that tells of discord over the affairs of a state, and the states whose side is told."""

    matter: str
    span: Span
    sides: frozenset[str]


def at_odds(record: Record, readings: Mapping[str, Reading]) -> Iterator[Claim]:
    """The two sides that are most often told at odds over a state's affairs, with all passages that allow them."""
    stories = {article.id: article.story for article in record.articles}
    states = _States(record)
    found: dict[tuple[str | None, str], list[_Discord]] = defaultdict(list)
    for article, reading in readings.items():
        for sentence in reading.sentences:
            for discord in _told(sentence, states):
                found[stories.get(article), discord.matter].append(discord)
    for (_, matter), told in found.items():
        pairs = Counter(tuple(sorted(one.sides)) for one in told if len(one.sides) == SIDES)
        for sides, _ in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:1]:
            support = tuple(one.span for one in told if one.sides <= set(sides))
            both = " and ".join(states.name(side) for side in sides)
            yield Claim(text=f"{both} are at odds over {states.name(matter)}", support=support)


class _States:
    """The states that are named in a passage, or whose people are."""

    def __init__(self, record: Record) -> None:
        self._names = {a.country: a.name for a in reversed(record.actors) if a.type == "state" and a.country}
        countries = ((m.span, a.country or _first_state(m.span.text)) for a in record.actors for m in a.mentions)
        self._named = Spots((span, country) for span, country in countries if country)
        self._said = Spots((span, span) for statement in record.statements for span in statement.content)

    def name(self, country: str) -> str:
        return self._names.get(country, country)

    def within(self, span: Span) -> dict[str, Span]:
        """Each state with the first mention in a passage."""
        found: dict[str, Span] = {}
        for place, country in sorted(self._named.overlapping(span)):
            if span.covers(place):
                found.setdefault(country, place)
        return found

    def said(self, span: Span) -> Span | None:
        """The narrowest reported words that hold a passage."""
        return min(
            (w for _, w in self._said.overlapping(span) if w.covers(span)), key=lambda w: len(w.text), default=None
        )


def _first_state(name: str) -> str | None:
    """The state that a name begins with: `Iran nuclear deal`."""
    known = state_named(name.split(maxsplit=1)[0]) if name.split() else None
    return known.country.alpha3 if known else None


def _told(sentence: Span, states: _States) -> Iterator[_Discord]:
    for match in _DISCORD.finditer(sentence.text):
        start = sentence.start + match.start()
        rest = sentence.part(sentence.start + match.end(), sentence.end) if match.end() < len(sentence.text) else None
        if rest is not None:
            until = _UNTIL.search(rest.text)
            over = rest.part(rest.start, rest.start + min(until.start() if until else len(rest.text), REACH) or 1)
            matters = states.within(over)
            for matter, at in matters.items():
                sides = _sides(sentence, matter, states) - set(matters)
                yield _Discord(matter=matter, span=sentence.part(start, at.end), sides=sides)
    admitted = _ADMITTED.search(sentence.text)
    if admitted:
        words = sentence.part(sentence.start + admitted.start(), sentence.start + admitted.end())
        for matter, at in states.within(sentence).items():
            if _ABOUT.search(sentence.text[: at.start - sentence.start]):
                yield _Discord(matter=matter, span=states.said(words) or words, sides=_sides(sentence, matter, states))


def _sides(sentence: Span, matter: str, states: _States) -> frozenset[str]:
    return frozenset(states.within(sentence)) - {matter}
