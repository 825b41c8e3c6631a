"""Whom an actor is named with, speaks to and hears from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from communique.briefs import evidence
from communique.briefs.aliases import Place
from communique.briefs.brief import Companion
from communique.briefs.desk import Desk
from communique.domain import Span, Statement

COMPANY = 6  # how many of those named with an actor are kept
LIST = 12  # with more actors than this in it, a sentence is a list, and tells nothing of any two of them

Meeting = tuple[int, Span]  # a sentence in which two actors are named: article, and where the other one is named


def named_with(held: Mapping[str, Sequence[Place]], desk: Desk) -> dict[str, tuple[Companion, ...]]:
    """For each of these actors those of them who stand most often in the same sentence; an adjective does not count."""
    met: defaultdict[str, defaultdict[str, list[Meeting]]] = defaultdict(lambda: defaultdict(list))
    for source, present in _sentences(held, desk):
        for one, other in combinations(sorted(present), 2):
            met[one][other].append((source, present[other]))
            met[other][one].append((source, present[one]))
    return {actor: _companions(others, desk)[:COMPANY] for actor, others in met.items()}


def addressed(statements: Iterable[Statement], desk: Desk) -> dict[str, dict[str, list[Statement]]]:
    """For each actor whom they spoke to, with the statements in order."""
    spoken: defaultdict[str, defaultdict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        for speaker in dict.fromkeys(statement.speakers):
            for other in dict.fromkeys(statement.addressees):
                if speaker != other and speaker in desk.actors and other in desk.actors:
                    spoken[speaker][other].append(statement)
    return {speaker: dict(others) for speaker, others in spoken.items()}


def turned(spoken: Mapping[str, Mapping[str, list[Statement]]]) -> dict[str, dict[str, list[Statement]]]:
    """The same from the other side: for each actor who spoke to them."""
    heard: defaultdict[str, dict[str, list[Statement]]] = defaultdict(dict)
    for speaker, others in spoken.items():
        for other, statements in others.items():
            heard[other][speaker] = statements
    return dict(heard)


def partners(others: Mapping[str, Sequence[Statement]], desk: Desk) -> tuple[Companion, ...]:
    """Those with whom words were exchanged, the most often first, with the statements."""
    found = (
        Companion(
            actor=actor,
            name=desk.called(actor),
            times=len(said),
            source=desk.numbers[said[0].article],
            first=said[0].content[0],
            statements=tuple(statement.id for statement in said),
        )
        for actor, said in others.items()
    )
    return tuple(sorted(found, key=_often))


def _companions(others: Mapping[str, Sequence[Meeting]], desk: Desk) -> tuple[Companion, ...]:
    firsts = {actor: min(meetings) for actor, meetings in others.items()}
    found = (
        Companion(
            actor=actor,
            name=desk.called(actor),
            times=len(meetings),
            source=firsts[actor][0],
            first=firsts[actor][1],
        )
        for actor, meetings in others.items()
    )
    return tuple(sorted(found, key=_often))


def _often(companion: Companion) -> tuple[int, str, str]:
    return -companion.times, companion.name.casefold(), companion.actor


def _sentences(held: Mapping[str, Sequence[Place]], desk: Desk) -> Iterator[tuple[int, dict[str, Span]]]:
    """The sentences that name two actors or a few more: the article, and where each is named first."""
    by_article: defaultdict[int, list[tuple[Span, str]]] = defaultdict(list)
    for actor, places in held.items():
        for place in places:
            if place.mention.form != "adjectival":
                by_article[place.source].append((place.mention.span, actor))
    for source, named in sorted(by_article.items()):
        outer = _outermost(sorted(named, key=lambda item: (item[0].start, -item[0].end, item[1])))
        for sentence in _bounds(source, desk):
            present: dict[str, Span] = {}
            while outer and outer[-1][0].start < sentence[1]:
                span, actor = outer.pop()
                if span.start >= sentence[0]:
                    present.setdefault(actor, span)
            if 1 < len(present) <= LIST:
                yield source, present


def _outermost(named: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The mentions that stand in no other one (`Norway` in `Norway's minister`), the last first."""
    found: list[tuple[Span, str]] = []
    for span, actor in named:
        last = found[-1][0] if found else None
        if last is None or span.end > last.end or (span.start, span.end) == (last.start, last.end):
            found.append((span, actor))
    return found[::-1]


def _bounds(source: int, desk: Desk) -> Iterator[tuple[int, int]]:
    """Where the sentences of an article's title and paragraphs begin and end, in text order."""
    article = desk.articles[source - 1]
    passages = sorted(span for span in (article.title, *article.body) if span is not None)
    for span in passages:
        yield from evidence.sentences(desk.text_of[article.document], span.start, span.end)
