"""The words that every form of a brief uses: dates, counts, how a thing is known."""

import re
from collections.abc import Callable, Iterable, Sequence

from communique.briefs.brief import Gap, GapKind, Line, Scope, Source, StorySources, Voice
from communique.domain import How, Span, StatementKind
from communique.knowledge.calendar import MONTHS

UNKNOWN_OUTLET = "outlet not known"
UNKNOWN_DATE = "date not known"
UNTITLED = "no title found"
LISTED = 12  # stories listed by title

KINDS: dict[StatementKind, str] = {"direct": "quoted", "indirect": "paraphrased", "mixed": "partly quoted"}

GAPS: dict[GapKind, str] = {
    "unread": "Could not be read",
    "untold": "Could not be told",
    "dropped": "Left out, because it did not stand in the source",
    "noticed": "Noticed in reading",
}

_HOW: dict[How, str] = {
    "stated": "stated on the page",
    "metadata": "from the page’s metadata",
    "url": "from the address",
    "feed": "from the feed",
    "inferred": "inferred from the text",
}

_SPACE = re.compile(r"\s+")
_ISO = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?\b")


def date(iso: str) -> str:
    """An ISO 8601 date or interval for a reader: `2031-05-06` is '6 May 2031'; what is none stays as it is."""
    if "/" in iso:
        first, _, last = iso.partition("/")
        return f"{date(first)} to {date(last)}" if "T" in iso else between(first, last)
    day, _, time = iso.partition("T")
    parts = day.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return iso
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(MONTHS):
        return iso
    months = [MONTHS[int(parts[1]) - 1][0]] if len(parts) > 1 else []
    days = [str(int(parts[2]))] if len(parts) > 2 else []
    spoken = " ".join([*days, *months, parts[0]])
    return f"{spoken}, {time.removesuffix('Z')}{' UTC' if time.endswith('Z') else ''}" if time else spoken


def dated(text: str) -> str:
    """The text with the ISO 8601 dates in it for a reader."""
    return _ISO.sub(lambda found: date(found[0]), text)


def between(first: str, last: str) -> str:
    """From one ISO 8601 date to another: '5 to 6 May 2031', '30 May to 2 June 2031', whole years as years."""
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return between(first[:4], last[:4])
    start, end = date(first).split(" "), date(last).split(" ")
    while len(start) > 1 and len(start) == len(end) and start[-1] == end[-1] and start[:-1] != end[:-1]:
        start, end = start[:-1], end[:-1]
    dropped = date(last).split(" ")[len(end) :]
    return date(first) if first == last else " ".join([*start, "to", *end, *dropped])


def counted(number: int, noun: str) -> str:
    """A number with its noun: '1 article', '2,000 articles'."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def times(number: int) -> str:
    """How often: 'once', 'twice', '3 times'."""
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def joined(words: list[str]) -> str:
    """A list as a sentence has it: 'a, b and c'."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def heading(scope: Scope) -> str:
    """What the brief is of: its story, else what it is made from."""
    return one_line(scope.title) if scope.title else headline(scope)


def made_from(scope: Scope) -> list[str]:
    """The lines below the heading: articles and their days, outlets, how much was found."""
    days = period(scope)
    articles = [headline(scope)] if scope.title else []
    first = ", ".join([*articles, *([days] if days else [])])
    return [line for line in (first, outlets(scope), extent(scope)) if line]


def headline(scope: Scope) -> str:
    """What the brief is made from, in a few words."""
    articles, outlets = counted(scope.articles, "article"), counted(len(scope.outlets), "outlet")
    if not scope.outlets:
        return articles
    return f"{articles} from {'at least ' if scope.without_outlet else ''}{outlets}"


def outlets(scope: Scope) -> str:
    """The names of the outlets, and of how many articles the outlet is not known."""
    if not scope.outlets:
        return "No outlet is known"
    unknown = f"the outlet of {counted(scope.without_outlet, 'article')} is not known" if scope.without_outlet else ""
    named = joined(list(scope.outlets))
    together = "; ".join(filter(None, (named, unknown)))
    return together[:1].upper() + together[1:]


def period(scope: Scope) -> str | None:
    """From the first dated article to the last."""
    if not scope.first or not scope.last:
        return None
    return between(scope.first.partition("T")[0], scope.last.partition("T")[0])


def extent(scope: Scope) -> str:
    """How much was found."""
    held = {"statement": scope.statements, "speaker": scope.speakers, "event": scope.events}
    return (
        ", ".join(counted(number, noun) for noun, number in held.items() if number) or "Nothing said or done was found"
    )


def outlet(source: Source) -> str:
    """The name of the outlet; else the agency whose text it is; else that it is not known."""
    if source.outlet:
        return source.outlet.name
    return f"{source.origin.agency} text" if source.origin and source.origin.agency else UNKNOWN_OUTLET


def printer(source: Source) -> str:
    """The same for lists of who prints something, where an article of which nothing is known goes by its number."""
    name = outlet(source)
    return f"article {source.number}" if name == UNKNOWN_OUTLET else name


def outlet_alone(source: Source) -> str:
    """The outlet alone, or that it is not known, where whose text it is stands beside."""
    return source.outlet.name if source.outlet else UNKNOWN_OUTLET


def published(source: Source) -> str:
    """When the article was published, or that it is not known."""
    return date(source.published.date) if source.published else UNKNOWN_DATE


def title(source: Source) -> str:
    """The title on one line, or that none was found."""
    return one_line(source.title.text) if source.title else UNTITLED


def origin(source: Source) -> str | None:
    """Whose reporting an article is, with the article whose text it shares; None where nothing is known."""
    if source.origin is None:
        return None
    copied = f"copy of article {source.copy_of}" if source.copy_of else ""
    if source.origin.kind == "staff":
        return "written by the outlet, with what others contributed"
    agency = source.origin.agency
    if agency and not source.origin.evidence:
        agency = f"{agency}, by the address of the page"
    return " · ".join(filter(None, (agency, copied))) or None


def cleaned(source: Source) -> str:
    """What of a page was set aside as not the reporting, and how many passages of each kind."""
    return ", ".join(f"{item.kind.replace('-', ' ')} {item.passages:,}" for item in source.cleaned)


def stories(number: int) -> str:
    """How many stories the articles tell."""
    return "These articles tell one story" if number == 1 else f"These articles tell {number:,} stories"


def outline(told: Sequence[StorySources]) -> list[tuple[str, list[str]]]:
    """The titles of the first stories with the numbers of their articles, each with its chapters, and what is left."""
    lines = [
        (
            f"{story.title} ({_numbered(story.sources)})",
            _shortened([f"{date(one.date)}: {one.label} ({_numbered(one.sources)})" for one in story.chapters]),
        )
        for story in told[:LISTED]
    ]
    rest = len(told) - LISTED
    return [*lines, (f"and {rest:,} more", [])] if rest > 0 else lines


def _shortened(lines: list[str]) -> list[str]:
    rest = len(lines) - LISTED
    return [*lines[:LISTED], f"and {rest:,} more"] if rest > 0 else lines


def how(known: How, evidence: Span | None) -> str:
    """How an outlet or a date is known, with the words that state it."""
    return f"{_HOW[known]}: “{one_line(evidence.text)}”" if evidence else _HOW[known]


def heard(voice: Voice) -> str:
    """How widely a speaker is reported."""
    outlets = [counted(voice.outlets, "outlet")] if voice.outlets else []
    return ", ".join([*outlets, counted(voice.articles, "article"), counted(voice.statements, "statement")])


def name(voice: Voice) -> str:
    """The speaker as a heading; in quotation marks when nothing but the words in print is known."""
    if voice.known == "words":
        return f"“{voice.name}”"
    return voice.name if voice.named else capitalised(voice.name)


def capitalised(words: str) -> str:
    """The words as they stand at the head of a sentence."""
    return words[:1].upper() + words[1:]


def notes(line: Line) -> list[str]:
    """What a reader should know of a statement besides its words."""
    found = [KINDS[line.kind]]
    if line.addressees:
        found.append(f"to {joined(list(line.addressees))}")
    if line.said_on:
        found.append(f"said on {date(line.said_on)}")
    if line.told_by:
        found.append(f"as told by {one_line(line.told_by)}")
    if line.doubtful:
        found.append(f"doubtful ({line.confidence:.0%})")
    return found


def occasion(line: Line) -> list[str]:
    """At which event of the timeline a statement was made, where that is known."""
    return [f"at: {line.at}"] if line.at else []


def place(line: Line) -> str:
    """Where a statement's content stands: the article's number and the characters of its page."""
    return f"article {line.source}, {line.content[0].start}–{line.content[-1].end}"


def gap(open_end: Gap) -> str:
    """What could not be read or told, and of which page or articles."""
    if open_end.path:
        return f"{open_end.path}: {open_end.what}"
    return f"{open_end.what}: {_numbered(open_end.sources)}" if open_end.sources else open_end.what


def _numbered(sources: Sequence[int]) -> str:
    noun = "article" if len(sources) == 1 else "articles"
    return f"{noun} {joined([str(number) for number in sources])}"


def one_line(text: str) -> str:
    """The text with white space run together, for places that have one line only."""
    return " ".join(text.split())


def in_line(text: str) -> str:
    """The text with every run of white space as one space, those at its ends too."""
    return _SPACE.sub(" ", text)


def emphasised(words: Iterable[tuple[str, bool]], escaped: Callable[[str], str]) -> str:
    """Markdown with some of the words in bold; white space stays outside the marks, where it is none to Markdown."""
    return "".join(_emphasised(text, escaped, strong=strong) for text, strong in words)


def _emphasised(text: str, escaped: Callable[[str], str], *, strong: bool) -> str:
    bare = text.strip()
    before, _, after = text.partition(bare) if bare else (text, "", "")
    return f"{before}**{escaped(bare)}**{after}" if strong and bare else f"{before}{escaped(bare)}{after}"
