"""How `What was said, by issue` reads, in every form of a brief."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.briefs.aligned import Aligned, Report, Said, Topic
from communique.briefs.brief import Brief, Line, Source
from communique.briefs.render import phrases, portraits
from communique.briefs.render.quotation import OMISSION, quotation
from communique.briefs.render.screen import Screen, more, safe
from communique.domain import Difference, Wording, names

HEADING = "What was said, by issue"
LEGEND = (
    "What several reports have of one utterance stands together, with the words underlined that differ; of other "
    "speakers one statement is shown. A statement on several issues counts on each."
)
NOTHING = "No statement was found."
UNKNOWN = "Speaker not known"
WORDINGS: Mapping[Wording, str] = {
    "identical": "the same words", "variant": "the same utterance, worded differently",
    "paraphrase": "the same in other words",
}  # fmt: skip
PAIRS = 4  # of words that differ, told below an utterance
SPEAKERS = 6  # of other statements on an issue, of whom the first words are shown
TOPICS, UTTERANCES, REPORTS = 8, 2, 3  # of a brief, an issue and an utterance, that a terminal shows unless all are

RELATIVE = frozenset({"who", "which", "that"})  # no speaker to begin with: `Mr Vale, WHO said`
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})

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


def alike(reports: Sequence[Report]) -> list[list[Report]]:
    """The reports, those in the same words together; marks of quotation are a matter of type."""
    found: dict[str, list[Report]] = {}
    for report in reports:
        words = "".join(text for text, _ in pieces(report)).translate(QUOTES).casefold()
        found.setdefault(words, []).append(report)
    return list(found.values())


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


def first_words(topic: Topic, lines: Mapping[str, Line]) -> list[tuple[Said, str]]:
    """Of the speakers of the other statements the first few, each with one statement that the brief has."""
    first = [(said, said.statements[0]) for said in topic.others[:SPEAKERS] if said.statements]
    return [(said, statement) for said, statement in first if statement in lines]


def remaining(topic: Topic) -> list[Said]:
    """The other statements without those of which the first words are shown."""
    first, others = topic.others[:SPEAKERS], topic.others[SPEAKERS:]
    told = [replace(said, statements=said.statements[1:]) for said in first if len(said.statements) > 1]
    return [*told, *others]


def rest(topic: Topic) -> str:
    """How many these are, and by whom."""
    held = remaining(topic)
    number = sum(len(said.statements) for said in held)
    named = [f"{name(said)} {len(said.statements):,}" for said in held[:SPEAKERS]]
    more = [phrases.counted(len(held) - SPEAKERS, "more speaker")] if len(held) > SPEAKERS else []
    return f"{phrases.counted(number, 'more statement')}: {', '.join([*named, *more])}" if number else ""


def elsewhere(topic: Topic) -> str:
    """How many utterances on this issue stand under one before it."""
    number = len(topic.elsewhere)
    return f"{phrases.counted(number, 'utterance')} of several reports under another issue above" if number else ""


def speaker(said: Said, line: Line) -> str:
    """Who speaks, as a heading before a statement, unless its own words for the speaker have the same name."""
    printed = names.folded(line.speaker.text) if line.speaker else ""
    return "" if said.name and names.folded(said.name) in printed else f"{name(said)}: "


def excerpt(line: Line, text: str) -> str:
    """The first words of a statement, with who says it in the words of its article; `text` is that of its document."""
    pieces = quotation(line, text)
    joined = pieces[0].part == "speaker" and pieces[0].text.casefold() in RELATIVE
    return phrases.capitalised(portraits.excerpt(pieces[joined:]))


def terminal(brief: Brief, text_of: Mapping[str, str], screen: Screen) -> Iterator[RenderableType]:
    """Utterances of several reports in full, of other speakers the first words."""
    lines = {line.statement: line for line in brief.lines}
    yield Text(LEGEND if brief.topics else NOTHING, "brief.soft")
    topics = screen.first(brief.topics, TOPICS)
    for topic in topics:
        yield Text.assemble("\n", (safe(topic.label), "brief.name"), (f"  {carried(topic)}", "brief.soft"))
        held = screen.first(topic.aligned, UTTERANCES)
        for item in held:
            yield from _aligned(item, brief.sources, screen)
        for said, statement in first_words(topic, lines):
            line = lines[statement]
            words = excerpt(line, text_of[line.context.document])
            told = Text.assemble((safe(speaker(said, line)), "brief.where"), safe(words))
            yield Padding(told.append(f" · {phrases.place(line)}", "brief.soft"), (0, 2))
        facts = [Text(safe(fact), "brief.soft") for fact in (rest(topic), elsewhere(topic)) if fact]
        for fact in (*more(len(topic.aligned) - len(held), "such utterance"), *facts):
            yield Padding(fact, (0, 2))
    yield from more(len(brief.topics) - len(topics), "issue")


def _aligned(item: Aligned, sources: Sequence[Source], screen: Screen) -> Iterator[RenderableType]:
    heading = Text.assemble((safe(name(item)), "brief.where"), (f"  {verdict(item)}", "brief.soft"))
    yield Padding(heading, (0, 2))
    worded = alike(item.reports)
    shown = screen.first(worded, REPORTS)
    for reports in shown:
        said = Text()
        for text, differs in pieces(reports[0]):
            said.append(safe(text), "brief.differs" if differs else "")
        places = "; ".join(where(report, sources) for report in reports)
        said.append(f" · {safe(places)}", "brief.soft")
        yield Padding(said, (0, 4))
    for note in more(sum(map(len, worded[len(shown) :])), "report"):
        yield Padding(note, (0, 4))
    if told := differing(item.differences):
        yield Padding(Text(safe(told), "brief.soft"), (0, 4))


def markdown(brief: Brief, text_of: Mapping[str, str], escaped: Callable[[str], str]) -> Iterator[str]:
    """The same in Markdown, words that differ in bold; `escaped` writes a text so that Markdown shows it as it is."""
    lines = {line.statement: line for line in brief.lines}
    yield f"## {HEADING}\n\n{LEGEND.replace('underlined', 'in bold') if brief.topics else NOTHING}\n"
    for topic in brief.topics:
        yield f"### {escaped(topic.label)}\n\n{carried(topic)}\n"
        for item in topic.aligned:
            yield f"- **{escaped(name(item))}** · {verdict(item)}"
            for reports in alike(item.reports):
                words = phrases.emphasised(pieces(reports[0]), escaped)
                places = [f"({escaped(where(report, brief.sources))})[^{report.statement}]" for report in reports]
                yield f"  - {words} {', '.join(places)}"
            if told := differing(item.differences):
                yield f"  - {escaped(told)}"
        for said, statement in first_words(topic, lines):
            line = lines[statement]
            shown = [(speaker(said, line), True), (excerpt(line, text_of[line.context.document]), False)]
            yield f"- {phrases.emphasised(shown, escaped)}[^{statement}]"
        yield from (f"- {escaped(fact)}" for fact in (rest(topic), elsewhere(topic)) if fact)
        yield ""
