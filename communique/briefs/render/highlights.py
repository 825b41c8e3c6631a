"""How `What happened` reads, in every form of a brief: sentences of the articles, each with where it stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from communique.briefs.brief import Brief, Source
from communique.briefs.render import phrases
from communique.briefs.render.screen import safe
from communique.briefs.summary import Highlight

HEADING = "What happened"
LEGEND = (
    "Sentences of the articles as they stand, chosen for what most of them carry and begin with: the weightiest lead, "
    "then the others, the latest first."
)
NOTHING = "No article tells in a sentence of its own what happened or was said."


def by_story(summary: Iterable[Highlight]) -> list[tuple[str | None, list[Highlight]]]:
    """The sentences under the titles of their stories; under None where there is one story only."""
    return [(story, list(held)) for story, held in groupby(summary, key=lambda item: item.story)]


def reference(item: Highlight) -> str:
    """Where a sentence stands: the article's number and the characters of its page."""
    return f"article {item.source}, {item.sentence.start}–{item.sentence.end}"


def reach(item: Highlight) -> str:
    """How widely what it tells is carried, where by more than one report; outlets where no unknown one makes more."""
    parts = [phrases.counted(item.outlets, "outlet")] if item.outlets > 1 and item.outlets >= item.origins else []
    parts += [phrases.counted(item.origins, "independent origin")] if item.origins > 1 else []
    return f"carried by {phrases.joined(parts)}" if parts else ""


def where(item: Highlight, sources: Sequence[Source]) -> str:
    """Who printed it, when, and where it stands."""
    source = sources[item.source - 1]
    return f"{phrases.outlet(source)}, {phrases.published(source)}, {reference(item)}"


def terminal(brief: Brief) -> Iterator[RenderableType]:
    """The sentences, or that there are none."""
    yield Text(LEGEND if brief.summary else NOTHING, "brief.soft")
    for story, items in by_story(brief.summary):
        if story:
            yield Text(f"\n{safe(phrases.one_line(story))}", "brief.head")
        for item in items:
            said = Text.assemble(
                "\n" if not story or item is not items[0] else "",
                safe(phrases.one_line(item.sentence.text)),
                (f"\n{safe(' · '.join(filter(None, (where(item, brief.sources), reach(item)))))}", "brief.soft"),
            )
            yield Padding(said, (0, 2))


def markdown(brief: Brief, escaped: Callable[[str], str]) -> Iterator[str]:
    """The same in Markdown; `escaped` writes a text so that Markdown shows it as it is."""
    yield f"## {HEADING}\n\n{LEGEND if brief.summary else NOTHING}\n"
    for story, items in by_story(brief.summary):
        if story:
            yield f"### {escaped(story)}\n"
        for item in items:
            path = brief.sources[item.source - 1].path
            facts = ", ".join(filter(None, (where(item, brief.sources), path, reach(item))))
            yield f"- {escaped(item.sentence.text)} ({escaped(facts)})"
        yield ""
