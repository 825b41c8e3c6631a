"""The same words on the same occasion, as several articles print them: translated, trimmed or told in other words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, product
from typing import Literal

from communique.domain import AUTHORITIES, Actor, Article, Event, Reading, Record, Statement, Utterance, Wording
from communique.domain.ids import content_id
from communique.domain.names import folded
from communique.domain.times import DAY, interval
from communique.knowledge.encounters import encounter
from communique.knowledge.vocabulary import stem
from communique.stories.alignment import differences, in_order, runs_in, same_words, shared, word_for_word
from communique.stories.passages import NEGATION, Entry, Pile, Weights, Word, alike, roots

Pair = tuple[str, str]
Occasion = str | tuple[str, frozenset[str]]
"""An event, or the day on which the same people meet and then face the press: a report may name either."""
WORDINGS: tuple[Wording, ...] = ("identical", "variant", "paraphrase")

# What makes two statements one utterance: the weight of the words they share, and its share of the shorter one.
QUOTED, QUOTED_SHARE = 1.4, 0.65  # in quotation marks, in the same order
VERBATIM, VERBATIM_SHARE = 1.8, 0.85  # the same, on whatever occasion of those days
WHOEVER = 3.5  # the same, whoever is said to have said them
WHOLE = 0.75  # weight of the shorter of two quotations neither of which leaves out a clause of the other
ECHO = 0.6  # in quotation marks in one of the two, all of them in the other
SENTENCE, SENTENCE_SHARE = 2.0, 0.75  # in quotation marks, one sentence of several, in the same order
TOLD, TOLD_SHARE, TOLD_DICE = 1.5, 0.65, 0.5  # in any form
NEAR, NEAR_SHARE = 1.1, 0.6  # on an occasion that is known to be the same
UNKNOWN, UNKNOWN_DICE = 1.4, 0.8  # where a speaker is not known: times the weight; without quotation marks
LITERAL = 2.5  # in the same words and order, without quotation marks
MOVABLE = frozenset(map(stem, ("today", "tonight", "tomorrow", "now")))  # first or last in a sentence, as one likes
DETERMINERS = frozenset({"a", "an", "the"})
DAYS = 2  # between the days of publication of reports of one utterance that is not quoted


def check(record: Record, readings: Mapping[str, Reading], pile: Pile | None = None) -> Record:
    """Add the utterances that two statements or more report."""
    pile = pile or Pile.of(record, readings)
    by_id = said_in(record, pile)
    finder = Finder(by_id, {actor.id: actor for actor in record.actors}, pile.weights)
    pairs = outermost(
        {
            (one.statement.id, other.statement.id)
            for one, other in alike(
                [Entry(one, one.roots, (one.article.id, one.titled)) for one in by_id.values()], pile.weights
            )
            if finder.same(one, other)
        },
        by_id,
    )
    utterances = (_utterance(members, linked, by_id) for members, linked in joined(pairs, by_id, finder))
    return replace(record, utterances=tuple(sorted(utterances, key=lambda u: u.id)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """A statement with what it is compared by."""

    statement: Statement
    article: Article
    words: tuple[Word, ...]
    roots: tuple[str, ...]
    quotation: tuple[Word, ...]
    quoted: tuple[str, ...]
    titled: bool
    days: tuple[int, int] | None
    occasion: Occasion | None


def said_in(record: Record, pile: Pile) -> dict[str, Said]:
    """Every statement with its words, by id."""
    articles = {article.id: article for article in record.articles}
    occasions = {event.id: _occasion(event) for event in record.events}
    found = {}
    for statement in record.statements:
        article = articles[statement.article]
        words, quotation = pile.words(statement.content), pile.words(statement.verbatim)
        found[statement.id] = Said(
            statement=statement,
            article=article,
            words=words,
            roots=tuple(roots(words)),
            quotation=quotation,
            quoted=tuple(roots(quotation)),
            titled=article.title is not None and article.title.covers(statement.content[0]),
            days=_days(statement.said_on),
            occasion=statement.occasion and occasions.get(statement.occasion, statement.occasion),
        )
    return found


def _occasion(event: Event) -> Occasion:
    parties = frozenset((*event.actors, *event.recipients))
    if len(parties) > 1 and event.date and len(event.date) == DAY and encounter(event.kind):
        return event.date, parties
    return event.id


def outer(statement: str, by_id: Mapping[str, Said]) -> Iterator[str]:
    """The statements that one is reported in, the closest first."""
    seen = {statement}
    while (holder := by_id[statement].statement.nested_in) and holder in by_id and holder not in seen:
        seen.add(holder)
        yield (statement := holder)


class Finder:
    """Tells whether two statements report one utterance."""

    def __init__(self, by_id: Mapping[str, Said], actors: Mapping[str, Actor], weights: Weights) -> None:
        self._by_id = by_id
        self._actors = actors
        self._weights = weights

    def same(self, a: Said, b: Said) -> bool:
        """Whether the two report the same words on the same occasion."""
        if a.article.id == b.article.id and a.titled == b.titled:
            return False
        pairs = [(one, other) for one in self._reported(a) for other in self._reported(b)]
        if any(other_days(one, other) for one, other in pairs):
            return False
        quoted, share = self._quoted(a, b)
        if quoted >= WHOEVER and share >= VERBATIM_SHARE:
            return True
        speaker = self._speaker(a, b)
        if speaker == "other":
            return False
        if speaker == "same" and self.verbatim(a, b):
            return True
        return not any(elsewhere(one, other) for one, other in pairs) and self._same_words(
            a, b, known=speaker == "same"
        )

    def verbatim(self, a: Said, b: Said) -> bool:
        """Whether both quote, or tell, so much alike that they are one utterance even if the occasions are told apart.

        A report may name the meeting, another the news conference after it.
        """
        quoted, share = self._quoted(a, b)
        if quoted >= VERBATIM and share >= VERBATIM_SHARE:
            return True
        if a.quoted or b.quoted or _denies(a, b) or far(a.article, b.article):
            return False
        told = in_order(a.roots, b.roots, self._weights)
        return told >= LITERAL and told >= VERBATIM_SHARE * max(map(self._weights.total, (a.roots, b.roots)))

    def _reported(self, said: Said) -> tuple[Said, ...]:
        """The statement and those that it is reported in: who is quoted anew speaks on the occasion of the report."""
        return said, *(self._by_id[i] for i in outer(said.statement.id, self._by_id))

    def _same_words(self, a: Said, b: Said, *, known: bool) -> bool:
        quoted, share = self._quoted(a, b)
        if quoted >= QUOTED * (1 if known else UNKNOWN) and share >= QUOTED_SHARE:
            return True
        if _denies(a, b) or far(a.article, b.article):
            return False
        if known and set(a.quoted) & set(b.quoted) and word_for_word(a.quotation, b.quotation):
            return True
        compare = in_order if a.statement.kind == b.statement.kind == "direct" else shared
        both = compare(a.roots, b.roots, self._weights)
        one, other = self._weights.total(a.roots), self._weights.total(b.roots)
        if not known:
            return both >= TOLD * UNKNOWN and 2 * both >= UNKNOWN_DICE * (one + other)
        if both >= TOLD and both >= TOLD_SHARE * min(one, other) and 2 * both >= TOLD_DICE * (one + other):
            return True
        alike = both >= NEAR_SHARE * min(one, other)
        return self._echoed(a, b, whole=alike) or (alike and _together(a, b) and both >= NEAR)

    def _echoed(self, a: Said, b: Said, *, whole: bool) -> bool:
        """Whether the very words that one quotes stand in the other, marks or none: `called the talks "frank"`.

        whole: the two are alike as wholes. Otherwise a sentence that both quote must be.
        """
        if a.statement.kind == b.statement.kind == "direct":
            quoted, share = self._quoted(a, b)
            return (whole and quoted >= ECHO and share >= VERBATIM_SHARE) or self._one_sentence(a, b)
        return whole and any(self._stands_in(one, other) for one, other in ((a, b), (b, a)) if one.quoted)

    def _one_sentence(self, a: Said, b: Said) -> bool:
        """Whether a sentence of one quotation is one of the other in other words, as translations are."""
        for one, other in product(_sentences(a.quotation), _sentences(b.quotation)):
            both, of = in_order(one, other, self._weights), map(self._weights.total, (one, other))
            if both >= SENTENCE and both >= SENTENCE_SHARE * max(of):
                return True
        return False

    def _stands_in(self, one: Said, other: Said) -> bool:
        said = [stem(word.text.casefold()) for word in other.words]
        weight = 0.0
        for _, quoted in groupby(one.quotation, key=lambda word: word.within):
            words = tuple(quoted)
            if runs_in([stem(word.text.casefold()) for word in words], said) is not None:
                weight += self._weights.total(roots(words))
        return weight >= ECHO and weight >= VERBATIM_SHARE * self._weights.total(one.quoted)

    def _quoted(self, a: Said, b: Said) -> tuple[float, float]:
        """The weight of the words that both quote in the same order, and its share of the shorter quotation.

        Where a cue cuts a quotation in two, a part may be all that the other report has, or be worded more alike.
        """
        if not (a.quoted and b.quoted):
            return 0.0, 0.0
        found = [self._in_order(a.quoted, b.quoted)]
        if a.statement.kind == b.statement.kind == "direct":
            found += [self._in_order(one, other) for one in _parts(a) for other in _parts(b)]
        return max(found, key=lambda both: (both[0] >= QUOTED and both[1] >= QUOTED_SHARE, both[0]))

    def _in_order(self, one: Sequence[str], other: Sequence[str]) -> tuple[float, float]:
        small, large = sorted((self._weights.total(one), self._weights.total(other)))
        if not small or (small >= WHOLE * large and _opposed(one, other)):
            return 0.0, 0.0
        moved = MOVABLE.intersection(one, other)
        a, b = ([root for root in found if root not in moved] for found in (one, other))
        both = in_order(a, b, self._weights) + self._weights.total(moved)
        return both, both / small

    def _speaker(self, a: Said, b: Said) -> Literal["same", "other", "unknown"]:
        """Whether one actor speaks in both, or someone and the state or body that he can speak for.

        Whom only one of the two names may be whom the other does not: `a spokesman`.
        """
        ours, theirs = ([self._actors[i] for i in said.statement.speakers] for said in (a, b))
        if not ours or not theirs:
            return "unknown"
        if any(_one(one, other) for one in ours for other in theirs):
            return "same"
        nameless = {one.type for one in ours if not _named(one)} & {other.type for other in theirs}
        nameless |= {other.type for other in theirs if not _named(other)} & {one.type for one in ours}
        return "unknown" if nameless else "other"


def _sentences(quotation: Sequence[Word]) -> list[list[str]]:
    """The roots of each sentence of a quotation."""
    found: list[list[str]] = [[]]
    for word, following in pairwise((*quotation, None)):
        found[-1] += [word.root] if word and word.root else []
        if word and (following is None or following.within != word.within or _ends(word, following)):
            found.append([])
    return [sentence for sentence in found if sentence]


def _ends(word: Word, following: Word) -> bool:
    """Whether a sentence ends between two words of one passage."""
    start = word.within.start
    return any(mark in ".!?;" for mark in word.within.text[word.end - start : following.start - start])


def _parts(said: Said) -> list[list[str]]:
    """The roots of each stretch between quotation marks."""
    return [roots(words) for _, words in groupby(said.quotation, key=lambda word: word.within)]


def other_days(a: "Said | _Group", b: "Said | _Group") -> bool:
    """Whether the two are known to have been said on different days."""
    return a.days is not None and b.days is not None and (a.days[1] < b.days[0] or b.days[1] < a.days[0])


def elsewhere(a: "Said | _Group", b: "Said | _Group") -> bool:
    """Whether the two are known to have been said on different occasions."""
    return len({a.occasion, b.occasion} - {None}) > 1


def far(a: Article, b: Article) -> bool:
    """Whether the two are of different stories, or of days too far from one another for reports of one occasion."""
    if a.story != b.story and a.story and b.story:
        return True
    ours, theirs = (_days(article.published.day if article.published else None) for article in (a, b))
    return ours is not None and theirs is not None and max(theirs[0] - ours[1], ours[0] - theirs[1]) > DAYS


def outermost(pairs: Iterable[Pair], by_id: Mapping[str, Said]) -> list[Pair]:
    """The pairs without those of which one statement is reported inside another that is paired there too."""
    held = set(pairs)

    def inner(one: str, other: str) -> bool:
        others = [other, *outer(other, by_id)]
        pairs = [(a, b) for a in (one, *outer(one, by_id)) for b in others if (a, b) != (one, other)]
        return any((a, b) in held or (b, a) in held for a, b in pairs)

    return sorted(pair for pair in held if not inner(*pair))


def joined(pairs: Iterable[Pair], by_id: Mapping[str, Said], finder: Finder) -> list[tuple[list[str], list[Pair]]]:
    """The groups that pairs make, none of which holds statements of different occasions, each with its pairs."""
    group: dict[str, _Group] = {}
    for pair in pairs:
        one, other = (group.setdefault(i, _Group([i], by_id[i].occasion, by_id[i].days)) for i in pair)
        if one is other or other_days(one, other):
            continue
        if elsewhere(one, other) and not finder.verbatim(*(by_id[i] for i in pair)):
            continue
        if len(one.members) < len(other.members):
            one, other = other, one
        one.take(other)
        group |= dict.fromkeys(other.members, one)
    linked: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if group[pair[0]] is group[pair[1]]:
            linked[id(group[pair[0]])].append(pair)
    found = {id(one): one for one in group.values() if len(one.members) > 1}
    return sorted((sorted(one.members), linked[key]) for key, one in found.items())


@dataclass(slots=True)
class _Group:
    """Statements joined so far, with the occasion and the days that all of them allow."""

    members: list[str]
    occasion: Occasion | None
    days: tuple[int, int] | None

    def take(self, other: "_Group") -> None:
        self.members += other.members
        self.occasion = self.occasion or other.occasion
        if self.days and other.days:
            self.days = max(self.days[0], other.days[0]), min(self.days[1], other.days[1])
        else:
            self.days = self.days or other.days


def wording(a: Said, b: Said) -> Wording:
    """How the words of two reports compare: reported without quotation marks on both sides, they are a paraphrase."""
    if same_words(a.words, b.words):
        return "identical"
    if set(a.quoted) & set(b.roots) or set(b.quoted) & set(a.roots):
        return "variant"
    return "paraphrase"


def _utterance(members: Sequence[str], pairs: Sequence[Pair], by_id: Mapping[str, Said]) -> Utterance:
    """The utterance of some statements, worded as differently as any two that were found alike."""
    verdicts = [(wording(by_id[a], by_id[b]), by_id[a], by_id[b]) for a, b in pairs]
    return Utterance(
        id=content_id("utterance", *members),
        statements=tuple(members),
        wording=max((verdict for verdict, _, _ in verdicts), key=WORDINGS.index),
        differences=tuple(
            difference
            for verdict, a, b in verdicts
            if verdict == "variant"
            for difference in differences(a.words, b.words)
        ),
    )


def _together(a: Said, b: Said) -> bool:
    """Whether the two are known to be of one occasion, or are of one page, the title of which tells what it says."""
    return a.article.id == b.article.id or (a.occasion is not None and a.occasion == b.occasion)


def _denies(a: Said, b: Said) -> bool:
    """Whether one says that something is not so and the other that it is."""
    return _opposed(a.roots, b.roots)


def _opposed(one: Sequence[str], other: Sequence[str]) -> bool:
    return (one.count(NEGATION) - other.count(NEGATION)) % 2 == 1


def _speaks_for(one: Actor, other: Actor) -> bool:
    if one.country is None or one.country != other.country:
        return False
    return any(
        a.type in AUTHORITIES and (b.type in AUTHORITIES or b.sector == "GOV") for a, b in ((one, other), (other, one))
    )


def _one(a: Actor, b: Actor) -> bool:
    return a == b or _speaks_for(a, b) or _called_alike(a, b)


def _named(actor: Actor) -> bool:
    return not actor.mentions or any(mention.form in {"named", "adjectival"} for mention in actor.mentions)


def _called_alike(one: Actor, other: Actor) -> bool:
    """Whether two without a name can be one: `the engineers of the mine`, `engineers of the Vik mine`."""
    if _named(one) or _named(other):
        return False
    called = ({stem(word) for word in folded(who.name).split()} - DETERMINERS for who in (one, other))
    few, many = sorted(called, key=len)
    return few == many or (len(few) > 1 and few <= many)


def _days(date: str | None) -> tuple[int, int] | None:
    days = interval(date) if date else None
    return None if days is None else (days[0].toordinal(), days[1].toordinal())
