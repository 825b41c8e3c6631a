"""A brief in Markdown (CommonMark, with the footnotes of GitHub and Pandoc)."""

import re
from collections.abc import Iterable, Iterator

from communique.briefs.brief import Brief, Entry, Report, Source
from communique.briefs.gate import gated
from communique.briefs.render import comparison, entries, highlights, phrases, portraits, stands, topics
from communique.briefs.render.quotation import quotation
from communique.briefs.render.screen import safe
from communique.domain import Record, soundness

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$&]")
_OPENING = re.compile(r"^(\d{0,9})([-+=.)])")  # what would make a line a list, a heading or a rule


@gated
def render(brief: Brief, record: Record) -> str:
    """The brief with a footnote for each statement: page, characters and the sentence that it stands in."""
    return "\n".join(_blocks(brief, soundness.texts(record.documents)))


@gated
def render_comparison(brief: Brief, _record: Record) -> str:
    """Agreements, differences and omissions alone."""
    found = comparison.blocks(brief, escaped) if comparison.compared(brief) else [f"{comparison.NOTHING}\n"]
    return "\n".join((f"# {phrases.headline(brief.scope)}\n", *found))


def escaped(text: str) -> str:
    """The text on one line, so written that Markdown shows it as it is."""
    return _OPENING.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", safe(phrases.one_line(text))))


def _blocks(brief: Brief, text_of: dict[str, str]) -> Iterator[str]:
    yield f"# {escaped(phrases.heading(brief.scope))}\n"
    yield from (f"{escaped(fact)}\n" for fact in phrases.made_from(brief.scope))
    yield from _stories(brief)
    yield from highlights.markdown(brief, escaped)
    yield from stands.markdown(brief, escaped)
    yield from topics.markdown(brief, text_of, escaped)
    yield from comparison.blocks(brief, escaped)
    yield from _timeline(brief)
    yield from _voices(brief, text_of)
    yield from _portraits(brief)
    yield "## The sources\n"
    for source in brief.sources:
        yield from _source(source)
    yield ""
    if brief.gaps:
        yield "## What the program could not read or tell\n"
        yield from (f"- {phrases.GAPS[gap.kind]}: {escaped(phrases.gap(gap))}" for gap in brief.gaps)
        yield ""
    yield "## Evidence\n"
    yield from _footnotes(brief)


def _voices(brief: Brief, text_of: dict[str, str]) -> Iterator[str]:
    yield "## Who said what\n"
    if not (brief.voices or brief.unnamed):
        yield f"{topics.NOTHING}\n"
    for voice in brief.voices:
        yield f"### {escaped(phrases.name(voice))}\n"
        yield " · ".join([*map(escaped, voice.about), phrases.heard(voice)]) + "\n"
        yield from _reports(voice.reports, brief.sources, text_of)
    if brief.unnamed:
        yield "### Speaker not known\n"
        yield from _reports(brief.unnamed, brief.sources, text_of)


def _footnotes(brief: Brief) -> Iterator[str]:
    for line in brief.lines:
        path = escaped(brief.sources[line.source - 1].path)
        yield f"[^{line.statement}]: {path}, {phrases.place(line)}: {escaped(line.context.text)}\n"
    for part in entries.parts(brief.timeline):
        for entry in part.main:
            yield f"[^{entry.event}]: {' · '.join(_evidence(entry, brief.sources))}\n"


def _stories(brief: Brief) -> Iterator[str]:
    if brief.stories:
        yield f"{phrases.stories(len(brief.stories))}:\n"
        for title, chapters in phrases.outline(brief.stories):
            yield f"- {escaped(title)}"
            yield from (f"  - {escaped(chapter)}" for chapter in chapters)
        yield ""


def _timeline(brief: Brief) -> Iterator[str]:
    if brief.timeline:
        yield f"## What happened when\n\n{escaped(entries.LEGEND)}\n"
    for part in entries.parts(brief.timeline):
        yield f"### {part.heading}\n"
        for entry in part.main:
            date = f"**{escaped(entries.when(entry))}**: " if entry.date else ""
            tellers = phrases.joined([name for name, _ in entries.tellers(entry, brief.sources)][: entries.OUTLETS])
            facts = [*entries.about(entry), tellers, entries.said(entry)]
            yield f"- {date}{escaped(entry.label)} · {escaped(' · '.join(filter(None, facts)))}[^{entry.event}]"
        yield f"- {entries.tail(part)}\n" if part.minor else ""


def _evidence(entry: Entry, sources: tuple[Source, ...]) -> Iterator[str]:
    """Page, characters and sentence of the first tellings."""
    for telling in entry.told[: entries.OUTLETS]:
        path, start, end = escaped(sources[telling.source - 1].path), telling.first.start, telling.first.end
        yield f"{path}, article {telling.source}, {start}–{end}: {escaped(telling.context.text)}"


def _portraits(brief: Brief) -> Iterator[str]:
    if brief.actors:
        yield f"## Who is who\n\n{portraits.LEGEND} {escaped(portraits.REFERENCES)}\n"
    for kind, profiles, minor in portraits.by_kind(brief.actors):
        yield f"### {portraits.HEADINGS[kind]}\n"
        for profile in profiles:
            about = " · ".join([*portraits.about(profile), portraits.reach(profile)])
            yield f"- **{escaped(portraits.name(profile))}** · {escaped(about)}"
            for fact in portraits.facts(profile, brief.sources):
                yield f"  - {fact.label} {escaped('; '.join(fact.items))}"
        if minor:
            yield f"- {portraits.tail(kind, minor, others=bool(profiles))}: {escaped(portraits.tail_lines(minor))}"
        yield ""


def _reports(reports: Iterable[Report], sources: tuple[Source, ...], text_of: dict[str, str]) -> Iterator[str]:
    for report in reports:
        source = sources[report.source - 1]
        yield f"**{escaped(phrases.outlet(source))}**, {phrases.published(source)} (article {source.number})\n"
        for line in report.lines:
            said = "".join(piece.text for piece in quotation(line, text_of[line.context.document]))
            yield f"> {escaped(said)}[^{line.statement}]  "
            yield f"> — {escaped(', '.join([*phrases.notes(line), *phrases.occasion(line)]))}\n"


def _source(source: Source) -> Iterator[str]:
    outlet = f" ({phrases.how(source.outlet.how, source.outlet.evidence)})" if source.outlet else ""
    published = f" ({phrases.how(source.published.how, source.published.evidence)})" if source.published else ""
    yield f"{source.number}. **{escaped(phrases.title(source))}**  "
    yield f"   {escaped(phrases.outlet_alone(source) + outlet)}  "
    yield f"   {escaped(phrases.published(source) + published)}  "
    if source.dateline:
        yield f"   {escaped(f'written in {source.dateline.place}')}  "
    if origin := phrases.origin(source):
        yield f"   {escaped(f'origin: {origin}')}  "
    if source.story:
        yield f"   {escaped(f'story: {source.story}')}  "
    if cleaned := phrases.cleaned(source):
        yield f"   {escaped(f'set aside: {cleaned}')}  "
    yield f"   {escaped(source.path)}"
