from dataclasses import replace

import pytest

from communique.domain import (
    Article,
    Document,
    Event,
    Position,
    Published,
    Record,
    Span,
    Statement,
    Utterance,
    soundness,
)

TEXT = "Ann Lee said that it rained. Bo Ray left on Monday."
PAGE = Document(id="d", source="d.txt", sha256="0", media_type="text/plain", text=TEXT)


def words(text: str) -> Span:
    return PAGE.span(TEXT.index(text), TEXT.index(text) + len(text))


def forged(text: str) -> Span:
    return replace(words(text), text="x" * len(text))


RAIN = Statement(id="rain", article="a", kind="indirect", content=(words("that it rained"),), confidence=1)
LEFT = Event(id="left", label="Departure", kind="departure", status="occurred", mentions=(words("Bo Ray left"),))
RECORD = Record(
    documents=(PAGE,),
    articles=(Article(id="a", document="d", body=(words(TEXT),)),),
    statements=(RAIN,),
    events=(LEFT,),
    positions=(Position(actor="x", issue="i", stance="seeks", toward="rain", evidence=("rain",), events=("left",)),),
    utterances=(Utterance(id="u", statements=("rain",), wording="identical"),),
    timeline=("left",),
)


def test_a_record_that_stands_stays_as_it_is() -> None:
    assert soundness.check(RECORD) == (RECORD, soundness.Dropped())


def test_what_rests_on_a_statement_that_is_gone_goes_too() -> None:
    sound, dropped = soundness.check(replace(RECORD, statements=(replace(RAIN, cue=forged("said")),)))
    assert (sound.statements, sound.utterances) == ((), ())
    assert [(item.evidence, item.events) for item in sound.positions] == [((), ("left",))]
    assert [item.id for item in dropped.statements] == ["rain"]
    assert dropped.comparisons == 1


def test_an_event_goes_with_its_place_in_the_timeline() -> None:
    sound, dropped = soundness.check(replace(RECORD, events=(replace(LEFT, mentions=(forged("Bo Ray left"),)),)))
    assert (sound.events, sound.timeline) == ((), ())
    assert [item.id for item in dropped.events] == ["left"]


def test_a_date_goes_without_the_words_that_state_it() -> None:
    stated = Published(date="2031-03-03", precision="day", how="stated", evidence=forged("Monday"))
    sound, dropped = soundness.check(replace(RECORD, articles=(replace(RECORD.articles[0], published=stated),)))
    assert sound.articles[0].published is None
    assert dropped.claims == (("a", "published"),)


@pytest.mark.parametrize(
    "span",
    [
        Span(document="x", start=0, end=2, text="ab"),
        Span(document="d", start=0, end=2, text="ax"),
        Span(document="d", start=-2, end=3, text="abc"),
        Span(document="d", start=1, end=1, text=""),
        Span(document="d", start=1, end=9, text="bc"),
    ],
)
def test_words_that_are_not_there_do_not_stand(span: Span) -> None:
    assert not soundness.stands(span, {"d": "abc"})
