"""What a large page keeps packed: all that it would show unpacked, and no more than it must."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from communique.briefs import compose
from communique.briefs.render import html, packing
from communique.domain import Record

PACK = re.compile(r'<template class="packed">([^<]*)</template>')
IDS = re.compile(r' id="([^"]+)"')


@given(st.text())
def test_what_is_packed_comes_out_as_it_was(text: str) -> None:
    (data,) = PACK.findall(packing.packed(text))
    assert packing.unpacked(data) == text


def many(record: Record) -> Record:
    """The record with more articles than a page shows unpacked, all of one document."""
    first = record.articles[1]
    copies = tuple(replace(first, id=f"copy-{n}") for n in range(packing.LARGE))
    return replace(record, articles=(*record.articles, *copies))


def test_a_page_of_few_articles_has_no_packs(record: Record) -> None:
    assert not PACK.search(html.render(compose(record), record))


def test_a_large_page_has_everything_in_its_packs_and_each_place_once(record: Record) -> None:
    large = many(record)
    page = html.render(compose(large), large)
    whole = PACK.sub(lambda pack: packing.unpacked(pack[1]), page)
    ids = IDS.findall(whole)
    assert len(ids) == len(set(ids))
    assert {f"a-{article.id}" for article in large.articles} <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', whole)) <= set(ids)
    assert len(page) < len(whole)
