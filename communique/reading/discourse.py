"""Discourse: what an article has spoken of up to a place: found again by name, by head and by how present it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from communique.domain import BODIES, ActorType, Mention
from communique.domain.names import folded
from communique.knowledge import countries
from communique.knowledge.states import seated_in, state_named
from communique.knowledge.titles import courtesies, means_bodies_too
from communique.reading.antecedents import Phrase, Referent
from communique.reading.phrases import SUBJECTS, kind, plural
from communique.reading.shortnames import Bodies, Persons
from communique.reading.spots import Spot, explained, has_title, last_word, sex_told, weight

if TYPE_CHECKING:
    from spacy.tokens import Token

RECENT = 12  # referents that can still be meant
MUCH_MORE = 2  # times as often
NEAR = 3  # sentences over which one reaches back
LETTERS = frozenset("abbreviation acronym initial".split())


def family(kind: ActorType) -> str:
    """What types share a namespace: `body` for all kinds of organisations."""
    return "body" if kind in BODIES else kind


class Discourse:
    """The referents of an article, in the order in which they were first spoken of.

    introduced: the persons with a name, the last first. counterparts: those who have none yet, and whose. phrases: by
    lemma and number, whose each was (a referent, a word or None) and the number of its spot. pairs: of persons, joined
    by name or counted (`two aid workers`), the last behind.

    Given are the ISO date of the article, empty where it is not known, and for names, by their numbers, whether they
    are a woman's, as far as a first reading told.
    """

    def __init__(self, spots: Sequence[Spot], today: str = "", sexes: Mapping[int, bool] | None = None) -> None:
        self.referents: list[Referent] = []
        self.introduced: list[Referent] = []
        self.counterparts: list[tuple[Referent, Referent | None]] = []
        self.pairs: list[Referent] = []
        self.phrases: dict[tuple[str, bool], list[tuple[Phrase, object, int]]] = defaultdict(list)
        self._spots = spots
        self._today = today
        self._sexes = sexes or {}
        self._of: dict[int, Referent] = {}
        self._by_head = {spot.head.at: spot.number for spot in reversed(spots)}
        self._explained = explained(spots)
        self._waiting = frozenset(self._explained.values())
        self._names: dict[tuple[str, str], Referent] = {}
        self._persons: Persons[Referent] = Persons()
        self._bodies: Bodies[Referent] = Bodies()
        self._recent: list[Referent] = []
        self._left: dict[int, list[Referent]] = {}

    def note(self, spot: Spot, referent: Referent) -> None:
        """Take down what a mention stands for."""
        referent.add(spot.number)
        self._of[spot.number] = referent
        if spot.quoted or spot.titled:
            return
        pair = list(self._pair(spot, referent))
        self.pairs += [one for one in pair if one.type == "person"]
        for one in (referent, *pair):
            token = spot.head.token if one is referent else _joined_first(spot.head.token)
            one.speak_of(weight(spot, token), spot.sentence)
            self._recent = [one, *(r for r in self._recent if r is not one)][:RECENT]

    def new(self, kind: ActorType, *, plural: bool = False) -> Referent:
        """Something not spoken of before."""
        referent = Referent(type=kind, plural=plural)
        self.referents.append(referent)
        return referent

    def of(self, number: int) -> Referent | None:
        """What the mention with a number was taken for."""
        return self._of.get(number)

    def mention(self, spot: Spot) -> Mention:
        """The mention of a spot, a pronoun with the type of what it stands for."""
        referent = self._of.get(spot.number)
        if spot.mention.form != "pronoun" or referent is None:
            return spot.mention
        return replace(spot.mention, type=referent.type)

    def printed(self, referent: Referent) -> str:
        """The words of the first mention of a referent."""
        return next((self._spots[n].mention.span.text for n in referent.indices), "")

    @property
    def sexes(self) -> dict[int, bool]:
        """For the names of persons, by their numbers, whether a woman's, where pronouns told so without a doubt."""
        sure = {id(r): r.told_sex for r in self.referents if r.type == "person" and r.told_sex is not None}
        return {number: sex for number, r in self._of.items() if (sex := sure.get(id(r))) is not None}

    def state(self, alpha3: str) -> Referent | None:
        """A state, if it was named."""
        return self._names.get(("state", alpha3))

    @property
    def home_states(self) -> set[str]:
        """The code of the state named most often so far: whose president is meant where no state is told."""
        states = (r for (kind, _), r in self._names.items() if kind == "state")
        home = max(states, key=lambda r: len(r.indices), default=None)
        return home.states if home is not None else set()

    def capital(self, states: AbstractSet[str]) -> Referent | None:
        """The capital of one of some states, if an article names it."""
        names = (folded(country.capital) for country in countries() if country.alpha3 in states)
        return next((place for name in names if (place := self._names.get(("place", name))) is not None), None)

    def lying_in(self, states: frozenset[str]) -> list[Referent]:
        """The only named state of a part of the world, if there is only one."""
        found = [self._names[key] for code in sorted(states) if (key := ("state", code)) in self._names]
        return found if len(found) == 1 else []

    def is_explained(self, spot: Spot) -> bool:
        """Whether a name stands right behind a phrase and says who is meant."""
        return spot.number in self._waiting

    # ---- names

    def name(self, spot: Spot) -> Referent:
        """What a name names; its referent, new where it was not spoken of before."""
        mention = spot.mention
        kind, text = family(mention.type), folded(mention.span.text).removeprefix("the ")
        state = state_named(mention.span.text)
        country = None if kind != "state" else state.country if state else seated_in(mention.span.text)
        text = country.alpha3 if country else text
        apposed = self._apposed(spot)
        same = self._names.get((kind, text))
        if same is not None and kind == "person" and sex_told(spot) not in {None, same.female}:
            same = None  # `Ms Lund`, where Lund was a man
        referent = same or self._otherwise(spot, kind, text) or apposed
        if referent is None:
            referent = self.new(mention.type)
        if apposed is not None and apposed is not referent:
            self._absorb(apposed, referent)
        referent.states |= {country.alpha3} if country else set()
        self._names.setdefault((kind, text), referent)
        if kind == "person":
            self._persons.add(referent, mention.span.text)
            self._introduce(spot, referent)
        elif kind == "body":
            self._bodies.add(referent, mention.span.text)
            self._called(spot, referent)
        referent.named = True
        return referent

    def _called(self, spot: Spot, body: Referent) -> None:
        """Take note of the nouns that a body can be called by: the one right before its name, and its name's last.

        After `the charity Nordhjelp` it is `the charity`, after `the Maritime Agency` `the agency`. A fuller phrase
        with that noun can have stood before the name: `the electoral commission`.
        """
        before = spot.first.nbor(-1) if spot.first.i else None
        head = spot.head.token
        if head.i > spot.first.i and kind(head) in BODIES:
            name = Phrase.of(head)
            for phrase, owner, number in self.phrases[name.lemma, False][-RECENT:]:
                earlier = self._of.get(number)
                short = phrase.determiner == "definite" and owner is None and phrase.modifiers <= name.modifiers
                if earlier is not None and short and phrase.modifiers and not earlier.named:
                    self._absorb(earlier, body)
            self.phrases[name.lemma, False].append((name, None, spot.number))
        if before is not None and before.pos_ == "NOUN" and not plural(before) and kind(before) in BODIES:
            self.phrases[before.lemma_.lower(), False].append((Phrase.of(before), None, spot.number))

    def _otherwise(self, spot: Spot, kind: str, text: str) -> Referent | None:
        """What a name is a short form of, or the same name of another type."""
        if kind == "person":
            return self._person(spot)
        if kind == "body":
            return self._bodies.called(spot.mention.span.text) or self._names.get(("person", text))
        return None

    def _person(self, spot: Spot) -> Referent | None:
        """The person whose name it is a form of; where it could be several, the one spoken of most."""
        found = self._persons.called(spot.mention.span.text, titled=has_title(spot))
        if " " in spot.mention.span.text.strip() and len(found) > 1:
            return None
        if len(found) > 1 and (sex := sex_told(spot)) is not None:
            found = [r for r in found if r.female == sex] or [r for r in found if r.female is None] or found
        return max(found, key=lambda r: (len(r.indices), r.sentence), default=None)

    def _apposed(self, spot: Spot) -> Referent | None:
        """The nameless referent of the phrase that a name explains: `his deputy, Anna Berg`."""
        token = spot.head.token
        other = self._of.get(self._explained.get(spot.number, -1))
        if other is None and token.dep_ == "appos":
            courtesy = token.head.dep_ == "appos" and token.head.lower_ in courtesies()  # `His Excellency Berg`
            other = self.at(spot, token.head.head if courtesy else token.head)
        if other is None and spot.first.i and spot.first.nbor(-1).lemma_.lower() in LETTERS:
            described = next((t.head for t in token.ancestors if t.dep_ == "acl"), token)
            return self.at(spot, described)
        fits = other is not None and not other.named and not other.plural and not other.parts
        alike = other is not None and family(other.type) == family(spot.mention.type)
        if other is not None and not alike and family(spot.mention.type) == "body":
            alike = means_bodies_too(token.head.lemma_.lower())  # `the OWNER, Nordfisk`
        explained = spot.number in self._explained or alike
        return other if fits and explained else None

    def _absorb(self, nameless: Referent, referent: Referent) -> None:
        """Let all that was said of a nameless referent be said of another."""
        numbers, nameless.indices = nameless.indices, []
        for number in numbers:
            self._of[number] = referent
            referent.add(number)
        self._share_office(nameless, referent)
        self._recent = [r for r in self._recent if r is not nameless]

    def _share_office(self, counterpart: Referent, person: Referent) -> None:
        """Let a person hold the office of whom the phrase makes them the counterpart of."""
        for other, whose in self.counterparts[-NEAR:]:
            if other is counterpart and whose is not None:
                person.roles |= whose.offices

    def identify(self, spot: Spot, referent: Referent | None) -> None:
        """Let what a noun phrase was taken for be another, if such phrases and pronouns are all that was said of it."""
        before = self._of.get(spot.number)
        if referent is None or before is None or before.named or before.parts:
            return
        if before in (referent, *referent.parts):
            return
        others = (self._spots[number] for number in before.indices if number != spot.number)
        if all(other.quoted or other.titled or other.word for other in others):
            self._absorb(before, referent)

    def _introduce(self, spot: Spot, person: Referent) -> None:
        """Take note of a person's titles; a headline's capitals mislead there."""
        if not spot.titled:
            person.introduce(spot.head.token, spot.first, self._today)
            if person.female is None:
                person.female = self._sexes.get(spot.number)
            for other, whose in self.counterparts[-NEAR:]:  # named only now
                if not other.named and other.indices and other.states & person.states and person.deals_with(whose):
                    self._absorb(other, person)
            self._share_office(person, person)
            self.introduced = [person, *(p for p in self.introduced[: 4 * RECENT] if p is not person)]

    def introduced_apart(self, spot: Spot) -> list[Referent]:
        """The persons with a name whom a subject can mean: none named behind it (`THE MINISTER said BERG had left`)."""
        if spot.head.token.dep_ not in SUBJECTS:
            return self.introduced
        behind = takewhile(lambda other: other.sentence == spot.sentence, self._spots[spot.number + 1 :])
        named = {last_word(other) for other in behind if other.mention.form == "named" and not other.quoted}
        return [p for p in self.introduced if not any(last_word(self._spots[n]) in named for n in p.indices)]

    # ---- what is present

    def present(self, spot: Spot) -> list[Referent]:
        """What can still be meant, the most present first."""
        near = [r for r in self._recent if spot.sentence - r.sentence <= NEAR]
        return sorted(near, key=lambda r: -r.presence(spot.sentence))

    def leave(self, spot: Spot) -> None:
        """Keep what is present where a quotation says a pronoun, until it is known who speaks there."""
        self._left[spot.number] = self.present(spot)

    def left(self, spot: Spot) -> list[Referent]:
        """What was present where a quotation says a pronoun, the most present first."""
        return self._left.get(spot.number, [])

    def at(self, spot: Spot, token: Token) -> Referent | None:
        """What the mention at whose head a word of the spot's tree stands was taken for."""
        number = self._by_head.get(spot.head.at - spot.head.token.idx + token.idx)
        return self._of.get(number) if number is not None else None

    def _pair(self, spot: Spot, referent: Referent) -> Iterator[Referent]:
        """The pair or more that a referent makes with those it is joined to: `Berg, Lund and Hansen`.

        Where the list ends, a phrase for all in front of it is theirs too: `The three, Berg, Lund and Hansen`.
        """
        token = spot.head.token
        if token.dep_ != "conj" or referent.parts:
            return
        joined = [token, *_heads_joined(token)]
        known = [self.at(spot, other) for other in joined]
        phrase = (
            self.at(spot, joined[-1].head) if joined[-1].dep_ == "appos" else known.pop() if _counts(known) else None
        )
        members = [r for r in reversed(known) if r is not None and not r.parts and r.type == referent.type]
        if len(members) < len(known) or len({id(r) for r in members}) < max(2, len(known)):
            return
        every = self.both(members)
        yield every
        if phrase is not None and _counts([phrase]) and not any(child.dep_ == "conj" for child in token.children):
            self._absorb(phrase, every)

    def both(self, two: Sequence[Referent]) -> Referent:
        """Two as one."""
        known = (r for r in self._recent if set(r.parts) == set(two))
        return next(known, None) or Referent(type=two[0].type, plural=True, parts=tuple(two))

    def two(self, spot: Spot, kind: ActorType, names: AbstractSet[str] = frozenset()) -> Referent | None:
        """The pair last spoken of, the two of the sentence before, or those named most often; of states those who met.

        Of states those that the article is of go before a pair of the sentences before. names: what persons are called
        of whom something is told: two lawmakers are no director.
        """
        suiting = (r for r in self.present(spot) if all(part.is_called(names) for part in r.parts))
        pair = next((r for r in suiting if r.parts and r.type == kind), None)
        here = pair is not None and pair.sentence == spot.sentence
        persons = [r for r in self.introduced if r.is_called(names)] if kind == "person" else []
        last = [r for r in persons if r.sentence == spot.sentence - 1]
        if len(last) == 2 and (pair is None or pair.sentence < spot.sentence - 1):
            return self.both(last)
        met = (self._states_of_two(spot) or self._main_states()) if kind == "state" and not here else []
        if met or pair is not None:
            return self.both(met) if met else pair
        if kind == "person":
            if self.pairs:
                return next((r for r in reversed(self.pairs) if r.parts), self.pairs[-1])
            told = [r for r in persons if r.sentence < spot.sentence]  # none of whom the sentence tells already
            known = sorted(told, key=lambda p: (-len(p.indices), p.indices[0]))
        else:
            known = [r for r in self.present(spot) if r.type == kind and r.named]
        return self.both(known[:2]) if len(known) >= 2 else None

    def _main_states(self) -> list[Referent]:
        """The two states that an article is of: those named most often, the third much less."""
        states = [r for (kind, _), r in self._names.items() if kind == "state"]
        states = sorted(dict.fromkeys(states), key=lambda r: -len(r.indices))
        clear = len(states) == 2 or (len(states) > 2 and len(states[1].indices) >= MUCH_MORE * len(states[2].indices))
        return states[:2] if clear else []

    def sides(self, spot: Spot) -> Referent | None:
        """The two sides: the pair last spoken of, be they persons, states or bodies, or else two states."""
        pair = next((r for r in self.present(spot) if r.parts), None)
        return pair if pair is not None and pair.type != "state" else self.two(spot, "state")

    def _states_of_two(self, spot: Spot) -> list[Referent]:
        """The states of the two persons of a sentence: `Berg met Petrov amid tension between the two countries`."""
        here = [r for r in self.present(spot) if r.type == "person" and r.sentence == spot.sentence and not r.parts]
        codes = [next(iter(r.states)) for r in here if len(r.states) == 1 and not r.plural]
        states = [state for code in dict.fromkeys(codes) if (state := self.state(code)) is not None]
        return states if len(states) == len(codes) == len(here) == len({id(r) for r in states}) == 2 else []


def _heads_joined(token: Token) -> Iterator[Token]:
    """The words that a word is joined to by `and`, the nearest first."""
    while token.dep_ == "conj":
        token = token.head
        yield token


def _counts(known: Sequence[Referent | None]) -> bool:
    """Whether the last is nobody by name, but a phrase for several: `the three`."""
    last = known[-1]
    return last is None or (last.plural and not last.named and not last.parts)


def _joined_first(token: Token) -> Token:
    """The first of what a word is joined to by `and`, which tells the place of all in the clause."""
    while token.dep_ == "conj":
        token = token.head
    return token
