"""Conflicts over one event: when and where it was, how long it took, whether it came to pass; readings by hand."""

from dataclasses import replace

import pytest

from communique.domain import (
    Actor,
    ActorMention,
    Event,
    EventMention,
    EventStatus,
    Mention,
    TimeExpression,
)
from tests.stories.checks.hand import Pile, named, sides


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("Monday", "2031-03-03"), ("March 3", "2031-03-03"), None),
        (("Monday", "2031-03-03"), ("in March", "2031-03"), "difference-in-precision"),
        (("Monday", "2031-03-03"), ("Tuesday", "2031-03-04"), "contradiction"),
        (("Monday", None), ("March 3", "2031-03-03"), "difference-in-precision"),
    ],
)
def test_dates_of_one_event(one: tuple[str, str | None], other: tuple[str, str | None], verdict: str | None) -> None:
    pile = Pile(f"They met {one[0]}.", f"The two held talks {other[0]}.")
    for i, (words, value) in enumerate((one, other)):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value),))
    pile.meeting({"time": 0}, {"time": 0})
    found = pile.found("date")
    assert [c.verdict for c in found] == ([verdict] if verdict else [])
    assert [sides(c) for c in found] == ([sorted((one[0], other[0]))] if verdict else [])


@pytest.mark.parametrize(
    ("one", "other", "verdicts"),
    [
        ("They met at {}", "The two held talks at {}", ["contradiction"]),
        ("They met at {}", "The talks ended at {}", []),
    ],
)
def test_the_hours_of_one_event(one: str, other: str, verdicts: list[str]) -> None:
    pile = Pile(one.format("6 a.m."), other.format("8 a.m."))
    for i, hour in enumerate((6, 8)):
        time = TimeExpression(span=pile.words(i, f"{hour} a.m."), value=f"2031-03-03T0{hour}:00", type="TIME")
        pile.add(i, times=(time,))
    pile.meeting({"time": 0}, {"time": 0})
    assert [found.verdict for found in pile.found("date")] == verdicts


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Bergen", "Bergen", None),
        ("Bergen", "Norway", "difference-in-precision"),
        ("Bergen", "Lisbon", "contradiction"),
        ("Bergen", "Stavanger", "cannot-tell"),
        ("the harbour", "the old town", None),
    ],
)
def test_places_of_one_event(one: str, other: str, verdict: str | None) -> None:
    pile = Pile(f"They met in {one}.", f"The two held talks in {other}.")
    for i, words in enumerate((one, other)):
        pile.add(i, mentions=(Mention(span=pile.words(i, words), type="place", form="named"),))
    pile.meeting({"places": (0,)}, {"places": (0,)})
    assert [c.verdict for c in pile.found("place")] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [("PT90M", "PT1H", "difference-in-precision"), ("PT30M", "PT3H", "contradiction"), ("PT1H", "PT1H", None)],
)
def test_durations_of_one_event(one: str, other: str, verdict: str | None) -> None:
    pile = Pile("They met for so long.", "The two talked for so long.")
    for i, value in enumerate((one, other)):
        pile.add(i, times=(TimeExpression(span=pile.words(i, "so long"), value=value, type="DURATION"),))
    pile.meeting({}, {})
    assert [c.verdict for c in pile.found("duration")] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Osk told of three hours of tense talks.", ["so long", "three hours"]),
        ("Osk told of the talks, which lasted three hours.", ["so long", "three hours"]),
        ("Osk flew home three hours after the talks.", []),
    ],
)
def test_durations_beside_the_words_for_the_event(text: str, found: list[str]) -> None:
    pile = Pile("They met for so long.", text)
    for i, (words, value) in enumerate((("so long", "PT90M"), ("three hours", "PT3H"))):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value, type="DURATION"),))
    mentions = [pile.all(0), pile.words(1, "talks")]
    for i, span in enumerate(mentions):
        pile.add(i, events=(EventMention(span=span, trigger=span, kind="meeting", confidence=1.0),))
    pile.put(events=(Event(id="e", label="M", kind="meeting", status="occurred", mentions=tuple(mentions)),))
    assert [words for c in pile.found("duration") for words in sides(c)] == found


def test_a_page_tells_that_one_place_lies_in_another() -> None:
    pile = Pile("They met in Vik, in the province of Arda.", "The two held talks in Arda.")
    narrow, wide, other = (
        Mention(span=pile.words(i, words), type="place", form="named")
        for i, words in ((0, "Vik"), (0, "Arda"), (1, "Arda"))
    )
    pile.add(0, mentions=(narrow, wide))
    pile.add(1, mentions=(other,))
    pile.meeting({"places": (0,)}, {"places": (0,)})
    (found,) = pile.found("place")
    assert (found.verdict, sides(found)) == ("difference-in-precision", ["Arda", "Vik"])


def test_what_was_to_come_is_no_conflict_unless_it_is_an_encounter() -> None:
    pile = Pile("They will vote.", "They voted.")
    pile.meeting({"status": "planned", "kind": "election"}, {"kind": "election"})
    pile.put(events=(replace(pile.record.events[0], kind="election"),))
    assert pile.found("characterisation") == []


@pytest.mark.parametrize(
    ("other", "length", "lasted"),
    [
        ("It was the first meeting in 18 months.", "18 months", "P18M"),
        ("They met a week after the war.", "a week", "P1W"),
    ],
)
def test_how_long_ago_is_no_duration(other: str, length: str, lasted: str) -> None:
    pile = Pile("They met for nine hours.", other)
    for i, (words, value) in enumerate((("nine hours", "PT9H"), (length, lasted))):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value, type="DURATION"),))
    pile.meeting({}, {})
    assert pile.found("duration") == []


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("The two held talks off the cape in Indonesian waters.", 1),
        ("The two held talks off the cape in Malaysian territorial waters.", 0),
        ("The two held talks and sailed in Indonesian waters.", 0),
    ],
)
def test_in_whose_waters_it_was(other: str, found: int) -> None:
    pile = Pile("They met at night in Malaysian waters.", other)
    pile.meeting({"trigger": pile.words(0, "met")}, {"trigger": pile.words(1, "talks")})
    assert [c.verdict for c in pile.found("place")] == ["contradiction"] * found


def test_the_year_of_the_article_is_no_other_date() -> None:
    pile = Pile("They met this year.", "They met on 3 May.", days=("2031-06-03", "2031-06-03"))
    for i, (words, value) in enumerate((("this year", "2031"), ("3 May", "2031-05-03"))):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value),))
    pile.meeting({"time": 0}, {"time": 0})
    assert pile.found("date") == []


def test_a_house_in_the_town_is_told_more_closely() -> None:
    pile = Pile("They went to Oslo.", "They went to the embassy in Oslo.")
    for i in (0, 1):
        pile.add(i, mentions=(Mention(span=pile.words(i, "Oslo"), type="place", form="named"),))
    embassy = Mention(span=pile.words(1, "the embassy in Oslo"), type="office", form="nominal")
    pile.add(1, mentions=(*pile.readings["a1"].mentions, embassy))
    pile.meeting({"places": (0,)}, {"places": (0,), "recipients": (1,)})
    (found,) = pile.found("place")
    assert (found.verdict, sides(found)) == ("difference-in-precision", ["Oslo", "the embassy in Oslo"])


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("planned", "occurred", "update"),
        ("occurred", "denied", "contradiction"),
        ("occurred", "occurred", None),
        ("planned", "threatened", None),
    ],
)
def test_whether_it_happened(one: EventStatus, other: EventStatus, verdict: str | None) -> None:
    pile = Pile("They will meet.", "They met.")
    pile.meeting({"status": one}, {"status": other})
    assert [c.verdict for c in pile.found("characterisation")] == ([verdict] if verdict else [])


@pytest.mark.parametrize(("day", "found"), [("2031-03-04", 0), ("2031-03-05", 1)])
def test_a_plan_told_before_its_day_is_no_other_report_of_what_came_of_it(day: str, found: int) -> None:
    pile = Pile("They will meet.", "They met.", days=(day, "2031-03-06"))
    pile.meeting({"status": "planned"}, {"status": "occurred"})
    pile.put(events=(replace(pile.record.events[0], date="2031-03-05"),))
    assert len(pile.found("characterisation")) == found


def test_the_deaths_of_one_person_are_one_event() -> None:
    pile = Pile("Tarn was killed on the third.", "Tarn was killed on the fifth.")
    named(pile, (0, "Tarn", "named"), (1, "Tarn", "named"))
    actor = replace(pile.record.actors[0], name="Tarn")
    events = []
    for i, (words, day) in enumerate((("the third", "2031-03-03"), ("the fifth", "2031-03-05"))):
        mention = EventMention(
            span=pile.all(i), trigger=pile.words(i, "killed"), kind="killing", time=0, confidence=1.0
        )
        pile.add(i, events=(mention,), times=(TimeExpression(span=pile.words(i, words), value=day),))
        events.append(Event(id=f"e{i}", label="K", kind="killing", status="occurred", recipients=("x",),
                            mentions=(pile.all(i),)))  # fmt: skip
    pile.put(actors=(actor,), events=tuple(events))
    (found,) = pile.found("date")
    assert (found.verdict, sides(found)) == ("contradiction", ["the fifth", "the third"])


def test_one_report_may_tell_of_a_plan_and_of_the_deed() -> None:
    pile = Pile("They were to meet; they met.")
    mention = EventMention(span=pile.all(0), trigger=pile.all(0), kind="meeting", confidence=1.0)
    plan, deed = pile.words(0, "They were to meet"), pile.words(0, "they met")
    told = replace(mention, span=plan, trigger=plan, status="planned"), replace(mention, span=deed, trigger=deed)
    pile.add(0, events=told)
    event = Event(id="e", label="Meeting", kind="meeting", status="occurred", mentions=(plan, deed))
    pile.put(events=(event,))
    assert pile.found("characterisation") == []


def test_dates_by_other_events_are_shown_side_by_side() -> None:
    pile = Pile("A day after they met, it rained. It comes a day after Tarn met Osk.", "Before he left, Tarn met Osk.")
    mention = EventMention(span=pile.all(0), trigger=pile.all(0), kind="meeting", confidence=1.0)
    spans = pile.words(0, "Tarn met Osk"), pile.words(1, "Tarn met Osk")
    for i, span in enumerate(spans):
        pile.add(i, events=(replace(mention, span=span, trigger=span),))
    pile.put(events=(Event(id="e", label="Meeting", kind="meeting", status="occurred", mentions=spans),))
    (found,) = pile.found("date")
    assert (found.verdict, sides(found)) == ("difference-in-precision", ["Before he left", "a day after"])


def test_a_report_that_tells_both_is_no_side_in_whether_it_happened() -> None:
    pile = Pile("They met.", "They met; the meeting was reported.")
    statuses: tuple[EventStatus, ...] = ("occurred", "occurred", "alleged")
    spans = (pile.words(0, "They met"), pile.words(1, "They met"), pile.words(1, "the meeting"))
    for span, status, i in zip(spans, statuses, (0, 1, 1), strict=True):
        mention = EventMention(span=span, trigger=span, kind="meeting", status=status, confidence=1.0)
        pile.add(i, events=(*pile.readings[f"a{i}"].events, mention))
    pile.put(events=(Event(id="e", label="M", kind="meeting", status="occurred", mentions=spans),))
    assert pile.found("characterisation") == []


def planned(pile: Pile, i: int, words: str, trigger: str, **more: object) -> EventMention:
    mention = EventMention(
        span=pile.words(i, words), trigger=pile.words(i, trigger), kind="meeting", status="planned", confidence=1.0
    )
    return replace(mention, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("second", "months"), [("meet again", ["June", "May"]), ("meet a friend", [])])
def test_the_next_meeting_is_one_wherever_it_is_set(second: str, months: list[str]) -> None:
    texts = "They will meet again in Vik in May.", f"The two are to {second} in Arda, in the first days of June."
    pile = Pile(*texts, days=("2031-03-03", "2031-03-03"))
    for i, (words, month, value) in enumerate((("meet again", "May", "2031-05"), (second, "June", "2031-06"))):
        time = TimeExpression(span=pile.words(i, month), value=value)
        pile.add(i, times=(time,), events=(planned(pile, i, words, "meet"),))
    pile.put(
        events=tuple(
            Event(id=f"e{i}", label="Meeting", kind="meeting", status="planned", mentions=(pile.words(i, words),))
            for i, words in enumerate(("meet again", second))
        )
    )
    assert [sides(found) for found in pile.found("date")] == ([months] if months else [])


@pytest.mark.parametrize(
    "text", ["Lund met Berg in the border town on Friday for four hours.", "The talks in Vik that lasted four hours."]
)
def test_how_long_a_meeting_took_is_told_behind_it(text: str) -> None:
    pile = Pile("They met for nine hours.", text)
    for i, (words, value) in enumerate((("nine hours", "PT9H"), ("four hours", "PT4H"))):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value, type="DURATION"),))
    words = "met" if "met" in text else "talks"
    pile.meeting({}, {"span": pile.words(1, words), "trigger": pile.words(1, words)})
    (event,) = pile.record.events
    pile.put(events=(replace(event, mentions=(pile.all(0), pile.words(1, words))),))
    (found,) = pile.found("duration")
    assert sides(found) == ["four hours", "nine hours"]


def test_a_town_without_the_marks_of_its_language_is_no_other_town() -> None:
    pile = Pile("They met in Orleáns.", "The two held talks in Orleans.")
    for i, town in enumerate(("Orleáns", "Orleans")):
        pile.add(i, mentions=(Mention(span=pile.words(i, town), type="place", form="named"),))
    pile.meeting({"places": (0,)}, {"places": (0,)})
    assert pile.found("place") == []


@pytest.mark.parametrize(
    ("second", "found"), [("The meeting lasted two hours.", 1), ("The flood lasted two hours.", 0)]
)
def test_how_long_it_was_stands_in_the_next_sentence(second: str, found: int) -> None:
    pile = Pile("They met for nine hours.", f"They met in Vik. {second}")
    for i, (words, value) in enumerate((("nine hours", "PT9H"), ("two hours", "PT2H"))):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value, type="DURATION"),))
    pile.add(1, sentences=(pile.words(1, "They met in Vik."), pile.words(1, second)))
    mentions = [pile.words(0, "They met for nine hours"), pile.words(1, "They met")]
    for i, span in enumerate(mentions):
        pile.add(i, events=(EventMention(span=span, trigger=span, kind="meeting", confidence=1.0),))
    pile.put(events=(Event(id="e", label="M", kind="meeting", status="occurred", mentions=tuple(mentions)),))
    assert len(pile.found("duration")) == found


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Osk called Lind for 40 minutes.", "Osk and Lind: the call lasted half an hour.", "difference-in-precision"),
        ("Osk and Lind met for three hours.", "Osk received Lind. The audience took 90 minutes.", "contradiction"),
        ("Osk and Lind met for three hours.", "Osk left after barely 90 minutes of talks with Lind.", "contradiction"),
        ("Osk and Lind met for three hours.", "Osk flew 90 minutes after talks with Lind.", None),
        ("Osk and Lind met for three hours.", "Osk called Lind. The call took 90 minutes.", None),
    ],
)  # fmt: skip
def test_lengths_of_an_encounter_that_no_event_names(one: str, other: str, verdict: str | None) -> None:
    pile = Pile(one, other)
    lengths = {"40 minutes": "PT40M", "half an hour": "PT30M", "three hours": "PT3H", "90 minutes": "PT90M"}
    for i, text in enumerate((one, other)):
        words = next(words for words in lengths if words in text)
        time = TimeExpression(span=pile.words(i, words), value=lengths[words], type="DURATION")
        sentences = [part.rstrip(".") + "." for part in text.split(". ")]
        pile.add(i, times=(time,), sentences=tuple(pile.words(i, sentence) for sentence in sentences))
    for name in ("Osk", "Lind"):
        spans = [ActorMention(span=pile.words(i, name), form="named") for i in (0, 1)]
        pile.put(actors=(*pile.record.actors, Actor(id=name, name=name, type="person", mentions=tuple(spans))))
    assert [c.verdict for c in pile.found("duration")] == ([verdict] if verdict else [])
