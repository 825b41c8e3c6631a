"""Where the articles of a page begin. A page saved whole may hold several, one under another."""

import re
from collections.abc import Sequence

from communique.articles.datelines import dateline
from communique.articles.marks import END_MATTER, STAMPS, Marks
from communique.articles.passages import Passage
from communique.articles.wording import content_words, is_headline, is_prose, key, word_count

AHEAD = 16  # passages that a head may take up
ENOUGH = 3.0
STORY_BEFORE = 40  # words of running text that make an article of what stands before
STORY_AFTER = 180  # characters of running text that make an article of what follows
DOCUMENT = re.compile(r"(?:Document )?\d+ of \d+ DOCUMENTS?", re.IGNORECASE)  # as news archives number them
LEADING_IN = frozenset({"section-label", "breaking-label", "date-stamp", "update-stamp", "unknown", "metadata"})


def starts(page: Sequence[Passage], marks: Marks) -> tuple[int, ...]:
    """The number of the first passage of each article, 0 first.

    A new article begins at a line of a headline's shape with a fresh head below it: a date stamp, a byline, the
    headline again, a dateline. A subheading has none of them, and a list of other stories has no running text below.
    """
    found = [0]
    told = 0
    at = 0
    while at < len(page):
        if told >= STORY_BEFORE and (DOCUMENT.fullmatch(page[at].text) or _begins(page, marks, at)):
            found.append(_with_lead_in(page, marks, at, found[-1]))
            told = 0
            at += 1
            while at < len(page) and not (at not in marks and is_prose(page[at].text)):
                at += 1  # the rest of this head begins nothing
            continue
        if at not in marks and is_prose(page[at].text):
            told += word_count(page[at].text)
        at += 1
    return tuple(found)


def _begins(page: Sequence[Passage], marks: Marks, at: int) -> bool:
    if page[at].tail and page[at].header is None:
        return False
    if page[at].header:
        return not page[at - 1].header and any(p.header in {"headline", "title"} for p in page[at : at + 8])
    if at in marks or page[at].bullet:
        return False
    if not is_headline(page[at].text):
        return _credited_dateline(page, marks, at)
    lead = _lead(page, marks, at)
    return lead is not None and _evidence(page, marks, at, lead) >= ENOUGH


def _credited_dateline(page: Sequence[Passage], marks: Marks, at: int) -> bool:
    """Whether an agency's dateline opens a new report that has no headline, after the end matter of another."""
    before = marks.get(at - 1)
    found = dateline(page[at].text)
    return bool(before and before.label in {"copyright", "agency-credit"} and found and found.credited and found.loud)


def _lead(page: Sequence[Passage], marks: Marks, at: int) -> int | None:
    """The first running text below a headline, where enough of it follows that speaks of the headline's matter."""
    last = min(at + AHEAD, len(page))
    lead = next((i for i in range(at + 1, last) if i not in marks and is_prose(page[i].text)), None)
    if lead is None or any(marks[i].role for i in range(at + 1, lead) if i in marks):
        return None
    prose = [p.text for i, p in enumerate(page[lead : lead + 6], lead) if i not in marks and is_prose(p.text)]
    shared = content_words(page[at].text) & content_words(" ".join(prose)[:3000])
    return lead if sum(map(len, prose)) >= STORY_AFTER and len(shared) >= 2 else None


def _evidence(page: Sequence[Passage], marks: Marks, at: int, lead: int) -> float:
    head = [marks[i].label for i in range(at + 1, lead) if i in marks]
    before = marks.get(at - 1)
    repeated = any(key(page[i].text) == key(page[at].text) for i in range(at + 1, lead))
    found = dateline(page[lead].text)
    return (
        2.0 * any(label in STAMPS for label in head)
        + 3.0 * repeated
        + 1.5 * ("byline" in head)
        + 0.5 * ("follow" in head)
        + 2.0 * (found is not None)
        + 1.0 * (found is not None and found.credited)
        + 1.0 * (page[at].blank_before >= 2)
        + 1.0 * (before is not None and before.label in END_MATTER)
        + 1.0 * (before is not None and before.label in LEADING_IN)
    )


def _with_lead_in(page: Sequence[Passage], marks: Marks, at: int, floor: int) -> int:
    """The start moved up over the section labels, stamps and rules that stand directly above a headline."""
    first = at
    while first - 1 > floor and page[first].blank_before < 2 and (mark := marks.get(first - 1)):
        if mark.label not in LEADING_IN or page[first - 1].tail:
            break
        first -= 1
    return first
