"""Choose and order what a reader is shown of a record."""

from collections import Counter
from collections.abc import Iterable, Mapping

from communique.briefs import aliases, evidence, findings, gaps, matrix, profiles, timeline, voices
from communique.briefs.brief import Brief, Scope, Source, StorySources
from communique.briefs.desk import Desk
from communique.domain import Article, Origin, Record, Statement


def compose(record: Record) -> Brief:
    """The brief of a record; whatever cannot show its words in the source is left out and named among the gaps."""
    text_of = evidence.texts(record)
    checked = [evidence.checked(article, text_of) for article in record.articles if article.document in text_of]
    articles = tuple(sorted((article for article, _ in checked), key=_by_date))
    numbers = {article.id: number for number, article in enumerate(articles, start=1)}
    sound, dropped = _sound(record.statements, numbers, text_of)
    shown = _without_echoes(sound)
    sources = _sources(articles, record, Counter(statement.article for statement in shown))
    desk = Desk(
        text_of=text_of,
        articles=articles,
        numbers=numbers,
        actors={actor.id: actor for actor in record.actors},
        statements={statement.id: statement for statement in shown},
        events={event.id: event for event in timeline.told(record, articles, text_of)},
    )
    heard, unnamed = voices.group(shown, desk)
    compared = findings.compose(record, desk)
    entries = timeline.compose(record.timeline, desk)
    fallen = tuple((numbers[article.id], part) for article, parts in checked for part in parts)
    return Brief(
        scope=_scope(sources, len(shown), len(heard), len(entries)),
        matrix=matrix.compose(record, desk),
        voices=heard,
        unnamed=unnamed,
        agreements=compared.agreements,
        differences=compared.differences,
        timeline=entries,
        actors=profiles.compose(heard, desk),
        stories=_stories(record, numbers),
        sources=sources,
        gaps=(
            *gaps.unread(record),
            *gaps.untold(sources, heard, unnamed),
            *gaps.dropped(fallen, dropped, numbers),
            *gaps.lost((event for event in record.events if event.id not in desk.events), desk),
            *gaps.unplaced(aliases.fallen(record.actors, desk)),
            *gaps.uncompared(len(articles), compared.fallen),
            *gaps.noticed(record),
        ),
    )


def _by_date(article: Article) -> tuple[bool, str]:
    """Dated articles first, in order; articles of one date, and undated ones, stay in the record's order."""
    return article.published is None, article.published.date if article.published else ""


def _sound(
    statements: Iterable[Statement], numbers: Mapping[str, int], text_of: Mapping[str, str]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Statements of known articles whose every passage stands in its source, and the others."""
    sound: list[Statement] = []
    dropped: list[Statement] = []
    for statement in statements:
        holds = statement.article in numbers and evidence.rests(statement, text_of)
        (sound if holds else dropped).append(statement)
    return tuple(sound), tuple(dropped)


def _without_echoes(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements without those that stand inside another of the same speakers: their words are shown there."""
    by_id = {statement.id: statement for statement in statements}

    def echoes(statement: Statement) -> bool:
        outer = by_id.get(statement.nested_in or "")
        return (
            outer is not None
            and outer.id != statement.id
            and bool(statement.speakers)
            and set(outer.speakers) == set(statement.speakers)
            and all(any(span.covers(part) for span in outer.content) for part in statement.content)
        )

    return tuple(statement for statement in statements if not echoes(statement))


def _sources(articles: tuple[Article, ...], record: Record, statements: Mapping[str, int]) -> tuple[Source, ...]:
    paths = {document.id: document.source for document in record.documents}
    text_of = evidence.texts(record)
    numbers = {article.id: number for number, article in enumerate(articles, start=1)}
    title_of = {story.id: story.title for story in record.stories} if len(record.stories) > 1 else {}
    return tuple(
        Source(
            number=number,
            article=article.id,
            document=article.document,
            path=paths[article.document],
            title=article.title,
            outlet=article.outlet,
            byline=article.byline,
            published=article.published,
            dateline=article.dateline,
            origin=_origin(article, text_of),
            copy_of=numbers.get(article.origin.copy_of or ""),
            story=title_of.get(article.story or ""),
            statements=statements.get(article.id, 0),
        )
        for number, article in enumerate(articles, start=1)
    )


def _origin(article: Article, text_of: Mapping[str, str]) -> Origin | None:
    """Whose reporting an article is; None where that is not known or not shown by words that stand."""
    origin = article.origin
    known = origin.kind != "unknown" and all(evidence.stands(span, text_of) for span in origin.evidence)
    return origin if known and origin.evidence else None


def _stories(record: Record, numbers: Mapping[str, int]) -> tuple[StorySources, ...]:
    """The stories, the largest first, where there are several."""
    if len(record.stories) < 2:
        return ()
    told = (
        StorySources(
            id=story.id,
            title=story.title,
            sources=tuple(sorted(numbers[article] for article in story.articles if article in numbers)),
        )
        for story in record.stories
    )
    return tuple(sorted((story for story in told if story.sources), key=lambda s: (-len(s.sources), s.sources)))


def _scope(sources: tuple[Source, ...], statements: int, speakers: int, events: int) -> Scope:
    dates = [source.published.date for source in sources if source.published]
    return Scope(
        articles=len(sources),
        outlets=tuple(sorted({source.outlet.name for source in sources if source.outlet})),
        without_outlet=sum(source.outlet is None for source in sources),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        statements=statements,
        speakers=speakers,
        events=events,
    )
