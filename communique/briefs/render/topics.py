"""How `What was said, by issue` reads, in every form of a brief."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.briefs.aligned import Aligned, Report, Said, Topic
from communique.briefs.brief import Brief, Line, Source
from communique.briefs.render import phrases, portraits
from communique.briefs.render.quotation import OMISSION
from communique.briefs.render.screen import Screen, more, safe
from communique.domain import Difference, Wording

HEADING = "What was said, by issue"
LEGEND = (
    "What several reports have of one utterance stands together, with the words underlined that differ. A statement on "
    "several issues counts on each."
)
NOTHING = "No statement was found."
UNKNOWN = "Speaker not known"
WORDINGS: Mapping[Wording, str] = {
    "identical": "the same words", "variant": "the same utterance, worded differently",
    "paraphrase": "the same in other words",
}  # fmt: skip
PAIRS = 4  # of words that differ, told below an utterance
SPEAKERS = 6  # that are named of those with other statements
TOPICS, UTTERANCES, REPORTS = (
    8,
    2,
    3,
)  # of a brief, an issue and an utterance, that a terminal shows unless it shows all

Piece = tuple[str, bool]
"""Words of a report, and whether others have them differently."""


def name(held: Aligned | Said) -> str:
    """Who speaks, as a heading."""
    return phrases.capitalised(held.name) if held.name else UNKNOWN


def carried(topic: Topic) -> str:
    """How much was said on an issue."""
    outlets = [phrases.counted(topic.outlets, "outlet")] if topic.outlets > 1 else []
    return ", ".join([phrases.counted(topic.statements, "statement"), *outlets])


def verdict(item: Aligned) -> str:
    """How the reports of an utterance compare."""
    return f"{phrases.counted(len(item.reports), 'report')}: {WORDINGS[item.wording]}"


def pieces(report: Report) -> list[Piece]:
    """The words of a report, those that differ told apart; between passages the mark of an omission."""
    found: list[Piece] = []
    for span in report.content:
        if found:
            found.append((f" {OMISSION} ", False))
        at = span.start
        for words in (item for item in report.differing if span.covers(item) and item.document == span.document):
            found += [(span.part(at, words.start).text, False)] if at < words.start else []
            found.append((words.text, True))
            at = words.end
        found += [(span.part(at, span.end).text, False)] if at < span.end else []
    return [(phrases.in_line(text), differs) for text, differs in found]


def differing(differences: Sequence[Difference]) -> str:
    """The pairs of words that differ, as text; of many the first few."""
    pairs = dict.fromkeys((phrases.one_line(item.a.text), phrases.one_line(item.b.text)) for item in differences)
    told = [f"“{one}” – “{other}”" for one, other in list(pairs)[:PAIRS]]
    more = [f"{len(pairs) - PAIRS:,} more"] if len(pairs) > PAIRS else []
    return f"Differs: {'; '.join([*told, *more])}" if told else ""


def where(report: Report, sources: Sequence[Source]) -> str:
    """Who printed it, and where its words stand."""
    place = f"article {report.source}, {report.content[0].start}–{report.content[-1].end}"
    return f"{phrases.outlet(sources[report.source - 1])}, {place}"


def rest(topic: Topic) -> str:
    """By whom the other statements are, and how many, unless these are all."""
    number = sum(len(said.statements) for said in topic.others)
    if not number:
        return ""
    named = [f"{name(said)} {len(said.statements):,}" for said in topic.others[:SPEAKERS]]
    more = [phrases.counted(len(topic.others) - SPEAKERS, "more speaker")] if len(topic.others) > SPEAKERS else []
    told = ", ".join([*named, *more])
    return f"{phrases.counted(number, 'other statement')}: {told}" if topic.aligned or topic.elsewhere else told


def elsewhere(topic: Topic) -> str:
    """How many utterances on this issue stand under one before it."""
    number = len(topic.elsewhere)
    return f"{phrases.counted(number, 'utterance')} of several reports under another issue above" if number else ""


def excerpt(line: Line) -> str:
    """The first words of a statement."""
    return portraits.cut(phrases.one_line(line.content[0].text))


def terminal(brief: Brief, screen: Screen) -> Iterator[RenderableType]:
    """Utterances of several reports in full, the other statements counted."""
    yield Text(LEGEND if brief.topics else NOTHING, "brief.soft")
    topics = screen.first(brief.topics, TOPICS)
    for topic in topics:
        yield Text.assemble("\n", (safe(topic.label), "brief.name"), (f"  {carried(topic)}", "brief.soft"))
        held = screen.first(topic.aligned, UTTERANCES)
        for item in held:
            yield from _aligned(item, brief.sources, screen)
        facts = [Text(safe(fact), "brief.soft") for fact in (rest(topic), elsewhere(topic)) if fact]
        for fact in (*more(len(topic.aligned) - len(held), "such utterance"), *facts):
            yield Padding(fact, (0, 2))
    yield from more(len(brief.topics) - len(topics), "issue")


def _aligned(item: Aligned, sources: Sequence[Source], screen: Screen) -> Iterator[RenderableType]:
    heading = Text.assemble((safe(name(item)), "brief.where"), (f"  {verdict(item)}", "brief.soft"))
    yield Padding(heading, (0, 2))
    shown = screen.first(item.reports, REPORTS)
    for report in shown:
        said = Text()
        for text, differs in pieces(report):
            said.append(safe(text), "brief.differs" if differs else "")
        said.append(f" · {safe(where(report, sources))}", "brief.soft")
        yield Padding(said, (0, 4))
    for note in more(len(item.reports) - len(shown), "report"):
        yield Padding(note, (0, 4))
    if told := differing(item.differences):
        yield Padding(Text(safe(told), "brief.soft"), (0, 4))


def markdown(brief: Brief, escaped: Callable[[str], str]) -> Iterator[str]:
    """The same in Markdown, words that differ in bold; `escaped` writes a text so that Markdown shows it as it is."""
    yield f"## {HEADING}\n\n{LEGEND.replace('underlined', 'in bold') if brief.topics else NOTHING}\n"
    for topic in brief.topics:
        yield f"### {escaped(topic.label)}\n\n{carried(topic)}\n"
        for item in topic.aligned:
            yield f"- **{escaped(name(item))}** · {verdict(item)}"
            for report in item.reports:
                words = "".join(_marked(pieces(report), escaped))
                yield f"  - {words} ({escaped(where(report, brief.sources))})[^{report.statement}]"
            if told := differing(item.differences):
                yield f"  - {escaped(told)}"
        yield from (f"- {escaped(fact)}" for fact in (rest(topic), elsewhere(topic)) if fact)
        yield ""


def _marked(words: Iterable[Piece], escaped: Callable[[str], str]) -> Iterator[str]:
    """The words with those in bold that differ; white space stays outside the marks, where it is none to Markdown."""
    for text, differs in words:
        bare = text.strip()
        before, _, after = text.partition(bare) if bare else (text, "", "")
        yield f"{before}**{escaped(bare)}**{after}" if differs and bare else f"{before}{escaped(bare)}{after}"
