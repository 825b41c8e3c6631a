"""What reports tell as happening, mention by mention, and how close two mentions are to telling one thing.

The record's events put mentions together over a whole pile; whether one report says what another says is asked here of
the two passages alone. The weights are a logistic regression's over the mentions of eighteen stories in which people
marked the same claims, rounded.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, combinations

from communique.domain import Event, EventMention, Reading, Record, Span
from communique.domain.names import folded
from communique.domain.times import may_meet
from communique.knowledge.encounters import alike as called_alike
from communique.knowledge.encounters import encounter, is_said, is_toll
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import FEWEST
from communique.stories.checks.corroboration.stars import Link
from communique.stories.passages import Entry, Pile, alike, roots

UNREAL = frozenset({"hypothetical", "threatened"})  # nobody says that these came or will come to pass
APART = frozenset({"denied", "cancelled"})  # what is told to be so is no report of what is not
CALLED_OFF = frozenset({"planned", "cancelled"})  # of one event: both tell that it was planned
MOST = 4  # of the weight of words that tells
ALIKE = 0.6  # part of the words of the briefer in which two others can say one thing
PAIR = 2
LARGEST = 100  # mentions of one event that are compared with one another
BIAS = -1.65
FACTORS = {
    "one event of the record": 1.5,
    "one kind, or kinds that reports put for one another": 0.2,
    "one family of encounters": 0.7,
    "how often the pile tells of such, as a logarithm": -0.9,
    "same day": 2.2,
    "same place": 1.8,
    "weight of the words that both have": 1.2,
    "part of the weight of the lighter sentence that both sentences have": 2.5,
    "weight of that": 0.5,
    "both a clause, or both a noun phrase": 0.75,
    "number of words of the briefer": -0.2,
    "done to one party": 0.6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One mention of an event, with what it is compared by.

    matter: its words without what it is called, who does it, and when. sides: who does it, and of which states they
    are. persons: those who take part. verbal: whether a verb tells it, and not a noun.
    """

    article: str
    mention: EventMention
    event: Event
    roots: tuple[str, ...]
    matter: AbstractSet[str]
    sentence: tuple[str, ...]
    actors: AbstractSet[str]
    recipients: AbstractSet[str]
    sides: AbstractSet[str]
    persons: AbstractSet[str]
    places: AbstractSet[str]
    verbal: bool

    @property
    def span(self) -> Span:
        """The words that tell it."""
        return self.mention.span

    @property
    def parties(self) -> AbstractSet[str]:
        """All who take part."""
        return self.actors | self.recipients

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers that it is told with."""
        return frozenset(root for root in self.roots if root[0].isdigit())

    @property
    def date(self) -> str | None:
        """When it was, where the mention tells that."""
        return self.event.date if self.mention.time is not None else None


def told(record: Record, readings: Mapping[str, Reading], pile: Pile) -> Iterator[Deed]:
    """What each article tells as happening, planned or alleged."""
    events = {span: event for event in record.events for span in event.mentions}
    titles = {article.id: article.title for article in record.articles}
    named = {mention.span: actor.id for actor in record.actors for mention in actor.mentions}
    persons = {actor.id for actor in record.actors if actor.type == "person"}
    states = {actor.id: actor.country for actor in record.actors}
    for article, reading in readings.items():
        verbs = {clause.verb.start for clause in reading.clauses}
        for mention in (mention for mention in reading.events if mention.status not in UNREAL):
            at = reading.sentence_at(mention.trigger.start)
            sentence = reading.sentences[at] if at >= 0 else titles.get(article)
            verbal = mention.trigger.start in verbs
            if mention.span not in events or sentence is None or not (verbal or _tells(mention)):
                continue
            who, whom = (
                frozenset(named[reading.mentions[i].span] for i in held if reading.mentions[i].span in named)
                for held in (mention.actors, mention.recipients)
            )
            yield Deed(
                article=article,
                mention=mention,
                event=events[mention.span],
                roots=tuple(roots(pile.words([mention.span]))),
                matter=_matter(mention, reading, pile) - who,
                sentence=tuple(roots(pile.words([sentence]))),
                actors=who,
                recipients=whom,
                sides=who | {state for actor in who if (state := states.get(actor))},
                persons=(who | whom) & persons,
                places=frozenset(folded(reading.mentions[i].span.text) for i in mention.places),
                verbal=verbal,
            )


def _matter(mention: EventMention, reading: Reading, pile: Pile) -> set[str]:
    """The words that tell more of it than what it is called and when it was."""
    time = [] if mention.time is None else [reading.times[mention.time].span]
    return set(roots(pile.words([mention.span]))).difference(roots(pile.words([mention.trigger, *time])))


def _tells(mention: EventMention) -> bool:
    """Whether a noun phrase tells of whom, where or when, or says more: not `the talks`, which only points back."""
    told = mention.actors or mention.recipients or mention.places or mention.time is not None
    return bool(told) or len(mention.span.text.split()) >= FEWEST


def links(deeds: Sequence[Deed], stories: Mapping[str, str | None], pile: Pile) -> Iterator[Link]:
    """How close any two mentions are that can be of one deed: of one event, or with words in common around them."""
    often = Counter(deed.mention.kind for deed in deeds)
    entries = [Entry(deed, deed.sentence, deed.article, stories.get(deed.article)) for deed in deeds]
    of_event: dict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        of_event[deed.event.id].append(deed)
    known = (pair for held in of_event.values() for pair in combinations(held[:LARGEST], 2))
    near = (pair for pair in alike(entries, pile.weights) if pair[0].event is not pair[1].event)
    for one, other in chain(known, near):
        if one.article != other.article and _can_be_one(one, other):
            found = zip(_features(one, other, pile, often), FACTORS.values(), strict=True)
            yield Link(BIAS + sum(feature * weight for feature, weight in found), one.span, other.span)


def _can_be_one(one: Deed, other: Deed) -> bool:
    """Whether two mentions are of a sort, or of one type and by or to one party, and nothing tells them apart."""
    a, b = one.mention, other.mention
    sort = one.event is other.event or _of_a_kind(a, b) or _family(a, b)
    sort = sort or (a.type is not None and a.type == b.type and not one.parties.isdisjoint(other.parties))
    return sort and not at_odds(one, other)


def at_odds(one: Deed, other: Deed) -> bool:
    """Whether a number, the day, the status or who takes part tells two mentions apart."""
    status = {one.mention.status, other.mention.status}
    apart = one.event is not other.event
    called_off = not apart and status == CALLED_OFF
    so = len(status) == 1 or called_off or (status.isdisjoint(APART) and not (apart and "planned" in status))
    counts = one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers)
    dates = (one.event.date, other.event.date) if apart else (one.date, other.date)
    days = all(dates) and not may_meet(dates[0] or "", dates[1] or "")
    toll = is_toll(one.mention.kind) != is_toll(other.mention.kind)  # a crash, and who was hurt in it
    return bool(counts or days or toll) or not so or _by_others(one, other)


def _by_others(one: Deed, other: Deed) -> bool:
    """Whether it is done by the one to the other and the other way about, said by others, or others meet."""
    kinds = one.mention.kind, other.mention.kind
    met = all(map(encounter, kinds))  # by one with the other, and the other way about
    if not met and (one.actors & other.recipients - other.actors) | (other.actors & one.recipients - one.actors):
        return True
    if any(map(is_said, kinds)) and one.actors and other.actors and one.sides.isdisjoint(other.sides):
        ours, theirs = set(one.roots), set(other.roots)
        return one.matter.isdisjoint(other.matter) or len(ours & theirs) < ALIKE * min(len(ours), len(theirs))
    pairs = met and one.event is not other.event and min(len(one.persons), len(other.persons)) >= PAIR
    return pairs and bool(one.persons - other.persons and other.persons - one.persons)


def _of_a_kind(a: EventMention, b: EventMention) -> bool:
    return a.kind == b.kind or not called_alike(a.kind).isdisjoint(called_alike(b.kind))


def _family(a: EventMention, b: EventMention) -> bool:
    return encounter(a.kind) is not None and encounter(a.kind) == encounter(b.kind)


def _features(one: Deed, other: Deed, pile: Pile, often: Counter[str]) -> tuple[float, ...]:
    """What two mentions share, in the order of FACTORS."""
    weights = pile.weights
    around = shared(one.sentence, other.sentence, weights)
    lighter = min(weights.total(one.sentence), weights.total(other.sentence)) or 1.0
    kinds = {one.mention.kind, other.mention.kind}
    return (
        one.event is other.event,
        _of_a_kind(one.mention, other.mention),
        _family(one.mention, other.mention),
        math.log(1 + sum(often[kind] for kind in kinds)),
        bool(one.date and other.date and may_meet(one.date, other.date)),
        bool(one.places & other.places),
        min(shared(one.roots, other.roots, weights), MOST),
        around / lighter,
        min(around, MOST),
        one.verbal == other.verbal,
        min(len(one.roots), len(other.roots)),
        bool(one.recipients & other.recipients),
    )
