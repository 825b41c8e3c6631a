from dataclasses import replace

import pytest

from communique.briefs import Brief, Line, Voice, compose
from communique.briefs.desk import shortened
from communique.domain import Conflict, Corroboration, MentionForm, Record, Side, Span, Statement


def voice(brief: Brief, name: str) -> Voice:
    (found,) = [voice for voice in brief.voices if voice.name == name]
    return found


def said(voice: Voice) -> list[tuple[int, list[str]]]:
    return [(report.source, [line.statement for line in report.lines]) for report in voice.reports]


def line(brief: Brief, statement: str) -> Line:
    reports = [*(report for voice in brief.voices for report in voice.reports), *brief.unnamed]
    (found,) = [line for report in reports for line in report.lines if line.statement == statement]
    return found


def test_sources_are_numbered_by_date_and_undated_ones_come_last(record: Record) -> None:
    sources = compose(record).sources
    assert [source.article for source in sources] == ["a-courier", "a-bulletin", "a-ledger", "a-second"]
    assert [source.number for source in sources] == [1, 2, 3, 4]
    assert sources[0].path == "pages/courier.txt"


def test_the_most_widely_reported_speaker_comes_first(record: Record) -> None:
    names = [voice.name for voice in compose(record).voices]
    # Reyle: two outlets and a third article; Brandt: two outlets, four statements; rights groups: two outlets, two.
    assert names == ["Tomas Reyle", "Ilse Brandt", "Rights groups", "Ilse Brandt and Tomas Reyle"]


def test_statements_stand_under_their_speaker_by_article_and_in_text_order(record: Record) -> None:
    brief = compose(record)
    assert said(voice(brief, "Ilse Brandt")) == [(1, ["port", "long-way", "reply"]), (2, ["guest"])]
    assert said(voice(brief, "Rights groups")) == [(1, ["crews-40"]), (2, ["crews-44"])]


def test_counts_are_of_what_is_shown(record: Record) -> None:
    brief = compose(record)
    brandt = voice(brief, "Ilse Brandt")
    assert (brandt.outlets, brandt.articles, brandt.statements) == (2, 2, 4)
    assert brief.scope.statements == len(record.statements)
    assert brief.scope.outlets == ("Evening Ledger", "Harbour Courier", "The Ostmark Bulletin")
    assert brief.scope.without_outlet == 1
    assert (brief.scope.first, brief.scope.last) == ("2031-03-04", "2031-03-05")


def test_claims_in_the_same_words_are_told_once_with_the_evidence_of_all(record: Record) -> None:
    said = {statement.id: statement.content[0] for statement in record.statements}
    first, second, third = said["port"], said["guest"], said["crews-44"]
    claims = tuple(
        Corroboration(id=name, claim="The port is shut", support=support, outlets=(), independent_origins=origins)
        for name, support, origins in (("wide", (first, second), 2), ("narrow", (first, third), 1))
    )
    (told,) = compose(replace(record, corroborations=claims)).agreements
    assert (told.id, told.independent_origins) == ("wide", 2)
    assert {passage.span for passage in told.support} == {first, second, third}


def test_who_speaks_with_others_is_a_voice_of_its_own_that_each_points_to(record: Record) -> None:
    brief = compose(record)
    together = voice(brief, "Ilse Brandt and Tomas Reyle")
    assert said(together) == [(2, ["april"])]
    assert voice(brief, "Ilse Brandt").jointly == (together.id,)
    assert together.jointly == ()


def test_a_pronoun_or_nothing_names_nobody(record: Record) -> None:
    (report,) = compose(record).unnamed
    assert [line.statement for line in report.lines] == ["sail", "hostage"]


def test_unresolved_speakers_are_grouped_whatever_case_and_article_they_are_printed_in(record: Record) -> None:
    document = replace(record.documents[0], text="The rights groups said no. rights\ngroups said yes.")
    first = Statement(
        id="no",
        article="a",
        kind="indirect",
        speaker=document.span(0, 17),
        content=(document.span(23, 25),),
        confidence=1,
    )
    second = replace(first, id="yes", speaker=document.span(27, 40), content=(document.span(46, 49),))
    article = replace(record.articles[0], id="a", document=document.id)
    brief = compose(Record(documents=(document,), articles=(article,), statements=(second, first)))
    assert [(voice.name, voice.known, voice.statements) for voice in brief.voices] == [
        ("The rights groups", "words", 2)
    ]


def test_a_doubtful_statement_is_marked_and_a_nested_one_names_who_tells_it(record: Record) -> None:
    promise = line(compose(record), "promise")
    assert promise.doubtful
    assert promise.told_by == "Ilse Brandt"
    assert promise.addressees == ("Ilse Brandt",)
    assert not line(compose(record), "reply").doubtful


def test_an_office_is_named_once_with_its_country(record: Record) -> None:
    assert voice(compose(record), "Ilse Brandt").about == ("Foreign Minister, Norwick",)
    abroad = replace(record, actors=(replace(record.actors[0], country="ISL"), *record.actors[1:]))
    assert voice(compose(abroad), "Ilse Brandt").about == ("Foreign Minister, Norwick", "Iceland")
    iceland = replace(record.actors[1], name="Iceland")
    at_home = replace(abroad, actors=(abroad.actors[0], iceland, *record.actors[2:]))
    assert voice(compose(at_home), "Ilse Brandt").about == ("Foreign Minister, Iceland",)


def test_an_outlet_that_is_not_known_does_not_put_a_speaker_behind_all_others(record: Record) -> None:
    """Two statements where the outlet is not known stand before one where it is."""
    nothing = next(item for item in record.statements if item.id == "nothing")
    again = replace(nothing, id="again", content=(nothing.content[0].part(86, 93),))
    april = next(item for item in record.statements if item.id == "april")
    brief = compose(replace(record, statements=(nothing, again, replace(april, speakers=("brandt",)))))
    assert [(voice.name, voice.outlets, voice.statements) for voice in brief.voices] == [
        ("Tomas Reyle", 0, 2),
        ("Ilse Brandt", 1, 1),
    ]


def test_who_has_no_name_is_written_small_within_a_sentence(record: Record) -> None:
    """A name keeps its letters; a description as it stood at the head of a sentence does not."""
    reyle = record.actors[2]
    forms: tuple[tuple[MentionForm, str], ...] = (("named", "The diplomat"), ("nominal", "the diplomat"))
    for form, told in forms:
        mention = replace(reyle.mentions[0], form=form)
        actor = replace(reyle, name="The diplomat", mentions=(mention,))
        statements = tuple(
            replace(item, addressees=("reyle",)) if item.id == "port" else item for item in record.statements
        )
        brief = compose(replace(record, actors=(record.actors[0], actor), statements=statements))
        assert line(brief, "port").addressees == (told,)


def test_what_a_speaker_repeats_of_oneself_inside_another_statement_is_not_shown_twice(record: Record) -> None:
    statements = tuple(
        replace(item, speakers=("brandt",)) if item.id == "promise" else item for item in record.statements
    )
    brief = compose(replace(record, statements=statements))
    assert said(voice(brief, "Ilse Brandt"))[0] == (1, ["port", "long-way", "reply"])
    assert brief.scope.statements == len(statements) - 1


def test_the_sentence_around_a_statement_is_given(record: Record) -> None:
    around = line(compose(record), "long-way").context
    assert around.text == "“We came a long way,” she told reporters, “but not far enough.”"
    assert line(compose(record), "hostage").context.text == '"No one is a hostage," it was said.'


@pytest.mark.parametrize("field", ["speaker", "cue", "content", "verbatim"])
def test_a_statement_whose_words_do_not_stand_in_the_source_is_left_out_and_reported(
    record: Record, field: str
) -> None:
    port = record.statements[0]
    wrong = Span(document="courier", start=3, end=8, text="never")
    broken = replace(port, **{field: wrong if field in {"speaker", "cue"} else (wrong,)})  # type: ignore[arg-type]
    brief = compose(replace(record, statements=(broken, *record.statements[1:])))
    assert said(voice(brief, "Ilse Brandt"))[0] == (1, ["long-way", "reply"])
    (gap,) = [gap for gap in brief.gaps if gap.kind == "dropped"]
    assert gap.sources == (1,)
    assert "1 statement" in gap.what


@pytest.mark.parametrize("bounds", [(-3, 2), (5, 5), (10**6, 10**6 + 3)])
def test_a_span_outside_the_text_stands_nowhere(record: Record, bounds: tuple[int, int]) -> None:
    wrong = Span(document="courier", start=bounds[0], end=bounds[1], text="")
    broken = replace(record.statements[0], content=(wrong,))
    assert compose(replace(record, statements=(broken,))).voices == ()


def test_a_title_that_does_not_stand_in_the_page_is_left_out_and_reported(record: Record) -> None:
    courier = replace(record.articles[2], title=Span(document="courier", start=0, end=5, text="Peace"))
    brief = compose(replace(record, articles=(courier,), statements=(), events=()))
    assert brief.sources[0].title is None
    assert [(gap.what, gap.sources) for gap in brief.gaps if gap.kind == "dropped"] == [
        ("title: its words do not stand in the source", (1,))
    ]


def test_what_could_not_be_read_or_told_is_named_once_with_the_articles(record: Record) -> None:
    gaps = [(gap.kind, gap.what, gap.sources, gap.path) for gap in compose(record).gaps]
    assert gaps == [
        ("unread", "it is a picture, not text", (), "pages/photo.txt"),
        ("unread", "no article was found in this page", (), "pages/blank.txt"),
        ("untold", "no title was found", (3, 4), None),
        ("untold", "the outlet is not known", (3,), None),
        ("untold", "the date of publication is not known", (3, 4), None),
        ("untold", "no statement was found", (4,), None),
        ("untold", "it is not known who speaks (2 statements)", (3,), None),
        ("untold", "the reading is doubtful (1 statement)", (1,), None),
    ]


def test_what_was_noticed_in_reading_is_passed_on(record: Record) -> None:
    noted = replace(record.documents[0], notes=("the page said UTF-8 and was not",))
    brief = compose(replace(record, documents=(noted, *record.documents[1:])))
    assert [(gap.what, gap.path) for gap in brief.gaps if gap.kind == "noticed"] == [
        ("the page said UTF-8 and was not", "pages/courier.txt")
    ]


def test_an_omission_names_the_reports_that_lack_it(record: Record) -> None:
    said = {statement.id: statement.content[0] for statement in record.statements}
    sides = (Side(span=said["port"], value="carried"), Side(span=said["guest"], value="not found"))
    left_out = Conflict(id="o", kind="omission", about="the port", sides=sides, verdict="cannot-tell", why="")
    brief = compose(replace(record, conflicts=(left_out,)))
    (told,) = brief.differences
    assert [passage.span for passage in told.sides] == [said["port"]]
    lacking = next(line.source for report in brief.reports for line in report.lines if line.statement == "guest")
    assert f"article {lacking}" in told.why


def test_a_long_description_ends_where_a_clause_begins() -> None:
    assert shortened("people in the north who had waited for help since spring") == "people in the north who …"
    assert shortened("those who wait") == "those who wait"
