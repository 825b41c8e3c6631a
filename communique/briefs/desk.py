"""What is looked up again and again while a brief is composed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from communique.domain import Actor, Article, Event, MentionForm, Span, Statement
from communique.domain.layout import Layout
from communique.knowledge.countries import countries

NAMES: frozenset[MentionForm] = frozenset({"named", "adjectival"})

LONG = 40  # characters of a description
_CLAUSE = re.compile(r"\b(?:who|whom|whose|which|that)\b")
SIGNS = 2  # between a role and a name: a comma and a space

# Words that are written small within a sentence, whatever they were at its head.
_DETERMINERS = frozenset({
    "a", "an", "the", "one", "two", "three", "some", "several", "many", "most", "both", "all", "another", "other", "no",
    "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those",
})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Everything by id; the articles, checked, in order of their numbers. statements, events: those that are shown."""

    text_of: Mapping[str, str]
    articles: tuple[Article, ...]
    numbers: Mapping[str, int]
    actors: Mapping[str, Actor]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]

    def article_of(self, span: Span) -> int | None:
        """The number of the article that a passage stands in; None where no label of any article covers its start."""
        article = self._layout.article_of(span)
        return self.numbers[article.id] if article else None

    def named(self, actor: str) -> bool:
        """Whether an actor is called by a name; one without any mention is taken to be."""
        mentions = self.actors[actor].mentions
        return not mentions or any(mention.form in NAMES for mention in mentions)

    def called(self, actor: str) -> str:
        """What to call an actor within a sentence; a long description ends where a clause begins."""
        name = self.actors[actor].name
        return name if self.named(actor) else in_sentence(shortened(name))

    def outlets(self, numbers: Iterable[int]) -> int:
        """How many different known outlets the articles have."""
        outlets = (self.articles[number - 1].outlet for number in numbers)
        return len({outlet.name for outlet in outlets if outlet})

    def introduces(self, spans: Iterable[Span]) -> bool:
        """Whether passages do nothing but say who somebody is: `FBI Director Ann Lee`."""
        first, *rest = spans
        return any(
            all(_made_of(span, self._introductions[actor]) for span in (first, *rest))
            for place in ((first.document, first.start), (first.document, first.end))
            for actor in self._bearers.get(place, ())
        )

    def newest_first(self, number: int) -> tuple[int, int]:
        """A key that sorts articles by date, the newest first and undated ones last; those of one date by number."""
        return self._age[number], number

    @cached_property
    def _age(self) -> dict[int, int]:
        dates = {number: a.published.date for number, a in enumerate(self.articles, start=1) if a.published}
        ranks = {date: rank for rank, date in enumerate(sorted(set(dates.values()), reverse=True))}
        return {n: ranks[dates[n]] if n in dates else len(ranks) for n in range(1, len(self.articles) + 1)}

    @cached_property
    def _introductions(self) -> dict[str, list[Span]]:
        """The words of the roles and the names of each actor that has a role."""
        return {
            actor.id: [
                *(span for role in actor.roles for span in role.evidence),
                *(mention.span for mention in actor.mentions if mention.form in NAMES),
            ]
            for actor in self.actors.values()
            if actor.roles
        }

    @cached_property
    def _bearers(self) -> dict[tuple[str, int], set[str]]:
        """Whose name begins or ends at a place of a document."""
        found: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for actor, words in self._introductions.items():
            for span in words:
                found[span.document, span.start].add(actor)
                found[span.document, span.end].add(actor)
        return found

    @cached_property
    def _layout(self) -> Layout:
        return Layout(self.articles)


def _made_of(span: Span, words: Iterable[Span]) -> bool:
    """Whether a passage is made of some words, signs between them apart."""
    inside = [word for word in words if span.covers(word)]
    return bool(inside) and len(span.text) - len("".join(word.text for word in inside)) <= SIGNS * len(inside)


def shortened(words: str) -> str:
    """A noun phrase without the clause behind it, where it is long: `people in the north who …`."""
    clause = _CLAUSE.search(words) if len(words) > LONG else None
    return f"{words[: clause.end()]} …" if clause else words


def in_sentence(words: str) -> str:
    """A noun phrase as it is written within a sentence: 'One of them' is 'one of them'."""
    first = words.partition(" ")[0]
    return words[:1].lower() + words[1:] if first.casefold() in _DETERMINERS else words


def country_name(alpha3: str | None) -> str | None:
    """The English name of a country by its ISO 3166 code; None where there is none."""
    return _countries().get(alpha3 or "")


@cache
def _countries() -> Mapping[str, str]:
    return {country.alpha3: country.name for country in countries()}
