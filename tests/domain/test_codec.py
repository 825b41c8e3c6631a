import json

import pytest
from cattrs import BaseValidationError

from communique.domain import (
    Actor,
    ActorMention,
    Article,
    Claims,
    Document,
    Failure,
    Furniture,
    Record,
    Role,
    Statement,
    Story,
)
from communique.domain.codec import dump_lines, dumps, from_json, to_json

PAGE = Document(id="d", source="page.txt", sha256="00", media_type="text/plain", text="Menu\nAnna Berg said yes.")
RECORD = Record(
    documents=(PAGE,),
    articles=(
        Article(
            id="a",
            document="d",
            body=(PAGE.span(5, 24),),
            furniture=(Furniture(kind="navigation", span=PAGE.span(0, 4)),),
        ),
    ),
    actors=(
        Actor(
            id="p",
            name="Anna Berg",
            type="person",
            roles=(Role(title="minister", from_="2021"),),
            mentions=(ActorMention(span=PAGE.span(5, 14), form="named"),),
        ),
    ),
    statements=(
        Statement(
            id="s",
            article="a",
            kind="indirect",
            speakers=("p",),
            speaker=PAGE.span(5, 14),
            cue=PAGE.span(15, 19),
            content=(PAGE.span(20, 23),),
            confidence=0.5,
        ),
    ),
    stories=(Story(id="t", title="Yes", articles=("a",), from_="2021-02"),),
    failures=(Failure(source="x", stage="sources", reason="empty"),),
)
KEYS = [
    "format", "documents", "articles", "actors", "statements", "utterances", "events", "issues", "positions",
    "relations", "corroborations", "conflicts", "timeline", "stories", "failures",
]  # fmt: skip


def test_a_record_comes_back_from_its_json() -> None:
    assert from_json(json.loads(dumps(RECORD)), Record) == RECORD


def test_keys_stand_in_the_order_of_the_format() -> None:
    assert list(json.loads(dumps(RECORD))) == KEYS
    assert list(to_json(PAGE)) == ["id", "source", "sha256", "media_type", "retrieved_at", "text"]


def test_from_is_written_without_the_underscore() -> None:
    assert to_json(RECORD)["stories"][0]["from"] == "2021-02"
    assert to_json(RECORD)["actors"][0]["roles"][0]["from"] == "2021"


def test_what_the_page_claims_stays_inside_the_program() -> None:
    claiming = Document(
        id="d", source="s", sha256="", media_type="text/html", text="t", claims=Claims(title="T"), notes=("noticed",)
    )
    assert not {"claims", "notes"} & to_json(claiming).keys()


def test_json_lines_hold_one_item_each_under_the_name_of_its_list() -> None:
    lines = [json.loads(line) for line in dump_lines(RECORD).splitlines()]
    assert lines[0] == {"format": "communique.record/1"}
    assert [next(iter(line)) for line in lines[1:]] == [
        "documents", "articles", "actors", "statements", "stories", "failures",
    ]  # fmt: skip
    assert lines[4]["statements"] == to_json(RECORD)["statements"][0]


def test_a_value_of_another_form_is_refused() -> None:
    with pytest.raises(BaseValidationError):
        from_json({"id": 1}, Statement)
