"""The check that every passage of a record stands in its document, byte for byte; what fails it goes into no view."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from communique.domain.documents import Article, Document, Origin
from communique.domain.record import Actor, Conflict, Corroboration, Event, Position, Record, Relation, Statement
from communique.domain.spans import Span

P = ParamSpec("P")
T = TypeVar("T")
Evidenced = TypeVar("Evidenced", Position, Relation)
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What is left out of a record because its words do not stand.

    claims: ids of articles, with the part of each (`title`). passages: how many would name or describe an actor.
    comparisons: how many agreements, conflicts, utterances, positions and relations have too few words left.
    """

    claims: tuple[tuple[str, str], ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    passages: int = 0
    comparisons: int = 0

    def __bool__(self) -> bool:
        return bool(self.claims or self.statements or self.events or self.passages or self.comparisons)


def texts(documents: Iterable[Document]) -> dict[str, str]:
    """The text of every document, by id."""
    return {document.id: document.text for document in documents}


def stands(span: Span, text_of: Texts) -> bool:
    """Whether the document has exactly these characters where the span says."""
    text = text_of.get(span.document)
    return text is not None and 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text


def passages(statement: Statement) -> tuple[Span, ...]:
    """Every passage that a statement rests on."""
    named = (span for span in (statement.speaker, statement.cue) if span is not None)
    return (*named, *statement.content, *statement.verbatim)


def check(record: Record) -> tuple[Record, Dropped]:
    """The record without whatever does not stand in its documents, and what that is.

    Statements, events, agreements and conflicts go as a whole, actors and articles lose the passages that fail. What
    rests on items that are gone goes too.
    """
    text_of = texts(record.documents)
    checked = [_article(article, text_of) for article in record.articles if article.document in text_of]
    articles = tuple(article for article, _ in checked)
    home = {article.id: article.document for article in articles}
    said = tuple(item for item in record.statements if _rests(item, home.get(item.article), text_of))
    told = tuple(item for item in record.events if _all_stand(item.mentions, text_of))
    kept = {item.id for item in said} | {item.id for item in told}
    sound = replace(
        record,
        articles=articles,
        actors=tuple(_actor(actor, text_of) for actor in record.actors),
        statements=tuple(_unlinked(item, kept) for item in said),
        events=told,
        utterances=tuple(
            replace(item, differences=tuple(d for d in item.differences if _all_stand((d.a, d.b), text_of)))
            for item in record.utterances
            if kept.issuperset(item.statements)
        ),
        positions=_evidenced(record.positions, kept),
        relations=_evidenced(record.relations, kept),
        corroborations=tuple(item for item in record.corroborations if _all_stand(item.support, text_of)),
        conflicts=tuple(item for item in record.conflicts if _all_stand((s.span for s in item.sides), text_of)),
        timeline=tuple(event for event in record.timeline if event in kept),
    )
    return sound, Dropped(
        claims=tuple((article.id, part) for article, parts in checked for part in parts),
        statements=tuple(item for item in record.statements if item.id not in kept),
        events=tuple(item for item in record.events if item.id not in kept),
        passages=_named(record.actors) - _named(sound.actors),
        comparisons=_compared(record) - _compared(sound),
    )


def of_sound(made: Callable[Concatenate[Record, P], T]) -> Callable[Concatenate[Record, P], T]:
    """What is made of a record, made of nothing that fails the check."""

    @wraps(made)
    def checked(record: Record, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return made(check(record)[0], *args, **kwargs)

    return checked


def _all_stand(spans: Iterable[Span], text_of: Texts) -> bool:
    """Whether there are any, and all stand."""
    held = tuple(spans)
    return bool(held) and all(stands(span, text_of) for span in held)


def _rests(statement: Statement, document: str | None, text_of: Texts) -> bool:
    """Whether a statement has content, and every passage of it stands in one document, that of its article if known."""
    spans = passages(statement)
    documents = {span.document for span in spans} | ({document} if document else set())
    return bool(statement.content) and len(documents) == 1 and _all_stand(spans, text_of)


def _article(article: Article, text_of: Texts) -> tuple[Article, tuple[str, ...]]:
    """The article without the claims whose words do not stand in its document, and the names of these claims."""
    claims = {
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet.evidence if article.outlet else None,
        "published": article.published.evidence if article.published else None,
        "dateline": article.dateline.span if article.dateline else None,
    }
    fallen = tuple(name for name, span in claims.items() if span is not None and not stands(span, text_of))
    traced = all(stands(span, text_of) for span in article.origin.evidence)
    kept = replace(
        article,
        body=tuple(span for span in article.body if stands(span, text_of)),
        furniture=tuple(item for item in article.furniture if stands(item.span, text_of)),
        origin=article.origin if traced else Origin(),
        **dict.fromkeys(fallen),  # type: ignore[arg-type]
    )
    return kept, fallen if traced else (*fallen, "origin")


def _actor(actor: Actor, text_of: Texts) -> Actor:
    roles = (
        replace(role, evidence=tuple(span for span in role.evidence if stands(span, text_of))) for role in actor.roles
    )
    mentions = tuple(mention for mention in actor.mentions if stands(mention.span, text_of))
    return replace(actor, roles=tuple(roles), mentions=mentions)


def _named(actors: Iterable[Actor]) -> int:
    return sum(len(actor.mentions) + sum(len(role.evidence) for role in actor.roles) for actor in actors)


def _unlinked(statement: Statement, kept: set[str]) -> Statement:
    """The statement without links to what is gone."""
    occasion = statement.occasion if statement.occasion in kept else None
    return replace(statement, occasion=occasion, nested_in=statement.nested_in if statement.nested_in in kept else None)


def _evidenced(items: Iterable[Evidenced], kept: set[str]) -> tuple[Evidenced, ...]:
    """Positions or relations with what is left of their evidence; those with none are gone."""
    left = (
        replace(
            item,
            evidence=tuple(name for name in item.evidence if name in kept),
            events=tuple(name for name in item.events if name in kept),
        )
        for item in items
    )
    return tuple(item for item in left if item.evidence or item.events)


def _compared(record: Record) -> int:
    lists: tuple[tuple[object, ...], ...] = (record.utterances, record.positions, record.relations)
    compared: tuple[tuple[Corroboration | Conflict, ...], ...] = (record.corroborations, record.conflicts)
    return sum(map(len, (*lists, *compared)))
