"""Whose reporting each article is, and how many origins stand behind several articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from communique.domain import Article, Origin, Record, Span
from communique.domain.times import DAY
from communique.knowledge import agency_named
from communique.stories import credits as credit
from communique.stories.copies import SHARE, Copy, CopyIndex

LAG = timedelta(days=1)  # by which pages of one text can differ in what day they tell

Texts = Mapping[str, tuple[float, tuple[Span, ...]]]
"""By article: the share of its words that another article of its group has, and the words."""


def trace(record: Record) -> Record:
    """The record with the origin of every article: its agency, or the article that it is a copy of."""
    articles = {article.id: replace(article, origin=credit.origin(article)) for article in record.articles}
    index = CopyIndex()
    links = [link for article in sorted(articles.values(), key=_age) for link in index.add(article)]
    shared = _shared(links)
    for group in _groups(links):
        by_rank = sorted((articles[article] for article in group), key=lambda article: _precedence(article, shared))
        for article in group:
            original = next(other for other in by_rank if not _published_before(articles[article], other))
            if article != original.id and shared[article][0] >= SHARE:
                articles[article] = _copy(articles[article], original, shared[article][1])
    return replace(record, articles=tuple(articles[article.id] for article in record.articles))


def origins(articles: Iterable[Article]) -> Mapping[str, str]:
    """From each article's id to its origin's; articles with the same one are no independent reports.

    Copies have the origin of what they are copied from. What an agency is credited for has the agency as its origin,
    everything else its outlet, or itself where that is not known.
    """
    by_id = {article.id: article for article in articles}
    return {key: _origin(_original(article, by_id)) for key, article in by_id.items()}


def _origin(article: Article) -> str:
    agency = article.origin.agency
    if article.outlet and agency is None and (publisher := agency_named(article.outlet.name)):
        agency = publisher.name
    if agency:
        return f"agency {agency}"
    return f"outlet {article.outlet.name}" if article.outlet else f"article {article.id}"


def _original(article: Article, by_id: Mapping[str, Article]) -> Article:
    """The article that this one is a copy of, by any number of steps."""
    for _ in by_id:
        following = by_id.get(article.origin.copy_of or "")
        if following is None:
            break
        article = following
    return article


def _age(article: Article) -> tuple[bool, str, str]:
    """Dated articles in order, then those without a date."""
    return article.published is None, article.published.date if article.published else "", article.id


def _precedence(article: Article, shared: Texts) -> tuple[bool, bool, tuple[bool, str, str]]:
    """Of articles with one text, first what an agency is credited for, then what has most besides, then the oldest."""
    return article.origin.kind != "wire", shared[article.id][0] >= SHARE, _age(article)


def _published_before(article: Article, other: Article) -> bool:
    """Whether an article is too old to be a copy of another, which no agency is credited for."""
    dates = [a.published.date[:DAY] for a in (article, other) if a.published and len(a.published.date) >= DAY]
    if other.origin.kind == "wire" or len(dates) < len((article, other)):
        return False
    return date.fromisoformat(dates[1]) - date.fromisoformat(dates[0]) > LAG


def _shared(links: Iterable[Copy]) -> Texts:
    found: dict[str, list[tuple[float, tuple[Span, ...]]]] = defaultdict(list)
    for link in links:
        found[link.one].append((link.of_one, link.in_one))
        found[link.other].append((link.of_other, link.in_other))
    return {article: max(texts, key=lambda text: text[0]) for article, texts in found.items()}


def _groups(links: Iterable[Copy]) -> Sequence[set[str]]:
    """Articles that hang together by links."""
    group_of: dict[str, set[str]] = {}
    for link in links:
        one, other = group_of.get(link.one, {link.one}), group_of.get(link.other, {link.other})
        small, large = sorted((one, other), key=len)
        large |= small
        group_of |= dict.fromkeys(small | {link.one, link.other}, large)
    return list({id(group): group for group in group_of.values()}.values())


def _copy(article: Article, original: Article, words: tuple[Span, ...]) -> Article:
    """The article as a copy; what an agency is credited for stays the agency's."""
    own = article.origin
    if own.kind == "wire":
        return replace(article, origin=replace(own, copy_of=original.id, evidence=own.evidence or words))
    agency = original.origin.agency
    return replace(article, origin=Origin(kind="copy", agency=agency, copy_of=original.id, evidence=words))
