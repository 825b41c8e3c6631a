"""Claims with their support: which articles carry one, and how many origins stand behind these."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.domain import Article, Corroboration, Reading, Record, Span
from communique.domain.ids import content_id
from communique.stories.borrowing import Borrowing
from communique.stories.origins import origins

SEVERAL = 2  # pages
WHICH = re.compile(r" (?:that|who|which|whom|whose)\b[^,;:.!?“”\"()—–]*\w")
SAYING = re.compile(r"\b(?:said|says?|tells?|told|is|was|are|were|\w+ed)$")  # behind which `that` opens what is said
FEWEST = 4  # words of a passage that tells something by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is told, in words for a reader, and where. label: whether a page's would be better."""

    text: str
    support: tuple[Span, ...]
    label: bool = False


def much_of_both(one: Span, other: Span) -> bool:
    """Whether what two passages share is the better part of either."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both * 2 >= max(len(one.text), len(other.text))


class Places:
    """Tells which article a span stands in, and how many origins stand behind several."""

    def __init__(self, articles: Sequence[Article], readings: Mapping[str, Reading]) -> None:
        self.articles = {article.id: article for article in articles}
        self._origins = origins(articles)
        self._borrowing = Borrowing(self.articles, readings)
        self._readings = readings
        pieces: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for article in articles:
            titles = () if article.title is None else (article.title,)
            for span in (*titles, *article.body, *(furniture.span for furniture in article.furniture)):
                pieces[article.document].append((span.start, article.id))
        self._pieces = {document: sorted(found) for document, found in pieces.items()}

    def article(self, span: Span) -> str | None:
        """The id of the article that a span stands in."""
        pieces = self._pieces.get(span.document, [])
        at = bisect_right(pieces, (span.start, "\U0010ffff")) - 1
        return pieces[at][1] if at >= 0 else None

    def one_origin(self, a: Span, b: Span) -> bool:
        """Whether two passages stand in articles that are no independent reports."""
        one, other = self.article(a), self.article(b)
        return one is None or other is None or self._origins[one] == self._origins[other]

    def corroboration(self, claim: Claim, record: Record) -> Corroboration | None:
        """The claim with who carries it; None where it is one article alone."""
        by_article: dict[str, list[Span]] = defaultdict(list)
        for span in claim.support:
            if article := self.article(span):
                by_article[article].append(span)
        if len(by_article) < 2:
            return None
        sources = {document.id: document.source for document in record.documents}
        carrying = [self.articles[i] for i in by_article]
        names = {a.outlet.name if a.outlet else sources.get(a.document, a.document) for a in carrying}
        support = tuple(sorted({self._whole(article, span) for article, spans in by_article.items() for span in spans}))
        return Corroboration(
            id=content_id("corroboration", *((span.document, span.start, span.end) for span in support)),
            claim=claim.text,
            support=support,
            outlets=tuple(sorted(names)),
            independent_origins=self._independent(by_article),
        )

    def _whole(self, article: str, span: Span) -> Span:
        """A passage with the clause that tells which is meant by its last noun: `duties THAT PERU HAS ON COD`."""
        sentence = self._readings[article].sentence_of(span) if article in self._readings else None
        if sentence is None or not sentence.covers(span) or SAYING.search(span.text):
            return span
        told = WHICH.match(sentence.text, span.end - sentence.start)
        return sentence.part(span.start, sentence.start + told.end()) if told else span

    def _independent(self, support: Mapping[str, Sequence[Span]]) -> int:
        """How many origins stand behind passages, by article; a sentence that one page has from another has one."""
        origin = {article: self._origins[article] for article in support}
        for one, other in combinations(support, 2):
            if origin[one] != origin[other] and any(
                self._borrowing.one_text(a, b) for a in support[one] for b in support[other]
            ):
                known, new = origin[one], origin[other]
                origin = {article: known if held == new else held for article, held in origin.items()}
        return len(set(origin.values()))
