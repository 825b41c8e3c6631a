"""The parts of one article: head, story, tail; what a passage is by the place where it stands."""

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.articles import credits as credit
from communique.articles.bylines import could_be_byline, is_office
from communique.articles.datelines import dateline
from communique.articles.marks import STAMPS, Mark, Marks
from communique.articles.passages import Passage
from communique.articles.tails import tail_marks
from communique.articles.titles import title
from communique.articles.wording import (
    ends_sentence,
    is_headline,
    is_lettered,
    is_masthead,
    is_prose,
    key,
    names_speaker,
    word_count,
)
from communique.knowledge import outlet_named, place_name

LONGEST_STANDFIRST = 70  # words
LONGEST_SUBHEADING = 14
SPEAKERS = 2  # paragraphs with a speaker's name that make an interview or transcript
SHORTEST_CUT_TITLE = 30  # letters
READING_TIME = "the reading time or length"  # the reason of a rule in wordings.yaml
QUESTION = re.compile(
    r"(?:how|what|why|who|when|where|which|will|can|could|should|is|are|do|does|did|has|have)\b", re.IGNORECASE
)
QUOTED = re.compile(r"[\"“‘'«—–-]")


def lay_out(page: Sequence[Passage], wording: Marks, claimed: str | None) -> list[Mark]:
    """One mark a passage of an article, given the marks that wording alone tells."""
    marks = dict(wording)
    for i, reason in [found] if (found := title(page, marks, claimed)) else []:
        marks[i] = Mark(label="title", reason=reason)
    named = next((i for i, m in marks.items() if m.label == "title"), None)
    _mark_repeats(page, marks, named)
    lead = _lead(page, marks, named)
    if lead is not None:
        _mark_head(page, marks, lead, named)
        marks |= tail_marks(page, marks, lead)
        _mark_story(page, marks, lead)
    _mark_credits(page, marks)
    rest = Mark(label="unknown", reason="no running text, and no rule tells what it is")
    return [marks.get(i, rest) for i in range(len(page))]


def _mark_repeats(page: Sequence[Passage], marks: dict[int, Mark], named: int | None) -> None:
    """Other lines that say what the title says."""
    if named is None:
        return
    for i, passage in enumerate(page):
        if i in marks or len(passage.text) >= 400:
            continue
        line, whole = key(passage.text), key(page[named].text)
        if line == whole or (len(line) >= SHORTEST_CUT_TITLE and whole.startswith(line)):
            marks[i] = Mark(label="repeated-title", reason="says the title again")


def _lead(page: Sequence[Passage], marks: Marks, named: int | None) -> int | None:
    """The first paragraph of the story.

    It is the one with a dateline, where one of the first has it; else the first running text that is no standfirst:
    a standfirst stands between title and byline or stamp.
    """
    prose = [i for i, p in enumerate(page) if i not in marks and is_prose(p.text) and not p.bullet]
    if not prose:
        lines = (i for i, p in enumerate(page) if i not in marks and is_lettered(p.text))
        return next((i for i in lines if word_count(page[i].text) >= 8), None)
    for i in prose[:4]:
        if dateline(page[i].text):
            above = [j for j in prose if j < i]
            return i if all(word_count(page[j].text) <= LONGEST_STANDFIRST for j in above) else prose[0]
    for first, second in pairwise(prose[:3]):
        between = {marks[j].label for j in range(first + 1, second) if j in marks}
        standfirst = named is not None and named < first and word_count(page[first].text) <= LONGEST_STANDFIRST
        signed = any(marks[j].label == "byline" for j in range(first) if j in marks)
        if signed or not (standfirst and between & {"byline", *STAMPS}):
            return first
    return prose[min(2, len(prose) - 1)] if len(prose) > 2 else prose[-1]


def _mark_head(page: Sequence[Passage], marks: dict[int, Mark], lead: int, named: int | None) -> None:
    """What stands above the story: labels and links above the title; standfirst, points, captions below it."""
    written = any(marks[i].label == "byline" for i in range(lead) if i in marks)
    dated = frozenset() if written else _beside_dates(marks, range(0 if named is None else named + 1, lead))
    for i in range(lead):
        if i in marks:
            continue
        text = page[i].text
        if page[i].bullet or _under_summary(marks, i):
            mark = Mark(label="summary-bullet", reason="a point of a list above the story")
        elif named is not None and named > lead and is_prose(text):
            continue
        elif reason := _writer(text, marks, i, dated):
            mark = Mark(label="byline", reason=reason)
        elif place_name(text) or outlet_named(text) or is_masthead(text):
            mark = Mark(label="section-label", reason="a country's, city's or outlet's name above the story")
        elif is_prose(text):
            between = "between title and dateline, or title and byline"
            mark = Mark(label="summary-bullet", reason=f"a standfirst or caption: running text {between}")
        elif named is not None and i < named:
            few = word_count(text) <= 3
            mark = Mark(label="section-label" if few else "teaser", reason="stands above the title")
        elif is_headline(text):
            mark = Mark(label="summary-bullet", reason="a standfirst: under the title, with no full stop")
        else:
            mark = Mark(label="section-label", reason="a few words above the story")
        marks[i] = mark


def _writer(text: str, marks: Marks, i: int, dated: frozenset[int]) -> str | None:
    """Why a line in the head names the writer, None where it does not."""
    if i in dated and could_be_byline(text):
        return "a name beside the date, under the title"
    if is_office(text) and i - 1 in marks and marks[i - 1].label == "byline":
        return "the writer's office, under the name"
    return None


def _beside_dates(marks: Marks, under_title: range) -> frozenset[int]:
    """The places in the head within two lines of a date or reading time; buttons between them do not count."""
    head = range(under_title.stop)
    lines = [i for i in head if not (i in marks and marks[i].label in {"share", "follow", "media-control"})]
    dates = [n for n, i in enumerate(lines) if i in marks and _tells_time(marks[i])]
    return frozenset(i for n, i in enumerate(lines) if i in under_title and any(abs(n - d) <= 2 for d in dates))


def _tells_time(mark: Mark) -> bool:
    return mark.label in STAMPS or (mark.label == "metadata" and mark.reason == READING_TIME)


def _under_summary(marks: Marks, i: int) -> bool:
    above = next(
        (
            marks[j]
            for j in range(i - 1, max(-1, i - 8), -1)
            if j in marks and not (marks[j].label == "summary-bullet" and not marks[j].role)
        ),
        None,
    )
    return above is not None and above.role == "summary-heading"


def _mark_story(page: Sequence[Passage], marks: dict[int, Mark], lead: int) -> None:
    """Paragraphs and subheadings: all that stands in the story, as nothing has told it to be furniture."""
    body = Mark(label="body", reason="running text of the story")
    prose = {i for i in range(lead, len(page)) if i not in marks and is_prose(page[i].text)}
    last = max(prose, default=lead)
    interview = sum(names_speaker(page[i].text) for i in range(lead, len(page)) if i not in marks) >= SPEAKERS
    for i in range(lead, len(page)):
        if i in marks:
            continue
        if i == lead or i in prose or (interview and page[i].text.endswith("?")):
            marks[i] = body
        elif lead < i < last and _is_subheading(page, marks, prose, i):
            marks[i] = Mark(label="subheading", reason="a few words with no full stop between paragraphs")
        else:
            marks[i] = Mark(label="body", reason="stands in the story, and no rule tells it to be anything else")


def _is_subheading(page: Sequence[Passage], marks: Marks, prose: set[int], i: int) -> bool:
    text = page[i].text
    words = word_count(text)
    goes_on = i + 1 < len(page) and i + 1 not in marks and page[i + 1].text[0].islower() and not page[i + 1].bullet
    if goes_on or names_speaker(text):
        return False
    if text.endswith("?") and words > 8 and not QUESTION.match(text):
        return False
    if text.endswith(".") and ends_sentence(text):
        return False
    if not 1 <= words <= LONGEST_SUBHEADING or len(text) > 110 or page[i].bullet or (QUOTED.match(text) and words > 8):
        return False
    if text.endswith((",", ";", ":", "-", "—")) or (
        not next((c for c in text if c.isalnum()), "a").isupper() and not text[0].isdigit()
    ):
        return False
    above, below = _neighbour(marks, i, -1), _neighbour(marks, i, 1)
    return below in prose and above in prose | {i for i, m in marks.items() if m.label == "body"}


def _neighbour(marks: Marks, i: int, step: int) -> int:
    """The next passage up or down that is not furniture."""
    at = i + step
    while at in marks and marks[at].label not in {"body", "subheading"} and abs(at - i) < 12:
        at += step
    return at


def _mark_credits(page: Sequence[Passage], marks: dict[int, Mark]) -> None:
    """Credits told apart: a picture's under a caption, the text's at the end of the story, the writer's in the head."""
    body = [i for i, m in marks.items() if m.label == "body"]
    first, last = (min(body), max(body)) if body else (len(page), len(page))
    for i, mark in marks.items():
        if mark.label != "photo-credit" or credit.is_photo_credit(page[i].text):
            continue
        above = marks.get(i - 1)
        pictured = above is not None and above.label in {"caption", "caption-counter", "media-control", "photo-credit"}
        if (i > last and not pictured) or (page[i].tail and above is not None and above.label == "body"):
            marks[i] = Mark(label="agency-credit", reason="an agency named at the end of the story")
        elif i < first and not pictured and not page[i].tail and _writes(page[i].text):
            marks[i] = Mark(label="byline", reason="an agency named where the writer is")


def _writes(text: str) -> bool:
    """Whether a credit in the head is the writer's: it names a news agency, and no photographer before a stroke."""
    agencies = credit.agencies_in(text)
    return "/" not in text and "via" not in text.split() and any("news" in a.gives for a in agencies)
