"""Which passage of an article is its title."""

import re
from collections.abc import Sequence

from communique.articles.datelines import dateline
from communique.articles.marks import STAMPS, Marks
from communique.articles.mastheads import tells_edition
from communique.articles.passages import Passage
from communique.articles.wording import content_words, in_capitals, is_headline, is_masthead, is_prose, key, word_count

CREDITED = re.compile(r"[.!?][\"”’]?\s*\([^()]{2,40}\)$")  # `Fans march on Tuesday. (Northwire)`: of a picture
OPENING, CLOSING_MARKS = "\"'“‘«", "\"'”’»"
SEARCHED = 60  # passages from the start in which a title is looked for
AFTER_LEAD = 7  # words that a title below the first paragraph has at least; a subheading is shorter
PAST = re.compile(r"\b(?:said|told|was|were|had|has|have|\w+day)\b")
NEAR = 1.0  # the first of headlines that score so nearly the same is the title
ABOVE = 1.5  # the same for the line directly above the best, which may be its standfirst
TAKEN_UP = 0.75  # score of a long headline of which the story takes up a word
SHORTEST_NAME = 6  # letters
SHARED = 0.5  # share of a headline's words that the article takes up


def title(page: Sequence[Passage], marks: Marks, claimed: str | None) -> tuple[int, str] | None:
    """The number of the title's passage and the reason; None where the page shows none."""
    for i, passage in enumerate(page[:SEARCHED]):
        if passage.header in {"headline", "title"} and passage.tail:
            return i, "the field of a header line"
    if claimed and (found := _claimed(page, claimed)) is not None:
        return found, "the title that the page's metadata gives"
    prose = [i for i, p in enumerate(page) if i not in marks and is_prose(p.text)]
    first = prose[0] if prose else len(page)
    story = content_words(" ".join(page[i].text for i in prose[:8])[:6000])
    found = _in_head(page, marks, min(first, SEARCHED), story, claimed)
    if found is not None:
        return found, "a headline above the story, whose words the story takes up"
    if claimed:
        return None
    return _stopped(page, prose, story) or _below_lead(page, marks, prose, story)


def _claimed(page: Sequence[Passage], claimed: str) -> int | None:
    want = key(claimed)
    for i, passage in enumerate(page[:SEARCHED]):
        have = key(passage.text) if len(passage.text) < 400 else ""
        shorter, longer = sorted((have, want), key=len)
        if have == want or (len(shorter) >= 20 and longer.startswith(shorter) and len(longer) - len(shorter) <= 30):
            return i
    return None


def _in_head(page: Sequence[Passage], marks: Marks, end: int, story: frozenset[str], claimed: str | None) -> int | None:
    """The best headline above the first running text; of equals the first, as a standfirst follows its headline."""
    seen = [key(p.text) for p in page[:end]]
    owners = _owners(page, marks, seen)
    scores: list[tuple[float, int]] = []
    for i in range(end):
        text = page[i].text
        if i in marks or page[i].bullet or not is_headline(text) or seen[i] in owners or _is_point(marks, i):
            continue
        if (is_masthead(text) and page[i].heading != 1) or CREDITED.search(text) or tells_edition(text):
            continue
        words = content_words(text)
        shared = len(words & story) / max(1, len(words))
        if claimed and len(words & content_words(claimed)) < SHARED * len(words):
            continue
        below = next((marks[j].label for j in (i + 1,) if j in marks), None)
        score = (
            3 * shared
            + 2 * (seen.count(seen[i]) > 1)
            + 0.5 * (below in STAMPS or below == "byline")
            + 0.5 * (len(words) >= 4)
            + 2 * (page[i].heading == 1)
            - 2 * (i == 0 and in_capitals(text))
        )
        scores.append((score, i))
    if not scores:
        return None
    best = max(scores, key=lambda pair: pair[0])
    above = next((pair for pair in scores if pair[1] == best[1] - 1), best)
    if above[0] >= TAKEN_UP and best[0] - above[0] <= ABOVE and page[best[1]].heading != 1:
        best = above
    return next(i for score, i in scores if score >= best[0] - NEAR)


def _is_point(marks: Marks, i: int) -> bool:
    """Whether a line stands in the list under `Summary` and the like."""
    above = next((marks[j] for j in range(i - 1, -1, -1) if j in marks), None)
    return above is not None and above.role == "summary-heading"


def _owners(page: Sequence[Passage], marks: Marks, seen: Sequence[str]) -> frozenset[str]:
    """Of the lines seen in the head those that name the outlet, as its copyright line below the story does."""
    rights = [key(page[i].text) for i, m in marks.items() if m.label == "copyright"]
    return frozenset(line for line in seen if len(line) >= SHORTEST_NAME and any(line in right for right in rights))


def _stopped(page: Sequence[Passage], prose: list[int], story: frozenset[str]) -> tuple[int, str] | None:
    """A first line that ends in a full stop, as some archives print titles: short, set off, told again at once."""
    if len(prose) < 2 or prose[0] > 2:
        return None
    text = page[prose[0]].text
    words = content_words(text)
    rest = content_words(" ".join(page[i].text for i in prose[1:5])[:4000])
    set_off = page[prose[1]].blank_before >= 1 and len(page[prose[1]].text) > len(text)
    capitals = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    titled = len(capitals) >= 3 and all(w[0].isupper() for w in capitals)
    count = word_count(text)
    if (
        not (set_off and story and text.count(". ") <= 1 and 3 <= count <= 22)
        or page[prose[0]].bullet
        or dateline(text)
    ):
        return None
    if dateline(page[prose[1]].text):
        return prose[0], "a first line above the dateline"
    told = len(words & rest) / max(1, len(words))
    if told >= 0.5 and titled:
        return prose[0], "a first line in a title's capitals that the story tells again"
    if told >= 0.75 and count <= 14 and len(prose) >= 5 and not PAST.search(text):
        return prose[0], "a short first line that the story tells again"
    return None


def _below_lead(
    page: Sequence[Passage], marks: Marks, prose: list[int], story: frozenset[str]
) -> tuple[int, str] | None:
    """A headline that stands below the first paragraph, as some pages are saved."""
    for i in range(1, min(4, len(page))):
        if i in marks or page[i].bullet or i not in range(len(page) - 1):
            continue
        words = content_words(page[i].text)
        long = is_headline(page[i].text) and not is_prose(page[i].text) and word_count(page[i].text) >= AFTER_LEAD
        above = [j for j in prose if j < i]
        if (
            long
            and len(above) == 1
            and prose[-1] > i
            and len(words & story) >= SHARED * len(words)
            and not _quoted(page[i].text)
        ):
            return i, "a headline below the first paragraph, whose words the story takes up"
    return None


def _quoted(text: str) -> bool:
    """Whether the line is a quotation from end to end, as pull quotes are."""
    return text[0] in OPENING and text[-1] in CLOSING_MARKS
