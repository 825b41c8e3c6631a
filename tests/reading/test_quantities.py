"""Quantities: what number, of what, with what fate."""

from collections.abc import Callable

import pytest

from communique.domain import Quantity, Reading

Read = Callable[..., Reading]


def only(reading: Reading) -> Quantity:
    (quantity,) = reading.quantities
    return quantity


def test_money_and_measures_have_units(read: Read) -> None:
    money, oil = read("The bank lent $3.5 billion in aid. The field gives 45,000 barrels of oil.").quantities
    assert (money.low, money.unit, money.counted) == (3.5e9, "USD", "aid")
    assert (oil.low, oil.unit, oil.counted) == (45_000, "barrel", "oil")


def test_miles_and_kilometres_are_one_unit(read: Read) -> None:
    miles = only(read("The convoy stretched over 10 miles of road."))
    assert miles.unit == "km"
    assert miles.low == pytest.approx(16.09, abs=0.01)


def test_the_fate_of_the_counted(read: Read) -> None:
    killed, injured = read("At least 12 people were killed and 30 others injured when the ferry sank.").quantities
    assert (killed.fate, killed.counted, killed.span.text) == ("killed", "persons", "At least 12 people")
    assert (injured.fate, injured.counted) == ("injured", "persons")


def test_a_toll_counts_the_dead(read: Read) -> None:
    assert only(read("The death toll rose to 15.")).fate == "killed"
    assert only(read("The government puts the toll at 15.")).fate == "killed"
    assert "killed" in {found.fate for found in read("A sailor died overnight, bringing the toll to 15.").quantities}


def test_people_of_whom_more_is_told_are_not_just_people(read: Read) -> None:
    assert only(read("The crash killed 10 Norwegian passengers.")).counted == "norwegian passenger"


@pytest.mark.parametrize(
    "text",
    [
        "A family of five met in Bergen.",
        "No one must be hurt.",
        "Her mother and ten others drowned.",
        "She drowned along with ten others.",
        "The Group of 20 met in Bergen.",
        "The harbour was closed in 2019 for three weeks.",
        "No one knew it.",
        "Flight 71 was late.",
    ],
)
def test_no_quantities(read: Read, text: str) -> None:
    assert read(text).quantities == ()


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("Ann Lee, aged 45, will not run.", "Ann Lee, aged 45", None),
        ("Ann Lee, 45, will not run.", "Ann Lee, 45", None),
        ("A man aged 45 fell into the harbour.", "man aged 45", "man"),
        ("A 45-year-old man fell into the harbour.", "45-year-old man", "man"),
        ("The 45-year-old was pulled from the harbour.", "45-year-old", None),
        ("The man was 45 years old.", "man was 45 years old", "man"),
    ],
)
def test_an_age_is_told_of_somebody(read: Read, text: str, words: str, counted: str | None) -> None:
    age = only(read(text))
    assert (age.span.text, age.low, age.unit, age.counted) == (words, 45, "years old", counted)


@pytest.mark.parametrize(
    ("text", "metres", "counted"),
    [
        ("The shaft was about 40 metres deep.", 40, "shaft"),
        ("She fell into an 80m-deep shaft.", 80, "shaft"),
        ("He dug a 10-foot-deep shaft.", 3, "shaft"),
    ],
)
def test_how_deep_a_thing_is(read: Read, text: str, metres: float, counted: str) -> None:
    depth = only(read(text))
    assert depth.low is not None
    assert (depth.unit, depth.counted, depth.fate) == ("m", counted, "deep")
    assert depth.low == pytest.approx(metres, rel=0.11)


@pytest.mark.parametrize(
    ("text", "fate"), [("The owners said that no one was injured.", "injured"), ("There were no deaths.", "killed")]
)
def test_nobody_is_a_number(read: Read, text: str, fate: str) -> None:
    nobody = only(read(text))
    assert (nobody.low, nobody.high, nobody.fate) == (0, 0, fate)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("By Monday 71 people had fled.", "71 people"),
        ("Norway sent five envoys home and Chad seven Norwegian ones.", "seven Norwegian ones"),
        ("Sixty-one raised their hands for it.", "Sixty-one"),
    ],
)
def test_a_number_behind_a_name_may_count(read: Read, text: str, words: str) -> None:
    assert read(text).quantities[-1].span.text == words


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("Twelve gunmen killed the mayor.", None),
        ("Twelve gunmen were killed.", "killed"),
        ("Forty sailors survived the storm.", "rescued"),
        ("Forty sailors lost their lives.", "killed"),
        ("Ten passengers held Norwegian passports.", None),
        ("Ten people were on board.", "aboard"),
        ("The board counted 93 votes.", None),
    ],
)
def test_what_they_do_to_others_they_do_not_suffer(read: Read, text: str, fate: str | None) -> None:
    assert only(read(text)).fate == fate


def test_injuries_are_suffered(read: Read) -> None:
    assert only(read("Two people suffered minor injuries.")).fate == "injured"


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("The number of people killed in the storm rose to 19.", "killed"),
        ("Divers recovered 31 bodies.", "killed"),
        ("The storm cost the lives of 15 sailors.", "killed"),
        ("At least 12 people lost their lives.", "killed"),
        ("Fifteen children are among the dead.", "killed"),
        ("Sailors picked up 92 people.", "rescued"),
        ("The boat sank with 180 people on board.", "aboard"),
        ("The barge was carrying nearly 200 passengers.", "aboard"),
        ("The barge was carrying 40 engines.", None),
        ("Norland holds 16 soldiers.", "arrested"),
        ("More than 6,600 people lost their homes.", "displaced"),
    ],
)
def test_fates_told_by_several_words(read: Read, text: str, fate: str | None) -> None:
    assert only(read(text)).fate == fate


@pytest.mark.parametrize(
    "text",
    [
        "It sank about 20 km off Vik.",
        "It lies 20 km from the state capital Vik.",
        "It sank 20 km (12 miles) from the port of Vik.",
    ],
)
def test_how_far_from_where(read: Read, text: str) -> None:
    far = read(text).quantities[0]
    assert (far.unit, far.counted, far.fate) == ("km", "from Vik", "far")


@pytest.mark.parametrize("border", ["the border with Sudan", "the Sudanese frontier"])
def test_a_border_is_that_of_its_state(read: Read, border: str) -> None:
    assert only(read(f"The trucks were hit some 60 km from {border}.")).counted == "from Sudan"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The driver was paid 300,000 crowns through a bank.", "crowns"),
        ("They paid the mutineers 250,000 euros.", "EUR"),
        ("He admitted receiving 250,000 kroner from a friend.", "crowns"),
    ],
)
def test_a_sum_that_was_paid(read: Read, text: str, unit: str) -> None:
    paid = only(read(text))
    assert (paid.unit, paid.counted, paid.fate) == (unit, None, "paid")


@pytest.mark.parametrize(
    ("text", "fate"),
    [
        ("The ferry, with 150 passengers aboard, sank.", "aboard"),
        ("Up to 25,000 people took to the streets.", "attended"),
    ],
)
def test_who_was_aboard_and_who_marched(read: Read, text: str, fate: str) -> None:
    assert only(read(text)).fate == fate


def test_a_large_number_behind_a_name_is_no_part_of_it(read: Read) -> None:
    told = only(read("In the east, according to the UN 430,000 people live on its rations."))
    assert (told.low, told.counted) == (430_000, "persons")


def test_who_speaks_of_a_number_speaks_of_those_told_before(read: Read) -> None:
    told = read("Three people were killed, the army said; a doctor at the clinic spoke of five.").quantities
    assert [(q.low, q.fate) for q in told] == [(3, "killed"), (5, "killed")]


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("The union wants a raise of 18%.", 18, "raise"),
        ("Turnout was 54 percent.", 54, "turnout"),
        ("Tin brings in 35% of the country's income.", 35, "revenue"),
        ("They put the daily losses at 60 million dollars.", 60e6, "losses"),
        ("The strike has cost the country $40 million.", 40e6, "losses"),
        ("Norland will lend aid worth 9 million euros.", 9e6, "aid"),
    ],
)
def test_of_what_a_sum_or_a_share_is_told(read: Read, text: str, number: float, counted: str) -> None:
    quantity = only(read(text))
    assert (quantity.low, quantity.counted) == (number, counted)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Parliament voted 87-13 to approve the deal.", [("87", "in favour"), ("13", "against")]),
        ("The law passed by 120 votes to 14.", [("120", "in favour"), ("14", "against")]),
        ("Ten states supported the ban, and two abstained.", [("Ten states", "in favour"), ("two", "abstaining")]),
        ("Nine states voted for it and none against.", [("Nine states", "in favour"), ("none against", "against")]),
        ("The bank supports 12 states.", [("12 states", None)]),
    ],
)  # fmt: skip
def test_how_many_voted_how(read: Read, text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(quantity.span.text, quantity.fate) for quantity in read(text).quantities] == told


def test_the_number_is_of_those_counted_before(read: Read) -> None:
    text = "About 4,000 miners marched through Vik, police said. The union put the number at 10,000."
    assert [(q.counted, q.fate) for q in read(text).quantities] == [("miner", "attended")] * 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eleven of the 15 sheds burned.", [("shed", "of the whole"), ("shed", None)]),
        ("They burned all 15 sheds.", [("shed", "of the whole")]),
        ("She said 11 of the dead were children.", [("children", "killed")]),
    ],
)
def test_a_part_is_told_apart_from_the_whole(read: Read, text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(quantity.counted, quantity.fate) for quantity in read(text).quantities] == told


def test_a_particle_qualifies_no_number(read: Read) -> None:
    handed = only(read("The rebels handed over 70 men on Monday."))
    assert (handed.span.text, handed.low, handed.high) == ("70 men", 70, 70)


def test_those_driven_from_their_homes(read: Read) -> None:
    assert only(read("The war drove 2.5 million from their homes.")).fate == "displaced"


@pytest.mark.parametrize(
    ("text", "thing", "told"),
    [
        ("They quarrel over a $4 billion dam on the Arda.", "dam", "cost"),
        ("The bridge, which will cost $4 billion, is late.", "bridge", "cost"),
        ("The plant, budgeted at 6.4 billion euros, is late.", "plant", "cost"),
        ("She said the deal was worth $1.4 billion a year.", "deal", "worth"),
        ("The package would bring in close to 1.5 billion dollars.", "package", "worth"),
        ("They will spend 3 million euros on the line.", "line", "spent"),
        ("The 3 million euros earmarked for the line are gone.", "line", "spent"),
        ("The train was going at 95 km per hour.", "train", "speed"),
        ("The train was going at 60 mph.", "train", "speed"),
        ("The plant is to have a capacity of nearly 3,000 megawatts.", "capacity", "capacity"),
        ("Norland fears that the 2,900-megawatt plant would dry the lake.", "plant", "capacity"),
    ],
)
def test_what_a_sum_or_a_unit_says_of_a_thing(read: Read, text: str, thing: str, told: str) -> None:
    quantity = only(read(text))
    assert (quantity.counted, quantity.fate) == (thing, told)


def test_what_another_counted_is_what_was_told_before(read: Read) -> None:
    told = read("Farmers parked some 60 tractors in Vik, according to the union; police counted 40.").quantities
    assert [(q.low, q.counted) for q in told] == [(54, "tractor"), (40, "tractor")]


def test_a_range_is_of_the_noun_that_it_follows(read: Read) -> None:
    (rate,) = read("Norland imposed provisional duties ranging from 12 to 28 per cent on tin.").quantities
    assert (rate.low, rate.high, rate.counted) == (12, 28, "tariff")


def test_both_ends_of_a_change(read: Read) -> None:
    cut, before = read("Norland will cut its tariff on flour to 10% from 25%.").quantities
    assert [(q.low, q.counted, q.fate) for q in (cut, before)] == [(10, "tariff", "cut to"), (25, "tariff", "before")]
    before, after = read("Norland raised its duty on steel from 8 percent to 18 percent.").quantities
    assert [(q.low, q.fate) for q in (before, after)] == [(8, "before"), (18, "raised to")]


def test_a_count_before_a_hyphen(read: Read) -> None:
    points = only(read("They signed a 24-point joint statement."))
    assert (points.span.text, points.counted) == ("24-point", "point")


def test_what_tallies_count(read: Read) -> None:
    told = read("Police put the number of demonstrators at 2,800; the organisers, at 10,000.").quantities
    assert [(q.low, q.counted, q.fate) for q in told] == [
        (2800, "protesters", "attended"), (10000, "protesters", "attended"),
    ]  # fmt: skip


def test_votes_with_which_a_resolution_passed(read: Read) -> None:
    votes = only(read("The council called for a truce in a resolution that passed with 12 votes."))
    assert (votes.span.text, votes.low, votes.fate) == ("12 votes", 12, "in favour")


def test_what_a_number_is_of_that_somebody_speaks_of_was_told_before(read: Read) -> None:
    told = read(
        "Eleven people were arrested in Vik, a lawyer said. The ministry spoke of four.",
        "The bank put the fall in the catch at 25 percent. Norway has spoken of 40 percent, Peru of 22.",
        "The mayor spoke of seven dead.",
    ).quantities
    assert [(q.low, q.unit, q.counted, q.fate) for q in told] == [
        (11.0, None, "persons", "arrested"),
        (4.0, None, "persons", "arrested"),
        (25.0, "%", "catch", None),
        (40.0, "%", "catch", None),
        (22.0, "%", "catch", None),
        (7.0, None, None, "killed"),
    ]


def test_people_who_are_moved_are_displaced_and_troops_deployed(read: Read) -> None:
    told = read("The authorities say 2,300 people were moved. Norway moved 500 soldiers to the border.").quantities
    assert [(q.low, q.fate) for q in told] == [(2300.0, "displaced"), (500.0, "deployed")]


def test_volumes_are_measures_and_who_is_driven_from_a_village_is_displaced(read: Read) -> None:
    told = read(
        "The lake holds 95 million cubic metres. The dam has driven 3,100 people from six villages.",
    ).quantities
    assert [(q.low, q.unit, q.fate) for q in told][:2] == [(95e6, "m3", None), (3100.0, None, "displaced")]


@pytest.mark.parametrize(
    ("text", "words", "counted"),
    [
        ("A hundred and forty constables guard the fence.", "A hundred and forty constables", "police"),
        ("Some 80 or so people live there.", "Some 80 or so people", "persons"),
        ("A third of the fleet is lost.", "A third of the fleet", "fleet"),
        ("Half the farms in Vik are empty.", "Half the farms", "farm"),
        ("One voter in five stayed away.", "One voter in five", "voter"),
        ("The number of jailed editors stands at eight.", "eight", "editor"),
        ("In Vik 71 shops were closed.", "71 shops", "shop"),
        ("They put the number of burnt sheds at 43.", "43", "shed"),
        ("The contingent in Vik numbers four thousand.", "four thousand", "contingent"),
        ("Mongolia put the loss at a quarter of a million dollars.", "a quarter of a million dollars", "losses"),
    ],
)
def test_what_numbers_in_words_count(read: Read, text: str, words: str, counted: str | None) -> None:
    quantity = only(read(text))
    assert (quantity.span.text, quantity.counted) == (words, counted)


@pytest.mark.parametrize(
    "text",
    ["None of the 51 sailors was hurt.", "Twelve children were not hurt.", "They closed 12 polling stations."],
)
def test_what_is_denied_is_no_fate(read: Read, text: str) -> None:
    assert only(read(text)).fate is None


def test_votes_by_which_a_motion_failed(read: Read) -> None:
    told = read("The motion failed by 124 votes to 113.").quantities
    assert [(q.low, q.fate) for q in told] == [(124, "against"), (113, "in favour")]


def test_a_verb_goes_up_to_a_number(read: Read) -> None:
    assert only(read("The tax on tin goes up to 18 percent.")).low == 18
    assert only(read("Norland will send up to 500 men.")).low is None
