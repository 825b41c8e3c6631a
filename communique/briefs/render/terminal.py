"""A brief for the terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.briefs.brief import Brief, Gap, Line, Report, Source
from communique.briefs.gate import gated
from communique.briefs.render import comparison, entries, highlights, phrases, portraits, stands, topics
from communique.briefs.render.quotation import quotation
from communique.briefs.render.screen import Screen, headed, more, printed, safe
from communique.briefs.timeline import folded
from communique.domain import Record, soundness

_PLAIN = Screen()

VOICES, STATEMENTS = 6, 3  # speakers, and statements of each, that are shown unless all are
DATED, UNDATED = 20, 5  # events
PROFILES, ITEMS = 6, 3  # actors of a kind, and offices or names of each
SOURCES = 30


@gated
def render(brief: Brief, record: Record, screen: Screen = _PLAIN) -> str:
    """The brief as a terminal shows it; every statement names the article and the characters that it rests on."""
    return printed(_parts(brief, soundness.texts(record.documents), screen), screen)


def _parts(brief: Brief, text_of: dict[str, str], screen: Screen) -> Iterator[RenderableType]:
    yield Text(safe(phrases.heading(brief.scope)), "brief.head")
    yield from (Text(safe(fact)) for fact in phrases.made_from(brief.scope))
    yield from _stories(brief)
    yield from headed(highlights.HEADING)
    yield from highlights.terminal(brief)
    yield from headed(stands.HEADING)
    yield from stands.terminal(brief)
    yield from headed(topics.HEADING)
    yield from topics.terminal(brief, text_of, screen)
    yield from comparison.parts(brief, screen)
    if brief.timeline:
        yield from headed("What happened when")
        yield Text(f"{entries.LEGEND} {portraits.REFERENCES}", "brief.soft")
        yield from _timeline(brief, screen)
    yield from headed("Who said what")
    yield from _voices(brief, text_of, screen)
    if brief.actors:
        yield from headed("Who is who")
        yield Text(f"{portraits.LEGEND} {portraits.REFERENCES}", "brief.soft")
        yield from _portraits(brief, screen)
    yield from headed("The sources")
    sources = screen.first(brief.sources, SOURCES)
    for source in sources:
        yield from _source(source)
    yield from more(len(brief.sources) - len(sources), "article")
    if brief.gaps:
        yield from headed("What the program could not read or tell")
        yield from _gaps(brief.gaps)


def _voices(brief: Brief, text_of: dict[str, str], screen: Screen) -> Iterator[RenderableType]:
    if not (brief.voices or brief.unnamed):
        yield Text(topics.NOTHING, "brief.soft")
    voices = screen.first(brief.voices, VOICES)
    for voice in voices:
        yield Text.assemble(
            "\n", (safe(phrases.name(voice)), "brief.name"), (f"  {phrases.heard(voice)}", "brief.soft")
        )
        if voice.about:
            yield Text(safe(" · ".join(voice.about)), "brief.soft")
        yield from _reports(voice.reports, brief.sources, text_of, screen)
    for note in more(len(brief.voices) - len(voices), "speaker"):
        yield Text.assemble("\n", note)
    if brief.unnamed:
        yield Text("\nSpeaker not known", "brief.name")
        yield from _reports(brief.unnamed, brief.sources, text_of, screen)


def _stories(brief: Brief) -> Iterator[RenderableType]:
    if brief.stories:
        yield Text(f"\n{phrases.stories(len(brief.stories))}:")
    for title, chapters in phrases.outline(brief.stories):
        yield Padding(Text(safe(title)), (0, 2))
        yield from (Padding(Text(safe(chapter)), (0, 4)) for chapter in chapters)


def _timeline(brief: Brief, screen: Screen) -> Iterator[RenderableType]:
    timeline = brief.timeline if screen.full else folded(brief.timeline, DATED, UNDATED)
    for part in entries.parts(timeline):
        yield Text(f"\n{part.heading}", "brief.head")
        table = Table.grid(padding=(0, 2))
        table.add_column(style="brief.where", max_width=21)
        table.add_column()
        before = ""
        for entry in part.main:
            date = entries.when(entry) if entry.date else ""
            facts = [*entries.about(entry), entries.told(entry, brief.sources), entries.said(entry)]
            words = Text.assemble(safe(entry.label), (f"\n{safe(' · '.join(filter(None, facts)))}", "brief.soft"))
            table.add_row(date if date != before else "", words)
            before = date
        yield Padding(table, (0, 2))
        if part.minor:
            yield Padding(Text(entries.tail(part), "brief.soft"), (0, 2))


def _portraits(brief: Brief, screen: Screen) -> Iterator[RenderableType]:
    for kind, profiles, minor in portraits.by_kind(brief.actors):
        yield Text(f"\n{portraits.HEADINGS[kind]}", "brief.head")
        shown = screen.first(profiles, PROFILES)
        for profile in shown:
            about = " · ".join([*portraits.about(profile), portraits.reach(profile)])
            yield Text.assemble((safe(portraits.name(profile)), "brief.name"), (f"  {safe(about)}", "brief.soft"))
            facts = Table.grid(padding=(0, 2))
            facts.add_column(style="brief.soft", no_wrap=True)
            for fact in portraits.facts(profile, brief.sources):
                if screen.full or fact.label in portraits.IDENTITY:
                    facts.add_row(fact.label, safe("; ".join(screen.first(fact.items, ITEMS))))
            yield Padding(facts, (0, 2))
        yield from more(len(profiles) - len(shown), "actor")
        if minor:
            yield Text(portraits.tail(kind, minor, others=bool(profiles)), "brief.where")
        if minor and screen.full:
            yield Padding(Text(safe(portraits.tail_lines(minor))), (0, 4))


def _first(reports: Sequence[Report], most: int) -> Iterator[Report]:
    """The reports with so many of their statements, of each the first, then the second.

    Quotations go before, and the same words are not shown twice.
    """
    ranked = sorted(
        (
            (rank, report.source, line)
            for report in reports
            for rank, line in enumerate(sorted(report.lines, key=lambda line: (line.doubtful, line.kind == "indirect")))
        ),
        key=lambda item: item[:2],
    )
    worded: dict[str, str] = {}
    for *_, line in ranked:
        worded.setdefault(" ".join(span.text for span in line.content), line.statement)
    kept = set(list(worded.values())[:most])
    for report in reports:
        if lines := tuple(line for line in report.lines if line.statement in kept):
            yield replace(report, lines=lines)


def _reports(
    reports: Sequence[Report], sources: tuple[Source, ...], text_of: dict[str, str], screen: Screen
) -> Iterator[RenderableType]:
    shown = reports if screen.full else tuple(_first(reports, STATEMENTS))
    for report in shown:
        source = sources[report.source - 1]
        where = f", {phrases.published(source)}, article {source.number}"
        yield Padding(Text.assemble((safe(phrases.outlet(source)), "brief.where"), (where, "brief.soft")), (0, 2))
        for line in report.lines:
            yield Padding(_statement(line, text_of[line.context.document]), (0, 4))
    for note in more(sum(len(r.lines) for r in reports) - sum(len(r.lines) for r in shown), "statement"):
        yield Padding(note, (0, 2))


def _statement(line: Line, text: str) -> Text:
    said = Text()
    for piece in quotation(line, text):
        style = f"brief.{piece.part}" if piece.part in {"speaker", "cue"} else ""
        said.append(safe(phrases.in_line(piece.text)), style)
    said.append("\n")
    said.append(
        " · ".join(map(safe, [*phrases.notes(line), *phrases.occasion(line)])),
        "brief.doubt" if line.doubtful else "brief.soft",
    )
    said.append(f" · {phrases.place(line)}", "brief.soft")
    return said


def _source(source: Source) -> Iterator[RenderableType]:
    outlet = phrases.how(source.outlet.how, source.outlet.evidence) if source.outlet else ""
    published = phrases.how(source.published.how, source.published.evidence) if source.published else ""
    yield Text.assemble((f"{source.number:>3}  ", "brief.name"), (safe(phrases.title(source)), "brief.where"))
    known = Text(" · ").join(
        Text.assemble(safe(value), (safe(f" ({how})" if how else ""), "brief.soft"))
        for value, how in ((phrases.outlet_alone(source), outlet), (phrases.published(source), published))
    )
    facts = {
        "written in": source.dateline.place if source.dateline else "",
        "origin:": phrases.origin(source),
        "story:": source.story,
        "set aside:": phrases.cleaned(source),
    }
    told = " · ".join(f"{label} {fact}" for label, fact in facts.items() if fact)
    for line in (known, Text(safe(told)), Text(safe(source.path), "brief.soft")):
        if line:
            yield Padding(line, (0, 0, 0, 5))


def _gaps(gaps: tuple[Gap, ...]) -> Iterator[RenderableType]:
    for kind, heading in phrases.GAPS.items():
        of_kind = [gap for gap in gaps if gap.kind == kind]
        if of_kind:
            yield Text(heading, "brief.where")
        for gap in of_kind:
            yield Padding(Text(safe(phrases.gap(gap))), (0, 2))
