"""What an HTML page says about itself: title, author and URL as trafilatura finds them; outlet and date more strictly.

trafilatura takes the outlet also from the title bar, a Twitter handle or the host's name, and its date finder reads
dates out of running text, picture names and copyright lines. A wrong date is worse than none: here both come from
fields made for them, and dates that contradict each other give none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from typing import Any

from communique.domain import Claims
from communique.sources import dates

PUBLISHED = frozenset({
    "article:published", "article:published_date", "article:published_time", "bt:pubdate", "citation_publication_date",
    "cxenseparse:recs:publishtime", "date_published", "datepublished", "dc.date.issued", "dcterms.issued",
    "og:article:published_time", "og:published_time", "originalpublicationdate", "parsely-pub-date", "pubdate",
    "publication_date", "publish-date", "publish_date", "publishdate", "published-date", "published_date",
    "published_time", "rnews:datepublished", "sailthru.date",
})  # fmt: skip
"""Meta fields for publication. Left out are `date`, `timestamp` and `created`, which may be the day of saving."""

OUTLET = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher")
LONGEST_NAME = 80
LONGEST_META = 2_000
LONGEST_JSON_LD = 50_000

JSON_LD = frozenset({"application/ld+json", "application/settings+json"})

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report)$")
_NO_NAME = re.compile(r"://|^www\.|^@|^[\W\d]*$")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s>]+) -->")
_SUFFIX = r"\s+[|–—·•-]\s+"
_NO_GUESS = {"outputformat": "none"}
"""For htmldate, which stops at once when the format is none: nothing of it is used, and it is slow."""


def read(tree: Any, markup: str) -> tuple[Claims, tuple[str, ...]]:
    """What a parsed page claims, and notes on what was not believed. Clears metadata in `tree` that cannot be read."""
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415  # slow to import

    meta = _meta(tree)
    articles = list(_articles(tree))
    if len({str(article.get("headline")) for article in articles}) > 1:
        _clear_json_ld(tree)  # trafilatura would take the first for the page's own
    found = extract_metadata(tree, date_config=_NO_GUESS)
    saved_from = _SAVED_FROM.search(markup[:4096])
    url = _words(found.url) or (saved_from[1] if saved_from else None)
    outlet = _outlet(meta, articles)
    stated = [content for _, content in meta] + [str(article.get("headline")) for article in articles]
    title = _title(tree, _words(found.title) or "", outlet, stated)
    published, notes = _published(tree, meta, _about(articles, title))
    claims = Claims(
        url=url,
        title=title,
        outlet=outlet,
        byline=_words(found.author),
        published=published,
        language=tree.get("lang") or None,
    )
    return claims, notes


def _words(value: Any) -> str | None:
    """A field of trafilatura's, which hands on whatever stands in JSON-LD."""
    return value if isinstance(value, str) and value.strip() else None


def _meta(tree: Any) -> list[tuple[str, str]]:
    """Name and content of the meta elements; contents that no name, title or date has are cleared."""
    pairs = []
    for element in tree.iter("meta"):
        content = element.get("content") or ""
        if len(content) > LONGEST_META:
            element.set("content", "")
            continue
        names = (element.get(key) for key in ("property", "name", "itemprop"))
        pairs += [(name.lower(), content.strip()) for name in names if name and content.strip()]
    return pairs


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page describes in JSON-LD (schema.org), not those that it links to.

    A script that is not JSON, or very long, is cleared: the patterns that trafilatura may search it with can run for
    minutes.
    """
    for script in _json_ld(tree):
        text = script.text
        if len(text) > LONGEST_JSON_LD:
            script.text = None
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            script.text = None
            continue
        for thing in _list(value):
            parts = _list(thing.get("@graph")) if isinstance(thing, dict) and "@graph" in thing else [thing]
            for part in parts:
                if isinstance(part, dict) and any(_ARTICLE.search(str(name)) for name in _list(part.get("@type"))):
                    yield part


def _json_ld(tree: Any) -> list[Any]:
    return [script for script in tree.iter("script") if script.get("type") in JSON_LD and script.text]


def _clear_json_ld(tree: Any) -> None:
    for script in _json_ld(tree):
        script.text = None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _about(articles: list[dict[str, Any]], title: str | None) -> list[dict[str, Any]]:
    """The articles with the page's title, where several are described; all where that tells nothing."""
    same = [article for article in articles if title and article.get("headline") == title]
    return same or articles


def _outlet(meta: list[tuple[str, str]], articles: list[dict[str, Any]]) -> str | None:
    """The name that the page gives the outlet in a field for it."""
    names = [content for wanted in OUTLET[:1] for name, content in meta if name == wanted]
    names += [unescape(p["name"]) for article in articles for p in _list(article.get("publisher")) if _has_name(p)]
    names += [content for wanted in OUTLET[1:] for name, content in meta if name == wanted]
    return next((name for name in names if len(name) <= LONGEST_NAME and not _NO_NAME.search(name)), None)


def _has_name(publisher: Any) -> bool:
    return isinstance(publisher, dict) and isinstance(publisher.get("name"), str)


def _title(tree: Any, title: str, outlet: str | None, stated: list[str]) -> str | None:
    """The title without the outlet's name that pages append to it.

    None where it stands in no field or element for titles: trafilatura then takes the first subheading, or anything
    whose class has the word title in it.
    """
    headlines = [_line(element) for element in tree.iter("h1")]
    stated = [*stated, *headlines, *(_line(element) for element in tree.iter("title"))]
    if not any(title.casefold() in " ".join(unescape(words).casefold().split()) for words in stated):
        return None
    for headline in headlines:
        if headline and re.match(re.escape(headline) + _SUFFIX, title):
            return headline
    return (re.sub(rf"{_SUFFIX}{re.escape(outlet)}$", "", title, flags=re.IGNORECASE) if outlet else title) or None


def _line(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _published(
    tree: Any, meta: list[tuple[str, str]], articles: list[dict[str, Any]]
) -> tuple[str | None, tuple[str, ...]]:
    """The date of publication in JSON-LD and meta fields; without any, in the <time> elements beside the headline."""
    stated = [str(article["datePublished"]) for article in articles if article.get("datePublished")]
    stated += [content for name, content in meta if name in PUBLISHED]
    return _agreed(stated) if stated else _agreed(_times(tree))


def _times(tree: Any) -> Iterator[str]:
    """The times that are marked as publication, or stand in the header of the article's only headline."""
    yield from tree.xpath(".//time[@pubdate or @itemprop='datePublished']/@datetime")
    headlines = tree.xpath(".//h1")
    if len(headlines) == 1:
        for time in headlines[0].xpath("ancestor::header[ancestor::article or ancestor::main][1]//time[@datetime]"):
            if not re.search("modif|updat", f"{time.get('class')} {time.get('itemprop')}", re.IGNORECASE):
                yield time.get("datetime")


def _agreed(stated: Iterable[str]) -> tuple[str | None, tuple[str, ...]]:
    """The first date, if no other is more than a day (a time zone's worth) away from it."""
    found = [value for value in map(dates.iso, stated) if value]
    days = [date.fromisoformat((value + "-01-01")[:10]) for value in found]
    if days and (max(days) - min(days)).days > 1:
        return None, (f"the page gives several dates of publication, none is taken: {', '.join(sorted(set(found)))}",)
    return (found[0] if found else None), ()
