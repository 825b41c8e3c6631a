"""Conflicts: reports agree, they conflict, it cannot be told. A kind at a time, on readings made by hand."""

from dataclasses import replace

import pytest

from communique.domain import (
    Actor,
    ActorMention,
    Conflict,
    Difference,
    Event,
    EventMention,
    EventStatus,
    Mention,
    Quantity,
    Statement,
    TimeExpression,
    Utterance,
)
from communique.stories.checks import conflicts
from tests.stories.checks.hand import Pile


def sides(conflict: Conflict) -> list[str]:
    return sorted(side.span.text for side in conflict.sides)


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


def test_hours_of_talks_are_those_of_the_meeting_that_the_report_is_about() -> None:
    pile = Pile("They met for so long.", "They met. Three hours of talks were not enough.")
    for i, (words, value) in enumerate((("so long", "PT90M"), ("Three hours", "PT3H"))):
        pile.add(i, times=(TimeExpression(span=pile.words(i, words), value=value, type="DURATION"),))
    mentions = [pile.words(0, "They met for so long"), pile.words(1, "They met")]
    for i, span in enumerate(mentions):
        pile.add(i, events=(EventMention(span=span, trigger=span, kind="meeting", confidence=1.0),))
    pile.put(events=(Event(id="e", label="M", kind="meeting", status="occurred", mentions=tuple(mentions)),))
    (found,) = pile.found("duration")
    assert sides(found) == ["Three hours", "so long"]


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


def killed(pile: Pile, i: int, words: str, low: float | None, high: float | None) -> None:
    quantity = Quantity(span=pile.words(i, words), low=low, high=high, counted="persons", fate="killed")
    pile.add(i, quantities=(*pile.readings[f"a{i}"].quantities, quantity))


@pytest.mark.parametrize(
    ("days", "verdict"),
    [
        (("2031-03-03", "2031-03-03"), "contradiction"),
        (("2031-03-03", "2031-03-05"), "update"),
        ((None, None), "cannot-tell"),
    ],
)
def test_tolls_that_exclude_each_other(days: tuple[str | None, ...], verdict: str) -> None:
    pile = Pile("The blast killed 12 people.", "The blast killed 15 people.", days=days)
    killed(pile, 0, "12 people", 12, 12)
    killed(pile, 1, "15 people", 15, 15)
    (found,) = pile.found("number")
    assert found.verdict == verdict
    assert sides(found) == ["12 people", "15 people"]


def test_the_same_toll_with_at_least_is_no_other() -> None:
    pile = Pile("The blast killed 12 people.", "The blast killed at least 12 people.")
    killed(pile, 0, "12 people", 12, 12)
    killed(pile, 1, "at least 12 people", 12, None)
    assert pile.found("number") == []


def test_a_report_that_has_both_numbers_tells_of_two_things() -> None:
    pile = Pile("The blast killed 12 people.", "The blast killed 12 people, 5 people of one family.")
    killed(pile, 0, "12 people", 12, 12)
    killed(pile, 1, "12 people", 12, 12)
    killed(pile, 1, "5 people", 5, 5)
    assert pile.found("number") == []


def test_a_whole_and_its_part_in_one_report_are_not_two_counts_of_others() -> None:
    pile = Pile("The blast killed 15 people.", "The blast killed 12 people.",
                "Twelve Norwegians were among 15 dead.")  # fmt: skip
    killed(pile, 0, "15 people", 15, 15)
    killed(pile, 1, "12 people", 12, 12)
    norwegians = Quantity(span=pile.words(2, "Twelve Norwegians"), low=12, high=12, counted="norwegian", fate="killed")
    dead = Quantity(span=pile.words(2, "15 dead"), low=15, high=15, fate="killed")
    pile.add(2, quantities=(norwegians, dead))
    assert pile.found("number") == []


def test_all_tolls_of_one_place_are_one_conflict_in_the_order_of_their_days() -> None:
    pile = Pile("The blast in Oslo killed 15 people.", "The blast in Oslo killed 12 people.",
                "The blast in Oslo killed 19 people.", "The blast in Rome killed 4 people.",
                days=("2031-03-05", "2031-03-03", "2031-03-07", "2031-03-03"))  # fmt: skip
    for i, (number, town) in enumerate(((15, "Oslo"), (12, "Oslo"), (19, "Oslo"), (4, "Rome"))):
        killed(pile, i, f"{number} people", number, number)
        pile.add(i, mentions=(Mention(span=pile.words(i, town), type="place", form="named"),))
    (found,) = pile.found("number")
    assert found.verdict == "update"
    assert [side.value for side in found.sides] == ["12", "15", "19"]


def aged(pile: Pile, i: int, words: str, years: float, counted: str | None) -> None:
    age = Quantity(span=pile.words(i, words), low=years, high=years, unit="years old", counted=counted)
    pile.add(i, quantities=(*pile.readings[f"a{i}"].quantities, age))


def test_two_ages_of_the_child_that_leads_both_reports() -> None:
    pile = Pile("A four-year-old boy fell into a shaft.", "Divers looked for a five-year-old.")
    aged(pile, 0, "four-year-old boy", 4, "children")
    aged(pile, 1, "five-year-old", 5, None)
    (found,) = pile.found("number")
    assert (found.about, found.verdict) == ("how old: boy", "contradiction")


def test_the_ages_of_a_man_and_a_child_are_no_conflict() -> None:
    pile = Pile("A four-year-old boy fell into a shaft.", "A five-year-old mare fell into a shaft.")
    aged(pile, 0, "four-year-old boy", 4, "children")
    aged(pile, 1, "five-year-old mare", 5, "mare")
    assert pile.found("number") == []


def test_depths_are_compared_in_one_unit() -> None:
    pile = Pile("The girl fell into a shaft 40 metres deep.", "The girl fell into a 131-foot-deep shaft.",
                "The girl fell into an 80m-deep shaft.")  # fmt: skip
    for i, (words, metres) in enumerate(
        (("40 metres deep", 40), ("131-foot-deep shaft", 39.9), ("80m-deep shaft", 80))
    ):
        depth = Quantity(span=pile.words(i, words), low=metres, high=metres, unit="m", counted="shaft", fate="deep")
        pile.add(i, quantities=(depth,))
    (found,) = pile.found("number")
    assert (found.about, found.verdict) == ("how deep the shaft is", "contradiction")
    assert [side.value for side in found.sides] == ["40 m", "40 m", "80 m"]


def test_rounded_numbers_differ_in_precision() -> None:
    pile = Pile("The flood killed 1,100 people.", "The flood killed 1,083 people.")
    killed(pile, 0, "1,100 people", 1100, 1100)
    killed(pile, 1, "1,083 people", 1083, 1083)
    assert [c.verdict for c in pile.found("number")] == ["difference-in-precision"]


@pytest.mark.parametrize(
    ("one", "other"), [(("dozens of divers", 24.0, 199.0), ("359 divers", 359.0, 359.0)),
                       (("30 people", 30.0, 30.0), ("20 men", 20.0, 20.0))],
)  # fmt: skip
def test_vague_counts_and_unlike_nouns_are_no_conflict(
    one: tuple[str, float, float], other: tuple[str, float, float]
) -> None:
    pile = Pile(f"Police of Bergen held back {one[0]} at the harbour gate.",
                f"At the harbour gate police of Bergen held back {other[0]}.")  # fmt: skip
    for i, (words, low, high) in enumerate((one, other)):
        pile.add(i, quantities=(Quantity(span=pile.words(i, words), low=low, high=high, counted="persons"),))
    pile.meeting({}, {})
    assert pile.found("number") == []


def quoted(pile: Pile, i: int, words: str, speaker: str, hearers: tuple[str, ...] = ()) -> Statement:
    span = pile.words(i, words)
    return Statement(
        id=f"t{i}", article=f"a{i}", kind="direct", speakers=(speaker,), content=(span,), verbatim=(span,),
        addressees=hearers, confidence=1.0,
    )  # fmt: skip


def persons(pile: Pile, *names: str) -> None:
    mention = ActorMention(span=pile.all(0), form="named")
    pile.put(actors=tuple(Actor(id=name, name=name, type="person", mentions=(mention,)) for name in names))


def test_a_quotation_in_other_words() -> None:
    pile = Pile("“It is a fake,” Lee said.", "“It is a fiction,” Lee said.")
    persons(pile, "Lee")
    pile.put(
        statements=(quoted(pile, 0, "“It is a fake,”", "Lee"), quoted(pile, 1, "“It is a fiction,”", "Lee")),
        utterances=(
            Utterance(
                id="u", statements=("t0", "t1"), wording="variant",
                differences=(Difference(a=pile.words(0, "fake"), b=pile.words(1, "fiction")),),
            ),
        ),
    )  # fmt: skip
    (found,) = pile.found("wording")
    assert found.verdict == "wording"
    assert sides(found) == ["“It is a fake,”", "“It is a fiction,”"]
    assert pile.found("attribution") == []


def test_the_reporters_words_around_a_quotation_are_no_other_wording() -> None:
    pile = Pile("Lee called it “a fake”.", "“We know it is a fake,” Lee said.")
    persons(pile, "Lee")
    told = replace(quoted(pile, 0, "called it “a fake”", "Lee"), verbatim=(pile.words(0, "“a fake”"),))
    difference = Difference(a=pile.words(0, "called"), b=pile.words(1, "know"))
    pile.put(
        statements=(told, quoted(pile, 1, "“We know it is a fake,”", "Lee")),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="variant", differences=(difference,)),),
    )
    assert pile.found("wording") == []


def test_all_wordings_of_one_passage_are_one_conflict() -> None:
    pile = Pile(
        "“The harbour map is a fake,” Lee said.",
        "“The harbour map is a fiction,” Lee said.",
        "“The harbour map is a legend,” Lee said.",
    )
    persons(pile, "Lee")
    words, passages = (
        ("fake", "fiction", "legend"),
        ("“The harbour map is a fake,”", "“The harbour map is a fiction,”", "“The harbour map is a legend,”"),
    )
    pile.put(
        statements=tuple(quoted(pile, i, passage, "Lee") for i, passage in enumerate(passages)),
        utterances=(
            Utterance(
                id="u", statements=("t0", "t1", "t2"), wording="variant",
                differences=tuple(Difference(a=pile.words(0, "fake"), b=pile.words(i, words[i])) for i in (1, 2)),
            ),
        ),
    )  # fmt: skip
    assert [sides(found) for found in pile.found("wording")] == [list(passages)]


def test_a_quotation_with_two_speakers() -> None:
    pile = Pile("“It is a fake,” Lee said.", "“It is a fake,” Ray said.")
    persons(pile, "Lee", "Ray")
    pile.put(
        statements=(quoted(pile, 0, "“It is a fake,”", "Lee"), quoted(pile, 1, "“It is a fake,”", "Ray")),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="identical"),),
    )
    (found,) = pile.found("attribution")
    assert found.verdict == "contradiction"


def test_one_report_does_not_say_to_whom() -> None:
    pile = Pile("“It is a fake,” Lee told Ray.", "“It is a fake,” Lee said.")
    persons(pile, "Lee", "Ray")
    pile.put(
        statements=(quoted(pile, 0, "“It is a fake,”", "Lee", ("Ray",)), quoted(pile, 1, "“It is a fake,”", "Lee")),
        utterances=(Utterance(id="u", statements=("t0", "t1"), wording="identical"),),
    )
    (found,) = pile.found("attribution")
    assert found.verdict == "difference-in-precision"


def test_whom_the_innermost_report_names_is_whom_it_was_said_to() -> None:
    pile = Pile("Lee told us that he warned Ray that “it ends tonight at nine”.", "“It ends tonight,” Lee repeated.")
    persons(pile, "Lee", "Ray")
    outer = quoted(pile, 0, "he warned Ray that “it ends tonight at nine”", "Lee")
    inner = replace(quoted(pile, 0, "that “it ends tonight at nine”", "Lee", ("Ray",)), id="inner", nested_in=outer.id)
    again = quoted(pile, 1, "“It ends tonight,”", "Lee")
    utterance = Utterance(id="u", statements=(outer.id, again.id), wording="identical")
    pile.put(statements=(outer, inner, again), utterances=(utterance,))
    assert [c.verdict for c in pile.found("attribution")] == ["difference-in-precision"]


def test_the_channel_that_was_told_is_no_hearer() -> None:
    pile = Pile("Lee told The Sound: “It ends.”", "“It ends,” Lee said.")
    persons(pile, "Lee", "sound")
    lee, sound = pile.record.actors
    pile.put(actors=(lee, replace(sound, type="org")))
    told = quoted(pile, 0, "“It ends.”", "Lee", ("sound",))
    again = quoted(pile, 1, "“It ends,”", "Lee")
    utterance = Utterance(id="u", statements=(told.id, again.id), wording="identical")
    pile.put(statements=(told, again), utterances=(utterance,))
    assert pile.found("attribution") == []


def test_words_of_grammar_are_no_other_wording() -> None:
    pile = Pile("Lee said his boat was gone.", "“My boat was gone,” Lee said.")
    persons(pile, "Lee")
    told = quoted(pile, 0, "his boat was gone", "Lee"), quoted(pile, 1, "“My boat was gone,”", "Lee")
    difference = Difference(a=pile.words(0, "his"), b=pile.words(1, "My"))
    utterance = Utterance(id="u", statements=("t0", "t1"), wording="variant", differences=(difference,))
    pile.put(statements=told, utterances=(utterance,))
    assert pile.found("wording") == []


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


def named(pile: Pile, *mentions: tuple[int, str, str], kind: str = "person") -> None:
    """One actor with a mention of each form in each article."""
    spans = []
    for i, words, form in mentions:
        mention = Mention(span=pile.words(i, words), type=kind, form=form)  # type: ignore[arg-type]
        pile.add(i, mentions=(*pile.readings[f"a{i}"].mentions, mention))
        spans.append(ActorMention(span=mention.span, form=mention.form))
    pile.put(actors=(Actor(id="x", name="X", type=kind, mentions=tuple(spans)),))  # type: ignore[arg-type]


def test_two_spellings_of_a_name() -> None:
    pile = Pile("Sergei Orlov spoke.", "Sergey Orlov spoke.")
    named(pile, (0, "Sergei Orlov", "named"), (1, "Sergey Orlov", "named"))
    (found,) = pile.found("name-spelling")
    assert sides(found) == ["Sergei", "Sergey"]


def test_every_article_shows_how_it_spells_a_name() -> None:
    pile = Pile("Sergei Orlov spoke. Sergey Orlov left.", "Sergey Orlov spoke.")
    named(pile, (0, "Sergei Orlov", "named"), (0, "Sergey Orlov", "named"), (1, "Sergey Orlov", "named"))
    (found,) = pile.found("name-spelling")
    assert sides(found) == ["Sergei", "Sergey", "Sergey"]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Tarnholm", "Tarnhelm", ["Tarnholm", "Tarnhelm"]),
        ("Lia Zicong", "Lia Sicong", ["Lia Sicong", "Lia Zicong"]),
        ("Zicong", "Sicong", []),
        ("Tarnholm", "Tarnholms", []),
    ],
)
def test_names_one_letter_apart(one: str, other: str, found: list[str]) -> None:
    pile = Pile(f"{one} spoke.", f"{other} left.")
    actors = []
    for i, name in enumerate((one, other)):
        mention = Mention(span=pile.words(i, name), type="person", form="named")
        pile.add(i, mentions=(mention,))
        actors.append(
            Actor(id=name, name=name, type="person", mentions=(ActorMention(span=mention.span, form="named"),))
        )
    pile.put(actors=tuple(actors))
    assert sorted(words for c in pile.found("name-spelling") for words in sides(c)) == sorted(found)
    assert {c.verdict for c in pile.found("name-spelling")} <= {"cannot-tell"}


def test_a_full_and_a_short_name_are_no_spellings() -> None:
    pile = Pile("Michael Orlov spoke.", "Mike Orlov spoke. ORLOV")
    named(pile, (0, "Michael Orlov", "named"), (1, "Mike Orlov", "named"), (1, "ORLOV", "named"))
    assert pile.found("name-spelling") == []


def test_a_soft_hyphen_is_no_spelling() -> None:
    pile = Pile("Jan \u00adHo-min spoke.", "Jan Ho-min spoke.")
    named(pile, (0, "Jan \u00adHo-min", "named"), (1, "Jan Ho-min", "named"))
    assert pile.found("name-spelling") == []


def test_a_label_that_judges_beside_one_that_does_not() -> None:
    pile = Pile("The self-declared president Jan Orlov spoke.", "Jan Orlov spoke.")
    named(pile, (0, "president Jan Orlov", "named"), (1, "Jan Orlov", "named"))
    (found,) = pile.found("characterisation")
    assert (found.verdict, sides(found)) == ("wording", ["Jan Orlov", "self-declared president Jan Orlov"])


def test_a_word_that_two_reports_share_sets_none_apart() -> None:
    pile = Pile("the occupied Tarn Valley", "the occupied Tarn Valley")
    named(pile, (0, "Tarn Valley", "named"), (1, "Tarn Valley", "named"), kind="place")
    assert pile.found("characterisation") == []


def test_an_agreement_by_two_names() -> None:
    pile = Pile("They left the Tarn Accord.", "They left the fishing pact. They miss the deal.")
    named(pile, (0, "the Tarn Accord", "named"), (1, "the fishing pact", "nominal"), (1, "the deal", "nominal"),
          kind="agreement")  # fmt: skip
    (found,) = pile.found("characterisation")
    assert sides(found) == ["the Tarn Accord", "the fishing pact"]


def test_a_report_that_tells_both_is_no_side_in_whether_it_happened() -> None:
    pile = Pile("They met.", "They met; the meeting was reported.")
    statuses: tuple[EventStatus, ...] = ("occurred", "occurred", "alleged")
    spans = (pile.words(0, "They met"), pile.words(1, "They met"), pile.words(1, "the meeting"))
    for span, status, i in zip(spans, statuses, (0, 1, 1), strict=True):
        mention = EventMention(span=span, trigger=span, kind="meeting", status=status, confidence=1.0)
        pile.add(i, events=(*pile.readings[f"a{i}"].events, mention))
    pile.put(events=(Event(id="e", label="M", kind="meeting", status="occurred", mentions=spans),))
    assert pile.found("characterisation") == []


def test_words_of_different_weight() -> None:
    pile = Pile("the regime of Orlov fell", "the government fell")
    named(pile, (0, "the regime of Orlov", "nominal"), (1, "the government", "nominal"), kind="government")
    (found,) = pile.found("characterisation")
    assert (found.verdict, sides(found)) == ("wording", ["the government", "the regime of Orlov"])


def test_one_article_alone_has_nothing_to_conflict_with() -> None:
    pile = Pile("The blast killed 12 people on Monday in Bergen.")
    killed(pile, 0, "12 people", 12, 12)
    assert conflicts.check(pile.record, pile.readings).conflicts == ()
