"""What the program could not read or tell, and what it dropped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from communique.briefs.brief import Gap, Report, Source, Voice
from communique.briefs.desk import Desk
from communique.domain import Event, Record, Statement


def unread(record: Record) -> Iterator[Gap]:
    """Failures, and pages in which no article was found."""
    for failure in record.failures:
        yield Gap(kind="unread", what=failure.reason, path=failure.source)
    named = {failure.source for failure in record.failures}
    used = {article.document for article in record.articles}
    for document in record.documents:
        if document.id not in used and document.source not in named:
            yield Gap(kind="unread", what="no article was found in this page", path=document.source)


def untold(sources: Iterable[Source], voices: Iterable[Voice], unnamed: Iterable[Report]) -> Iterator[Gap]:
    """What is not known of articles and statements, each thing once with the articles concerned."""
    listed = tuple(sources)
    articles = {
        "no title was found": [source.number for source in listed if source.title is None],
        "the outlet is not known": [source.number for source in listed if source.outlet is None],
        "the date of publication is not known": [source.number for source in listed if source.published is None],
        "no statement was found": [source.number for source in listed if not source.statements],
    }
    lines = [line for voice in voices for report in voice.reports for line in report.lines]
    nameless = [line for report in unnamed for line in report.lines]
    statements = {
        "it is not known who speaks": [line.source for line in nameless],
        "the reading is doubtful": [line.source for line in (*lines, *nameless) if line.doubtful],
    }
    for what, numbers in articles.items():
        if numbers:
            yield Gap(kind="untold", what=what, sources=tuple(numbers))
    for what, numbers in statements.items():
        if numbers:
            yield Gap(kind="untold", what=f"{what} ({_counted(len(numbers))})", sources=tuple(sorted(set(numbers))))


def dropped(
    claims: Iterable[tuple[str, str]], statements: Iterable[Statement], numbers: Mapping[str, int]
) -> Iterator[Gap]:
    """Claims and statements whose words do not stand where they say; `claims` are article and part."""
    parts: defaultdict[str, set[int]] = defaultdict(set)
    for article, part in claims:
        parts[part].add(numbers[article])
    for part, concerned in sorted(parts.items()):
        yield Gap(
            kind="dropped", what=f"{part}: its words do not stand in the source", sources=tuple(sorted(concerned))
        )
    fallen = tuple(statements)
    if fallen:
        concerned = {numbers[item.article] for item in fallen if item.article in numbers}
        what = f"words that do not stand in the source ({_counted(len(fallen))})"
        yield Gap(kind="dropped", what=what, sources=tuple(sorted(concerned)))


def lost(events: Iterable[Event], desk: Desk) -> Iterator[Gap]:
    """Events that stand in no article, or whose words do not stand where they say."""
    fallen = tuple(events)
    if fallen:
        concerned = {desk.article_of(span) for event in fallen for span in event.mentions}
        count = "1 event" if len(fallen) == 1 else f"{len(fallen):,} events"
        numbers = tuple(sorted(number for number in concerned if number is not None))
        yield Gap(kind="dropped", what=f"events whose words do not stand in an article ({count})", sources=numbers)


def unplaced(passages: int) -> Iterator[Gap]:
    """Words that would name an actor or tell its office, and do not stand where they say."""
    if passages:
        words = "1 passage" if passages == 1 else f"{passages} passages"
        yield Gap(kind="dropped", what=f"{words} in which an actor would be named or described")


def uncompared(articles: int, fallen: int) -> Iterator[Gap]:
    """That there is nothing to compare, and comparisons whose words do not stand where they say."""
    if articles == 1:
        yield Gap(kind="untold", what="with one article alone there is nothing to compare")
    if fallen:
        counted = "1 comparison" if fallen == 1 else f"{fallen} comparisons"
        yield Gap(kind="dropped", what=f"{counted} of words that do not stand in the source")


def noticed(record: Record) -> Iterator[Gap]:
    """What was noticed in reading a page, such as a wrong encoding."""
    for document in record.documents:
        for note in document.notes:
            yield Gap(kind="noticed", what=note, path=document.source)


def _counted(statements: int) -> str:
    return f"{statements} statement" if statements == 1 else f"{statements} statements"
