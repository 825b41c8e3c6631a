"""Captions: passages that tell what a picture shows."""

import re
from collections.abc import Iterator, Sequence

from communique.articles import credits as credit
from communique.articles.bylines import is_name
from communique.articles.datelines import dateline
from communique.articles.dates import dates_in
from communique.articles.marks import Mark, Marks
from communique.articles.passages import Passage
from communique.articles.wording import SPEECH, ends_sentence, is_headline, is_prose, key, word_count
from communique.knowledge import agency_named

SHOWS = re.compile(
    r"\b(?:shakes?|poses?|attends?|holds?|speaks?|walks?|arrives?|meets?|greets?|looks? (?:on|at)"
    r"|listens?|gestures?|stands?|sits?|address(?:es)?"
    r"|delivers?|waves?|reacts?|welcomes?|takes? (?:part|questions|a|the)|(?:is|are) (?:seen|pictured"
    r"|shown|(?:being )?\w+ed (?:by|during|after|before))|seen here|leaves?|visits?|inspects?|protests?"
    r"|rall(?:y|ies)|gathers?"
    r"|carr(?:y|ies)|watch(?:es)?|embraces?|hugs?|chats?|talks?|fires?|march(?:es)?|works?|rides?|rises?"
    r"|burns?|smiles?|passes|pass|patrols?|prays?"
    r"|chants?|shouts?|cheers?|raises?|signs?|exchanges?|hands?|lays?|enters?|exits?|boards?|departs?"
    r"|lines?|queues?|clash(?:es)?|mourns?|reviews?|inspects?|prepares?|appears?|conducts?|participates?"
    r"|fly|flies|lies?|pulls?|searche?s?|serves?|makes?)\b"
)
SIDES = re.compile(
    r"\((?:L|R|C|left|right|center|centre|[2-9](?:nd|rd|th)? (?:L|R|left|right)|[LRC]-[LRC]|top|bottom)\)"
    r"|,\s(?:(?:second|third|far) )?(?:left|right|center|centre)(?: to right)?,|\b(?:from|L|left)[ "
    r"-](?:left|to)[ -](?:to )?(?:right|R)\b"
)
POST = re.compile(r"[@#]\w|pic\.twitter|https?://|t\.co/")  # somebody's post, which is reporting
SOURCE = re.compile(
    r"(?:(?:Photograph|Photo|Picture|Image|Composite|Illustration|Photo credit|Credit)s?\s?:|©|\bPhoto "
    r"by\b)\s?(?P<inside>[A-Z][^.!?]{2,90})$"
    r"|(?<=[\w.”\"’]\s)(?P<named>[A-Z]\S+(?:\s[A-Z]\S*){0,3}\s?/\s?[A-Z][^.!?\d]{1,40})$"
)
LONGEST = 110  # words
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def captions(page: Sequence[Passage], marks: Marks) -> Iterator[tuple[int, Mark]]:
    """Captions that their wording or a neighbouring credit, counter or control gives away."""
    for i, passage in enumerate(page):
        mark = marks.get(i)
        if mark:
            continue
        reason = _reason(page, marks, i)
        if reason and not dateline(passage.text):
            yield i, Mark(label="caption", reason=reason)


def _reason(page: Sequence[Passage], marks: Marks, i: int) -> str | None:
    text = page[i].text
    if word_count(text[:1200]) > LONGEST:
        return None
    if POST.search(text):
        return None
    present = bool(SHOWS.search(text)) and not SPEECH.search(text)
    pictured = present or not is_prose(text)
    before = marks.get(i - 1)
    after = marks.get(i + 1)
    if (source := SOURCE.search(text[-140:])) and (source["inside"] or credit.is_credit(source["named"])):
        return "ends in a picture's source"
    first = text.split(None, 1)[0].split(":")[0]
    if not _at_top(page, marks, i) and not is_prose(text) and first.isupper() and agency_named(first):
        return "begins with a picture agency's name, and has no full stop"
    credited = after and after.label == "photo-credit"
    if credited and page[i + 1].tail and (pictured or _photo_only(page[i + 1].text)):
        return "ends in a picture credit"
    if SIDES.search(text) and present:
        return "tells who stands where in a picture"
    if present and _ends_in_date(text):
        return "tells in the present tense what was seen on a full date"
    if before and before.label == "caption-counter" and i:
        return "follows a picture's number"
    names = not _photo_only(page[min(i + 1, len(page) - 1)].text)
    titled = names and (is_name(text) or (is_headline(text) and _at_top(page, marks, i)))
    if credited and pictured and word_count(text) <= 60 and i and not titled and _alone(page, i):
        return "stands before a picture credit"
    repeats = any(0 <= j < len(page) and j != i and key(page[j].text) == key(text) for j in (i - 1, i + 1))
    return "a caption told twice" if repeats and ends_sentence(text) and present else None


def _at_top(page: Sequence[Passage], marks: Marks, i: int) -> bool:
    """Whether no running text stands close above, so that the line may be a headline."""
    return not any(j not in marks and is_prose(page[j].text) for j in range(max(0, i - 12), i))


def _photo_only(text: str) -> bool:
    """Whether a credit can only be a picture's, as `(AP Photo/Jane Roe)` or `(Jane Roe/Reuters)`."""
    names = credit.agencies_in(text)
    pictures = any("news" not in a.gives for a in names)
    return credit.is_photo_credit(text) or " via " in text or pictures or " Photo" in text


def _ends_in_date(text: str) -> bool:
    """Whether the last words are a full date, as captions of agency pictures have it."""
    tail = text[-80:]
    found = dates_in(tail)
    return bool(found) and not any(c.isalnum() for c in tail[found[-1].end :])


def _alone(page: Sequence[Passage], i: int) -> bool:
    """Whether the credit belongs to this passage: it follows on the next line, or the passage is no full sentence."""
    return page[i + 1].blank_before == 0 or not ends_sentence(page[i].text)
