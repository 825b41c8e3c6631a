"""What was said, by issue: utterances side by side, the rest counted, nothing twice."""

import re
from dataclasses import replace

import pytest

from communique.briefs import compose
from communique.briefs.render import RENDERERS, Screen, terminal
from communique.domain import Difference, Issue, Record, Utterance
from tests.stories.piles import pile, said

REEF, FISH = ("issue-reef",), ("issue-fish",)


def issue(name: str) -> Issue:
    return Issue(id=f"issue-{name}", label=f"The {name}", description=f"Whose the {name} is.", found="taxonomy")


@pytest.fixture(scope="module")
def record() -> Record:
    made = pile(
        said("Ida Berg", "said", "that we want a treaty", issues=REEF),
        said("Ida Berg", "said", "that we need one treaty", issues=(*REEF, *FISH), article=1),
        said("Juan Paz", "said", "that he had heard it", issues=REEF, article=1),
        said("Max Horn", "said", "nothing", article=1),
    )
    want, need = (
        next(span for s in made.statements for span in s.content if "treaty" in span.text and verb in span.text)
        for verb in ("want", "need")
    )
    pair = Difference(
        a=want.part(want.start + want.text.index("want a"), want.start + want.text.index(" treaty")),
        b=need.part(need.start + need.text.index("need one"), need.start + need.text.index(" treaty")),
    )
    both = tuple(s.id for s in made.statements if "treaty" in s.content[0].text)
    told = Utterance(id="treaty", statements=both, wording="variant", differences=(pair,))
    return replace(made, issues=(issue("fish"), issue("reef")), utterances=(told,))


def test_the_issue_most_spoken_of_comes_first_and_what_is_on_none_last(record: Record) -> None:
    topics = compose(record).topics
    assert [(topic.label, topic.statements) for topic in topics] == [
        ("The reef", 3),
        ("The fish", 1),
        ("On other matters", 1),
    ]


def test_an_utterance_is_shown_once_with_the_words_that_differ(record: Record) -> None:
    reef, fish, _ = compose(record).topics
    (told,) = reef.aligned
    assert (told.name, told.wording) == ("Ida Berg", "variant")
    assert [(report.source, [span.text for span in report.differing]) for report in told.reports] == [
        (1, ["want a"]),
        (2, ["need one"]),
    ]
    assert (fish.aligned, fish.elsewhere, fish.others) == ((), ("treaty",), ())


def test_other_statements_are_counted_by_speaker(record: Record) -> None:
    assert [(item.name, len(item.statements)) for item in compose(record).topics[0].others] == [("Juan Paz", 1)]


def test_an_utterance_of_which_one_report_is_left_stands_with_the_single_statements(record: Record) -> None:
    lone = replace(record.utterances[0], statements=record.utterances[0].statements[:1])
    reef, *_ = compose(replace(record, utterances=(lone,))).topics
    assert reef.aligned == ()
    assert [(item.name, len(item.statements)) for item in reef.others] == [("Ida Berg", 2), ("Juan Paz", 1)]


def test_a_statement_on_an_issue_that_the_record_lacks_is_on_none(record: Record) -> None:
    (only,) = compose(replace(record, issues=())).topics
    assert (only.issue, only.statements) == (None, 4)


def test_what_differs_is_marked_with_and_without_colour(record: Record) -> None:
    brief = compose(record)
    assert "<ins>want a</ins>" in RENDERERS["html"](brief, record)
    assert "**want a**" in RENDERERS["markdown"](brief, record)
    assert "Differs: “want a” – “need one”" in terminal.render(brief, record)
    assert re.search(r"\x1b\[[0-9;]*4m?[0-9;]*m?want a", terminal.render(brief, record, Screen(colour=True)))


def test_the_page_links_to_single_statements_and_does_not_repeat_them(record: Record) -> None:
    text = RENDERERS["html"](compose(record), record)
    for statement in record.statements:
        assert text.count(f'id="s-{statement.id}"') == 1
        assert f'href="#s-{statement.id}"' in text


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_all_forms_have_the_sections_in_one_order(form: str, record: Record) -> None:
    text = RENDERERS[form](compose(record), record)
    body = text.partition("<main>")[2] or text
    heads = [
        "What happened", "Where they stand", "What was said, by issue", "Who said what", "Who is who", "The sources",
        "What the program could not read or tell",
    ]  # fmt: skip
    places = [body.index(head) for head in heads]
    assert places == sorted(places)


def test_one_actor_alone_is_readable() -> None:
    lone = pile(said("Ida Berg", "said", "that it rained"))
    text = RENDERERS["terminal"](compose(lone), lone)
    assert "Ida Berg said that it rained · article 1" in text
    assert "with one article alone there is nothing to compare" in text


def test_what_a_relative_clause_reports_begins_behind_its_pronoun() -> None:
    made = pile(said("Ida Berg", "said", "that it rained"))
    (statement,) = made.statements
    text = "It will please Ida Berg, who said that it rained."
    document = replace(made.documents[0], text=text)
    who, cue, content = (document.span(at := text.index(w), at + len(w)) for w in ("who", "said", "that it rained"))
    article = replace(made.articles[0], body=(document.span(0, len(text)),))
    told = replace(statement, speaker=who, cue=cue, content=(content,))
    actors = tuple(replace(actor, mentions=()) if actor.id not in told.speakers else actor for actor in made.actors)
    record = replace(made, documents=(document,), articles=(article,), statements=(told,), actors=actors)
    assert "Ida Berg: Said that it rained · article 1" in RENDERERS["terminal"](compose(record), record)


def test_what_one_article_has_of_an_utterance_is_one_report() -> None:
    made = pile(
        said("Ida Berg", "said", "that we want peace"),
        said("Ida Berg", "said", "that we want it soon"),
        said("Ida Berg", "said", "that we want peace now", article=1),
    )
    told = Utterance(id="peace", statements=tuple(s.id for s in made.statements), wording="variant", differences=())
    (item,) = compose(replace(made, utterances=(told,))).topics[0].aligned
    assert [(report.source, len(report.content)) for report in item.reports] == [(1, 2), (2, 1)]


def test_a_pronoun_turned_in_indirect_speech_is_no_difference() -> None:
    made = pile(
        said("Ida Berg", "said", "that her son slept"), said("Ida Berg", "said", "that my son slept", article=1)
    )
    spans = [statement.content[0] for statement in made.statements]
    her, my = (
        s.part(s.start + s.text.index(w), s.start + s.text.index(w) + len(w))
        for s, w in zip(spans, ("her", "my"), strict=True)
    )
    told = Utterance(
        id="son",
        statements=tuple(s.id for s in made.statements),
        wording="variant",
        differences=(Difference(a=her, b=my),),
    )
    (item,) = compose(replace(made, utterances=(told,))).topics[0].aligned
    assert item.differences == ()
    assert not any(report.differing for report in item.reports)


def test_who_only_passes_on_what_another_says_is_not_shown_beside_it() -> None:
    made = pile(said("The Courier", "reports", "that Ida Berg said that the talks would go on for a week or two"))
    (outer,) = made.statements
    words = outer.content[0]
    start = words.start + words.text.index("that the talks")
    inner = replace(
        outer, id="inner", nested_in=outer.id, content=(words.part(start, words.end),), speakers=("Ida Berg",)
    )
    (topic,) = compose(replace(made, statements=(outer, inner))).topics
    assert [item.statements for item in topic.others] == [("inner",)]


def test_the_terminal_has_words_once_that_several_reports_have_alike() -> None:
    made = pile(*(said("Ida Berg", "said", "that we want peace", article=number) for number in range(3)))
    told = Utterance(id="peace", statements=tuple(s.id for s in made.statements), wording="identical", differences=())
    made = replace(made, utterances=(told,))
    words = " ".join(terminal.render(compose(made), made).split())
    assert re.search(r"want peace · [^·]*article 1, [^·]*article 2, [^·]*article 3, ", words)
