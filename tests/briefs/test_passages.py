"""The parts of a page: which article each belongs to, and what is marked in it."""

from hypothesis import given
from hypothesis import strategies as st

from communique.briefs.render import passages
from communique.briefs.render.passages import Mark, Passage
from communique.domain import Article, Document, Span

TEXT = "One two three.\n\nFour five six.\n\nSeven eight nine.\n"
DOCUMENT = Document(id="d", source="d.txt", sha256="0", media_type="text/plain", text=TEXT)


def article(name: str, *body: str) -> Article:
    return Article(id=name, document="d", body=tuple(found(text) for text in body))


def found(text: str) -> Span:
    start = TEXT.index(text)
    return DOCUMENT.span(start, start + len(text))


def over(item: str, text: str) -> Mark:
    span = found(text)
    return Mark(span.start, span.end, item, "content")


def texts(held: tuple[Passage, ...]) -> list[str]:
    return ["".join(stretch.text for stretch in passage.stretches) for passage in held]


def test_each_article_has_the_page_from_its_first_passage_to_the_next_ones() -> None:
    both = (article("later", "Seven eight nine."), article("first", "One two three."))
    held = {item.id: texts(parts) for item, parts in passages.pages(both, TEXT, ())}
    assert held == {"first": ["One two three.", "\n\nFour five six.\n\n"], "later": ["Seven eight nine."]}


def test_a_mark_that_reaches_over_the_border_of_articles_is_in_both() -> None:
    both = (article("first", "One two three.", "Four five six."), article("later", "Seven eight nine."))
    marks = (over("s", "five six.\n\nSeven"),)
    marked = [
        (item.id, stretch.text)
        for item, parts in passages.pages(both, TEXT, marks)
        for passage in parts
        for stretch in passage.stretches
        if stretch.content == ("s",)
    ]
    assert marked == [("first", "five six."), ("later", "Seven")]


def test_marks_inside_one_another_are_told_apart() -> None:
    marks = (over("outer", "two three"), over("inner", "three"))
    ((_, parts),) = passages.pages((article("a", "One two three."),), TEXT, marks)
    stretches = [(stretch.text, stretch.content) for stretch in parts[0].stretches]
    assert stretches == [("One ", ()), ("two ", ("outer",)), ("three", ("outer", "inner")), (".", ())]


ENDS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30))


@given(st.lists(ENDS, min_size=1, max_size=5), st.lists(ENDS, max_size=5))
def test_every_visible_character_is_in_one_part_and_every_mark_is_whole(
    bodies: list[tuple[int, int]], marked: list[tuple[int, int]]
) -> None:
    articles = [
        Article(id=f"a{n}", document="d", body=(DOCUMENT.span(start, min(start + length, len(TEXT))),))
        for n, (start, length) in enumerate(bodies)
    ]
    marks = sorted(
        (Mark(start, min(start + length, len(TEXT)), f"s{n}", "content") for n, (start, length) in enumerate(marked)),
        key=lambda mark: (mark.start, -mark.end),
    )
    stretches = [
        stretch
        for _, parts in passages.pages(articles, TEXT, marks)
        for passage in parts
        for stretch in passage.stretches
    ]
    assert visible("".join(stretch.text for stretch in stretches)) == visible(TEXT)
    for mark in marks:
        lit = "".join(stretch.text for stretch in stretches if mark.item in stretch.content)
        assert visible(lit) == visible(TEXT[mark.start : mark.end])


def visible(text: str) -> str:
    return "".join(text.split())
