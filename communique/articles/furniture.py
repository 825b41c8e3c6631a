"""Furniture that its own wording gives away, wherever it stands on a page."""

import re
from typing import cast

from communique.articles import credits as credit
from communique.articles.bylines import is_byline
from communique.articles.dates import dates_in, stamp_kind
from communique.articles.marks import Label, Mark, Role
from communique.articles.passages import Passage
from communique.articles.wording import SPEECH, is_prose, word_count
from communique.knowledge import page_line, wordings

CELLS = re.compile(r"\s*(?:[|•·▪\t]|\s/\s|\s{2,}|\s[>›»]\s)\s*")
HEADINGS: dict[Role, Label] = {
    "related-heading": "teaser",
    "comments-heading": "share",
    "summary-heading": "summary-bullet",
}
HEADERS: dict[str, Label] = {"byline": "byline", "author": "byline", "date": "date-stamp", "published": "date-stamp"}
COMMENTS = re.compile(
    r"(?:(?:view|show|read|see)\s+)?(?:all\s+)?(?:[\d,]+\s+comments?|comments?\s*\([\d,]+\))(?:\s+closed)?",
    re.IGNORECASE,
)
PLACED_STAMP = re.compile(r"(?P<stamp>.*\d.*?)\s+[-–—|]\s+[A-Z][A-Z ,.]+")
SIGNED_STAMP = re.compile(r"(?:[A-Z][\w.’'-]* ){1,4}(?P<stamp>(?:Published|Updated|Posted|Modified)\b.*)")
LED_STAMP = re.compile(r"[A-Z][\w.’' -]{1,30}(?:, [A-Z]\w+)?, (?P<stamp>.*\d.*)")  # `Skopje, October 15, 2026`
FIELD_ENDS = re.compile(r"[|·•]")
LONGEST = 900  # characters; longer passages are reporting or are told by where they stand


ASKS = re.compile(
    r"(?:please |to )?(?:sign up|subscribe|register|get (?:the|our|unlimited|all the|breaking|more|daily"
    r"|notified)|want (?:more|the|to)|download|join|support|donate|become an?\b"
    r"|click|for (?:more|the latest|all the latest)|stay (?:up|informed|tuned|connected|ahead)|never miss"
    r"|enjoy|if you (?:like|enjoy|have|value|found)"
    r"|do you have|have (?:an?|any|you) |send|email|e-mail|contact|tell us|see more|see,|find (?:out more"
    r"|us)|to (?:see|read|find|get|receive|learn) |this (?:article|content|story) is"
    r"|already an? |you(?:[’']ve| have| can| are)|keep up|listen to|watch|check out|save |catch up|access"
    r"|start your|thank you for|help us|like what"
    r"|read (?:the|our|more|all|in) )",
    re.IGNORECASE,
)
OFFERS = re.compile(
    r"\b(?:newsletters?|e?mail|inbox|apps?|whatsapp|telegram|podcasts?|subscri\w+|donat\w+|click (?:here"
    r"|the|on)|visit (?:https?|www|our|us)|https?://|www\."
    r"|follow us|member(?:ship)?|sign[- ]?up|channel|unlimited access|free trial|push notifications|your "
    r"support|our (?:journalism|coverage|app|site|website)"
    r"|share it with|reading list|get in touch|story tip|news tip|leave your comment|comments? (?:below|section))\b",
    re.IGNORECASE,
)

FORM = re.compile(  # what a form for a newsletter says to who fills it in
    r"please (?:re-?enter|verify|try again|enter a valid|confirm your)|invalid e-?mail|you must (?:select|enter)|"
    r"you (?:agree|consent) to receive|thank you for (?:subscribing|signing up|registering)|an error has occurred|"
    r"you have been added to|already (?:registered|subscribed)\?",
    re.IGNORECASE,
)


def by_wording(passage: Passage) -> Mark | None:
    """The mark that a passage's own words give it, None where they leave it open."""
    text = passage.text
    if passage.header:
        return None if passage.tail else _header(passage)
    if not any(c.isalnum() for c in text):
        return Mark(label="unknown", reason="holds no word")
    if len(text) > LONGEST:
        return None
    bare = text.lstrip("•·▪►▶»›*-–—|[( \t")
    return (
        _whole_line(text, tail=passage.tail)
        or _short_credit(passage)
        or _by_rule(bare)
        or _credit(passage)
        or _promotion(bare)
    )


def _header(passage: Passage) -> Mark:
    label = HEADERS.get(passage.header or "", "metadata")
    return Mark(label=label, reason=f"the header line of the field {passage.header!r}")


def _whole_line(text: str, *, tail: bool) -> Mark | None:
    if len(text) > 240:
        return None
    if not tail and text[0] == "[" and text[-1] == "]" and "]" not in text[1:-1] and word_count(text) >= 3:
        return Mark(label="teaser", reason="a whole line in brackets, as links to other stories are set")
    kind = page_line(text)
    if kind in ("related-heading", "comments-heading", "summary-heading"):
        reason = "the heading of a part of the page that is not the story"
        return Mark(label=HEADINGS[kind], reason=reason, role=kind)
    if COMMENTS.fullmatch(text):
        reason = "the heading of the readers' comments"
        return Mark(label="share", reason=reason, role="comments-heading")
    if kind:
        return Mark(label=cast("Label", kind), reason="a line that stands on many news pages")
    return (None if is_byline(text) else _stamp(text)) or _row(text)


def _stamp(text: str) -> Mark | None:
    """A date stamp, alone or with short fields beside it: `Staff | Updated: May 15, 2019`."""
    if stamp := stamp_kind(text):
        return Mark(label=stamp, reason="holds a date or time and nothing else")
    beside = PLACED_STAMP.fullmatch(text) or SIGNED_STAMP.fullmatch(text) or LED_STAMP.fullmatch(text)
    if beside and (stamp := stamp_kind(beside["stamp"])) and dates_in(beside["stamp"]):
        return Mark(label=stamp, reason="holds a date, with a place or a name beside it")
    cells = [cell.strip() for cell in FIELD_ENDS.split(text)]
    stamp = next((kind for cell in cells if (kind := stamp_kind(cell))), None)
    if stamp and dates_in(text) and len(cells) <= 4 and all(word_count(cell) <= 8 for cell in cells):
        return Mark(label=stamp, reason="holds a date, with short fields beside it")
    return None


def _row(text: str) -> Mark | None:
    """A row of links: every cell, or every word, is a line that stands on many news pages."""
    for cells in (CELLS.split(text.strip()), text.split()):
        kinds = [page_line(cell) for cell in cells if any(c.isalnum() for c in cell)]
        if len(kinds) >= 2 and all(kinds):
            share = sum(kind == "share" for kind in kinds) * 2 > len(kinds)
            label: Label = "share" if share else "promotion" if kinds[0] == "promotion" else "navigation"
            return Mark(label=label, reason="a row of links that stand on many news pages")
    crumbs = CELLS.split(text.strip())
    if len(crumbs) >= 2 and page_line(crumbs[0]) in {"navigation", "section-label"} and not is_prose(text):
        return Mark(label="navigation", reason="a path of links to the page")
    return None


def _by_rule(text: str) -> Mark | None:
    count = word_count(text)
    for rule in wordings():
        if count <= rule.words and rule.pattern.match(text):
            return Mark(label=rule.label, reason=rule.reason)
    return None


def _short_credit(passage: Passage) -> Mark | None:
    """A picture's credit such as `(Image: Jane Roe)`, which a longer line would make a caption."""
    named = credit.is_photo_credit(passage.text) and word_count(passage.text) <= 6
    return _credit(passage) if passage.tail or named else None


def _credit(passage: Passage) -> Mark | None:
    text = passage.text
    if is_byline(text):
        return Mark(label="byline", reason="names the writers and nothing else")
    bare = text.strip(" ()[]–—-/|")
    if len(text) <= 400 and credit.is_reporting_credit(text) and (len(text) <= 60 or not SPEECH.search(text)):
        return Mark(label="agency-credit", reason="names those who reported, wrote or edited")
    if passage.tail and credit.is_credit(bare):
        return Mark(label="photo-credit", reason="a credit at the end of a passage")
    if passage.tail:
        return Mark(label="metadata", reason="the outlet's name behind a title")
    if len(text) <= 160 and not is_prose(text) and credit.is_credit(bare):
        return Mark(label="photo-credit", reason="names an agency or photographer and nothing else")
    return None


def _promotion(text: str) -> Mark | None:
    if word_count(text) <= 70 and ASKS.match(text) and OFFERS.search(text) and not SPEECH.search(text):
        return Mark(label="promotion", reason="asks the reader for something, or offers it")
    if len({match[0].casefold() for match in FORM.finditer(text)}) > 1:
        return Mark(label="promotion", reason="holds what a form says to who fills it in")
    return None
