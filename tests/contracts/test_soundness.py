"""What every view and export promises: no words of a page that do not stand there, byte for byte."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

import pytest

from communique.briefs import Brief, compose
from communique.briefs.render import COMPARISONS, RENDERERS, events, quotes, stands
from communique.briefs.render.screen import Screen
from communique.domain import (
    Conflict,
    Corroboration,
    Difference,
    Event,
    Issue,
    Record,
    Side,
    Span,
    Utterance,
)
from communique.exports import attributions, positions
from communique.exports import events as tables
from communique.stories.checks import positions as stances
from communique.stories.checks import relations
from tests.stories.piles import pile, said

FORGED = "FORGED"
LISTS = ("articles", "actors", "statements", "utterances", "events", "corroborations", "conflicts")
View = Callable[[Record], str]


def of_brief(render: Callable[[Brief, Record], str]) -> View:
    return lambda record: render(compose(record), record)


def of_table(made: Callable[[Record, str], str], form: str) -> View:
    return lambda record: made(record, form)


VIEWS: dict[str, View] = {
    **{f"brief {name}": of_brief(form) for name, form in RENDERERS.items()},
    **{f"check {name}": of_brief(form) for name, form in COMPARISONS.items()},
    **{f"attributions {name}": form for name, form in attributions.FORMS.items()},
    **{f"positions {name}": form for name, form in positions.FORMS.items()},
    **{f"events {name}": of_table(tables.events, name) for name in tables.FORMS},
    **{f"mentions {name}": of_table(tables.mentions, name) for name in tables.FORMS},
    "table of events": of_brief(events.render),
    "table of positions": of_brief(partial(stands.render, screen=Screen())),
    "marked page": quotes.render,
}
EACH_VIEW = pytest.mark.parametrize("view", VIEWS)


def forge(value: Any) -> Any:
    """The same with other words in every passage, at the same place."""
    if isinstance(value, Span):
        return replace(value, text=FORGED + value.text[len(FORGED) :])
    if isinstance(value, tuple):
        return tuple(map(forge, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: forge(getattr(value, field.name)) for field in fields(value)})
    return value


@pytest.fixture(scope="module")
def record() -> Record:
    """One page with an item in every list."""
    made = pile(
        said("Ida Berg", "criticised", "the Peruvian blockade", issues=("reef",)),
        said("Juan Paz", "welcomed", "the reef fund", "In Lima on Monday ", issues=("reef",)),
    )
    one, other = made.statements[0].content[0], made.statements[1].content[0]
    reef = Issue(id="reef", label="The reef", description="Whose the reef is.", found="taxonomy")
    made = relations.check(stances.check(replace(made, issues=(reef,)), {}), {})
    sentence = made.articles[0].body[1]
    return replace(
        made,
        events=(Event(id="e", label="Welcome", kind="welcome", status="occurred", mentions=(sentence,)),),
        timeline=("e",),
        utterances=(
            Utterance(
                id="u",
                statements=tuple(item.id for item in made.statements),
                wording="variant",
                differences=(Difference(a=one, b=other),),
            ),
        ),
        corroborations=(Corroboration(id="c", claim="reef", support=(one, other), outlets=(), independent_origins=1),),
        conflicts=(
            Conflict(
                id="k",
                kind="wording",
                about="reef",
                sides=(Side(span=one), Side(span=other)),
                verdict="wording",
                why="w",
            ),
        ),
    )


@EACH_VIEW
@pytest.mark.parametrize("kind", LISTS)
def test_no_view_shows_words_that_do_not_stand_in_the_page(view: str, kind: str, record: Record) -> None:
    assert FORGED not in VIEWS[view](replace(record, **{kind: forge(getattr(record, kind))}))


@EACH_VIEW
def test_words_that_stand_elsewhere_in_the_page_are_not_shown_as_said(view: str, record: Record) -> None:
    page = record.documents[0]
    text = VIEWS[view](replace(record, documents=(replace(page, text=f"A line more.\n{page.text}"),)))
    assert "<figure" not in text
    assert "the reef fund" not in text or "html" in view  # which has the page itself


@pytest.mark.parametrize("form", RENDERERS)
def test_no_renderer_shows_what_a_composer_made_up(form: str, record: Record) -> None:
    brief = compose(record)
    assert brief.summary
    assert brief.topics[0].others
    made_up = replace(brief, **{name: forge(getattr(brief, name)) for name in ("summary", "voices", "agreements")})
    text = RENDERERS[form](made_up, record)
    assert FORGED not in text
    assert "found only in composing" in text


@pytest.mark.parametrize("kind", ["statements", "events", "actors", "corroborations"])
def test_what_is_dropped_is_reported(kind: str, record: Record) -> None:
    brief = compose(replace(record, **{kind: forge(getattr(record, kind))}))
    found = [gap for gap in brief.gaps if gap.kind == "dropped"]
    assert bool(found) == bool(getattr(record, kind))
