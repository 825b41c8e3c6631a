"""Which issue a statement is about, and whose matter it is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain import Record
from communique.knowledge.issues import taxonomy
from communique.record.issues import assign
from tests.stories.piles import Said, pile, readings, said


def of(*lines: Said) -> Record:
    record = pile(*lines)
    return assign(record, readings(record), taxonomy())


def labels(record: Record) -> list[list[str]]:
    label = {issue.id: issue.label for issue in record.issues}
    return [[label[issue] for issue in statement.issues] for statement in record.statements]


@pytest.mark.parametrize(
    ("who", "cue", "content", "expected"),
    [
        ("Ida Berg", "said", "that Norwegian sanctions on Chad will stay", "Sanctions: Chad"),
        ("Max Horn", "criticised", "Norwegian sanctions against Chad", "Sanctions: Chad"),
        ("Max Horn", "said", "that the elections in Mali were fair", "Elections: Mali"),
        ("Max Horn", "praised", "Mali's parliamentary elections", "Elections: Mali"),
        ("Ida Berg", "said", "that interference in our elections must end", "Interference in elections: Norway"),
        ("Juan Paz", "denied", "that Peru meddled in Norwegian elections", "Interference in elections: Norway"),
        ("Ida Berg", "said", "that she wants better ties with Chad", "Relations: Chad and Norway"),
        ("Ida Berg and Juan Paz", "said", "that our relationship is sound", "Relations: Norway and Peru"),
        ("Max Horn", "said", "that vaccines work", "Public health"),
        ("Max Horn", "recognised", "the general as president of Mali", "Leadership and legitimacy: Mali"),
        ("Max Horn", "said", "that new rules for bitcoin are needed", "Digital currencies"),
        ("Max Horn", "said", "that the truce in Mali may fail", "Ceasefire: Mali"),
        ("Max Horn", "said", "that the truce reached in Mali may fail", "Ceasefire"),
        ("Max Horn", "said", "that troops had opened fire", "War and use of force"),
        ("Max Horn", "said", "that nobody would sign away their land", "Territory and borders"),
    ],
)
def test_an_issue_is_a_topic_and_the_state_it_concerns(who: str, cue: str, content: str, expected: str) -> None:
    assert labels(of(said(who, cue, content))) == [[expected]]


@pytest.mark.parametrize(
    "content", ["that the soup was cold", "that a trade of strikers is near", "that relations with his aunt are"]
)
def test_what_fits_no_topic_has_no_issue(content: str) -> None:
    assert labels(of(said("Max Horn", "said", content))) == [[]]


def test_each_state_that_was_discussed_is_a_matter_of_its_own() -> None:
    (found,) = labels(of(said("Max Horn", "said", "that the two discussed Chad and Mali")))
    assert set(found) == {"Situation: Chad", "Situation: Mali"}


def test_a_matter_of_two_states_is_none_where_only_one_is_known() -> None:
    assert labels(of(said("Max Horn", "said", "that the talks were constructive"))) == [[]]


def test_who_goes_on_and_who_answers_speaks_of_the_same() -> None:
    found = labels(
        of(
            said("Ida Berg", "said", "that the elections in Mali were stolen"),
            said("Ida Berg", "added", "that nobody should accept that"),
            said("Juan Paz", "denied", "the allegation"),
            said("Juan Paz", "said", "that lunch was good"),
        )
    )
    assert found == [["Elections: Mali"], ["Elections: Mali"], ["Elections: Mali"], []]


def beside(*lines: Said) -> list[list[str]]:
    """The issues where all lines are one paragraph."""
    record = pile(*lines)
    (article,), (document,) = record.articles, record.documents
    whole = replace(article, body=(document.span(0, len(document.text)),))
    return labels(assign(replace(record, articles=(whole,)), readings(record), taxonomy()))


def test_what_points_to_something_takes_the_issue_of_its_paragraph() -> None:
    first = said("Ida Berg", "said", "that the elections in Mali were stolen")
    assert beside(first, said("Juan Paz", "agreed on", "the outcome")) == [["Elections: Mali"]] * 2
    assert beside(first, said("Juan Paz", "wanted", "an accord"))[1] == []
    assert beside(first, said("Juan Paz", "liked", "soup"))[1] == []
    two = said("Ida Berg", "said", "that vaccines work")
    assert beside(first, two, said("Juan Paz", "kept", "the outcome"))[2] == []


def test_what_is_told_within_words_does_not_come_between_them() -> None:
    lines = (
        said("Ida Berg", "said", "that the elections in Mali were stolen"),
        said("Juan Paz", "told", "her that it rained"),
        said("Ida Berg", "added", "that she was glad"),
    )
    record = pile(*lines)
    first, second, third = record.statements
    nested = replace(record, statements=(first, replace(second, nested_in=first.id), third))
    assert labels(assign(nested, readings(record), taxonomy()))[2] == ["Elections: Mali"]
    assert labels(of(*lines))[2] == []


def test_a_matter_of_two_states_is_that_of_the_two_an_article_names_most() -> None:
    lines = [said("Ida Berg", "said", f"that Norway and Peru met {times} times") for times in ("two", "three", "four")]
    trade = said("Ida Berg", "rejected", "a return to normal trade")
    assert labels(of(*lines, trade))[3] == ["Trade: Norway and Peru"]
    assert labels(of(*lines, said("Max Horn", "said", "that Chad and Mali met"), trade))[4] == [
        "Trade: Norway and Peru"
    ]
    others = [said("Max Horn", "said", f"that Chad met Mali {times}") for times in ("once", "twice")]
    assert labels(of(*lines, *others, trade))[5] == []


def test_where_words_were_said_is_not_whom_they_concern() -> None:
    found = labels(of(said("Max Horn", "said", "in Paris that sanctions should stay")))
    assert found == [["Sanctions"]]


def test_a_state_that_is_not_named_is_the_one_the_article_speaks_of() -> None:
    found = labels(
        of(
            said("Ida Berg", "said", "that sanctions on Chad work"),
            said("Juan Paz", "said", "that sanctions never work"),
            said("Juan Paz", "said", "that a mouse laughed", article=1),
        )
    )
    assert found == [["Sanctions: Chad"], ["Sanctions: Chad"], []]


def test_the_words_around_count_where_the_article_is_about_them() -> None:
    about = [said("Max Horn", "said", "that refugees need homes"), said("Max Horn", "said", "that refugees wait")]
    aside = said("Max Horn", "said", "that he would say no more", lead="On the refugees, ")
    assert labels(of(*about, aside))[-1] == ["Migration and asylum"]
    assert labels(of(aside)) == [[]]


def test_a_thing_named_beside_a_topic_stands_for_it_where_it_is_named_again() -> None:
    found = labels(
        of(
            said("Ida Berg", "said", "that the rocket launch was a test of ballistic missiles by Mali"),
            said("Max Horn", "said", "that more missile tests by Mali would follow"),
            said("Juan Paz", "condemned", "the launch"),
            said("Juan Paz", "condemned", "the soup"),
            said("Juan Paz", "condemned", "the launch", article=1),
        )
    )
    missiles = ["Missile programme: Mali"]
    assert missiles[0] in found[0]
    assert found[1:] == [missiles, missiles, [], missiles]


def test_who_says_that_it_is_a_mistake_speaks_of_what_was_said_before() -> None:
    found = labels(
        of(
            said("Ida Berg", "said", "that sanctions on Chad will stay"),
            said("Juan Paz", "said", "“It is a mistake”"),
            said("Max Horn", "said", "“It is time for lunch”"),
        )
    )
    assert found == [["Sanctions: Chad"], ["Sanctions: Chad"], []]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("that the soldiers near the border must leave", "Troops and bases"),
        ("that the fishermen should come home from their prison", "Detained foreigners, prisoners of war and hostages"),
        ("that a hotline between the fleets is needed", "Military contacts and trust"),
        ("that the jamming of satellite navigation must end", "Sabotage and interference with signals"),
        ("that the herring quota is too small", "Fishing and catch"),
        ("that the bomber violated their airspace", "Airspace and drones"),
    ],
)
def test_what_neighbours_quarrel_about_is_known(content: str, expected: str) -> None:
    assert labels(of(said("Max Horn", "said", content))) == [[expected]]


def test_one_rare_word_that_several_come_back_to_is_an_issue() -> None:
    lines = [
        said("Ida Berg", "said", "that the walrus was fed late"),
        said("Juan Paz", "said", "that he liked the walrus"),
        said("Max Horn", "said", "nothing of a walrus", article=1),
        said("Rosa Diaz", "said", "that she paid for its walrus", article=1),
        said("Ida Berg", "said", "that the walrus is asleep", article=1),
        said("Juan Paz", "said", "that it was his walrus", article=1),
    ]
    assert [issue.label for issue in of(*lines).issues] == ["Walrus"]
    assert not of(*lines[1:3]).issues
    common = [replace(line, content=line.content.replace("walrus", "money")) for line in lines]
    assert not of(*common).issues


def test_a_phrase_that_several_come_back_to_is_an_issue() -> None:
    lines = [
        said("Ida Berg", "said", "that the herring pact was late"),
        said("Juan Paz", "said", "that he liked the herring pact"),
        said("Max Horn", "said", "that a herring pact was dear", article=1),
        said("Rosa Diaz", "said", "nothing of the herring pact", article=1),
    ]
    record = of(*lines)
    assert [(issue.label, issue.found) for issue in record.issues] == [("Herring pact", "discovered")]
    assert all(statement.issues for statement in record.statements)
    assert not of(*lines[:2]).issues


def test_whom_several_speak_of_who_says_nothing_is_an_issue() -> None:
    lines = [
        said("Ida Berg", "demanded", "the release of Max Horn"),
        said("Juan Paz", "said", "that Max Horn is well"),
        said("Rosa Diaz", "said", "that she would see Max Horn today", article=1),
    ]
    record = of(*lines)
    assert [issue.label for issue in record.issues] == ["Max Horn"]
    assert all(statement.issues for statement in record.statements)
    assert not of(*lines, said("Max Horn", "said", "that he is well", article=1)).issues


def test_whom_several_take_sides_on_is_an_issue_though_he_speaks() -> None:
    lines = [
        said("Ida Berg", "endorsed", "Max Horn"),
        said("Juan Paz", "criticised", "Max Horn's songs"),
        said("Rosa Diaz", "praised", "Max Horn for his soup", article=1),
        said("Max Horn", "said", "that lunch was good", article=1),
    ]
    record = of(*lines)
    assert [issue.label for issue in record.issues] == ["Max Horn"]
    assert [bool(statement.issues) for statement in record.statements] == [True, True, True, False]
    assert not of(lines[0], lines[2], lines[3]).issues


def test_a_thing_is_called_by_what_two_articles_say_behind_it() -> None:
    lines = [
        said("Ida Berg", "opposed", "the walrus of Lund harbour"),
        said("Juan Paz", "said", "that he liked the walrus"),
        said("Max Horn", "praised", "a walrus", article=1),
        said("Rosa Diaz", "said", "nothing of the walrus of Lund harbour", article=1),
    ]
    assert [issue.label for issue in of(*lines).issues] == ["Walrus of Lund harbour"]


def test_what_stands_together_is_of_the_topic_of_whose_field_its_words_are() -> None:
    lines = [
        said("Ida Berg", "said", "that the tally and the count were wrong"),
        said("Juan Paz", "said", "that the tally was not the whole count"),
        said("Max Horn", "said", "that every tally had a winner in the count"),
    ]
    assert beside(*lines) == [["Elections"]] * len(lines)


def test_what_stands_together_is_called_by_the_thing_that_one_takes_a_side_on() -> None:
    def called(*lines: Said) -> list[str]:
        record = pile(*lines)
        (article,), (document,) = record.articles, record.documents
        whole = replace(article, body=(document.span(0, len(document.text)),))
        named = assign(replace(record, articles=(whole,)), readings(record), taxonomy())
        return [issue.label for issue in named.issues]

    answer = said("Juan Paz", "said", "that his boat caught whatever it saw")
    assert called(said("Ida Berg", "ruled out", "any quota for trout"), answer) == ["Quota for trout"]
    assert called(said("Ida Berg", "spoke of", "some quota for trout"), answer) == []
    assert called(said("Ida Berg", "rejected", "a captain of his own"), answer) == []
    assert called(said("Ida Berg", "ruled out", "any quota for trout")) == []


def test_what_stands_alone_is_of_a_topic_where_its_words_are_clearly_of_its_field() -> None:
    known = said("Ida Berg", "said", "that the elections were fair", article=1)
    assert labels(of(known, said("Juan Paz", "said", "that the tally of the count was wrong")))[0] == ["Elections"]
    assert labels(of(known, said("Juan Paz", "said", "that the count of sheep was wrong")))[0] == []
    assert labels(of(known, said("Juan Paz", "said", "that the tally of troops was wrong")))[0] == []


def test_a_thing_that_those_with_a_topic_name_is_of_that_topic_in_every_article() -> None:
    lines = [
        said("Ida Berg", "said", "that sanctions on Chad need a waiver"),
        said("Juan Paz", "said", "that sanctions on Chad have a waiver"),
        said("Max Horn", "rejected", "any waiver", article=1),
    ]
    assert labels(of(*lines))[-1] == ["Sanctions: Chad"]
    assert labels(of(lines[0], lines[2]))[-1] == []


def test_verbs_and_words_for_what_was_said_name_no_issue() -> None:
    who = ("Ida Berg", "Juan Paz", "Max Horn", "Rosa Diaz")
    for content in ("that it is time to waltz", "the threat", "this incident"):
        lines = [said(name, "praised", f"{content} {name[0]}", article=at % 2) for at, name in enumerate(who)]
        assert not of(*lines).issues


def test_what_stands_in_a_paragraph_of_one_issue_between_two_of_it_is_of_it() -> None:
    around = said("Ida Berg", "said", "that sanctions on Chad work")
    other = said("Juan Paz", "said", "that a mouse would laugh")
    assert beside(around, other, around)[1] == ["Sanctions: Chad"]
    assert beside(around, other)[1] == []


def test_copies_of_one_sentence_are_no_issue() -> None:
    who = ("Ida Berg", "Juan Paz", "Max Horn", "Rosa Diaz")
    lines = [said(name, "said", "that the herring pact was late", article=number) for number, name in enumerate(who)]
    assert not of(*lines).issues


def test_what_another_story_tells_is_no_evidence_of_what_this_one_is_about() -> None:
    lines = [
        said("Ida Berg", "said", "that sanctions on Chad need a waiver"),
        said("Juan Paz", "said", "that sanctions on Chad have a waiver"),
        said("Max Horn", "rejected", "any waiver", article=1),
    ]
    record = pile(*lines)
    stories = [replace(article, story=f"story-{number}") for number, article in enumerate(record.articles)]
    apart = assign(replace(record, articles=tuple(stories)), readings(record), taxonomy())
    assert labels(of(*lines))[-1] == ["Sanctions: Chad"]
    assert labels(apart) == [["Sanctions: Chad"], ["Sanctions: Chad"], []]
    assert [issue.label for issue in apart.issues] == ["Sanctions: Chad"]


def test_only_issues_that_are_used_are_listed() -> None:
    record = of(said("Ida Berg", "said", "that sanctions on Chad work"))
    assert [issue.id for issue in record.issues] == ["issue-sanctions-tcd"]


def test_no_statements_have_no_issues() -> None:
    assert not assign(Record(), [], taxonomy()).issues


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), max_size=6))
def test_any_words_have_issues_that_the_record_lists(contents: list[str]) -> None:
    record = of(*(said("Ida Berg", "said", f"{words}x") for words in contents))
    assert {issue for item in record.statements for issue in item.issues} == {issue.id for issue in record.issues}
