"""When an article was published, and how that is known.

The page's own words come first, above all a stamp that says `Published`. Metadata come before an update stamp, and
before a bare date that lies more than two days off (a page saved later shows the day of saving). Then the URL; last
the date of a caption, if the lead names the same weekday. A wrong date is worse than none: a copyright year, a date
told in the story and `Updated 6 sec ago` are no dates of publication.
"""

import re
from collections.abc import Sequence
from datetime import timedelta

from communique.articles.datelines import Found as DatelineFound
from communique.articles.dates import Found, dates_in, from_iso, from_url, stamped
from communique.articles.marks import STAMPS, Mark
from communique.articles.passages import Passage
from communique.domain.documents import Claims, Document, Published
from communique.domain.spans import Span
from communique.knowledge.calendar import MONTH_NUMBERS, WEEKDAYS

NEAR = timedelta(days=2)
ARCHIVE = re.compile(r"\bfile\b|\barchive\b|\bundated\b", re.IGNORECASE)
DAY_OF_MONTH = re.compile(r"(?P<a>[A-Za-z]+\.?|\d{1,2})\s(?P<b>[A-Za-z]+|\d{1,2})")


def published(
    document: Document,
    page: Sequence[Passage],
    marks: Sequence[Mark],
    dateline: DatelineFound | None,
    *,
    claims: Claims,
) -> Published | None:
    """The date of publication; None where nothing tells it surely enough."""
    stated = _stated(document, page, marks)
    claimed = from_iso(claims.published) if claims.published else None
    if stated:
        date, sure, update, evidence = stated
        if claimed and not sure and (update or abs(date.day - claimed.day) > NEAR):
            return Published(date=claimed.iso, precision=claimed.precision, how=claims.published_how)
        return Published(date=date.iso, precision=date.precision, how="stated", evidence=evidence)
    if claimed:
        return Published(date=claimed.iso, precision=claimed.precision, how=claims.published_how)
    dated = dates_in(dateline.date) if dateline and dateline.date else ()
    if dateline and dated:
        lead = next(p for p, m in zip(page, marks, strict=True) if m.label == "body")
        at = lead.start + lead.text.index(dateline.date or "")
        evidence = document.span(at, at + len(dateline.date or ""))
        return Published(date=dated[0].iso, precision="day", how="stated", evidence=evidence)
    if claims.url and (address := from_url(claims.url)):
        return Published(date=address.iso, precision=address.precision, how="url")
    return _inferred(document, page, marks, dateline)


def _stated(
    document: Document, page: Sequence[Passage], marks: Sequence[Mark]
) -> tuple[Found, bool, bool, Span] | None:
    """The best stamp: one that says `Published`, else a bare date, else an update; with its passage as evidence."""
    best: tuple[Found, bool, bool, Span] | None = None
    body = [i for i, m in enumerate(marks) if m.label == "body"]
    for i, (passage, mark) in enumerate(zip(page, marks, strict=True)):
        if mark.label not in {*STAMPS, "byline"} or (mark.label == "byline" and body and i > body[0]):
            continue
        found = stamped(passage.text)
        listed = i > 0 and any(m.label == "teaser" for m in marks[max(0, i - 1) : i + 2]) and body and i > body[-1]
        if not found or listed:
            continue
        update = mark.label == "update-stamp"
        if best is None or (found[1], not update) > (best[1], not best[2]):
            best = (found[0], found[1], update, document.span(passage.start, passage.end))
    return best


def _inferred(
    document: Document, page: Sequence[Passage], marks: Sequence[Mark], dateline: DatelineFound | None
) -> Published | None:
    """The latest full date in a caption, where the dateline gives its day and month or the lead names its weekday."""
    dated = [
        (found, passage)
        for passage, mark in zip(page, marks, strict=True)
        if mark.label == "caption" and not ARCHIVE.search(passage.text)
        for found in dates_in(passage.text)
    ]
    if not dated:
        return None
    found, passage = max(dated, key=lambda pair: pair[0].iso)
    lead = " ".join([p.text for p, m in zip(page, marks, strict=True) if m.label == "body"][:2])[:1500].casefold()
    named = {number for number, (day, *_) in enumerate(WEEKDAYS) if re.search(rf"\b{day.lower()}\b", lead)}
    same_day = bool(dateline and dateline.date and _same_day(dateline.date, found))
    if not same_day and ((dateline and dateline.date) or named != {found.day.weekday()}):
        return None
    later = [f for p, m in zip(page, marks, strict=True) if m.label == "body" for f in dates_in(p.text[:20_000])]
    if any(f.iso > found.iso for f in later):
        return None
    evidence = document.span(passage.start + found.start, passage.start + found.end)
    return Published(date=found.iso, precision="day", how="inferred", evidence=evidence)


def _same_day(words: str, found: Found) -> bool:
    """Whether `May 14` or `14 May` is the day and month of a full date."""
    match = DAY_OF_MONTH.search(words)
    if not match:
        return False
    name, number = (match["a"], match["b"]) if match["a"][0].isalpha() else (match["b"], match["a"])
    month = MONTH_NUMBERS.get(name.casefold().rstrip("."))
    return number.isdigit() and (month, int(number)) == (found.day.month, found.day.day)
