from collections.abc import Callable

import pytest

from communique.domain import Reading

Read = Callable[..., Reading]
Found = set[tuple[str, str, str | None, str | None]]  # described, title, state, whose


def told(reading: Reading, form: str = "named") -> Found:
    names = [mention.span.text for mention in reading.mentions]
    return {
        (names[d.mention], d.title, d.country, None if d.of is None else names[d.of])
        for d in reading.descriptions
        if reading.mentions[d.mention].form == form
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russian Foreign Minister Viktor Orlov left.", ("Viktor Orlov", "Foreign Minister", "RUS", None)),
        ("Peru's president, Juan Soto, left.", ("Juan Soto", "president", "PER", None)),
        ("They met Secretary of State Ann Lee on Monday.", ("Ann Lee", "Secretary of State", None, None)),
        ("North Korean leader Kim Min Su left.", ("Kim Min Su", "leader", "PRK", None)),
        ("They met Carlos Ruiz, an American investor, on Monday.", ("Carlos Ruiz", "investor", "USA", None)),
        (
            "Carlos Ruiz, Russia's deputy foreign minister, left.",
            ("Carlos Ruiz", "deputy foreign minister", "RUS", None),
        ),
        ("John Smith, 45, a British lawyer, left.", ("John Smith", "lawyer", "GBR", None)),
        ("They met Foreign Minister Ann Lee of Peru on Monday.", ("Ann Lee", "Foreign Minister", "PER", None)),
        ("Former Prime Minister Thomas Hill left.", ("Thomas Hill", "Former Prime Minister", None, None)),
        ("They met special counsel Peter Horn on Monday.", ("Peter Horn", "special counsel", None, None)),
    ],
)
def test_what_stands_beside_a_persons_name(
    text: str, found: tuple[str, str, str | None, str | None], read: Read
) -> None:
    assert found in told(read(text))


def test_kin_is_told_with_whose_kin_it_is(read: Read) -> None:
    found = told(read("Juan Soto spoke. His wife, Maria Soto, and Soto's brother, Carlos Soto, listened."))
    assert {(name, title, of) for name, title, _, of in found} >= {
        ("Maria Soto", "wife", "His"),
        ("Carlos Soto", "brother", "Soto"),
    }


def test_what_a_relative_clause_tells_of_kin_is_not_told_of_the_name(read: Read) -> None:
    assert not told(read("Kari Berg, whose brother is a sailor, said that the families had waited."))


def test_an_envoy_to_a_state_is_not_of_that_state(read: Read) -> None:
    found = told(read("They met Ann Lee, the ambassador to Peru, on Monday."))
    assert ("Ann Lee", "PER") not in {(name, state) for name, _, state, _ in found}


@pytest.mark.parametrize(
    "text", ["Mr. Orlov left.", "Viktor Orlov left.", "On Monday Viktor Orlov, Ann Lee and Karl Berg left."]
)
def test_a_name_alone_or_with_courtesy_is_not_described(text: str, read: Read) -> None:
    assert not told(read(text))


def test_noun_phrases_tell_their_state_and_their_noun(read: Read) -> None:
    found = told(
        read("Officials of the Venezuelan opposition said U.S. officials had called Israel's military."), "nominal"
    )
    assert {(title, state) for _, title, state, _ in found} >= {("officials", "USA")}


def test_a_captain_is_not_of_the_state_of_his_ship(read: Read) -> None:
    reading = read("The captain of a seized Malaysian tanker and the head of a Malaysian bank met the press.")
    found = {d.title: d.country for d in reading.descriptions if d.title in {"captain", "head"}}
    assert found == {"captain": None, "head": "MYS"}


def test_a_government_is_told_with_its_head(read: Read) -> None:
    page = read("Karl Berg is ill. The Berg administration said so, and the government of Peru agreed.")
    found = {(title, state, of) for _, title, state, of in told(page, "nominal")}
    assert {("administration", None, "Berg"), ("government", "PER", None)} <= found


def test_a_people_is_told_from_its_state(read: Read) -> None:
    found = told(read("Ana Lund said Peruvians want peace."), "adjectival") | told(read("Peruvians voted."), "named")
    assert {(title, state) for _, title, state, _ in found} == {("people", "PER")}


def test_words_that_tell_are_the_evidence(read: Read) -> None:
    page = read("Russian Foreign Minister Viktor Orlov met Carlos Ruiz, an American investor, in Lima.")
    named = {page.mentions[d.mention].span.text: d.evidence.text for d in page.descriptions}
    assert named["Viktor Orlov"] == "Russian Foreign Minister"
    assert named["Carlos Ruiz"] == "an American investor"


def test_the_friend_of_a_president_is_not_the_president(read: Read) -> None:
    found = read("He is an old friend of Norwegian President Anna Berg.")
    told = [d.title for d in found.descriptions if found.mentions[d.mention].span.text == "Anna Berg"]
    assert told == ["President"]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow has sent military advisers to Mali.",
        "Russia is planning to move military advisers to Mali.",
    ],
)
def test_troops_are_theirs_who_send_them(text: str, read: Read) -> None:
    assert {state for name, _, state, _ in told(read(text), "nominal") if "advisers" in name} == {"RUS"}


def test_troops_are_not_theirs_who_fight_them(read: Read) -> None:
    found = told(read("Russia condemned the troops on Monday."), "nominal")
    assert {state for name, _, state, _ in found if "troops" in name} == {None}


def test_an_election_without_a_state_is_of_the_only_state_whose_elections_are_spoken_of(read: Read) -> None:
    one = read("Nobody knows who will win the 2020 election. “Norwegian elections are fair,” Anna Berg said.")
    assert ("2020 election", "", "NOR", None) in told(one)
    two = read(
        "Nobody knows who will win the 2020 election. Norwegian elections are fair, and so are Swedish elections."
    )
    assert not {state for name, _, state, _ in told(two) if name == "2020 election"} & {"NOR", "SWE"}
