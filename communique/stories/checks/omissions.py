"""Omissions: what most independent reports of an encounter, or of a story, carry, and one of them has no words for."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.domain import Article, Conflict, Corroboration, Event, Reading, Record, Span
from communique.domain.layout import Layout
from communique.domain.times import interval
from communique.knowledge.encounters import encounter
from communique.stories.alignment import shared
from communique.stories.checks.conflicts.reports import Told, conflict
from communique.stories.checks.corroboration.roles import known_as
from communique.stories.origins import origins
from communique.stories.passages import Pile, roots

LENGTH, SENTENCES = 2, 8  # mentions of an encounter in a report of some length, and sentences of one of a story
REPORTS = 3  # independent reports, without which nobody can tell what one of them leaves out
MOST = 5  # omissions of one encounter or story that are told, the most widely carried first
DAYS = 3  # between reports of which one may leave out what the other tells: later it is no news, earlier not known
HINT = 0.3  # of the weight of a claim's words: a sentence that has as much may tell it
PLAIN = 0.5  # of the words of the briefer of two passages: what plainly tells the same shares as much
WHY = "No words for it were found in that report, which may tell it in words that were not matched."

Lack = tuple[int, Corroboration, dict[str, list[Span]], list[str]]
"""How many origins carry a claim, the claim, its passages by article, and the articles without it."""


def check(record: Record, readings: Mapping[str, Reading], pile: Pile | None = None) -> Record:
    """Add what single reports of an encounter or of a story leave out, as far as their words tell."""
    desk = _Desk.of(record, readings, pile or Pile.of(record, readings))
    found: dict[str, Conflict] = {made.id: made for made in record.conflicts}
    for event in record.events:
        if encounter(event.kind):
            reports = {a: s for a, s in desk.by_article(event.mentions).items() if len(s) >= LENGTH}
            found |= {made.id: made for made in _omitted(reports, event, desk)}
    told = {side.span for made in found.values() if made.kind == "omission" for side in made.sides}
    for story in record.stories:
        long = [a for a in story.articles if a in readings and len(readings[a].sentences) >= SENTENCES]
        reports = {a: [head] for a in long if (head := desk.head(a))}
        omitted = _omitted(reports, None, desk)
        found |= {made.id: made for made in omitted if told.isdisjoint(side.span for side in made.sides)}
    return replace(record, conflicts=tuple(found[key] for key in sorted(found)))


@dataclass(frozen=True, slots=True)
class _Desk:
    """The record's claims by article, and what it takes to compare reports."""

    articles: Mapping[str, Article]
    layout: Layout
    origins: Mapping[str, str]
    claims: Mapping[str, Sequence[Corroboration]]
    pile: Pile

    @classmethod
    def of(cls, record: Record, readings: Mapping[str, Reading], pile: Pile) -> "_Desk":
        layout = Layout(record.articles)
        claims: dict[str, dict[str, Corroboration]] = defaultdict(dict)
        titles = {span for claim in known_as(record, readings) for span in claim.support}
        for claim in (claim for claim in record.corroborations if not titles.issuperset(claim.support)):
            for span in claim.support:
                if article := layout.article_of(span):
                    claims[article.id][claim.id] = claim
        by_article = {article: tuple(held.values()) for article, held in claims.items()}
        articles = {article.id: article for article in record.articles}
        return cls(articles, layout, origins(record.articles), by_article, pile)

    def head(self, article: str) -> Span | None:
        """What a report begins with: its title, or its first paragraph."""
        page = self.articles[article]
        return page.title or next(iter(page.body), None)

    def news(self, article: str, others: Collection[str]) -> bool:
        """Whether a report is of the days of others, so that what they tell is known and new."""
        pages = [self.articles[name].published for name in (article, *others)]
        days = [interval(page.date.partition("T")[0]) if page else None for page in pages]
        known = [held for held in days[1:] if held]
        own = days[0]
        return not own or not known or any(abs((own[0] - other[0]).days) <= DAYS for other in known)

    def by_article(self, spans: Sequence[Span]) -> dict[str, list[Span]]:
        """The passages of each article."""
        found: dict[str, list[Span]] = defaultdict(list)
        for span in sorted(spans):
            if article := self.layout.article_of(span):
                found[article.id].append(span)
        return found

    def plain(self, claim: Corroboration) -> bool:
        """Whether every passage shares most words with one of another page: most of its own, or of that one's."""
        told = [(span.document, roots(self.pile.words([span]))) for span in claim.support]
        weights = self.pile.weights
        return all(
            any(
                shared(ours, theirs, weights) >= PLAIN * min(weights.total(ours), weights.total(theirs))
                for other, theirs in told
                if other != page
            )
            for page, ours in told
        )

    def hinted(self, claim: Corroboration, article: str) -> bool:
        """Whether a sentence of an article has so many of the claim's words that it may tell the same."""
        told = [roots(self.pile.words([span])) for span in claim.support]
        weights = self.pile.weights
        return any(
            shared(words, sentence, weights) >= HINT * weights.total(words)
            for sentence in map(roots, self.pile.sentences.get(article, ()))
            for words in told
        )


def _omitted(reports: Mapping[str, Sequence[Span]], event: Event | None, desk: _Desk) -> Iterator[Conflict]:
    """The claims that more than half of the independent reports carry, each with the reports that lack it.

    reports: by article the passages that show that it tells of the matter. event: the encounter that they are of.
    """
    independent = {desk.origins[article] for article in reports}
    if len(independent) < REPORTS:
        return
    lacking: list[Lack] = []
    itself = event.mentions if event else ()
    for claim in {claim.id: claim for article in reports for claim in desk.claims.get(article, ())}.values():
        carried = desk.by_article(claim.support)
        carrying = {desk.origins[article] for article in carried}
        if (event and not carried.keys() <= reports.keys()) or _overlaps(claim, itself):
            continue
        if 2 * len(carrying & independent) > len(independent) and (event or len(carrying) >= REPORTS):
            without = [a for a in reports if desk.origins[a] not in carrying and not desk.hinted(claim, a)]
            without = [a for a in without if event or desk.news(a, carried.keys())]
            if without and desk.plain(claim):
                lacking.append((len(carrying), claim, carried, without))
    of = f" ({event.label})" if event else ""
    for _, claim, carried, without in _apart(sorted(lacking, key=lambda item: (-item[0], item[1].id))):
        told = [Told(article=a, span=spans[0], value="carried") for a, spans in sorted(carried.items())]
        told += [Told(article=a, span=reports[a][0], value="not found") for a in sorted(without)]
        yield conflict("omission", f"{claim.claim}{of}", told, "cannot-tell", WHY)


def _apart(lacking: Sequence[Lack]) -> list[Lack]:
    """The first omissions, without those of which most passages stand in an earlier one."""
    kept: list[Lack] = []
    for item in lacking:
        support = item[1].support
        if not any(sum(_overlaps(other[1], [span]) for span in support) > 1 for other in kept):
            kept.append(item)
        if len(kept) == MOST:
            break
    return kept


def _overlaps(claim: Corroboration, mentions: Collection[Span]) -> bool:
    """Whether a claim shares words with some passages: it is of the encounter itself, or of what is known."""
    return any(span.overlaps(mention) for span in claim.support for mention in mentions)
