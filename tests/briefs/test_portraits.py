from dataclasses import replace

import pytest

from communique.briefs import Alias, Office, Printed, Profile, Source
from communique.briefs.render import portraits
from communique.briefs.render.quotation import Piece
from communique.domain import Outlet, Span

WORDS = Span(document="d", start=3, end=12, text="Ann\nTarn")
HELD = Printed(source=1, times=1, first=WORDS)
PERSON = Profile(
    id="x", name="a lawmaker", kind="person", type="person", named=False, minor=True, outlets=0, mentions=1,
    articles=(HELD,),
)  # fmt: skip


def source(number: int, outlet: str | None) -> Source:
    return Source(
        number=number,
        article=f"a{number}",
        document="d",
        path="p",
        outlet=Outlet(name=outlet, how="url") if outlet else None,
    )


def test_a_long_statement_is_cut_at_a_word_and_says_so() -> None:
    whole = "word " * 32
    assert portraits.excerpt([Piece("content", whole)]) == whole.strip()
    assert portraits.excerpt([Piece("content", whole + "word")]) == f"{whole.strip()} […]"
    assert portraits.excerpt([Piece("content", "x" * 400)]) == f"{'x' * portraits.EXCERPT} […]"


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (None, None, "minister, Norwick"),
        ("2030", None, "minister, Norwick (since 2030)"),
        (None, "2031-05", "minister, Norwick (until May 2031)"),
        ("2030", "2031-05", "minister, Norwick (2030 to May 2031)"),
    ],
)
def test_a_role_has_the_dates_that_are_known(since: str | None, until: str | None, told: str) -> None:
    assert portraits.office(Office(title="minister", of="Norwick", since=since, until=until, evidence=(HELD,))) == told


def test_the_words_for_a_role_are_shown_where_they_are_not_its_title() -> None:
    sources = (source(1, "Harbour Gazette"),)
    assert portraits.told("ann tarn", HELD, sources) == "Harbour Gazette"
    assert portraits.told("envoy", HELD, sources) == "“Ann Tarn” (Harbour Gazette)"
    assert portraits.told("ann tarn", HELD, (source(1, None),)) == "article 1"


def test_articles_of_one_outlet_are_one_printer_and_those_of_no_known_outlet_are_not() -> None:
    sources = tuple(source(number, name) for number, name in ((1, "Gazette"), (2, None), (3, "Gazette"), (4, None)))
    alias = Alias(
        words="Tarn",
        form="named",
        metonym=False,
        times=5,
        printed=tuple(replace(HELD, source=number, times=1 + (number == 3)) for number in (1, 2, 3, 4)),
    )
    found = [(label, times, held.source) for label, times, held in portraits.printers(alias, sources)]
    assert found == [("Gazette", 3, 1), ("article 2", 1, 2), ("article 4", 1, 4)]


def test_who_has_no_name_begins_as_a_sentence_does_and_a_name_stays() -> None:
    assert portraits.name(PERSON) == "A lawmaker"
    assert portraits.name(replace(PERSON, name="de Vries", named=True)) == "de Vries"


def test_reach_counts_outlets_only_where_there_are_several() -> None:
    assert portraits.reach(PERSON) == "1 mention in 1 article"
    both = replace(
        PERSON, outlets=2, articles=(HELD, replace(HELD, source=2)), mentions=3, statements=("s",), jointly=1
    )
    assert portraits.reach(both) == "1 statement (1 with others), 3 mentions in 2 articles of 2 outlets"
    assert portraits.reach(replace(PERSON, mentions=0, articles=(), statements=("s", "t"))) == "2 statements"
