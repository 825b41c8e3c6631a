import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain import Document, Span, gaps

TEXT = "The minister spoke."


def document(text: str = TEXT) -> Document:
    return Document(id="d", source="s", sha256="", media_type="text/plain", text=text)


def test_a_span_carries_the_words_that_stand_at_its_place() -> None:
    assert document().span(4, 12) == Span(document="d", start=4, end=12, text="minister")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 4), (-1, 2), (0, len(TEXT) + 1)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="empty or not inside"):
        document().span(start, end)


def test_a_part_keeps_the_document_s_offsets() -> None:
    assert document().span(4, 18).part(13, 18) == document().span(13, 18)


def test_a_part_outside_its_span_is_refused() -> None:
    with pytest.raises(ValueError, match="empty or not inside"):
        document().span(4, 12).part(3, 8)


def test_trimming_takes_white_space_away_and_nothing_else() -> None:
    padded = document("  a b \n")
    assert padded.span(0, 7).trimmed() == padded.span(2, 5)
    assert padded.span(0, 2).trimmed() is None


def test_spans_of_other_documents_neither_cover_nor_overlap() -> None:
    here, there = document().span(0, 5), Span(document="other", start=0, end=5, text="The m")
    assert here.covers(here)
    assert not here.covers(there)
    assert not here.overlaps(there)
    assert not document().span(0, 4).overlaps(document().span(4, 5))


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19))))
def test_gaps_and_what_is_taken_make_the_whole(bounds: list[tuple[int, int]]) -> None:
    whole = document().span(0, 19)
    taken = [whole.part(min(a, b), max(a, b)) for a, b in bounds if a != b]
    free = list(gaps(whole, taken))
    covered = {i for span in taken for i in range(span.start, span.end)}
    assert [i for span in free for i in range(span.start, span.end)] == [i for i in range(19) if i not in covered]
