"""What points back at an event told before, what befell whom, and what is only asked for. People are invented."""

from collections.abc import Callable

import pytest

from communique import reading
from communique.domain import Article, Document, Reading
from communique.models import Models

Read = Callable[..., Reading]


def told(found: Reading) -> list[tuple[str, str]]:
    return [(event.kind, event.status) for event in found.events]


def parties(found: Reading, kind: str) -> list[set[str]]:
    event = next(event for event in found.events if event.kind == kind)
    return [{found.mentions[i].span.text for i in part} for part in (event.actors, event.recipients)]


@pytest.mark.parametrize(
    ("before", "again", "kind"),
    [
        ("Norway and Serbia agreed to open the border.", "Peru welcomed the deal.", "agreement"),
        ("Norway released the sailors.", "The release ended a long row.", "release"),
        ("Anna Berg phoned Carl Hansen.", "The call was short.", "phone call"),
        ("Norway and Serbia signed a treaty.", "Peru welcomed the signing.", "agreement signed"),
        ("The rocket blasted off.", "The launch was late.", "rocket launch"),
        ("Norway test-fired a missile.", "The launch was condemned.", "weapons test"),
    ],
)
def test_a_noun_that_points_back_is_a_mention_where_the_event_was_told(
    read: Read, before: str, again: str, kind: str
) -> None:
    kinds = [found for found, _ in told(read(f"{before} {again}"))]
    assert kinds.count(kind) == 2
    assert kind not in [found for found, _ in told(read(again))]


@pytest.mark.parametrize(
    "text",
    [
        "Norway backed Anna Berg. Polls showed that her support was low.",
        "Norway appointed Anna Berg. The nomination was for others.",
        "Norway and Serbia agreed to open the border. He knows what a good deal is.",
        "Norway pledged help to Peru. She won 40 pledged delegates.",
    ],
)
def test_what_is_of_somebody_else_or_of_any_does_not_point_back(read: Read, text: str) -> None:
    first = text.partition(".")[0] + "."
    assert len(told(read(text))) == len(told(read(first)))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Norway said the raid that killed two must not be allowed to end the talks.", "killing", "occurred"),
        ("Anna Berg is due in Oslo on Monday for talks with Carl Hansen.", "meeting", "planned"),
        ("He demanded that Anna Berg cancel her visit to Oslo.", "visit", "planned"),
        ("Anna Berg cancelled her visit to Oslo.", "visit", "cancelled"),
        ("Thousands marched to protest the plan.", "protest", "occurred"),
        ("It must be followed by a meeting of Anna Berg and Carl Hansen.", "meeting", "hypothetical"),
        ("Norway will reopen its embassy in Lima.", "opening", "planned"),
        (
            "Norway said that it did not want foreign military intervention in Peru.",
            "military intervention",
            "hypothetical",
        ),
        ("Norwegian envoys flew to Lima to discuss reopening their embassy there.", "opening", "hypothetical"),
        ("Norway put its talks off so that Anna Berg could visit Serbia.", "visit", "planned"),
        ("Voters might skip the election.", "election", "planned"),
        ("The border crossing was closed on Monday.", "closure", "occurred"),
        ("Carl Hansen was allowed to visit Anna Berg on Sunday.", "visit", "occurred"),
        ("Carl Hansen could be allowed to visit Anna Berg.", "visit", "hypothetical"),
        ("Norway will put Carl Hansen on trial.", "trial", "planned"),
    ],
)
def test_whether_it_came_to_pass(read: Read, text: str, kind: str, status: str) -> None:
    assert (kind, status) in told(read(text))


def test_the_people_of_two_states_told_by_one_noun_are_both(read: Read) -> None:
    found = read("The foreign ministers of Norway and Serbia met on Monday in Oslo.")
    assert parties(found, "meeting") == [{"Norway"}, {"Serbia"}]


def test_those_beside_the_speaker_hold_the_press_conference_too(read: Read) -> None:
    found = read("At a press conference with Carl Hansen, Anna Berg said that it was over.")
    assert parties(found, "press conference") == [{"Anna Berg", "Carl Hansen"}, set()]


def test_a_deed_can_be_backed(read: Read) -> None:
    assert told(read("Norway hailed the accord.")) == [("support", "occurred")]
    assert told(read("Norway hailed the weather.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "They denounced the pact struck on the lake.",
        "The sick sailors were flown to Oslo.",
        "New sanctions targeting 17 officials were welcome to nobody.",
        "Anna Berg declined comment.",
    ],
)
def test_another_sense(read: Read, text: str) -> None:
    assert not {kind for kind, _ in told(read(text))} & {"attack", "visit", "rejection"}


def test_the_mention_goes_to_the_end_of_what_hangs_on_the_verb(read: Read) -> None:
    found = read("Anna Berg held talks with Carl Hansen in Oslo on Monday.")
    assert found.events[0].span.text == "Anna Berg held talks with Carl Hansen in Oslo on Monday"


@pytest.mark.parametrize(("title", "many"), [("Calm in Oslo after summit", 1), ("No summit for Oslo", 0)])
def test_a_title_leaves_out_articles(models: Models, title: str, many: int) -> None:
    text = f"{title}\n\nOslo was calm."
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    head = document.span(0, len(title))
    article = Article(id="a", document="d", title=head, body=(document.span(len(title) + 2, len(text)),))
    assert [event.kind for event in reading.read(article, models).events] == ["summit"] * many


def test_nobody_frees_the_government_that_pays(read: Read) -> None:
    found = read("Anna Berg said her government had paid nothing for their release.")
    assert all(not event.recipients for event in found.events if event.kind == "release")
