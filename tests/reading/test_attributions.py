from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.domain import Article, Document, Reading
from communique.models import Models
from communique.reading import attributions, parse, sentences
from communique.reading.page import Ascribed

Read = Callable[..., Reading]
Shown = list[tuple[str | None, str | None, list[str], str]]


def shown(reading: Reading) -> Shown:
    return [
        (a.source.text if a.source else None, a.cue.text if a.cue else None, [span.text for span in a.content], a.kind)
        for a in reading.attributions
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "kind"),
    [
        (
            "Berg said that the talks had failed.",
            "Berg", "said", ["that the talks had failed"], "indirect",
        ),
        (
            "“We will not leave the table,” Berg said.",
            "Berg", "said", ["“We will not leave the table,”"], "direct",
        ),
        (
            "“We will not leave the table,” said Anna Berg.",
            "Anna Berg", "said", ["“We will not leave the table,”"], "direct",
        ),
        (
            'Anna Berg told reporters: "We will not leave the table."',
            "Anna Berg", "told", ['"We will not leave the table."'], "direct",
        ),
        (
            "“We will not leave,” Berg said. “We have all the time in the world.”",
            "Berg", "said", ["“We will not leave,”", "“We have all the time in the world.”"], "direct",
        ),
        (
            "Berg said the offer was “an insult to the island”.",
            "Berg", "said", ["the offer was “an insult to the island”"], "mixed",
        ),
        (
            "According to the ministry, the talks had failed.",
            "the ministry", "According to", ["the talks had failed"], "indirect",
        ),
        (
            "Shots rang out near the port at about 5 a.m. Three sailors were wounded, the navy said.",
            "the navy", "said", ["Three sailors were wounded"], "indirect",
        ),
        (
            "The police put the number of marchers at 2,800 on Monday.",
            "The police", "put", ["the number of marchers at 2,800"], "indirect",
        ),
    ],
)  # fmt: skip
def test_the_forms_of_attribution(read: Read, text: str, source: str, cue: str, content: list[str], kind: str) -> None:
    assert shown(read(text)) == [(source, cue, content, kind)]


def test_a_quotation_that_runs_over_paragraphs_is_one_attribution(read: Read) -> None:
    reading = read("Berg said: “We will not leave the table.", "“We have all the time in the world.”")
    assert [[span.text for span in a.content] for a in reading.attributions] == [
        ["“We will not leave the table.", "“We have all the time in the world.”"]
    ]
    assert reading.attributions[0].verbatim == reading.attributions[0].content


def test_a_quotation_without_a_cue_has_no_source(read: Read) -> None:
    assert shown(read("The hall was full.", "“We have all the time in the world.”")) == [
        (None, None, ["“We have all the time in the world.”"], "direct")
    ]


def test_a_phrase_put_in_marks_is_no_attribution(read: Read) -> None:
    assert shown(read("The so-called “green line” crosses the old town.")) == []


def test_the_news_without_speech_has_no_attributions(read: Read) -> None:
    assert shown(read("The delegation arrived in the harbour at noon. It rained.")) == []


def test_what_is_reported_inside_a_report_hangs_on_it(read: Read) -> None:
    reading = read("Berg said that Hansen had promised that the crew would return.")
    outer, inner = reading.attributions
    assert (outer.source and outer.source.text, outer.parent) == ("Berg", None)
    assert (inner.source and inner.source.text, inner.parent) == ("Hansen", 0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Berg said: “We will not leave the table.”", "direct"),
        ("Berg called on “every country that has ships here to leave”.", "mixed"),
        ("Berg said that nobody would leave the table.", "indirect"),
    ],
)
def test_a_quotation_that_is_part_of_the_reporter_s_sentence_is_mixed(read: Read, text: str, kind: str) -> None:
    assert [attribution.kind for attribution in read(text).attributions] == [kind]


def test_verbatim_is_what_stands_between_the_marks(read: Read) -> None:
    (attribution,) = read("Berg said the offer was “an insult” and “a joke”.").attributions
    assert [span.text for span in attribution.verbatim] == ["“an insult”", "“a joke”"]


def test_a_report_that_holds_another_is_its_parent(read: Read) -> None:
    reading = read("Hansen told reporters that he had warned Berg that the ships would leave.")
    inner = next(a for a in reading.attributions if a.cue and "warned" in a.cue.text)
    assert inner.parent is not None
    outer = reading.attributions[inner.parent]
    assert outer.cue is not None
    assert outer.cue.text == "told"


@pytest.mark.parametrize(
    ("text", "taken", "told"),
    [
        (
            "Hansen told reporters after the meeting he warned Berg that the ships would leave.",
            ("Hansen", "told", "that the ships would leave"),
            [
                ("Hansen", "told", ["he warned Berg that the ships would leave"], "indirect"),
                ("he", "warned", ["that the ships would leave"], "indirect"),
            ],
        ),
        (
            "Berg told reporters that the ships would leave.",
            ("Berg", "told", "that the ships would leave"),
            [("Berg", "told", ["that the ships would leave"], "indirect")],
        ),
        (
            "Norland’s pilots and crews voted on Monday to end their strike.",
            ("Norland’s", "voted", "to end their strike"),
            [("Norland’s pilots and crews", "voted", ["to end their strike"], "indirect")],
        ),
        (
            "Norland voiced hope for a truce on Monday as King Olaf welcomed Foreign Minister Ann Berg.",
            ("Norland", "voiced", "for a truce", "Foreign Minister Ann Berg"),
            [("Norland", "voiced", ["for a truce"], "indirect")],
        ),
        (
            "Norland voiced hope for better ties Tuesday as King Olaf welcomed Foreign Minister Ann Berg.",
            ("Norland", "voiced", "for better ties Tuesday as King Olaf welcomed Foreign Minister Ann Berg"),
            [("Norland", "voiced", ["for better ties"], "indirect")],
        ),
        (
            "“We go home,” Berg said, and the ships were leaving the harbour.",
            ("Berg", "said", "“We go home,”", "the ships were leaving the harbour"),
            [("Berg", "said", ["“We go home,”"], "direct")],
        ),
        (
            "The rebels' demand that the soldiers quit the hills had been dropped.",
            ("The rebels'", "demand", "that the soldiers quit the hills had been dropped"),
            [("The rebels'", "demand", ["that the soldiers quit the hills"], "indirect")],
        ),
        (
            "All of the men were well, said Governor Berg, except for a boy who had a fever.",
            ("Governor Berg, except for", "said", "All of the men were well"),
            [("Governor Berg", "said", ["All of the men were well"], "indirect")],
        ),
        (
            "The ships would leave, Berg said, and the men who sail them too.",
            ("Berg", "said", "The ships would leave", "the men who sail them too"),
            [("Berg", "said", ["The ships would leave", "the men who sail them too"], "indirect")],
        ),
    ],
)
def test_what_the_trained_reader_takes_is_mended(
    models: Models, text: str, taken: tuple[str, ...], told: Shown
) -> None:
    assert mended(models, text, taken) == told


def mended(models: Models, text: str, taken: tuple[str, ...]) -> Shown:
    """What is told of an article, a line each paragraph, of which the network takes a source, a cue and a content."""
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    source, cue, *content = (document.span(at := text.index(words), at + len(words)) for words in taken)
    body = tuple(document.span(at := text.index(line), at + len(line)) for line in text.splitlines())
    page = parse(Article(id="a", document="d", body=body), models)
    item = Ascribed(source=(source,), cue=(cue,), content=tuple(content), confidence=0.8)
    reading = sentences.read(page, Reading(article="a"))
    return shown(attributions.read(replace(page, ascribed=(item,)), reading))


def test_a_turn_of_a_transcript_ends_where_the_next_begins(models: Models) -> None:
    text = "BERG: The ships leave at dawn.\nHANSEN: And the men?\nBERG: The men go too.\nHANSEN: Thank you."
    assert mended(models, text, ("BERG", ":", "The ships leave at dawn.", "And the men?"))[:2] == [
        ("BERG", ":", ["The ships leave at dawn."], "direct"),
        ("HANSEN", ":", ["And the men?"], "direct"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Berg said \"we ‘will «go. ''",
        "BERG SAID THAT THE TALKS HAD FAILED. “NO,” HE SAID.",
        "«Nous partons», Berg said, ‘and “we” do not return.’",
        '"""""" \'\' `` ”””” ““““',
        "said said said, said. “said” said",
        "\U0001f600 said \u200f that \ufffd \x00 it was.",
        "x" * 5000,
    ],
)
def test_odd_input_gives_sound_spans(read: Read, text: str) -> None:
    for attribution in read(text).attributions:
        for span in (*attribution.content, *attribution.verbatim, attribution.cue, attribution.source):
            assert span is None or span.text == text[span.start : span.end]


@pytest.mark.parametrize(
    "text",
    [
        "“He would like to see something good happen for the island,” Berg said.",
        "“Nobody tells us what to do,” Berg said.",
    ],
)
def test_what_somebody_sees_happen_or_is_to_do_is_no_report(read: Read, text: str) -> None:
    assert [a.cue.text for a in read(text).attributions if a.cue] == ["said"]


def test_words_that_somebody_passes_on_are_the_speakers(read: Read) -> None:
    reading = read(
        "“The law will take its course and the crew will be treated well,” Berg said, according to Fjord Wire."
    )
    assert [(a.source and a.source.text, a.parent) for a in reading.attributions if a.verbatim] == [("Berg", None)]
    reading = read("Berg said the crew had been freed, according to Fjord Wire.")
    assert "according to" in {a.cue.text for a in reading.attributions if a.cue}
    reading = read(
        "According to diplomats, Berg stood up in the hall, and said: “This paper treats us like a province.”"
    )
    assert "diplomats" in {a.source.text for a in reading.attributions if a.source}


def test_a_transcript_is_told_turn_by_turn(read: Read) -> None:
    reading = read(
        "Hansen met the press on Monday.",
        "BERG: The ships leave at dawn. Nobody asked us.",
        "HANSEN: And the men?",
        "BERG: The men go too.",
        "HANSEN: Thank you.",
        "UPDATE: The ships have left.",
    )
    spoken = [item for item in shown(reading) if item[1] == ":"]
    assert [(who, content[0].split()[0]) for who, _, content, _ in spoken] == [
        ("BERG", "The"),
        ("HANSEN", "And"),
        ("BERG", "The"),
        ("HANSEN", "Thank"),
    ]
