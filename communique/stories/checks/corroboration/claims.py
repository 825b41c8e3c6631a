"""Claims with their support: which articles carry one, and how many origins stand behind these."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from communique.domain import Article, Corroboration, Reading, Record, Span
from communique.domain.ids import content_id
from communique.stories.borrowing import Borrowing
from communique.stories.checks.corroboration.facts import longest
from communique.stories.origins import origins
from communique.stories.passages import Spots
from communique.stories.words import words

SEVERAL = 2  # pages
SAME = 0.6  # part of the words of one wording that another has where they are one
FEWEST = 4  # words of a passage that tells something by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is told, in words for a reader, and where."""

    text: str
    support: tuple[Span, ...]


def new(claims: Iterable[Claim], known: Sequence[Claim]) -> list[Claim]:
    """The claims of which no known one has passages on several and on most of their pages."""
    held = Spots((span, claim) for claim in known for span in claim.support)
    return [claim for claim in claims if _known(claim, held) is None]


def merged(claims: Iterable[Claim], apart: Sequence[Claim] = (), several: int = SEVERAL) -> list[Claim]:
    """The claims, each with the passages of later ones that rest on the same passages as it on several pages.

    apart: those that come first and stay apart from one another, as two events do that one sentence tells.
    """
    found = list(apart)
    resting = Spots((span, number) for number, claim in enumerate(apart) for span in claim.support)
    for claim in claims:
        pages = {
            (number, span.document)
            for span in claim.support
            for place, number in resting.overlapping(span)
            if much_of_both(place, span)
        }
        shared = Counter(number for number, _ in pages)
        number = min(shared, key=lambda n: (-shared[n], n), default=len(found))
        if shared[number] >= several and 2 * shared[number] > most(claim, found[number]):
            known = found[number]
            more = [span for span in claim.support if not any(span.overlaps(s) for s in known.support)]
            found[number] = replace(known, support=tuple(sorted([*known.support, *more])))
        else:
            number = len(found)
            found.append(claim)
        for span in claim.support:
            resting.add(span, number)
    return found


def most(one: Claim, other: Claim) -> int:
    """The pages of the claim that has more of them."""
    return max(len({span.document for span in claim.support}) for claim in (one, other))


def once(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those together that rest on one place of several pages and are worded alike."""
    found: list[Claim] = []
    resting: Spots[int] = Spots(())
    for claim in claims:
        pages = {(number, span.document) for span in claim.support for _, number in resting.overlapping(span)}
        shared = Counter(number for number, _ in pages)
        alike = (number for number in sorted(shared) if shared[number] >= SEVERAL and _alike(found[number], claim))
        number = next(alike, len(found))
        if number == len(found):
            found.append(claim)
        else:
            support = tuple(longest({*found[number].support, *claim.support}))
            found[number] = replace(found[number], support=support)
        for span in claim.support:
            resting.add(span, number)
    return found


def _alike(one: Claim, other: Claim) -> bool:
    """Whether most of the words of the briefer wording stand in the other, and all numbers."""
    ours, theirs = (set(words(claim.text)) for claim in (one, other))
    numbers = [{word for word in told if word[0].isdigit()} for told in (ours, theirs)]
    few, many = sorted((len(ours), len(theirs)))
    return numbers[0] == numbers[1] and len(ours & theirs) >= SAME * max(few, 1) and few >= SAME * many


def much_of_both(one: Span, other: Span) -> bool:
    """Whether what two passages share is the better part of either."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both * 2 >= max(len(one.text), len(other.text))


def _known(claim: Claim, held: Spots[Claim]) -> Claim | None:
    """The claim that has passages on several and on most of the pages of another."""
    pages: dict[int, set[str]] = defaultdict(set)
    claims: dict[int, Claim] = {}
    for span in claim.support:
        for place, other in held.overlapping(span):
            if 2 * (min(place.end, span.end) - max(place.start, span.start)) >= len(span.text):
                pages[id(other)].add(span.document)
                claims[id(other)] = other
    most = max(pages, key=lambda i: len(pages[i]), default=None)
    if most is None or len(pages[most]) < SEVERAL or 2 * len(pages[most]) <= len({s.document for s in claim.support}):
        return None
    return claims[most]


class Places:
    """Tells which article a span stands in, and how many origins stand behind several."""

    def __init__(self, articles: Sequence[Article], readings: Mapping[str, Reading]) -> None:
        self.articles = {article.id: article for article in articles}
        self._origins = origins(articles)
        self._borrowing = Borrowing(self.articles, readings)
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
        support = tuple(sorted({span for spans in by_article.values() for span in spans}))
        return Corroboration(
            id=content_id("corroboration", *((span.document, span.start, span.end) for span in support)),
            claim=claim.text,
            support=support,
            outlets=tuple(sorted(names)),
            independent_origins=self._independent(by_article),
        )

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
