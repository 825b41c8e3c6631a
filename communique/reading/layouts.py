"""Layouts: attributions that no verb tells but the way in which words are set: posts, transcripts, headlines.

`... - Anna Berg (@annaberg) May 3, 2024` is how pages embed a post; `BERG: We will not leave.` how they print what was
said in turn; `“We will not leave”: minister defies island` has the words of somebody whom the article quotes below.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.domain import Attribution, Span
from communique.reading.page import Page
from communique.reading.quotations import Quotation

POST = re.compile(
    r"(?P<words>\S.{8,}?)\s*[—–-]\s*(?P<who>[^—–@()]{2,60}?)\s*\(@\w{1,30}\)(?:\s+[A-Z]\w+ \d{1,2}, \d{4})?\s*",
    re.DOTALL,
)
TURN = re.compile(r"[\"“]?(?P<who>[A-Z][A-Z.'’ -]{1,40}?)\s?(?P<cue>:)\s+(?P<words>\S.*)", re.DOTALL)
SHORTEST = 4  # words of a quotation that tells something without its sentence
SURE, HEADLINE = 0.9, 0.6  # confidence, set by hand


def read(page: Page, found: Iterable[Attribution], quoted: Sequence[Quotation]) -> Iterator[Attribution]:
    """The attributions that layout tells, where none is found yet."""
    taken = {page.block_at(span.start).span for attribution in found for span in attribution.content}
    for block in page.story:
        if block.span in taken:
            continue
        if post := POST.fullmatch(block.span.text):
            words, who = (block.span.part(*(block.span.start + at for at in post.span(g))) for g in ("words", "who"))
            yield _attribution(words, who, SURE)
        elif block.kind == "title":
            spans = (q.span for q in quoted if block.span.covers(q.span) and q.free and not q.open)
            yield from (_attribution(s, None, HEADLINE) for s in spans if len(s.text.split()) >= SHORTEST)


def turns(page: Page) -> dict[Span, Attribution]:
    """The paragraphs of a transcript with what each ascribes; its labels come again, as `UPDATE:` does not."""
    found = {block.span: match for block in page.story if (match := TURN.fullmatch(block.span.text))}
    labels = Counter(match["who"] for match in found.values())
    told = {}
    for span, match in found.items():
        if labels[match["who"]] > 1 and len(labels) > 1:
            who, cue, words = (span.part(*(span.start + at for at in match.span(g))) for g in ("who", "cue", "words"))
            told[span] = replace(_attribution(words, who, SURE), cue=cue)
    return told


def _attribution(words: Span, who: Span | None, confidence: float) -> Attribution:
    return Attribution(kind="direct", source=who, cue=None, content=(words,), verbatim=(words,), confidence=confidence)
