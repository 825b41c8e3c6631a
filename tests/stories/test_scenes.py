"""Where and when a report sets an event."""

from dataclasses import replace

from communique.domain import Actor, ActorMention, Event, EventMention, Mention, TimeExpression
from communique.stories.scenes import Scene, scenes, told_in
from tests.stories.checks.hand import Pile


def only(pile: Pile) -> Scene:
    (scene,) = scenes(pile.record, pile.readings)["e"]
    return scene


def meeting(text: str, words: str, place: str, day: str) -> Pile:
    pile = Pile(text)
    span = pile.words(0, words)
    pile.add(
        0,
        events=(EventMention(span=span, trigger=span, kind="meeting", confidence=1.0),),
        mentions=(Mention(span=pile.words(0, place), type="place", form="named"),),
        times=(TimeExpression(span=pile.words(0, day), value="2031-03-04"),),
    )
    pile.put(events=(Event(id="e", label="Meeting", kind="meeting", status="occurred", mentions=(span,)),))
    return pile


def test_the_place_and_day_of_a_gathering_are_those_of_talks_on_its_sidelines() -> None:
    pile = meeting(
        "The two met on the sidelines of the herring congress, held in Skerry on March 4.", "met", "Skerry", "March 4"
    )
    scene = only(pile)
    assert [place.text for place in scene.places] == ["Skerry"]
    assert [time.span.text for time in scene.times] == ["March 4"]
    assert told_in(scene, scene.places[0]).text == "met on the sidelines of the herring congress, held in Skerry"


def test_a_place_that_is_merely_in_the_sentence_is_not_taken() -> None:
    scene = only(meeting("The two met as boats left Skerry on March 4.", "met", "Skerry", "March 4"))
    assert (scene.places, scene.times) == ((), ())


def test_a_time_opens_the_clause_that_begins_with_when() -> None:
    scene = only(meeting("It has been calm in Skerry since March 4, when they met.", "they met", "Skerry", "March 4"))
    assert [time.span.text for time in scene.times] == ["March 4"]


def test_since_when_a_thing_lasts_is_no_day_of_what_is_done_to_it() -> None:
    pile = meeting("They met in Skerry on a line dead since March 4.", "met", "Skerry", "March 4")
    (event,) = pile.readings["a0"].events
    pile.add(0, events=(replace(event, time=0, since=True),))
    assert only(pile).times == ()


def in_town(other_day: str | None, *, named: str = "Tarn and Osk") -> Pile:
    """Talks of Tarn and Osk in Skerry, and a summit there in a sentence that names some."""
    pile = Pile("Tarn met Osk in Skerry.", f"{named} spoke of their summit in Skerry.")
    actors: dict[str, list[ActorMention]] = {name: [] for name in ("Tarn", "Osk", "Moll")}
    for i, words in enumerate(("Tarn met Osk in Skerry", "their summit in Skerry")):
        people = [name for name in actors if name in pile.texts[i]]
        mentions = [Mention(span=pile.words(i, name), type="person", form="named") for name in people]
        for name, mention in zip(people, mentions, strict=True):
            actors[name].append(ActorMention(span=mention.span, form="named"))
        place = Mention(span=pile.words(i, "Skerry"), type="place", form="named")
        span = pile.words(i, words)
        event = EventMention(span=span, trigger=span, kind="meeting", places=(len(people),), confidence=1.0)
        pile.add(i, mentions=(*mentions, place), events=(event,))
    talks = Event(id="e", label="Talks", kind="meeting", actors=("Tarn", "Osk"), date="2031-03-04", status="occurred",
                  mentions=(pile.words(0, "Tarn met Osk in Skerry"),))  # fmt: skip
    summit = replace(talks, id="f", actors=(), date=other_day, mentions=(pile.words(1, "their summit in Skerry"),))
    cast = tuple(Actor(id=name, name=name, type="person", mentions=tuple(found)) for name, found in actors.items())
    pile.put(events=(talks, summit), actors=cast)
    return pile


def test_encounters_in_one_town_that_nothing_tells_apart_are_shown_together() -> None:
    pile = in_town("2031")
    assert [len(found) for found in scenes(pile.record, pile.readings).values()] == [2, 0]


def test_encounters_of_other_days_or_people_are_not() -> None:
    for pile in (in_town("2030"), in_town(None, named="Moll")):
        assert [len(found) for found in scenes(pile.record, pile.readings).values()] == [1, 1]
