import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.briefs import evidence
from communique.domain import Document, Statement, soundness


def document(text: str) -> Document:
    return Document(id="d", source="d.txt", sha256="0", media_type="text/plain", text=text)


def around(text: str, words: str) -> str:
    page = document(text)
    start = text.index(words)
    return evidence.context([page.span(start, start + len(words))], [page.span(0, len(text))], text).text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. The fleet sailed on. Nobody spoke.", "The fleet sailed on."),
        ("“It rained.” “The fleet sailed!” Nobody spoke.", "“The fleet sailed!”"),
        ("For J. Penn the fleet of the U.S. Navy sailed. It rained.", "For J. Penn the fleet of the U.S. Navy sailed."),
        (
            "Gen. Holm, Mr. Orr and the fleet left on Sept. 3 at noon.",
            "Gen. Holm, Mr. Orr and the fleet left on Sept. 3 at noon.",
        ),
        ("A heading\n\nthe fleet sailed\n\nanother", "the fleet sailed"),
        ("It rained 4.5 inches when the fleet sailed", "It rained 4.5 inches when the fleet sailed"),
    ],
)
def test_the_sentence_ends_where_a_reader_would_end_it(text: str, sentence: str) -> None:
    assert around(text, "the fleet" if "the fleet" in text else "The fleet") == sentence


@pytest.mark.parametrize(
    ("words", "stand"),
    [
        ("the fleet", True),
        ("the navy", False),
        ("[Ida Berg]: having sunk the fleet", True),
        ("[Ida Berg]: having sunk the navy", False),
        ("being sunk", True),
        ("letting the fleet", True),
    ],
)
def test_whom_a_pronoun_means_need_not_stand_in_the_words(words: str, *, stand: bool) -> None:
    page = document("that she sunk the fleet they let go")
    said = Statement(
        id="s", article="a", kind="indirect", content=(page.span(0, len(page.text)),), confidence=1, cue=None
    )
    assert evidence.worded(words, [said]) is stand


def test_the_sentence_stays_inside_the_paragraph() -> None:
    page = document("no stop here\nthe fleet sailed\nnor here")
    paragraph = page.span(13, 29)
    assert evidence.context([page.span(17, 22)], [paragraph], page.text) == paragraph


@given(st.text(min_size=1), st.data())
def test_any_context_is_a_slice_that_covers_what_it_surrounds(text: str, data: st.DataObject) -> None:
    page = document(text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = page.span(start, data.draw(st.integers(start + 1, len(text))))
    found = evidence.context([span], [page.span(0, len(text))], text)
    assert soundness.stands(found, {"d": text})
    bare = span.trimmed()
    assert bare is None or found.covers(bare)
