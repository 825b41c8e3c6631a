"""Which words tell of a certain deed or happening, and whom it befalls. Ministers, ships and courts are invented."""

from collections.abc import Callable

import pytest

from communique.domain import EventMention, Reading

Read = Callable[..., Reading]


def kinds(found: Reading) -> list[str]:
    return [event.kind for event in found.events]


def parties(found: Reading, event: EventMention) -> tuple[set[str], set[str]]:
    def names(indices: tuple[int, ...]) -> set[str]:
        return {found.mentions[index].span.text for index in indices}

    return names(event.actors), names(event.recipients)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferry sank on Monday.", "crash"),
        ("A drone struck a depot in Oslo on Monday.", "drone strike"),
        ("Mortar fire hit a school.", "shelling"),
        ("A barrage of rockets fell on the port.", "shelling"),
        ("Norway lodged a protest with the embassy.", "diplomatic protest"),
        ("Norway called its ambassador home on Monday.", "recall"),
        ("Norway offered last week to mediate.", "offer"),
        ("Police warned that marchers would be arrested.", "warning"),
        ("A bomb went off at noon.", "explosion"),
        ("A barge caught fire at noon.", "fire"),
        ("The roof collapsed at noon.", "accident"),
        ("A roof collapse was reported on Monday.", "accident"),
        ("The boy fell into a well.", "accident"),
        ("The crash left six miners dead.", "killing"),
        ("Carl Hansen was found dead on Monday.", "death"),
        ("Thieves robbed a bank clerk.", "robbery"),
        ("Nurses took to the streets on Monday.", "protest"),
        ("The court ruled that the ban was void.", "ruling"),
        ("The bill was rejected on Monday.", "rejection"),
        ("Voters went to the polls on Monday.", "election"),
        ("The firm cut 300 jobs.", "job cuts"),
        ("The minister was removed from office.", "dismissal"),
        ("Anna Berg has been behind bars since May.", "detention"),
        ("Norway's army exchanged fire with rebels.", "clash"),
        ("Norway put its army on high alert.", "alert"),
        ("Norway gave the Serbian envoy, Ana Holt, 48 hours to leave the country.", "expulsion"),
        ("Norway ordered two Serbian diplomats to leave the country.", "expulsion"),
        ("Norway suspended all flights to Serbia.", "suspension"),
        ("Norway suspended 60 million euros in aid to Serbia.", "suspension"),
        ("Police questioned Anna Berg for two hours.", "investigation"),
        ("Police searched the home of Anna Berg.", "seizure"),
        ("Norway hit Serbia with tariffs.", "sanction"),
        ("Three were detained.", "detention"),
        ("Six miners have been held in Oslo since May.", "detention"),
        ("Seventeen were freed on Monday.", "release"),
        ("The tanker was boarded on Monday.", "seizure"),
        ("The barge rammed a patrol boat.", "crash"),
        ("The Havbris collided with a patrol boat.", "crash"),
        ("A deal was reached in Oslo on Monday.", "agreement"),
    ],
)
def test_words_of_many_trades_name_happenings(read: Read, text: str, kind: str) -> None:
    assert kind in kinds(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Prices crashed on Monday.",
        "The party exploded with joy.",
        "A flood of complaints reached the minister.",
        "The minister is under fire.",
        "Norway met the strict new standards.",
        "Norway struck a careful balance.",
        "Anna Berg had not answered a request for comment.",
        "Norway was backed up by the rest.",
        "He works on a number of pressing issues.",
        "The minister ruled the town for years.",
        "Norway defended its people.",
        "He tends to blame others.",
        "Voters elect a parliament.",
        "Anna Berg won 300 votes.",
        "Anna Berg and Carl Hansen agree that it was late.",
        "Anna Berg agrees with Carl Hansen.",
        "Anna Berg seized on the mistake.",
        "The wounded, and their families, were flown home.",
        "Norway fed its imprisoned rebels.",
        "The court threw out the case.",
        "Anna Berg boarded her plane.",
        "The fair was held in Oslo.",
        "It is a view long held by Anna Berg.",
        "The strike hurt prices.",
    ],
)
def test_other_senses_and_habits_are_no_events(read: Read, text: str) -> None:
    assert kinds(read(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Six miners died in the shaft.", "death", set(), {"Six miners"}),
        ("Six miners rescued after blast", "rescue", set(), {"Six miners rescued after blast"}),
        ("Police attacked and arrested six miners.", "attack", {"Police"}, {"six miners"}),
        ("Six miners were seized and jailed by police.", "detention", {"police"}, {"Six miners"}),
        ("Rebels took three hostages in Serbia.", "abduction", {"Rebels"}, {"three hostages"}),
        ("French troops were withdrawn from Serbia.", "withdrawal of troops", {"French"}, {"Serbia"}),
        ("Rebels seized the envoy.", "capture", {"Rebels"}, {"the envoy"}),
        ("The plan drew criticism from Anna Berg.", "criticism", {"Anna Berg"}, set()),
        ("Anna Berg gave a speech addressing the attack in Oslo.", "attack", set(), set()),
        ("The attack, which Anna Berg called evil, shook Oslo.", "attack", set(), set()),
        ("Anna Berg's answer to the mass shooting in Oslo was odd.", "shooting", set(), set()),
        ("Anna Berg attacked Carl Hansen over taxes.", "criticism", {"Anna Berg"}, {"Carl Hansen"}),
        ("Anna Berg attacked Carl Hansen with a knife.", "attack", {"Anna Berg"}, {"Carl Hansen"}),
        ("There were reports that the army had detained six miners.", "detention", {"the army"}, {"six miners"}),
        ("Norway withdrew most of its troops from Serbia.", "withdrawal of troops", {"Norway"}, {"Serbia"}),
        ("Norway demanded that Serbia pay.", "demand", {"Norway"}, {"Serbia"}),
        ("Norway recalled its ambassador.", "recall", {"Norway"}, {"its ambassador"}),
        ("Norway summoned the envoy.", "summons", {"Norway"}, {"the envoy"}),
        ("The attack of the army by the rebels failed.", "attack", {"the rebels"}, {"the army"}),
        ("Anna Berg's rally in Oslo was loud.", "rally", {"Anna Berg"}, set()),
        ("Norway threw out two diplomats.", "expulsion", {"Norway"}, {"two diplomats"}),
    ],
)
def test_whom_it_befalls(read: Read, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    found = read(text)
    event = next(event for event in found.events if event.kind == kind)
    assert parties(found, event) == (actors, recipients)


def test_a_noun_can_mean_what_was_told_before(read: Read) -> None:
    assert kinds(read("Norway launched a rocket on Monday. The launch was loud.")) == ["weapons test"] * 2
    assert kinds(read("The launch was loud.")) == []


def test_only_somebody_named_gives_an_interview(read: Read) -> None:
    assert kinds(read("Anna Berg told CNN that it was late.")) == ["interview"]
    assert kinds(read("An official told CNN that it was late.")) == []


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("They have no link to the attack.", "attack", "occurred"),
        ("There were reports of the attack.", "attack", "occurred"),
        ("There were reports of an attack in Oslo.", "attack", "alleged"),
        ("Norway may launch an attack.", "attack", "hypothetical"),
        ("His ministry said in a statement that the Sultanate had hosted six rounds of talks.", "meeting", "occurred"),
        ("Rebels who'd attacked the town were jailed.", "attack", "occurred"),
        ("Norway accused Serbia of an attack; Serbia denied it.", "accusation", "occurred"),
        ("Anna Berg denied accusations by Carl Hansen.", "accusation", "occurred"),
        ("Norway agreed to find out who attacked Serbia.", "attack", "occurred"),
        ("Anna Berg had probably been killed soon after the storm.", "killing", "alleged"),
        ("Anna Berg said she would like to visit Serbia.", "visit", "hypothetical"),
        ("Anna Berg called for Carl Hansen to resign.", "resignation", "hypothetical"),
        ("Norway does not believe that Serbia attacked the town.", "attack", "denied"),
    ],
)
def test_what_is_taken_for_granted_has_come_to_pass(read: Read, text: str, kind: str, status: str) -> None:
    assert [event.status for event in read(text).events if event.kind == kind] == [status]


def test_nor_denies(read: Read) -> None:
    assert kinds(read("He did not leave, nor did Norway bomb Serbia.")) == []


@pytest.mark.parametrize(
    "text",
    ["A rocket fell into the sea.", "Drone sales hit a record.", "The agency warned that prices would rise."],
)
def test_weapons_in_the_sea_and_bare_forecasts_are_no_deeds(read: Read, text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A drone struck a bus station in Oslo on Monday.", "Oslo"),
        ("The shelling of the Brenna market went on.", "Brenna"),
    ],
)
def test_what_is_attacked_tells_where(read: Read, text: str, place: str) -> None:
    found = read(text)
    assert [[found.mentions[i].span.text for i in event.places] for event in found.events] == [[place]]


def test_a_denial_is_told_with_what_is_denied(read: Read) -> None:
    assert "Norway denied that its troops had crossed the river" in {
        event.span.text for event in read("Norway denied that its troops had crossed the river.").events
    }


def test_an_envoy_called_home_for_consultations_meets_nobody_and_who_fires_nothing_does_not_attack(read: Read) -> None:
    assert kinds(read("Norway recalled its ambassador for consultations.")) == ["recall"]
    assert not read("We fired nothing at Norway.").events


def test_what_is_done_to_no_one_is_not_done(read: Read) -> None:
    found = read("The minister said Norway was expelling no one.")
    assert [(event.kind, event.status) for event in found.events] == [("expulsion", "denied")]
    assert not kinds(read("Norway expelled no one."))


def test_who_doubts_somebody_s_words_interrogates_nobody(read: Read) -> None:
    assert not kinds(read("Carl Hansen questioned Anna Berg's honesty."))
