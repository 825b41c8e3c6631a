"""Choose and order what a reader is shown of a record."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from communique.briefs import aligned, chapters, findings, gaps, gate, matrix, profiles, summary, timeline, voices
from communique.briefs.brief import Brief, Cleaned, Gap, Scope, Source, StorySources, Voice
from communique.briefs.desk import Desk
from communique.domain import Article, Origin, Record, Statement, soundness


def compose(record: Record) -> Brief:
    """The brief of a record; whatever cannot show its words in the source is left out and named among the gaps."""
    sound, dropped = soundness.check(record)
    desk = _desk(sound)
    heard, unnamed = voices.group(desk.statements.values(), desk)
    compared = findings.compose(sound, desk)
    entries = timeline.compose(sound.timeline, desk)
    sources = _sources(desk, sound, Counter(statement.article for statement in desk.statements.values()))
    told = summary.compose(sound, desk)
    scope = _scope(sources, len(desk.statements), len(heard), len(entries))
    brief = Brief(
        scope=replace(scope, title=_title(sound, sources, told)),
        summary=told,
        matrix=matrix.compose(sound, desk),
        topics=aligned.compose(sound, _names(heard), desk),
        agreements=compared.agreements,
        differences=compared.differences,
        timeline=entries,
        voices=heard,
        unnamed=unnamed,
        actors=profiles.compose(heard, desk),
        stories=_stories(sound, desk),
        sources=sources,
        gaps=(
            *gaps.unread(record),
            *gaps.untold(sources, heard, unnamed),
            *_dropped(sound, dropped, compared.fallen, desk),
            *gaps.noticed(record),
        ),
    )
    return gate.verify(brief, desk.text_of)


def _desk(record: Record) -> Desk:
    articles = tuple(sorted(record.articles, key=_by_date))
    numbers = {article.id: number for number, article in enumerate(articles, start=1)}
    placed = tuple(statement for statement in record.statements if statement.article in numbers)
    return Desk(
        text_of=soundness.texts(record.documents),
        articles=articles,
        numbers=numbers,
        actors={actor.id: actor for actor in record.actors},
        statements={statement.id: statement for statement in _without_echoes(placed)},
        events={event.id: event for event in timeline.told(record)},
    )


def _dropped(record: Record, dropped: soundness.Dropped, uncompared: int, desk: Desk) -> Iterator[Gap]:
    """What is left out because its words do not stand in a source, or events in an article."""
    nowhere = (event for event in record.events if event.id not in desk.events)
    unplaced = (statement for statement in record.statements if statement.article not in desk.numbers)
    yield from gaps.dropped(dropped.claims, (*dropped.statements, *unplaced), desk.numbers)
    yield from gaps.lost((*dropped.events, *nowhere), desk)
    yield from gaps.unplaced(dropped.passages)
    yield from gaps.uncompared(len(desk.articles), dropped.comparisons + uncompared)


def _names(heard: Iterable[Voice]) -> dict[str, str]:
    """The speaker of every statement that has one."""
    return {line.statement: voice.name for voice in heard for report in voice.reports for line in report.lines}


def _by_date(article: Article) -> tuple[bool, str]:
    """Dated articles first, in order; articles of one date, and undated ones, stay in the record's order."""
    return article.published is None, article.published.date if article.published else ""


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


def _sources(desk: Desk, record: Record, statements: Mapping[str, int]) -> tuple[Source, ...]:
    paths = {document.id: document.source for document in record.documents}
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
            origin=_origin(article),
            copy_of=desk.numbers.get(article.origin.copy_of or ""),
            story=title_of.get(article.story or ""),
            statements=statements.get(article.id, 0),
            cleaned=_cleaned(article),
        )
        for number, article in enumerate(desk.articles, start=1)
    )


def _origin(article: Article) -> Origin | None:
    """Whose reporting an article is; None where that is not known, or neither words nor the page's address show it."""
    origin = article.origin
    shown = origin.evidence or (origin.agency and article.outlet and article.outlet.how in {"url", "metadata"})
    return origin if origin.kind != "unknown" and shown else None


def _cleaned(article: Article) -> tuple[Cleaned, ...]:
    kinds = Counter(item.kind for item in article.furniture)
    return tuple(Cleaned(kind=kind, passages=number) for kind, number in kinds.most_common())


def _stories(record: Record, desk: Desk) -> tuple[StorySources, ...]:
    """The stories, the largest first, where there are several, or one has several chapters."""
    found = []
    for story in record.stories:
        sources = tuple(sorted(desk.numbers[article] for article in story.articles if article in desk.numbers))
        told = chapters.compose(sources, desk)
        if sources and (told or len(record.stories) > 1):
            found.append(StorySources(id=story.id, title=story.title, sources=sources, chapters=told))
    return tuple(sorted(found, key=lambda s: (-len(s.sources), s.sources)))


def _title(record: Record, sources: Sequence[Source], told: Sequence[summary.Highlight]) -> str | None:
    """The headline over the sentence that leads, where most of the articles are of one story, else that story's."""
    headlines = {" ".join(article.title.text.split()) for article in record.articles if article.title}
    most = [story for story in record.stories if 2 * len(story.articles) > len(sources)]
    for leading in (sources[item.source - 1] for item in told[:1]):
        title = " ".join(leading.title.text.split()) if leading.title else ""
        whole = title and not title.endswith(("...", "…"))
        if whole and any(leading.article in story.articles for story in most):
            return title
    return next((story.title for story in most if story.title in headlines), None)


def _scope(sources: tuple[Source, ...], statements: int, speakers: int, events: int) -> Scope:
    published = [source.published for source in sources if source.published]
    return Scope(
        articles=len(sources),
        outlets=tuple(sorted({source.outlet.name for source in sources if source.outlet})),
        without_outlet=sum(source.outlet is None for source in sources),
        first=min((each.first for each in published), default=None),
        last=max((each.last for each in published), default=None),
        statements=statements,
        speakers=speakers,
        events=events,
    )
