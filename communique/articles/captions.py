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
    r"(?:(?:Photograph|Photo|PHOTO|Picture|Image|IMAGE|Composite|Illustration|Photo credit|Credit)s?\s?:|©|\bPhoto "
    r"by\b)\s?(?P<inside>[A-Z][^.!?]{2,90})$"
    r"|(?<=[\w.”\"’]\s)(?P<named>[A-Z]\S+(?:\s[A-Z]\S*){0,3}\s?/\s?[A-Z][^.!?\d]{1,40})$"
)
ALTERNATIVE = re.compile(r"(?P<agency>[A-Z]\w+(?: [A-Z]\w+)?) (?:An?|The|Two|Three|Several|People) [a-z]")
LONGEST = 110  # words
FEWEST = 3
FEWEST_TWICE = 7
NEAR = 4  # passages
LONGEST_BY_CREDIT = 60


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
    if word_count(text[:1200]) > LONGEST or POST.search(text):
        return None
    present = bool(SHOWS.search(text)) and not SPEECH.search(text)
    source = SOURCE.search(text[-140:])
    first = text.split(None, 1)[0].split(":")[0]
    reasons = (
        (source and (source["inside"] or credit.is_credit(source["named"])), "ends in a picture's source"),
        (
            first.isupper() and agency_named(first) and not is_prose(text) and not _at_top(page, marks, i),
            "begins with a picture agency's name, and has no full stop",
        ),
        (not is_prose(text) and _is_alternative(text), "a picture's text for those who cannot see it"),
        (present and SIDES.search(text), "tells who stands where in a picture"),
        (present and _ends_in_date(text), "tells in the present tense what was seen on a full date"),
    )
    own = next((reason for holds, reason in reasons if holds), None)
    return own or _reason_beside(page, marks, i, present=present)


def _reason_beside(page: Sequence[Passage], marks: Marks, i: int, *, present: bool) -> str | None:
    """Why the lines above and below make a passage a caption."""
    text = page[i].text
    pictured = present or not is_prose(text)
    above, below = marks.get(i - 1), marks.get(i + 1)
    if below and below.label == "photo-credit":
        photo_only = _photo_only(page[i + 1].text)
        if page[i + 1].tail and (pictured or photo_only):
            return "ends in a picture credit"
        titled = not photo_only and (is_name(text) or (is_headline(text) and _at_top(page, marks, i)))
        if pictured and not titled and i and FEWEST <= word_count(text) <= LONGEST_BY_CREDIT and _alone(page, i):
            return "stands before a picture credit"
    if above and above.label == "caption-counter":
        return "follows a picture's number"
    if i and not is_prose(text) and not page[i].blank_before and _is_alternative(page[i - 1].text):
        return "stands under a picture's text for those who cannot see it"
    return _reason_twice(page, marks, i, present=present)


def _reason_twice(page: Sequence[Passage], marks: Marks, i: int, *, present: bool) -> str | None:
    """Why a passage that stands on the page twice is a caption, as of a picture and its place in a gallery."""
    text = page[i].text
    stopped = ends_sentence(text)
    if present and stopped and any(0 <= j < len(page) and key(page[j].text) == key(text) for j in (i - 1, i + 1)):
        return "a caption told twice"
    if not is_prose(text) and not stopped and word_count(text) >= FEWEST_TWICE and _told_above(page, i):
        near = range(max(1, i - NEAR), min(len(page), i + NEAR + 1))
        if any(j != i and page[j].text == text and _parted(marks, i, j) for j in near):
            return "a line without a full stop told twice beside a picture"
    return None


def _told_above(page: Sequence[Passage], i: int) -> bool:
    """Whether running text stands close above, so that the line is no headline."""
    return any(is_prose(page[j].text) for j in range(max(0, i - NEAR), i))


def _parted(marks: Marks, i: int, j: int) -> bool:
    """Whether a picture's control stands between two passages and nothing else does."""
    between = range(min(i, j) + 1, max(i, j))
    return all(k in marks and marks[k].label in {"media-control", "caption-counter", "share"} for k in between)


def _is_alternative(text: str) -> bool:
    """Whether a line is what screen readers say for a picture: `Reuters A woman looks out of a window`."""
    match = ALTERNATIVE.match(text)
    return bool(
        match and agency_named(match["agency"]) and not ends_sentence(text) and word_count(text) <= LONGEST_BY_CREDIT
    )


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
