"""What every form of briefs.render.RENDERERS promises for any record."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.briefs import compose
from communique.briefs.render import RENDERERS
from communique.domain import (
    Actor,
    ActorMention,
    Article,
    Document,
    Event,
    EventStatus,
    Failure,
    Place,
    Record,
    Span,
    Statement,
)

EACH_RENDERER = pytest.mark.parametrize("form", RENDERERS)
MANY = settings(max_examples=20, deadline=None)

MARKUP = ("<b>", "&amp;", "]](x)", "**", "[bold]", "`", "|", "\\", "</script>", "“", '"', "#", "\n", "\n\n", "$", "é")
PASSAGE = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(min_size=1, max_size=6)), min_size=1, max_size=8)
NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8).filter(str.strip)

DATES = ("2031", "2031-02", "2031-02-31", "2031-02-28T10:30Z", "2031-W07", "203", "0000", "9999-12-31", "2031-SU",
    "2030/2031-02", "2031/2030", "P3D", "PRESENT_REF", "Tuesday", "-", "", None)  # fmt: skip

Spans = Callable[[object], Iterator[Span]]


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A page of one article in which one speaker says a few things, the words any that hypothesis likes."""
    said = [f"w{' '.join(draw(PASSAGE))}w" for _ in range(draw(st.integers(1, 3)))]
    name = draw(NAMES).strip()
    text = "".join(f"{name} said {words}.\n\n" for words in said)
    text = text.encode("utf-8", "replace").decode("utf-8")
    document = Document(id="d", source=draw(NAMES), sha256="0", media_type="text/plain", text=text)
    statements, at = [], 0
    for number, words in enumerate(words.encode("utf-8", "replace").decode("utf-8") for words in said):
        start = at + len(name) + len(" said ")
        statements.append(
            Statement(
                id=f"s{number}",
                article="a",
                kind="indirect",
                speakers=("x",),
                speaker=document.span(at, at + len(name)),
                cue=document.span(at + len(name) + 1, at + len(name) + 5),
                content=(document.span(start, start + len(words)),),
                confidence=1.0,
            )
        )
        at = start + len(words) + len(".\n\n")
    body = document.span(0, len(text)).trimmed()
    assert body is not None
    mention = ActorMention(span=document.span(0, len(name)), form="named")
    dates = draw(st.lists(st.sampled_from(DATES), max_size=6))
    events = [
        Event(
            id=f"v{number}",
            label=draw(NAMES),
            kind="meeting",
            type=draw(st.sampled_from(("CONSULT", "SAY", None))),
            actors=("x", "nobody"),
            place=draw(st.sampled_from((None, Place(name=name), Place(name="Riga", country="LVA")))),
            date=date,
            status=draw(st.sampled_from(get_args(EventStatus))),
            mentions=(mention.span,),
        )
        for number, date in enumerate(dates)
    ]
    return Record(
        documents=(document,),
        articles=(Article(id="a", document="d", body=(body,)),),
        actors=(Actor(id="x", name=name, type="person", mentions=(mention,)),),
        statements=tuple(replace(item, occasion=draw(st.sampled_from(("v0", None)))) for item in statements),
        events=tuple(events),
        timeline=tuple(event.id for event in events),
        failures=(Failure(source=draw(NAMES), stage="sources", reason=draw(NAMES)),),
    )


@EACH_RENDERER
@MANY
@given(record=records())
def test_any_record_is_rendered_and_the_same_one_the_same_way(form: str, record: Record) -> None:
    text = RENDERERS[form](compose(record), record)
    assert text == RENDERERS[form](compose(record), record)
    assert text.strip()
    text.encode("utf-8")


@MANY
@given(record=records())
def test_a_brief_says_what_its_sources_say(record: Record, spans: Spans) -> None:
    (document,) = record.documents
    found = list(spans(compose(record)))
    assert all(span.text == document.text[span.start : span.end] for span in found)
    contents = {span for statement in record.statements for span in statement.content}
    assert contents <= set(found)


@EACH_RENDERER
def test_a_record_of_nothing_is_rendered_too(form: str) -> None:
    assert RENDERERS[form](compose(Record()), Record()).strip()
