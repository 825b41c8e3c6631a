"""Phrases: what the words of a mention tell of which event of its kind they mean."""

import re
from dataclasses import dataclass
from functools import lru_cache

from communique.domain import EventMention, Span
from communique.domain.names import folded
from communique.knowledge.calendar import WEEKDAY_NUMBERS
from communique.knowledge.encounters import alike, is_rare, is_said, is_toll, names_a_sort, sorts
from communique.knowledge.events import SPOKEN, nouns_named
from communique.knowledge.vocabulary import word_root

POINTING = frozenset({"this", "that", "these", "those"})
DEFINITE = POINTING | frozenset("the their his her its our your".split())
TOGETHER = frozenset({"joint", "their"})
INDEFINITE = frozenset("a an another other more further two three four several some no any".split())
POSSESSIVE = ("'s", "’s", "s'", "s’")
MODIFIERS = 5  # words in front of a noun among which its article is looked for
ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?! time)", re.IGNORECASE
)
OTHER = frozenset(
    "earlier previous prior past former similar another other next further future subsequent more".split()
)
ROUND = re.compile(
    r"\b(?:another|final|fresh|new|next|second|third|fourth|fifth)\s+(?:round|session)\s+of\s+(?:\S+\s+){0,2}$",
    re.IGNORECASE,
)
ANOTHER = re.compile(r"(?:\s\S+)?\s(?:another|more(?! than)|further|again|separately|the next)\b", re.IGNORECASE)
FORMERLY = re.compile(r"\b(?:had|have|has)\s+(?:last|previously|earlier)\s+$")
DATED = re.compile(r"\d{1,2}/\d{1,2}")
SEVERAL = re.compile(r"both|two|three|four|five|six|seven|\d\d?", re.IGNORECASE)
TIMES = re.compile(r"(?:\s\w+){0,2}\s(?:twice|\w+ times|repeatedly)\b", re.IGNORECASE)
PLURALS = tuple("meetings summits encounters sessions interviews conferences briefings conversations crises".split())
ELECTION = "election"
ATTACK = "attack"
ARMED = re.compile(r"\b(?:attackers?|bombs?|bombers?|blasts?|explosions?|gunm[ae]n|militants)\b", re.IGNORECASE)
VERBAL = SPOKEN - {"SUPPORT"}  # who supports, does so in deeds as well
MATTER = re.compile(r"\b[a-z]{4,}\b")
WORD = re.compile(r"\w[\w-]*")
BESIDE = 4  # words on each side of the deed's own that tell of what sort it is
COPIED = 4  # words by which a passage is known again in another article


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The words of a mention. encounter: whether they tell an event at which people are together."""

    mention: EventMention
    encounter: bool

    @property
    def occurred(self) -> bool:
        """Whether it is told as a fact."""
        return self.mention.status == "occurred"

    @property
    def words(self) -> str:
        """Its passage, folded, where that is long enough to be known again in a copy; else nothing."""
        text = words_of(self.mention.span)
        return text if text.count(" ") >= COPIED - 1 else ""

    @property
    def before(self) -> str:
        """What stands in front of the words that name the event."""
        return self.mention.span.text[: max(0, self.mention.trigger.start - self.mention.span.start)]

    @property
    def behind(self) -> str:
        """What stands behind them."""
        return self.mention.span.text[max(0, self.mention.trigger.end - self.mention.span.start) :]

    @property
    def modifiers(self) -> tuple[str, ...]:
        """The words of a noun phrase in front of its noun, from its article or a name that it is of; none of a verb."""
        found: list[str] = []
        words = [*self.before.split(), *self.mention.trigger.text.split()[:-1]][-MODIFIERS:]
        for word in reversed([word.casefold() for word in words] if self.nominal else []):
            found.insert(0, word)
            if word in DEFINITE | INDEFINITE or word.endswith(POSSESSIVE):
                break
        return tuple(found)

    @property
    def nominal(self) -> bool:
        """Whether a noun tells it: `a killing`, not `a guard killed him`."""
        return _is_noun(self.mention.trigger.text.casefold().split()[-1])

    @property
    def definite(self) -> bool:
        """Whether it is a noun phrase that points at something told: `the sessions`, `Monday's blast`."""
        return self.modifiers[:1] != () and (
            self.modifiers[0] in DEFINITE or self.modifiers[0].rstrip("'s’") in WEEKDAY_NUMBERS
        )

    @property
    def indefinite(self) -> bool:
        """Whether it is a noun phrase that tells something new: `a meeting`; not `they had a meeting`."""
        alone = len(self.before.split()) <= len(self.modifiers)
        return self.modifiers[:1] != () and self.modifiers[0] in INDEFINITE and alone

    @property
    def pointing(self) -> bool:
        """Whether it is a noun phrase that points at what was told just before: `that crash`."""
        return self.modifiers[:1] != () and self.modifiers[0] in POINTING

    @property
    def other(self) -> bool:
        """Whether it is another than the one the article is about: `an earlier crash`, `had last met`."""
        dated = any(DATED.fullmatch(word) for word in self.modifiers) or FORMERLY.search(self.before) is not None
        dated = dated or ROUND.search(self.before) is not None
        return dated or ANOTHER.match(self.behind) is not None or not OTHER.isdisjoint(self.modifiers)

    @property
    def several(self) -> bool:
        """Whether it tells of more than one: `the two crashes`, `have met twice`."""
        many = self.named and is_rare(self.mention.kind) and self.mention.kind != ELECTION
        counted = many or any(SEVERAL.fullmatch(word) for word in self.modifiers)
        return (counted and self.mention.trigger.text.endswith("s")) or TIMES.match(self.behind) is not None

    @property
    def plural(self) -> bool:
        """Whether it is a noun for several of their kind: `a day of meetings`; not `talks`."""
        return self.mention.trigger.text.casefold().endswith(PLURALS)

    @property
    def named(self) -> bool:
        """Whether the noun of a deed says of what sort it is: `plane crash`; not `crash`, nor `talks`."""
        words = self.mention.trigger.text.split()
        return (
            self.nominal and not self.encounter and len(words) > 1 and names_a_sort(word.casefold() for word in words)
        )

    @property
    def sorts(self) -> dict[int, frozenset[int]]:
        """Of what sort its words say that it is: a `plane` crash, a `nuclear` test."""
        beside = (*WORD.findall(self.before)[-BESIDE:], *WORD.findall(self.behind)[:BESIDE])
        named = WORD.findall(f"{self.mention.trigger.text} {self.mention.kind}")
        return sorts((word.casefold() for word in (*beside, *named)), self.mention.kind)

    @property
    def groups(self) -> frozenset[str]:
        """The groups of kinds that reports put for its own; what a bomb or gunmen did to people is an attack too."""
        armed = is_toll(self.mention.kind) and ARMED.search(self.before) is not None
        return alike(self.mention.kind) | ({ATTACK} if armed else frozenset())

    @property
    def same(self) -> bool:
        """Whether it says that it is one told before: `the same news conference`."""
        return "same" in self.modifiers

    @property
    def joint(self) -> bool:
        """Whether it is told that several did it together: `a joint press conference`, `their remarks`."""
        return not TOGETHER.isdisjoint(self.modifiers)

    @property
    def ordinal(self) -> str:
        """The number that it has among others of its kind: `the fourth nuclear test`."""
        found = ORDINAL.search(self.mention.span.text)
        return found[0].casefold() if found else ""

    @property
    def matter(self) -> frozenset[str]:
        """Of what is done by saying it (an appeal, a pledge), the words that tell what it is about, without names."""
        if not is_said(self.mention.kind) and self.mention.type not in VERBAL:
            return frozenset()
        told = set(MATTER.findall(self.mention.span.text)) - set(MATTER.findall(self.mention.trigger.text))
        return frozenset(root for word in told if (root := word_root(word)))

    @property
    def nouns(self) -> frozenset[str]:
        """Of a deed, the roots of the words just beside it: to whom it was done, where that is no actor (a dog)."""
        if self.encounter or self.matter:
            return frozenset()
        before, behind = (MATTER.findall(text.casefold()) for text in (self.before, self.behind))
        words = {*before[-BESIDE:], *behind[:BESIDE]} - {*WEEKDAY_NUMBERS}
        return frozenset(root for word in words if (root := word_root(word)))


@lru_cache(maxsize=1 << 12)
def _is_noun(word: str) -> bool:
    return any(nouns_named(lemma) for lemma in (word, word.removesuffix("s"), word.removesuffix("es")))


def words_of(span: Span) -> str:
    """The words of a passage in small letters, without marks."""
    return " ".join(WORD.findall(folded(span.text)))
