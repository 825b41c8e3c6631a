from collections.abc import Callable

import pytest

from communique import reading
from communique.domain import Article, Document, Reading
from communique.models import Models

Read = Callable[..., Reading]


def nominals(found: Reading) -> list[str]:
    return [mention.span.text for mention in found.mentions if mention.form == "nominal"]


def kinds(found: Reading) -> dict[str, str]:
    return {mention.span.text: mention.type for mention in found.mentions if mention.form == "nominal"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("[The foreign minister] left the hall.", "person"),
        ("[Diplomats] left the hall.", "group"),
        ("[Rights groups] protested.", "group"),
        ("[The opposition] walked out.", "group"),
        ("[The caretaker government] resigned.", "government"),
        ("[Police] closed the square.", "office"),
        ("[The supreme court] will decide in May.", "office"),
        ("[The state oil company] stopped work.", "org"),
        ("[Government troops] fired at the bridge.", "org"),
        ("[The ruling party] lost.", "party"),
        ("[The two countries] trade with each other.", "state"),
        ("The fighting spread through [the region].", "place"),
        ("They signed [the nuclear pact] at midnight.", "agreement"),
        ("They lost [last year's referendum] badly.", "election"),
        ("[Those reports] were false.", "document"),
    ],
)
def test_a_noun_phrase_has_the_type_of_its_head(read: Read, sentence: str, kind: str) -> None:
    phrase = sentence[sentence.index("[") + 1 : sentence.index("]")]
    assert kinds(read(sentence.replace("[", "").replace("]", ""))) == {phrase: kind}


@pytest.mark.parametrize(
    "sentence",
    [
        "[A detained police officer accused of fraud] died on Sunday.",
        "[Citizens who have been held in Norway] came home.",
        "[The ambassador to Norway] was recalled.",
        "[Prisoners jailed last year] were freed.",
        "[The government of interim president Anna Berg] fell.",
        "They closed [the Norwegian embassy in Lisbon] on Monday.",
        "[A council of scholars, officers and diplomats] met on Monday.",
    ],
)
def test_the_phrase_goes_on_to_what_tells_which_one_is_meant(read: Read, sentence: str) -> None:
    phrase = sentence[sentence.index("[") + 1 : sentence.index("]")]
    assert phrase in nominals(read(sentence.replace("[", "").replace("]", "")))


def test_a_clause_behind_a_comma_is_no_part_of_it(read: Read) -> None:
    assert nominals(read("The minister, who had come by train, left early.")) == ["The minister"]


def test_a_time_or_an_occasion_is_no_part_of_it(read: Read) -> None:
    assert nominals(read("Berg met the ministers on Tuesday.")) == ["the ministers"]
    assert nominals(read("Berg briefed diplomats at a news conference.")) == ["diplomats"]


def test_what_a_report_holds_is_no_part_of_it(read: Read) -> None:
    assert nominals(read("Berg dismissed reports of a plot.")) == ["reports"]


def test_a_count_in_figures_is_no_part_of_it_but_a_counted_pair_is(read: Read) -> None:
    assert nominals(read("They sent nearly 4,000 troops.")) == ["troops"]
    assert nominals(read("The two ministers met.")) == ["The two ministers"]


def test_what_is_only_said_of_somebody_is_no_part_of_the_phrase(read: Read) -> None:
    assert nominals(read("There are many hostages held in the north.")) == ["many hostages"]


def test_joined_nouns_are_two_mentions_unless_they_share_a_modifier(read: Read) -> None:
    assert nominals(read("Officials and diplomats left.")) == ["Officials", "diplomats"]
    assert nominals(read("Our Norwegian colleagues and counterparts left.")) == [
        "Our Norwegian colleagues and counterparts"
    ]


def test_a_possessor_is_a_mention_within_the_mention(read: Read) -> None:
    assert nominals(read("Berg is the country's legitimate leader.")) == [
        "the country",
        "the country's legitimate leader",
    ]


def test_a_prefix_that_is_cut_off_belongs_to_the_phrase(read: Read) -> None:
    assert nominals(read("Officials met her ex-husband.")) == ["Officials", "her ex-husband"]


def test_a_word_for_the_people_of_a_state_is_one_mention_with_its_article(read: Read) -> None:
    found = read("The Norwegians must leave.")
    assert [(m.span.text, m.form) for m in found.mentions] == [("The Norwegians", "nominal")]


def test_a_word_for_the_people_of_a_state_can_head_a_phrase(read: Read) -> None:
    assert "the highest-ranking Norwegian" in nominals(read("Berg is the highest-ranking Norwegian there."))


@pytest.mark.parametrize(
    "sentence",
    [
        "President Anna Berg left.",
        "U.S. Secretary of State Anna Berg left.",
        "Her husband Viktor Hansen left.",
        "Anna Berg, a former diplomat, left.",
    ],
)
def test_words_that_only_say_who_a_named_person_is_are_no_mention(read: Read, sentence: str) -> None:
    assert nominals(read(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "They want government reform.",  # the first part of a compound
        "No minister came.",  # nobody
        "Every country has laws.",
        "Norway is a country.",  # one of a kind
        "Berg served as president.",  # a role
        "People sleep at night.",  # mankind
        "Berg gave a dinner party.",
        "They crossed a group of islands.",
        "She stood at his side.",
        "They met under his leadership.",
        "It was a bombing campaign.",  # nobody's
    ],
)
def test_a_noun_that_stands_for_nobody_in_particular_is_no_mention(read: Read, sentence: str) -> None:
    assert nominals(read(sentence)) == []


def test_a_word_that_counts_others_takes_them_in(read: Read) -> None:
    assert nominals(read("Thousands of protesters marched.")) == ["Thousands of protesters"]
    assert nominals(read("Both of the diplomats smiled.")) == ["Both of the diplomats"]


def test_a_group_and_its_members_are_one_but_families_and_their_prisoners_are_not(read: Read) -> None:
    assert nominals(read("A group of lawmakers marched.")) == ["A group of lawmakers"]
    assert nominals(read("The families of prisoners marched.")) == ["The families of prisoners", "prisoners"]


def test_whoever_speaks_is_a_mention_even_if_the_noun_is_not_known(read: Read) -> None:
    assert kinds(read("The findings say that the dam will break.")) == {"The findings": "document"}


def test_a_common_noun_that_was_taken_for_a_name_is_a_nominal(read: Read) -> None:
    # spaCy's small pipeline calls `Citizens` an organisation here
    found = read("Citizens who have been held in Norway came home.")
    assert [(m.span.text, m.form) for m in found.mentions] == [
        ("Citizens who have been held in Norway", "nominal"),
        ("Norway", "named"),
    ]


def test_no_two_mentions_have_the_same_words(read: Read) -> None:
    found = read("The Norwegian minister said that the Norwegians would leave, and Norwegians said so too.")
    spans = [mention.span for mention in found.mentions]
    assert len(spans) == len(set(spans))


def test_in_a_headline_nouns_need_no_article(models: Models) -> None:
    text = "Norwegian ministers warn army chief\n\nThe talks went on."
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    end = text.index("\n")
    article = Article(id="a", document="d", title=document.span(0, end), body=(document.span(end + 2, len(text)),))
    assert nominals(reading.read(article, models)) == ["Norwegian ministers", "army chief"]


def test_a_thing_that_is_promised_is_nobody_spoken_to(read: Read) -> None:
    assert "a look" not in [m.span.text for m in read("Berg promised Hansen a look at the claims.").mentions]


def test_the_subject_of_a_verb_taken_for_a_participle_is_no_part_of_the_phrase(read: Read) -> None:
    phrases = nominals(read("Vowing to end the strike, Berg pressed top oil executives on Friday to invest in Norway."))
    assert not any("Berg" in phrase for phrase in phrases)


def test_where_a_group_is_belongs_to_it_behind_another_noun(read: Read) -> None:
    phrases = nominals(read("Oslo discussed the support of separatist rebels in Norway."))
    assert "separatist rebels in Norway" in phrases


@pytest.mark.parametrize("words", ["No Norwegian", "No minister", "Every Norwegian"])
def test_who_is_nobody_is_no_actor(read: Read, words: str) -> None:
    assert words not in nominals(read(f"{words} would understand it, Ann Lee said."))
