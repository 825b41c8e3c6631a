"""Conflicts over numbers: tolls, ages, measures; on readings made by hand."""

import pytest

from communique.domain import (
    Mention,
    Quantity,
)
from communique.stories.checks import conflicts
from tests.stories.checks.hand import Pile, killed, named, sides


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


@pytest.mark.parametrize(
    ("fewer", "more"),
    [
        ("The blast killed at least 12 people.", "The blast killed at least 30 people."),
        ("The blast killed 12 people.", "The toll of the blast rose to 30 people."),
    ],
)
def test_a_toll_that_rises_on_one_day_is_an_update(fewer: str, more: str) -> None:
    pile = Pile(fewer, more, days=("2031-03-03", "2031-03-03"))
    low, high = fewer.split("killed ")[1][:-1], " ".join(more[:-1].split()[-2:])
    killed(pile, 0, low, 12, None if "least" in low else 12)
    killed(pile, 1, high, 30, 30)
    assert [found.verdict for found in pile.found("number")] == ["update"]


def test_the_dead_of_one_side_are_not_all_the_dead() -> None:
    pile = Pile("The clash killed 24 soldiers.", "The clash killed 13 Norlandish soldiers.")
    for i, (words, number) in enumerate((("24 soldiers", 24), ("13 Norlandish soldiers", 13))):
        pile.add(i, quantities=(Quantity(
            span=pile.words(i, words), low=number, high=number, counted="soldiers", fate="killed"
        ),))  # fmt: skip
    assert [found.verdict for found in pile.found("number")] == ["cannot-tell"]
    named(pile, (1, "Norlandish", "adjectival"), kind="state")
    assert pile.found("number") == []


def test_how_many_children_died_is_no_part_that_hides_a_toll() -> None:
    pile = Pile("The blast killed 12 people.", "The blast killed 30 people.", "It killed 30, and 12 children.")
    killed(pile, 0, "12 people", 12, 12)
    killed(pile, 1, "30 people", 30, 30)
    children = Quantity(span=pile.words(2, "12 children"), low=12, high=12, counted="children", fate="killed")
    toll = Quantity(span=pile.words(2, "30"), low=30, high=30, fate="killed")
    pile.add(2, quantities=(toll, children))
    assert [sides(found) for found in pile.found("number")] == [["12 people", "30", "30 people"]]


def test_how_far_from_a_place() -> None:
    pile = Pile("The ferry sank at night 20 km off Vik.", "The ferry sank at night 30 km from Vik.")
    for i, (words, number) in enumerate((("20 km", 20), ("30 km", 30))):
        far = Quantity(span=pile.words(i, words), low=number, high=number, unit="km", counted="from Vik", fate="far")
        pile.add(i, quantities=(far,))
    (found,) = pile.found("number")
    assert (found.about, found.verdict) == ("how far from Vik", "contradiction")


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("Each side freed 150 men in Vik.", "Vik said they freed 300 men."), ("150 men", "300 men")),
        (("They agreed in Vik to free 150 men.", "They freed 80 men in Vik."), ("150 men", "80 men")),
    ],
)
def test_those_of_each_side_and_those_promised_are_others(texts: tuple[str, str], words: tuple[str, str]) -> None:
    pile = Pile(*texts)
    for i, counted in enumerate(words):
        number = float(counted.split()[0])
        freed = Quantity(span=pile.words(i, counted), low=number, high=number, counted="persons", fate="released")
        pile.add(i, quantities=(freed,))
    assert pile.found("number") == []


def test_a_part_differs_from_another_part_of_the_same() -> None:
    texts = ("The fire burned three of the market's seven halls.", "Four of the market's halls burned.")
    pile = Pile(*texts, "The market has seven halls.")
    for i, (words, number) in enumerate((("three of the market's seven halls", 3), ("Four of the market's halls", 4))):
        part = Quantity(span=pile.words(i, words), low=number, high=number, counted="hall", fate="of the whole")
        pile.add(i, quantities=(part,))
    pile.add(2, quantities=(Quantity(span=pile.words(2, "seven halls"), low=7, high=7, counted="hall"),))
    (found,) = pile.found("number")
    assert (found.about, found.verdict) == ("how many of the halls", "contradiction")


def test_a_later_and_lower_toll_is_no_update() -> None:
    pile = Pile("The blast killed 15 people.", "The blast killed 12 people.", days=("2031-03-03", "2031-03-05"))
    killed(pile, 0, "15 people", 15, 15)
    killed(pile, 1, "12 people", 12, 12)
    assert [found.verdict for found in pile.found("number")] == ["contradiction"]


@pytest.mark.parametrize(
    ("one", "other", "verdicts"), [("135,000", "140,000", ["contradiction"]), ("140,000", "140,660", [])]
)
def test_how_much_of_a_thing(one: str, other: str, verdicts: list[str]) -> None:
    pile = Pile(f"It carried {one} tonnes of oil to Vik.", f"The {other} tonnes of oil were for Vik.")
    for i, number in enumerate((one, other)):
        value = float(number.replace(",", ""))
        span = pile.words(i, f"{number} tonnes of oil")
        pile.add(i, quantities=(Quantity(span=span, low=value, high=value, unit="t", counted="oil"),))
    named(pile, (0, "Vik", "named"), (1, "Vik", "named"), kind="place")
    assert [found.verdict for found in pile.found("number")] == verdicts


def test_members_of_another_body_are_others() -> None:
    texts = ("The 15 members of the league met in Vik on tin.", "The 27 members of the junta met in Vik on tin.")
    pile = Pile(*texts)
    for i, number in enumerate((15, 27)):
        members = Quantity(span=pile.words(i, f"{number} members"), low=number, high=number, counted="member")
        pile.add(i, quantities=(members,))
        named(pile, (i, "Vik", "named"), kind="place")
    assert pile.found("number") == []


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


def test_one_article_alone_has_nothing_to_conflict_with() -> None:
    pile = Pile("The blast killed 12 people on Monday in Bergen.")
    killed(pile, 0, "12 people", 12, 12)
    assert conflicts.check(pile.record, pile.readings).conflicts == ()


def numbered(pile: Pile, i: int, words: str, number: float, **told: str) -> None:
    quantity = Quantity(span=pile.words(i, words), low=number, high=number, **told)
    pile.add(i, quantities=(*pile.readings[f"a{i}"].quantities, quantity))


@pytest.mark.parametrize(("second", "verdicts"), [("2031-03-05", ["contradiction"]), ("2033-03-05", [])])
def test_figures_of_pages_years_apart_are_others(second: str, verdicts: list[str]) -> None:
    pile = Pile("Norland's tariff on tin is 25 percent.", "Its tariff on tin was 20 percent, Norland said.",
                days=("2031-03-03", second))  # fmt: skip
    for i, number in enumerate((25, 20)):
        numbered(pile, i, f"{number} percent", number, unit="%", counted="tariff")
    named(pile, (0, "Norland", "named"), (1, "Norland", "named"), kind="state")
    assert [found.verdict for found in pile.found("number")] == verdicts


@pytest.mark.parametrize(
    ("one", "other", "verdict"), [(17.5, 18, "difference-in-precision"), (10, 12, "contradiction")]
)
def test_shares_are_rounded_to_the_last_figure(one: float, other: float, verdict: str) -> None:
    pile = Pile(
        f"Norland's tariff on tin falls to {one} percent.", f"Norland cut its tariff on tin to {other} percent."
    )
    for i, number in enumerate((one, other)):
        numbered(pile, i, f"{number} percent", number, unit="%", counted="tariff", fate="cut to")
    assert [found.verdict for found in pile.found("number")] == [verdict]


def test_what_a_number_was_and_what_it_came_to_are_two() -> None:
    pile = Pile("Norland cut its tariff on tin from 25 percent.", "Norland cut its tariff on tin to 20 percent.")
    numbered(pile, 0, "25 percent", 25, unit="%", counted="tariff", fate="before")
    numbered(pile, 1, "20 percent", 20, unit="%", counted="tariff", fate="cut to")
    assert pile.found("number") == []


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [(("dam", "plant"), "cost", "the cost of the dam (USD)"), (("house", "boat"), "cost", None)],
)
def test_what_a_thing_costs_whatever_it_is_called(one: tuple[str, str], other: str, about: str | None) -> None:
    texts = [f"They argue over a $4 billion {one[0]}.", f"The {one[1]} costs $6 billion."]
    pile = Pile(*texts)
    for i, (thing, billions) in enumerate(zip(one, (4, 6), strict=True)):
        numbered(pile, i, f"${billions} billion", billions * 1e9, unit="USD", counted=thing, fate=other)
    assert [found.about for found in pile.found("number")] == ([about] if about else [])


def test_a_crowd_as_police_and_organisers_count_it() -> None:
    pile = Pile("Some 3,000 people marched.", "The organisers put the crowd at 10,000.")
    numbered(pile, 0, "3,000 people", 3000, counted="persons", fate="attended")
    numbered(pile, 1, "10,000", 10000, counted="protesters", fate="attended")
    (found,) = pile.found("number")
    assert (found.verdict, sides(found)) == ("contradiction", ["10,000", "3,000 people"])


def test_a_figure_that_another_puts_lower_in_one_sentence() -> None:
    pile = Pile("She said 12,000 people would flee; the state puts the figure at 8,000.", "It rained.")
    numbered(pile, 0, "12,000 people", 12000, counted="persons", fate="displaced")
    numbered(pile, 0, "8,000", 8000, counted="persons", fate="displaced")
    (found,) = pile.found("number")
    assert sides(found) == ["12,000 people", "8,000"]


@pytest.mark.parametrize(("counted", "found"), [("point", ["contradiction"]), ("politician", [])])
def test_counts_of_a_thing_that_each_article_tells_once(counted: str, found: list[str]) -> None:
    pile = Pile("They signed a joint statement of 24.", "The joint statement that they signed has 22.")
    for i, number in enumerate((24, 22)):
        numbered(pile, i, str(number), number, counted=counted)
    assert [conflict.verdict for conflict in pile.found("number")] == found


@pytest.mark.parametrize(("rival", "verdicts"), [("", ["contradiction"]), (" to 48 percent for Osk", [])])
def test_two_shares_of_one_sentence_are_of_two(rival: str, verdicts: list[str]) -> None:
    pile = Pile(
        f"Berg won 52 percent of the Norland vote in May{rival}.", "She won 48 percent of the Norland vote in May."
    )
    numbered(pile, 0, "52 percent of the Norland vote", 52, unit="%", counted="vote")
    if rival:
        numbered(pile, 0, "48 percent", 48, unit="%")
    numbered(pile, 1, "48 percent of the Norland vote", 48, unit="%", counted="vote")
    assert [found.verdict for found in pile.found("number")] == verdicts


@pytest.mark.parametrize(("words", "count"), [("aboard the ferry", 1), ("still aboard the ferry", 0)])
def test_those_who_are_left_are_not_all(words: str, count: int) -> None:
    pile = Pile(
        "The 12 Norlanders aboard the ferry Petrel wait in Vik.", f"The 10 Norlanders {words} Petrel wait in Vik."
    )
    for i, number in enumerate((12, 10)):
        numbered(pile, i, f"{number} Norlanders", number, counted="norlanders")
    assert len(pile.found("number")) == count


@pytest.mark.parametrize(("second", "count"), [("2031-03-03", 1), ("2031-03-05", 0)])
def test_the_price_of_another_day_is_another(second: str, count: int) -> None:
    pile = Pile(
        "Norland crude settled at $61 a barrel.", "Norland crude settled at $64 a barrel.", days=("2031-03-03", second)
    )
    for i, number in enumerate((61, 64)):
        numbered(pile, i, f"${number}", number, unit="USD", counted="crude")
    assert len(pile.found("number")) == count


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Norland put duties of up to 28 percent on tin.", "Osk answered with duties of 20 percent on hay.", 0),
        ("Norland hits Osk's tin with duties of up to 28 percent.", "Osk put 20 percent on hay from Norland.", 0),
        (
            "Norland put duties of 28 percent on tin.",
            "Duties of 20 percent that Norland placed on its tin hurt Osk.",
            1,
        ),
    ],
)
def test_rates_on_different_goods_are_not_compared(one: str, other: str, found: int) -> None:
    pile = Pile(one, other)
    for i, number in enumerate((28, 20)):
        numbered(pile, i, f"{number} percent", number, unit="%", counted="tariff")
    named(pile, (0, "Norland", "named"), (1, "Norland" if "Norland" in other else "Osk", "named"), kind="state")
    assert len(pile.found("number")) == found


@pytest.mark.parametrize(("high", "verdict"), [(28.0, []), (29.0, ["contradiction"])])
def test_ranges_that_begin_alike_and_end_otherwise_contradict_each_other(high: float, verdict: list[str]) -> None:
    pile = Pile("Norland's duties on tin are 12 to 28 percent.", f"Its duties on tin are 12 to {high:g} percent.")
    for i, (words, top) in enumerate((("12 to 28 percent", 28.0), (f"12 to {high:g} percent", high))):
        quantity = Quantity(span=pile.words(i, words), low=12.0, high=top, unit="%", counted="tariff")
        pile.add(i, quantities=(quantity,))
    assert [found.verdict for found in pile.found("number")] == verdict
