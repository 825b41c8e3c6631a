from collections.abc import Callable

from communique.domain import Reading

Read = Callable[..., Reading]


def named(reading: Reading) -> list[list[str]]:
    """For each attribution the names of its speakers, other words followed to the name they stand for."""

    def name(index: int) -> str:
        chain = next(c for c in reading.chains if index in c)
        first = next((i for i in chain if reading.mentions[i].form == "named"), chain[0])
        return reading.mentions[first].span.text

    return [[name(index) for index in attribution.speakers] for attribution in reading.attributions]


def test_a_name_with_its_title_is_the_person(read: Read) -> None:
    assert named(read("Norwegian Foreign Minister Anna Berg said that the talks had failed.")) == [["Anna Berg"]]


def test_he_is_the_person_who_was_last_the_subject(read: Read) -> None:
    reading = read("Viktor Hansen met Anna Berg in Oslo on Monday.", "“We will not leave the table,” he said.")
    assert named(reading) == [["Viktor Hansen"]]


def test_a_surname_is_the_person_named_in_full_before(read: Read) -> None:
    reading = read("Viktor Hansen arrived in Oslo on Monday.", "Hansen said that the talks had failed.")
    assert named(reading) == [["Viktor Hansen"]]


def test_two_who_speak_together_are_two_speakers(read: Read) -> None:
    assert named(read("Viktor Hansen and Anna Berg said that the talks had failed.")) == [
        ["Viktor Hansen", "Anna Berg"]
    ]


def test_a_spokesman_is_not_the_one_he_speaks_for(read: Read) -> None:
    assert named(read("A spokesman for Viktor Hansen said that the talks had failed.")) == [
        ["A spokesman for Viktor Hansen"]
    ]


def test_both_diplomats_are_the_two_persons_named_most(read: Read) -> None:
    reading = read(
        "Viktor Hansen met Anna Berg in Oslo on Monday. Hansen and Berg shook hands.",
        "Both diplomats said that the talks had failed.",
    )
    attribution = reading.attributions[0]
    names = {reading.mentions[c[0]].span.text for c in reading.chains if attribution.speakers[0] in c}
    assert names == {"Viktor Hansen", "Anna Berg"}


def test_an_office_is_the_person_introduced_with_it(read: Read) -> None:
    reading = read(
        "Foreign Minister Viktor Hansen met President Anna Berg in Oslo on Monday.",
        "The president said that the talks had failed.",
    )
    assert named(reading) == [["Anna Berg"]]


def test_a_counterpart_is_the_other_person(read: Read) -> None:
    reading = read(
        "Norwegian Foreign Minister Anna Berg met Russian Foreign Minister Viktor Petrov on Monday.",
        "Berg spoke first. Her Russian counterpart said that the talks had failed.",
    )
    assert named(reading) == [["Viktor Petrov"]]


def test_a_quotation_alone_in_its_paragraph_goes_on_with_the_last_speaker(read: Read) -> None:
    quotation = "“We have all the time in the world.”"
    reading = read("Berg said the talks had failed.", quotation)
    assert all(names == ["Berg"] for names in named(reading))
    assert any(span.text == quotation for attribution in reading.attributions for span in attribution.content)


def test_a_capital_that_speaks_is_its_state(read: Read) -> None:
    reading = read("Moscow denied that it had sent troops. The envoy flew home from Moscow.")
    assert [(m.type, m.metonym) for m in reading.mentions if m.span.text == "Moscow"] == [
        ("state", True),
        ("place", False),
    ]


def test_who_is_spoken_to_is_no_speaker(read: Read) -> None:
    reading = read("Viktor Hansen told Anna Berg that the talks had failed.")
    (attribution,) = reading.attributions
    assert [reading.mentions[i].span.text for i in attribution.speakers] == ["Viktor Hansen"]
    assert [reading.mentions[i].span.text for i in attribution.addressees] == ["Anna Berg"]


def test_he_is_not_a_woman_who_came_between(read: Read) -> None:
    reading = read(
        "Viktor Hansen said he would study a list that Norway's Anna Berg had handed him.",
        "“I know how to read a list,” he said.",
    )
    assert named(reading)[-1] == ["Viktor Hansen"]


def test_she_and_he_keep_their_persons_apart(read: Read) -> None:
    reading = read(
        "Anna Berg met Viktor Hansen on Monday. She said the talks had failed.",
        "Hansen left early. “We will come back to the table,” he said.",
        "“The door is still open to all of them,” she said.",
    )
    assert named(reading) == [["Anna Berg"], ["Viktor Hansen"], ["Anna Berg"]]


def test_beside_her_is_not_the_one_who_stands_there(read: Read) -> None:
    reading = read(
        "Anna Berg opened the talks on Monday.",
        "Viktor Hansen, speaking beside her, smiled. “We will come back to the table,” he said.",
    )
    assert named(reading) == [["Viktor Hansen"]]


def test_an_apposition_introduces_the_person_spoken_of(read: Read) -> None:
    reading = read(
        "Anna Berg opened the talks on Monday. The opposition leader, Astrid Moen, left early.",
        "“We will come back to the table,” she said.",
    )
    assert named(reading) == [["Astrid Moen"]]


def test_the_president_is_not_a_former_one(read: Read) -> None:
    reading = read(
        "Former President Anna Berg mourned her cousin on Monday.",
        "The president said that the search would go on.",
    )
    assert named(reading)[-1] == ["The president"]


def addressed(reading: Reading) -> list[list[str]]:
    """For each attribution the words that name whom it was said to."""
    return [[reading.mentions[i].span.text for i in a.addressees] for a in reading.attributions]


def test_the_police_of_a_city_are_not_the_city(read: Read) -> None:
    reading = read("Bergen police said on Sunday that nobody had been charged.")
    assert named(reading) == [["Bergen police"]]


def test_a_name_with_a_hyphen_is_one_speaker(read: Read) -> None:
    reading = read("The ship sank off the island, said navy spokesman Bae Min-ho.")
    assert named(reading) == [["Bae Min-ho"]]


def test_words_in_somebodys_name_are_that_speakers(read: Read) -> None:
    reading = read(
        "A statement issued by the ministry said that two trawlers had sunk. Norway's website gave no number."
    )
    assert named(reading)[0] == ["the ministry"]


def test_who_is_quoted_by_a_paper_is_the_speaker(read: Read) -> None:
    reading = read(
        "Viktor Hansen met the ministers on Monday.",
        "“We will not go on like this for another year,” the newspaper quoted him as saying.",
        "State media quoted Anna Berg as saying that the talks had failed.",
    )
    assert named(reading)[0] == ["Viktor Hansen"]
    assert ["Anna Berg"] in named(reading)[1:]


def test_everybody_in_a_list_of_examples_speaks(read: Read) -> None:
    reading = read("Countries including Peru, Chile and Norway said that the launch was a failure.")
    assert {"Peru", "Chile", "Norway"} <= set(named(reading)[0])


def test_who_hears_the_first_words_hears_what_is_added(read: Read) -> None:
    reading = read(
        "Anna Berg told reporters that the talks had failed, adding that she would fly home. “It is over,” she said.",
        "Viktor Hansen accused Norway of lies, adding that he was sorry.",
    )
    assert addressed(reading) == [["reporters"], ["reporters"], ["reporters"], ["Norway"], []]


def test_who_is_asked_is_spoken_to(read: Read) -> None:
    reading = read("Asked whether Norway would leave, government spokeswoman Anna Berg said: “I have no comment.”")
    assert addressed(reading)[0] == ["Anna Berg"]


def test_no_state_is_urged_where_only_its_ties_are(read: Read) -> None:
    assert addressed(read("Anna Berg urged closer Norway-Russia ties.")) == [[]]


def test_a_person_is_no_apposition_to_a_state(read: Read) -> None:
    reading = read(
        "The United States will impose sanctions on whichever country starts a war between Ethiopia and Eritrea, "
        "Washington's envoy to the region said Tuesday.",
    )
    assert named(reading) == [["Washington's envoy to the region"]]


def test_whoever_speaks_is_not_spoken_to(read: Read) -> None:
    reading = read(
        "Anna Berg met Viktor Hansen on Monday.",
        "Berg said that in a call with Foreign Minister Viktor Hansen, "
        "Hansen had assured her that the talks would go on.",
    )
    assert addressed(reading)[-1] == ["her"]


def test_who_is_named_before_a_dash_speaks(read: Read) -> None:
    reading = read("Ms Lund - no relation to the president - urged the EU not to lift sanctions.")
    assert named(reading) == [["Ms Lund"]]


def test_who_does_something_to_another_accuses_him_not_he_himself(read: Read) -> None:
    text = "Norland on Friday gave the Sudmark envoy, Jon Berg, two days to leave the country, accusing him of spying."
    assert named(read(text)) == [["Norland"]]
    assert named(read("Police detained the editor for two days, accusing her of spreading panic.")) == [["Police"]]


def test_the_fields_of_a_title_and_a_conjunction_do_not_speak(read: Read) -> None:
    text = "Norwegian Industry and Trade Minister Kari Lund said the wall had “a name and a price.”"
    assert named(read(text)) == [["Kari Lund"]]
    text = "But a port official, speaking on condition of anonymity, said he spent a night in Oslo."
    assert named(read("Berg insists he never left. " + text))[-1] == ["a port official"]
