"""How agreements and differences read, in every form of a brief, and on their own for the terminal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.briefs.brief import Agreement, Brief, Difference, Passage, Source
from communique.briefs.gate import gated
from communique.briefs.render import phrases
from communique.briefs.render.screen import Screen, headed, more, printed, safe
from communique.domain import ConflictKind, Record, Verdict

AGREED, DIFFERENT, OMITTED = "What several reports carry", "Where the reports differ", "What some reports leave out"
LEGEND = (
    "No winner is picked: every side stands with its words, and what kind of difference it is. Copies of one text "
    "count as one origin."
)
SHOWN = 12  # points under one heading that are not folded away
# Points under one heading, claims that agree, and passages of each, that a terminal shows unless all are.
BRIEFLY, AGREEMENTS, PASSAGES = 4, 6, 3
NOTHING = "No point was found that two reports tell."
VERDICTS: dict[Verdict, str] = {
    "contradiction": "They contradict each other",
    "update": "One is later than the other",
    "cannot-tell": "Whether they conflict cannot be told",
    "difference-in-precision": "One is more precise than the other",
    "wording": "Other words for the same",
}
KINDS: dict[ConflictKind, str] = {
    "number": "number",
    "date": "date",
    "place": "place",
    "duration": "duration",
    "wording": "words of a quotation",
    "attribution": "who said it to whom",
    "name-spelling": "spelling of a name",
    "characterisation": "how it is called",
    "omission": "left out",
}

_PLAIN = Screen()


def omissions(differences: Iterable[Difference]) -> list[Difference]:
    """What one report leaves out."""
    return [item for item in differences if item.kind == "omission"]


def by_verdict(differences: Iterable[Difference]) -> list[tuple[Verdict, list[Difference]]]:
    """The differences other than omissions under their verdicts, in the order of the brief."""
    told = [item for item in differences if item.kind != "omission"]
    return [(verdict, list(items)) for verdict, items in groupby(told, key=lambda item: item.verdict)]


def claim(agreement: Agreement) -> str:
    """What is claimed, with its dates as a reader writes them; a quotation stays as it is."""
    return agreement.claim if "“" in agreement.claim else phrases.dated(agreement.claim)


def carried(agreement: Agreement, sources: Sequence[Source]) -> str:
    """How widely a claim is carried: '4 articles of 3 outlets, 2 independent origins'; outlets where all are known."""
    carrying = [sources[number - 1] for number in {passage.source for passage in agreement.support}]
    outlets = {source.outlet.name for source in carrying if source.outlet}
    of = f" of {phrases.counted(len(outlets), 'outlet')}" if outlets and all(each.outlet for each in carrying) else ""
    origins = phrases.counted(agreement.independent_origins, "independent origin")
    return f"{phrases.counted(len(carrying), 'article')}{of}, {origins}"


def spellings(item: Difference, sources: Sequence[Source]) -> list[tuple[str, list[tuple[str, Passage]]]]:
    """Of a name that is spelt in several ways each spelling, with who prints it and where first."""
    found: dict[str, dict[str, Passage]] = {}
    for passage in item.sides:
        words = found.setdefault(phrases.one_line(passage.span.text), {})
        words.setdefault(phrases.printer(sources[passage.source - 1]), passage)
    return [(words, list(held.items())) for words, held in found.items()]


def _spelt(item: Difference, sources: Sequence[Source]) -> str:
    """The same in one line of plain text."""
    listed = [
        (words, [f"{name} [{held.source}:{held.span.start}–{held.span.end}]" for name, held in printed])
        for words, printed in spellings(item, sources)
    ]
    return "; ".join(f"“{words}”: {', '.join(places)}" for words, places in listed)


def pieces(passage: Passage) -> tuple[str, str, str]:
    """The sentence before, in and behind the words, on one line each."""
    start, end = passage.span.start - passage.context.start, passage.span.end - passage.context.start
    text = passage.context.text
    before, words, after = (phrases.one_line(part) for part in (text[:start], text[start:end], text[end:]))
    space_before = " " if text[:start].endswith((" ", "\n")) else ""
    space_after = " " if text[end:].startswith((" ", "\n")) else ""
    return before + space_before, words, space_after + after


def where(source: Source) -> str:
    """Who printed it, and when."""
    return f"{phrases.outlet(source)}, {phrases.published(source)}, article {source.number}"


def compared(brief: Brief) -> bool:
    """Whether anything was found to compare."""
    return bool(brief.agreements or brief.differences)


@gated
def render(brief: Brief, _record: Record, screen: Screen = _PLAIN) -> str:
    """Agreements, differences and omissions for a terminal."""
    return printed(_parts(brief, replace(screen, full=True)), screen)


def _parts(brief: Brief, screen: Screen) -> Iterator[RenderableType]:
    yield Text(phrases.headline(brief.scope), "brief.head")
    if not compared(brief):
        yield Text(NOTHING)
    yield from parts(brief, screen)
    for gap in brief.gaps:
        if gap.kind in {"unread", "dropped"}:
            yield Text(safe(f"{phrases.GAPS[gap.kind]}: {phrases.gap(gap)}"), "brief.soft")


def parts(brief: Brief, screen: Screen) -> Iterator[RenderableType]:
    """The same as parts of a brief."""
    told = by_verdict(brief.differences)
    if told:
        yield from headed(DIFFERENT)
        yield Text(LEGEND, "brief.soft")
    for verdict, items in told:
        yield Text(f"\n{VERDICTS[verdict]}", "brief.head")
        yield from _differences(items, brief.sources, screen)
    if left_out := omissions(brief.differences):
        yield from headed(OMITTED)
        yield from _differences(left_out, brief.sources, screen)
    if brief.agreements:
        yield from headed(AGREED)
    shown = screen.first(brief.agreements, AGREEMENTS)
    for agreement in shown:
        yield Text.assemble(
            "\n", (safe(claim(agreement)), "brief.name"), (f"  {carried(agreement, brief.sources)}", "brief.soft")
        )
        if screen.full:
            yield from _passages(agreement.support, brief.sources, screen)
        else:
            yield Padding(Text(safe(_places(agreement.support, brief.sources)), "brief.soft"), (0, 4))
    yield from more(len(brief.agreements) - len(shown), "claim")


def _places(passages: Iterable[Passage], sources: Sequence[Source]) -> str:
    """Where each article first tells it."""
    first: dict[int, str] = {}
    for held in passages:
        printed_by = phrases.printer(sources[held.source - 1])
        first.setdefault(held.source, f"{printed_by} [{held.source}:{held.span.start}–{held.span.end}]")
    return ", ".join(first.values())


def _differences(items: Sequence[Difference], sources: tuple[Source, ...], screen: Screen) -> Iterator[RenderableType]:
    shown = screen.first(items, BRIEFLY)
    for item in shown:
        yield Text.assemble(
            (safe(phrases.capitalised(item.about)), "brief.name"), (f"  {KINDS[item.kind]}", "brief.soft")
        )
        spelt = item.kind == "name-spelling"
        yield Padding(Text(safe(_spelt(item, sources) if spelt else item.why), "" if spelt else "brief.soft"), (0, 2))
        if not spelt:
            yield from _passages(item.sides, sources, screen)
    yield from more(len(items) - len(shown), "point")


def _different(passages: Iterable[Passage]) -> Iterator[Passage]:
    shown: set[int | str] = set()
    for passage in passages:
        keys: set[int | str] = {passage.source, phrases.one_line(passage.context.text)}
        if not keys & shown:
            yield passage
        shown |= keys


def _passages(passages: Sequence[Passage], sources: tuple[Source, ...], screen: Screen) -> Iterator[RenderableType]:
    """The passages; where not all are shown, the first ones, of each article one, and the same sentence once."""
    shown = passages if screen.full else tuple(islice(_different(passages), PASSAGES))
    for passage in shown:
        before, words, after = pieces(passage)
        said = Text.assemble(
            (safe(where(sources[passage.source - 1])), "brief.where"),
            "\n",
            safe(before),
            (safe(words), "brief.speaker"),
            safe(after),
            (f" · {passage.span.start}–{passage.span.end}", "brief.soft"),
        )
        yield Padding(said, (0, 4))
    for rest in more(len(passages) - len(shown), "passage"):
        yield Padding(rest, (0, 4))


def blocks(brief: Brief, escaped: Callable[[str], str]) -> Iterator[str]:
    """The same as blocks of Markdown; `escaped` writes a text so that Markdown shows it as it is."""
    parts_of = [(DIFFERENT, [(VERDICTS[verdict], items) for verdict, items in by_verdict(brief.differences)])]
    if left_out := omissions(brief.differences):
        parts_of.append((OMITTED, [("", left_out)]))
    for heading, groups in parts_of:
        if groups:
            yield f"## {heading}\n"
        for verdict, items in groups:
            yield from [f"### {verdict}\n"] if verdict else []
            for item in items:
                spelt = item.kind == "name-spelling"
                what = _spelt(item, brief.sources) if spelt else item.why
                yield f"- **{escaped(phrases.capitalised(item.about))}** ({KINDS[item.kind]}): {escaped(what)}"
                yield from () if spelt else _quoted(item.sides, brief.sources, escaped)
            yield ""
    if brief.agreements:
        yield f"## {AGREED}\n"
        for agreement in brief.agreements:
            yield f"- **{escaped(claim(agreement))}** ({carried(agreement, brief.sources)})"
            yield from _quoted(agreement.support, brief.sources, escaped)
        yield ""


def _quoted(passages: Iterable[Passage], sources: tuple[Source, ...], escaped: Callable[[str], str]) -> Iterator[str]:
    for passage in passages:
        before, words, after = pieces(passage)
        said = phrases.emphasised([(before, False), (words, True), (after, False)], escaped)
        place = f"{sources[passage.source - 1].path}, {passage.span.start}–{passage.span.end}"
        yield f"  - {escaped(where(sources[passage.source - 1]))}: {said} ({escaped(place)})"
