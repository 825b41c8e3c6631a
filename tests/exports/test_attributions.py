"""Attributions as PolNeAR's scorer and brat take them."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain import Article, Document, Record, Span, Statement
from communique.errors import RunStopped
from communique.exports import attributions

# The ship lies outside the first plane of Unicode: two UTF-16 units, four bytes, one code point.
TEXT = """🚢 Harbour opens

“We waited,” Ann Lee
told crews, “and\twaited.”

It was feared that the quay would sink. Lee said Ray had refused to pay.
"""

ROLES = ("source", "cue", "content")


def document(text: str = TEXT, name: str = "d", source: str = "in/harbour.txt") -> Document:
    return Document(id=name, source=source, sha256="0", media_type="text/plain", text=text)


def words(text: str) -> Span:
    start = TEXT.index(text)
    return document().span(start, start + len(text))


WAITED = Statement(
    id="waited",
    article="a",
    kind="direct",
    speaker=words("Ann Lee"),
    cue=words("told"),
    content=(words("“We waited,”"), words("“and\twaited.”")),
    confidence=0.9,
)
FEARED = Statement(
    id="feared",
    article="a",
    kind="indirect",
    cue=words("was feared"),
    content=(words("that the quay would sink"),),
    confidence=0.4,
)
SAID = Statement(
    id="said",
    article="a",
    kind="indirect",
    speaker=words("Lee said").part(TEXT.index("Lee said"), TEXT.index("Lee said") + 3),
    cue=words("said"),
    content=(words("Ray had refused to pay"),),
    confidence=0.8,
)
REFUSED = Statement(
    id="refused",
    article="a",
    kind="indirect",
    speaker=words("Ray"),
    cue=words("had refused"),
    content=(words("to pay"),),
    nested_in="said",
    confidence=0.7,
)


def record(*statements: Statement, documents: tuple[Document, ...] = (document(),)) -> Record:
    articles = tuple(Article(id=f"a-{page.id}", document=page.id) for page in documents)
    return Record(documents=documents, articles=articles, statements=statements)


Read = list[dict[str, list[tuple[int, int]]]]


def read_standoff(standoff: str) -> tuple[dict[str, tuple[str, list[tuple[int, int]], str]], Read]:
    """The marks (kind, spans, words) by id, and the attributions that the events make of them."""
    marks, events = {}, []
    for line in standoff.split("\n"):
        name, *fields = line.split("\t")
        if name.startswith("T"):
            (what, text) = fields
            kind, _, places = what.partition(" ")
            spans = [(int(start), int(end)) for start, end in (place.split(" ") for place in places.split(";"))]
            marks[name] = (kind, spans, text)
        else:
            assert name.startswith("E")
            events.append(dict(argument.split(":") for argument in fields[0].split(" ")))
    return marks, [
        {role: marks[event[role.capitalize()]][1] if role.capitalize() in event else [] for role in ROLES}
        for event in events
    ]


def expected(statement: Statement) -> dict[str, list[tuple[int, int]]]:
    return {
        "source": [(statement.speaker.start, statement.speaker.end)] if statement.speaker else [],
        "cue": [(statement.cue.start, statement.cue.end)] if statement.cue else [],
        "content": [(span.start, span.end) for span in statement.content],
    }


def test_json_has_one_object_a_page_with_offsets_in_code_points() -> None:
    (line,) = attributions.json_lines(record(WAITED)).split("\n")
    assert json.loads(line) == {
        "id": "harbour",
        "source": "in/harbour.txt",
        "attributions": [
            {
                "source": [[30, 37]],
                "cue": [[38, 42]],
                "content": [[17, 29], [50, 63]],
                "kind": "direct",
                "confidence": 0.9,
                "text": {"source": "Ann Lee", "cue": "told", "content": ["“We waited,”", "“and\twaited.”"]},
            }
        ],
    }


def test_what_is_missing_is_an_empty_list() -> None:
    said = json.loads(attributions.json_lines(record(replace(FEARED, cue=None))))["attributions"][0]
    assert (said["source"], said["cue"]) == ([], [])
    assert said["text"] == {"source": None, "cue": None, "content": ["that the quay would sink"]}


def test_pages_with_nothing_said_have_a_line_too() -> None:
    empty = document("Rain.", "e", "in/rain.html")
    lines = attributions.json_lines(record(WAITED, documents=(document(), empty))).split("\n")
    assert [(json.loads(line)["id"], len(json.loads(line)["attributions"])) for line in lines] == [
        ("harbour", 1),
        ("rain", 0),
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("page.txt", "page"),
        ("/in/1.5 degrees.html", "1.5 degrees"),
        ("in/pages.jsonl#12", "pages#12"),
        ("in/note#1.txt", "note#1"),
        ("-", "-"),
        ("-#3", "-#3"),
    ],
)
def test_a_page_is_named_by_its_file(source: str, name: str) -> None:
    line = attributions.json_lines(record(documents=(document(source=source),)))
    assert (json.loads(line)["id"], json.loads(line)["source"]) == (name, source)


def test_nested_statements_are_left_out_unless_wanted() -> None:
    arranged = attributions.arranged(record(REFUSED, SAID, WAITED))
    assert [statement.id for statement in arranged.statements] == ["waited", "said"]


def test_a_nested_statement_follows_the_one_it_is_reported_in_and_names_its_place() -> None:
    opening = replace(SAID, speaker=None, cue=None)  # begins where the nested one does
    arranged = attributions.arranged(record(REFUSED, opening, WAITED), nested=True)
    assert [statement.id for statement in arranged.statements] == ["waited", "said", "refused"]
    said = json.loads(attributions.json_lines(arranged))["attributions"]
    assert [item.get("nested_in") for item in said] == [None, None, 1]


def test_places_of_nested_statements_are_counted_on_their_own_page() -> None:
    other = replace(FEARED, id="other", content=(document("Rain was feared.", "e").span(0, 4),), cue=None)
    pages = (document("Rain was feared.", "e", "e.txt"), document())
    lines = attributions.json_lines(record(other, SAID, REFUSED, documents=pages)).split("\n")
    assert json.loads(lines[1])["attributions"][1]["nested_in"] == 0


def test_brat_joins_the_marks_of_an_attribution_in_an_event() -> None:
    assert attributions.brat(record(WAITED, FEARED)).split("\n") == [
        "T1\tSource 30 37\tAnn Lee",
        "T2\tCue 38 42\ttold",
        "T3\tContent 17 29;50 63\t“We waited,” “and waited.”",
        "T4\tAttribution 38 42\ttold",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "T5\tCue 68 78\twas feared",
        "T6\tContent 79 103\tthat the quay would sink",
        "T7\tAttribution-no-source 68 78\twas feared",
        "E2\tAttribution-no-source:T7 Content:T6 Cue:T5",
    ]


def test_without_a_cue_the_attribution_stands_at_the_content() -> None:
    marks, _ = read_standoff(attributions.brat(record(replace(WAITED, cue=None))))
    assert marks["T3"] == ("Attribution", [(17, 29), (50, 63)], "“We waited,” “and waited.”")


@pytest.mark.parametrize("pages", [0, 2])
def test_brat_is_of_one_page(pages: int) -> None:
    documents = tuple(document(name=str(number)) for number in range(pages))
    with pytest.raises(RunStopped, match=re.escape(f"there are {pages}")):
        attributions.brat(record(documents=documents))


@st.composite
def pages(draw: st.DrawFn) -> Record:
    """A page of any characters, its white space most of all, and attributions anywhere in it."""
    anything = st.one_of(
        st.sampled_from("a \n\r\t\x0b\x0c\x1c\x85\u2028\u2029🚢"), st.characters(exclude_categories=["Cs"])
    )
    page = document(draw(st.text(anything, min_size=6, max_size=40)))
    places = st.lists(st.integers(0, len(page.text)), min_size=2, max_size=6, unique=True).map(sorted)
    statements = []
    for number in range(draw(st.integers(1, 3))):
        cuts = draw(places)
        spans = tuple(page.span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False))
        named = [draw(st.sampled_from((None, *spans))) for _ in range(2)]
        statements.append(
            replace(WAITED, id=str(number), kind="indirect", speaker=named[0], cue=named[1], content=spans)
        )
    return record(*statements, documents=(page,))


@given(page=pages())
def test_standoff_of_any_page_is_read_back_to_the_same_spans(page: Record) -> None:
    standoff = attributions.brat(page)
    marks, read = read_standoff(standoff)
    assert read == [expected(statement) for statement in page.statements]
    assert standoff.splitlines() == standoff.split("\n")  # brat ends a line where str.splitlines does
    for _, spans, text in marks.values():
        assert len(text) == sum(end - start for start, end in spans) + len(spans) - 1


@given(page=pages())
def test_json_of_any_page_has_the_same_spans(page: Record) -> None:
    (line,) = attributions.json_lines(page).split("\n")
    text = page.documents[0].text
    for item, statement in zip(json.loads(line)["attributions"], page.statements, strict=True):
        assert {role: [tuple(place) for place in item[role]] for role in ROLES} == expected(statement)
        assert item["text"]["content"] == [text[start:end] for start, end in item["content"]]
