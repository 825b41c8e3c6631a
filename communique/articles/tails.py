"""What stands below the story or breaks it up: other stories, comments, the outlet about itself."""

import re
from collections.abc import Sequence

from communique.articles.bylines import is_name
from communique.articles.marks import STAMPS, Mark, Marks
from communique.articles.passages import Passage
from communique.articles.wording import QUOTE, SPEECH, is_prose, word_count
from communique.knowledge import outlet_named

ADDRESS = re.compile(r"\b(?:you|your|yours|our|we|us)\b", re.IGNORECASE)
BLURB = re.compile(
    r"(?:The )?(?P<name>[A-Z][\w/.&’'-]*(?: (?:of |the |and |& )?[A-Z][\w/.&’'-]*){0,5}),? (?:is|was "
    r"(?:founded|established|launched)|has been|are|provides?|covers?|publish(?:es)?|brings?|delivers?"
    r"|operates?)\b"
)
TRADE = re.compile(
    r"\b(?:news(?:paper|room|wire| outlet| agency| site| organi[sz]ation| website| service| portal| "
    r"platform)?|media|broadcaster|magazine|publication|journalism|publisher|publishes)\b",
    re.IGNORECASE,
)
WRITER = re.compile(
    r"(?:(?:Mr|Ms|Dr|Prof)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3},?(?: (?:is|was|has|covers|reports"
    r"|writes|works|joined|reported)\b|, .{3,60}, (?:is|covers|reports|writes)\b)"
)
WRITES = re.compile(
    r"\b(?:correspondent|reporter|editor|journalist|bureau chief|columnist|staff writer|freelance|covers"
    r"|covering|reports (?:on|from|for)|reported from|writes (?:on|about|for)|author of this|the author"
    r"|is a (?:writer|producer))\b"
)
LEGAL = re.compile(
    r"\b(?:fines?|imprison\w+|liab\w+|terms|rights|permission|law|legal|disclaimer|consent)\b", re.IGNORECASE
)
CLOSERS = frozenset({"agency-credit", "copyright", "about-outlet", "legal-notice"})
SHARE_OF_STORY = 0.6
LONGEST_WRITER = 80
FEWEST = 4  # words of a headline in a list
SKIP_PAST = re.compile(r"skip past .{1,60}", re.IGNORECASE)
SKIPPED = re.compile(r"after .{0,40}promotion", re.IGNORECASE)
END_OF_LIST = re.compile(r"end of list", re.IGNORECASE)


def tail_marks(page: Sequence[Passage], marks: Marks, lead: int) -> dict[int, Mark]:
    """Marks for passages after the lead that stand in lists of other stories, comments or end matter."""
    found = _skipped(page, marks, lead)
    found |= _related(page, {**marks, **found}, lead)
    found |= _end_matter(page, {**marks, **found}, lead)
    found |= _leftovers(page, {**marks, **found}, lead)
    return found


def _skipped(page: Sequence[Passage], marks: Marks, lead: int) -> dict[int, Mark]:
    """What stands between `skip past ...` and `after ...`, which help screen readers past a promotion."""
    found: dict[int, Mark] = {}
    for i in range(lead + 1, len(page)):
        if not SKIP_PAST.fullmatch(page[i].text):
            continue
        end = next((j for j in range(i + 1, min(i + 16, len(page))) if SKIPPED.fullmatch(page[j].text)), i)
        reason = "stands where a screen reader is helped past a promotion"
        found |= {j: Mark(label="promotion", reason=reason) for j in range(i, end + 1) if j not in marks}
    return found


def _related(page: Sequence[Passage], marks: Marks, lead: int) -> dict[int, Mark]:
    """Headlines under `Most read` and the like, with their standfirsts; comments under `Comments`."""
    found: dict[int, Mark] = {}
    total = sum(len(p.text) for i, p in enumerate(page) if i >= lead and i not in marks and is_prose(p.text))
    told = 0
    zone: str | None = None
    listed = standfirsts = 0
    for i in range(lead + 1, len(page)):
        mark = marks.get(i)
        told += len(page[i - 1].text) if i - 1 not in marks and is_prose(page[i - 1].text) else 0
        if mark:
            late = told >= SHARE_OF_STORY * total
            if mark.role == "related-heading":
                zone, listed, standfirsts = "related", 0, 0
            elif mark.role == "comments-heading" and late and i > lead + 2:
                zone = "comments"
            continue
        if END_OF_LIST.fullmatch(page[i].text):
            zone = None
            found[i] = Mark(label="navigation", reason="a screen reader's note on a list")
        elif zone == "comments":
            found[i] = Mark(label="unknown", reason="stands among the readers' comments")
        elif zone == "related" and not is_prose(page[i].text):
            listed += 1
            found[i] = Mark(label="teaser", reason="stands in a list of other stories")
        elif zone == "related" and listed and _is_standfirst(page, marks, i, standfirsts):
            standfirsts += 1
            found[i] = Mark(label="teaser", reason="tells another story in a list of them")
        else:
            zone = None
    return found


def _is_standfirst(page: Sequence[Passage], marks: Marks, i: int, before: int) -> bool:
    """Whether running text in a list of stories belongs to the list: one paragraph between two headlines."""
    short = word_count(page[i].text[:600]) <= 50
    following = next((j for j in range(i + 1, min(i + 4, len(page))) if j not in marks), None)
    if following is None:
        return short and before > 0
    stamped = all(marks[j].label in {*STAMPS, "section-label", "byline"} for j in range(i + 1, following))
    return short and stamped and not is_prose(page[following].text) and word_count(page[following].text) >= FEWEST


def _end_matter(page: Sequence[Passage], marks: Marks, lead: int) -> dict[int, Mark]:
    """Running text below the credits: the outlet about itself, legal notices, the writer's life."""
    found: dict[int, Mark] = {}
    prose = [i for i in range(lead + 1, len(page)) if i not in marks and is_prose(page[i].text)]
    total = sum(len(page[i].text) for i in prose) + len(page[lead].text)
    told = len(page[lead].text)
    owner: str | None = None
    closed = False
    at = lead + 1
    for i in prose:
        story_told = told >= SHARE_OF_STORY * total
        closed = closed or (story_told and any(marks[j].label in CLOSERS for j in range(at, i) if j in marks))
        at = i
        above = next((marks[j] for j in (i - 1,) if j in marks), None)
        name = _blurb_name(page[i].text)
        if above and above.label == "about-outlet" and owner is None:
            owner = _first_word(page[i - 1].text)
        if i - 1 in found and found[i - 1].label == "about-outlet":
            owner = owner or _first_word(page[i - 1].text)
        mark = _closing(page[i].text, closed=closed, name=name, owner=owner, last=i == prose[-1])
        if mark and (story_told or mark.label == "byline"):
            found[i] = mark
            closed = True
        else:
            told += len(page[i].text)
    return found


def _closing(text: str, *, closed: bool, name: str | None, owner: str | None, last: bool) -> Mark | None:
    """What a paragraph of the end matter is, None where it may be reporting."""
    if word_count(text[:1500]) > 130:
        return None
    reported = bool(SPEECH.search(text) or QUOTE.search(text.replace(name or "\0", "")))
    if name and closed and TRADE.search(text) and not SPEECH.search(text) and not _is_writer(text):
        return Mark(label="about-outlet", reason="tells what kind of outlet this is")
    if owner and _first_word(text) == owner:
        return Mark(label="about-outlet", reason="goes on about the outlet")
    if (last or closed) and word_count(text) <= LONGEST_WRITER and _is_writer(text) and not QUOTE.search(text):
        return Mark(label="byline", reason="tells who the writer is, below the story")
    if closed and ADDRESS.search(text) and not reported:
        legal = LEGAL.search(text)
        reason = "speaks to the reader below the story"
        return Mark(label="legal-notice" if legal else "promotion", reason=reason)
    return None


def _is_writer(text: str) -> bool:
    """Whether a paragraph begins by telling what someone does for the press."""
    return bool(WRITER.match(text) and WRITES.search(text)) and not text.startswith("The ")


def _blurb_name(text: str) -> str | None:
    match = BLURB.match(text)
    return match["name"] if match else None


def _first_word(text: str) -> str:
    words = text.removeprefix("The ").split()
    return words[0].rstrip("’s'") if words else ""


def _leftovers(page: Sequence[Passage], marks: Marks, lead: int) -> dict[int, Mark]:
    """Lines below the last paragraph that are no running text: headlines of other stories, links."""
    found: dict[int, Mark] = {}
    prose = [i for i in range(lead, len(page)) if i not in marks and is_prose(page[i].text)]
    last = max(prose, default=lead)
    listed = page[last].text.endswith(":")
    for i in range(last + 1, len(page)):
        if i in marks:
            listed = False
        if i in marks or listed:
            continue
        words = word_count(page[i].text)
        if i == last + 1 and _cut_off(page[i].text, words):
            last = i
        elif is_name(page[i].text) and i - 1 in marks and marks[i - 1].label == "byline":
            found[i] = Mark(label="byline", reason="a name under the word for its part")
        elif outlet_named(page[i].text):
            found[i] = Mark(label="about-outlet", reason="the outlet's name below the story")
        elif words <= 3:
            found[i] = Mark(label="navigation", reason="a few words below the story")
        else:
            found[i] = Mark(label="teaser", reason="a headline below the story")
    return found


def _cut_off(text: str, words: int) -> bool:
    """Whether a line is a paragraph whose end is missing: long, and in small letters as running text is."""
    small = sum(w[0].islower() for w in text.split() if w[0].isalpha())
    return words >= 18 and 2 * small > words
