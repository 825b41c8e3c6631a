"""The forms that are plain text: terminal, Markdown, JSON."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from communique.briefs import compose
from communique.briefs.brief import Brief
from communique.briefs.render import RENDERERS, Screen, markdown, phrases, terminal
from communique.briefs.render import json as json_form
from communique.briefs.render.quotation import quotation
from communique.briefs.render.screen import safe
from communique.domain import Article, Document, Origin, Record, Span, Statement, Story, codec


def one_line(text: str) -> str:
    return " ".join(text.split())


def printed(record: Record, statement: str) -> list[tuple[str, str]]:
    brief = compose(record)
    reports = [*(report for voice in brief.voices for report in voice.reports), *brief.unnamed]
    (line,) = [line for report in reports for line in report.lines if line.statement == statement]
    text = next(item.text for item in record.documents if item.id == line.context.document)
    return [(piece.part, piece.text) for piece in quotation(line, text)]


def test_an_interrupted_quotation_keeps_its_order_and_what_stands_between(record: Record) -> None:
    assert printed(record, "long-way") == [
        ("content", "“We came a long way,”"),
        ("between", " "),
        ("speaker", "she"),
        ("between", " "),
        ("cue", "told"),
        ("between", " reporters, "),
        ("content", "“but not far enough.”"),
    ]


def test_many_words_between_are_left_out_and_marked(record: Record) -> None:
    courier = record.documents[0]
    speaker = courier.span(courier.text.index("Ilse Brandt"), courier.text.index("Ilse Brandt") + len("Ilse Brandt"))
    far = replace(record, statements=(replace(record.statements[2], speaker=speaker, cue=None),))
    assert [part for part, _ in printed(far, "reply")] == ["speaker", "omitted", "content"]


def test_a_speaker_inside_the_content_is_told_from_it(record: Record) -> None:
    courier = record.documents[0]
    start, end = courier.text.index("Brandt added"), courier.text.index(" within a week")
    inside = replace(record.statements[2], content=(courier.span(start, end),))
    assert printed(replace(record, statements=(inside,)), "reply") == [
        ("speaker", "Brandt"),
        ("content", " "),
        ("cue", "added"),
        ("content", " that Reyle had promised her a reply"),
    ]


def test_pieces_of_one_kind_that_touch_are_one(record: Record) -> None:
    ledger = record.documents[2]
    split = replace(record.statements[10], content=(ledger.span(36, 40), ledger.span(40, 58)), cue=None)
    assert printed(replace(record, statements=(split,)), "hostage") == [("content", '"No one is a hostage,"')]


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        (" reporters in the rain.", "he told reporters in the rain"),
        (" the Courier, which asked him.", "he told the Courier"),
        (": nothing.", "he told"),
        (" no stop\nin this line", "he told no stop"),
        (f" {'word ' * 30}.", "he told"),
        ("", "he told"),
    ],
)
def test_a_statement_that_would_end_with_its_cue_or_speaker_goes_on_for_a_few_words(after: str, shown: str) -> None:
    page = Document(id="d", source="d", sha256="0", media_type="text/plain", text=f"“No,” he told{after}")
    said = Statement(
        id="s", article="a", kind="direct", speaker=page.span(6, 8), cue=page.span(9, 13), content=(page.span(0, 5),),
        confidence=1,
    )  # fmt: skip
    article = Article(id="a", document="d", body=(page.span(0, len(page.text)),))
    for statement in (said, replace(said, speaker=said.cue, cue=said.speaker)):
        pieces = printed(Record(documents=(page,), articles=(article,), statements=(statement,)), "s")
        assert "".join(text for _, text in pieces) == f"“No,” {shown}"


@pytest.mark.parametrize("render", [partial(terminal.render, screen=Screen(full=True)), markdown.render])
def test_every_statement_is_shown_with_its_article_and_its_characters(
    render: Callable[[Brief, Record], str], record: Record
) -> None:
    brief = compose(record)
    number = {source.article: source.number for source in brief.sources}
    text = one_line(render(brief, record))
    for item in record.statements:
        assert f"article {number[item.article]}, {item.content[0].start}–{item.content[-1].end}" in text


def test_plain_means_without_a_single_escape_sequence(record: Record) -> None:
    assert "\x1b" not in terminal.render(compose(record), record)
    assert "\x1b[" in terminal.render(compose(record), record, Screen(colour=True))


def test_no_line_is_wider_than_the_screen(record: Record) -> None:
    text = terminal.render(compose(record), record, Screen(width=60))
    assert max(map(len, text.splitlines())) <= 60


def test_a_page_cannot_command_the_terminal(record: Record) -> None:
    evil = "\x1b]0;owned\x07\x1b[31m\x9b31m\u202e[bold]"
    actors = tuple(replace(actor, name=evil) for actor in record.actors)
    documents = tuple(replace(document, source=evil) for document in record.documents)
    text = terminal.render(compose(record), replace(record, documents=documents, actors=actors))
    text += terminal.render(compose(replace(record, documents=documents, actors=actors)), record)
    for form in ("markdown", "html"):
        text += RENDERERS[form](compose(record), replace(record, documents=documents, actors=actors))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "[bold]" in text


def test_markdown_shows_every_statement_with_its_sentence_in_a_footnote(record: Record) -> None:
    text = markdown.render(compose(record), record)
    for statement in record.statements:
        assert text.count(f"[^{statement.id}]: ") == 1
        assert text.count(f"[^{statement.id}]") > 1
    assert '[^hostage]: pages/ledger.txt, article 3, 36–58: "No one is a hostage," it was said.' in text


def test_markdown_of_a_page_is_shown_not_obeyed(record: Record) -> None:
    rendered = MarkdownIt("commonmark").render(markdown.render(compose(record), record))
    assert "Reyle said - nothing of the crews 1. nothing of the *dates*" in one_line(rendered)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).filter(str.strip))
def test_any_text_survives_markdown(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(markdown.escaped(text))
    inline = [token for token in tokens if token.type == "inline"]
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in inline[0].children or ()) == safe(one_line(text))


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_every_name_and_office_says_where_its_words_stand(form: str, record: Record) -> None:
    brief = compose(record)
    render = partial(terminal.render, screen=Screen(full=True)) if form == "terminal" else RENDERERS[form]
    text = one_line(render(brief, record)).replace("\\", "")
    for profile in brief.actors:
        found = [alias.printed[0] for alias in profile.names] + [role.evidence[0] for role in profile.roles]
        for held in found:
            assert f"[{held.source}:{held.first.start}–{held.first.end}]" in text


def test_a_very_long_tail_is_counted_in_plain_text(record: Record) -> None:
    point = record.actors[-1]
    places = tuple(replace(point, id=f"place-{number}") for number in range(100))
    text = one_line(terminal.render(compose(replace(record, actors=places)), record, Screen(full=True)))
    assert text.count("SKERRY POINT [") == 20
    assert "100 names" in text
    assert "and 80 more" in text


def test_a_long_brief_shows_the_beginning_of_each_part_and_counts_the_rest(record: Record) -> None:
    spoken = record.statements[0]
    many = tuple(replace(spoken, id=f"s{number}", speakers=("brandt",)) for number in range(50))
    brief = compose(replace(record, statements=many))
    short, whole = (terminal.render(brief, record, Screen(full=full)) for full in (False, True))
    assert "… and 49 more statements (--full)" in short
    assert "… and" not in whole
    assert "--full" not in whole


def test_a_brief_is_headed_by_the_headline_over_its_lead(record: Record) -> None:
    title = "Ministers leave island talks with little to show"
    articles = tuple(article.id for article in record.articles)
    told = replace(record, stories=(Story(id="s", title=title, articles=articles),))
    lead = compose(told).summary[0]
    headline = compose(told).sources[lead.source - 1].title
    assert headline is not None
    assert terminal.render(compose(told), told).startswith(f"{headline.text}\n4 articles from at least 3 outlets, ")
    assert terminal.render(compose(record), record).startswith("4 articles from at least 3 outlets\n")


def test_without_a_sentence_that_leads_a_brief_is_headed_by_the_story_that_most_articles_tell(record: Record) -> None:
    title = next(article.title for article in record.articles if article.title).text
    bare = tuple(replace(article, body=()) for article in record.articles)
    story = Story(id="s", title=title, articles=tuple(article.id for article in bare))
    told = replace(record, articles=bare, statements=(), events=(), utterances=(), stories=(story,))
    assert compose(told).summary == ()
    assert compose(told).scope.title == title


def test_bold_words_of_markdown_keep_their_distance() -> None:
    said = [("the ", False), ("disputed strip", True), (" of *land*", False)]
    assert phrases.emphasised(said, markdown.escaped) == r"the **disputed strip** of \*land\*"


def test_an_article_without_outlet_goes_by_its_agency(record: Record) -> None:
    brief = compose(record)
    known, unknown = (
        next(source for source in brief.sources if bool(source.outlet) is known) for known in (True, False)
    )
    wire = replace(unknown, origin=Origin(kind="wire", agency="Gazetta"))
    assert phrases.outlet(wire) == phrases.printer(wire) == "Gazetta text"
    assert phrases.printer(unknown) == f"article {unknown.number}"
    assert known.outlet is not None
    assert phrases.outlet(known) == known.outlet.name


def test_what_a_speaker_did_before_the_cue_is_left_out(record: Record) -> None:
    text = "Ida Berg left early and accused Juan Paz of haste."
    page = Document(id="p", source="p.txt", sha256="", media_type="text/plain", text=text)

    def span(words: str) -> Span:
        return page.span(text.index(words), text.index(words) + len(words))

    line = replace(
        next(iter(compose(record).lines)),
        speaker=span("Ida Berg"),
        cue=span("accused"),
        content=(span("Juan Paz of haste"),),
    )
    assert "".join(piece.text for piece in quotation(line, text)) == "Ida Berg […] accused Juan Paz of haste"


def test_a_statement_that_ends_its_sentence_takes_nothing_of_the_next(record: Record) -> None:
    text = "“It was hasty,” said Ida Berg. Juan Paz, however, slept."
    page = Document(id="p", source="p.txt", sha256="", media_type="text/plain", text=text)
    said = {words: page.span(text.index(words), text.index(words) + len(words)) for words in ("said", "Ida Berg.")}
    line = replace(
        next(iter(compose(record).lines)), speaker=said["Ida Berg."], cue=said["said"], content=(page.span(0, 15),)
    )
    assert "".join(piece.text for piece in quotation(line, text)) == "“It was hasty,” said Ida Berg."


def test_the_json_form_is_the_brief(record: Record) -> None:
    brief = compose(record)
    value = json.loads(json_form.render(brief, record))
    assert list(value) == [
        "format", "scope", "summary", "matrix", "topics", "agreements", "differences", "timeline", "voices", "unnamed",
        "actors", "stories", "sources", "gaps",
    ]  # fmt: skip
    assert value["format"] == "communique.brief/1"
    assert codec.from_json(value, type(brief)) == brief
