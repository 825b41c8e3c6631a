"""Names: where an article names somebody or something, as what, and the exact words.

spaCy's entity recogniser finds most; what the program knows of states, regions and cities finds those that it misses;
the shape of names mends its edges: a title in front is no part of a name, the next capitalised word of a person's name
is, and in a headline, where every word is capitalised, only what the article's own text also prints counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from communique.domain import ActorType, MentionForm
from communique.knowledge import is_feature, outlet_named, place_name, place_nouns
from communique.knowledge.calendar import WEEKDAY_NUMBERS
from communique.knowledge.names import articles
from communique.knowledge.organisations import organisation_named
from communique.knowledge.regions import region_named, states_of_part
from communique.knowledge.states import state_named
from communique.knowledge.titles import names_person, titles_of_names
from communique.reading import introductions, patterns, phrases, settlements

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

LABELS: dict[str, ActorType] = {
    "PERSON": "person",
    "ORG": "org",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "LAW": "agreement",
    "EVENT": "election",
}
LONGEST = 6  # words of a known name
BRACKETS = frozenset("()[]")
LONGEST_INITIALS = 3  # letters: `JFK`
POSSESSIVE = frozenset({"'s", "’s", "'", "’", "s"})
CREDITS = frozenset(
    "afp ap close credit epa facebook getty image images photo photograph pinterest reuters twitter".split()
)
PARTICLES = frozenset("al bin da de del della der di dos du el ibn la le van von".split())
OF_STATE = frozenset({"secretary", "minister", "secretaries", "ministers", "department", "head", "heads"})
OFFICES = frozenset("ambassador chancellor commissioner governor minister premier president secretary senator".split())
MINISTERS = frozenset({"Minister", "Secretary"})
NO_ACTORS = frozenset({"Brexit", "Covid", "Covid-19", "COVID-19", "COVID", "Ebola", "Mpox", "Sars", "SARS", "Zika"})

Printed = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name by its half-open range of tokens in one tree. settled: the words beside it tell that it is a place."""

    start: int
    end: int
    type: ActorType
    form: MentionForm = "named"
    settled: bool = False

    def overlaps(self, other: Name) -> bool:
        """Whether two names share a token."""
        return self.start < other.end and other.start < self.end


def find(doc: Doc, *, headline: Printed | None = None) -> list[Name]:
    """The names of one tree, in text order.

    headline: for a headline, what tells whether the rest of the article prints some words.
    """
    found = [name for entity in doc.ents if (name := _mended(doc, entity.start, entity.end, entity.label_, headline))]
    found = [
        name for name in dict.fromkeys(found) if not any(name != other and _gives_way(name, other) for other in found)
    ]
    more = (Name(start=start, end=end, type="person") for start, end in introductions.persons(doc))
    found += [name for name in more if not any(name.overlaps(other) for other in found)]
    found += [name for name in _beside(doc, found) if not any(name.overlaps(other) for other in found)]
    for known in (*_patterned(doc), *_known(doc)):
        rivals = [name for name in found if name.overlaps(known)]
        if all(_gives_way(rival, known) for rival in rivals):
            found = [name for name in found if name not in rivals] + [known]
    return sorted(found, key=lambda name: (name.start, name.end))


def _beside(doc: Doc, found: list[Name]) -> Iterator[Name]:
    """The full names that are joined to those of persons: `Ministers Ann Lee and VIKTOR BERG`."""
    waiting = [name.end - 1 for name in found if name.type == "person" and name.end - name.start > 1]
    seen = set(waiting)
    while waiting:
        last = doc[waiting.pop()]
        joined = [*([last.head] if last.dep_ == "conj" else []), *(c for c in last.children if c.dep_ == "conj")]
        for other in (word for word in joined if word.i not in seen):
            seen.add(other.i)
            start = next((w.i for w in other.lefts if w.dep_ == "compound"), other.i)
            if _full_name(doc[start : other.i + 1]):
                waiting.append(other.i)
                yield Name(start=start, end=other.i + 1, type="person")


def _full_name(name: Tokens) -> bool:
    words = [word for word in name if word.text != "-"]
    titled = any(word.lower_ in titles_of_names() for word in words)
    return len(words) > 1 and not titled and all(w.tag_ == "NNP" and w.is_title and w.is_alpha for w in words)


def _gives_way(found: Name, known: Name) -> bool:
    """Whether a name that was recognised gives way to one that is known: where it is no longer."""
    return known.start <= found.start and found.end <= known.end


def _mended(doc: Doc, start: int, end: int, label: str, headline: Printed | None) -> Name | None:
    """A recognised name with its right words; None where there is none."""
    if label not in LABELS or (label == "EVENT" and not patterns.has_election(doc[start:end].text)):
        return None
    start = next((at + 1 for at in range(start, end - 1) if doc[at].text in BRACKETS), start)
    end = start + 1 if label == "PERSON" and _of_minister(doc, start, end) else end
    told = None if place_name(doc[start:end].text) else introductions.told(doc, start, end)
    if told == "person":
        label, start = "PERSON", introductions.whole(doc, start, end)
    elif label == "NORP" and (begin := _start_of_person(doc, start, end)) is not None:
        start, label = begin, "PERSON"
    if label == "PERSON" or _presides(doc, start, end, label):
        start, end = _whole(doc, start, end)
        start, label = _behind_office(doc, start, end), "PERSON"
    start, end = _trimmed(doc, start, end, person=label == "PERSON")
    if headline is not None and end - start > 1:
        start, end = _in_print(doc, start, end, headline)
    text = doc[start:end].text
    if not any(c.isupper() for c in text) or _titles(doc, start, end) or _names_nobody(doc, start, end):
        return None
    if (label == "PERSON" and not is_feature(text) and not _personal(doc[start:end])) or _points(doc, start, end):
        return None
    state = state_named(text)
    if label == "NORP" and ((state and _of_part(doc, start, end)) or (not state and doc[end - 1].pos_ == "ADJ")):
        return None
    if state:
        return Name(start=start, end=end, type="state", form="adjectival" if state.adjective else "named")
    settled = settlements.introduced(doc, start) or is_feature(text) or settlements.is_place(doc, start, end)
    settled_or_known = settled or (label == "ORG" and place_name(text))
    type_ = "place" if settled_or_known else _party(doc[end - 1]) or told or LABELS[label]
    return Name(start=start, end=end, type=type_, settled=settled)


def _of_minister(doc: Doc, start: int, end: int) -> bool:
    """Whether a state and a field stand before a minister: `NORWEGIAN TRANSPORT Minister`."""
    return introductions.is_adjective(doc[start]) and doc[end : end + 1].text in MINISTERS


def _start_of_person(doc: Doc, start: int, end: int) -> int | None:
    """Where the name of one person begins that was taken for a people's: `Tigran PETROSYAN` is no people."""
    last = doc[end - 1]
    first = start if end - start > 1 else start - 1
    words = doc[max(first, 0) : end]
    names = all(w.tag_ == "NNP" and w.is_title and w.is_alpha and state_named(w.text) is None for w in words)
    inside = all(w.dep_ == "compound" and w.head == last for w in words[:-1])
    titled = any(w.lower_ in titles_of_names() for w in words)
    titled = titled or last.dep_ == "compound" or any(child.dep_ == "det" for child in last.children)
    many = last.lower_.endswith("s") and not last.lower_.endswith(("is", "us"))
    return first if first >= 0 and names and inside and not titled and not many else None


def _of_part(doc: Doc, start: int, end: int) -> bool:
    """Whether a word for a state is the end of one for a part of the world: `South AMERICAN`."""
    return start > 0 and bool(states_of_part(doc[start - 1 : end].text))


def _points(doc: Doc, start: int, end: int) -> bool:
    """Whether a word for a part of the world only says which state is meant: `the CARIBBEAN island`."""
    return end < len(doc) and doc[end].lower_ in phrases.LANDS and bool(states_of_part(doc[start:end].text))


def _whole(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A person's name with the capitalised words that it goes on with, particles too: `Ada VON DER LINDE`."""
    while (last := _next_of_name(doc, end)) is not None:
        end = last + 1
    stop = next((at for at in range(start + 1, end) if doc[at].lower_ in POSSESSIVE), end)
    return start, stop


def _next_of_name(doc: Doc, end: int) -> int | None:
    """The next word of a person's name; behind a particle in small letters, whatever the recogniser takes it for."""
    at = next((at for at in range(end, len(doc)) if doc[at].lower_ not in PARTICLES), len(doc))
    if at == len(doc):
        return None
    surname = doc[at - 1].text in PARTICLES and doc[at].is_title and doc[at].pos_ == "PROPN"
    return at if surname or _of_name(doc[at]) else None


def _personal(name: Tokens) -> bool:
    """Whether words can be a person's name: no digits, the last begins with a capital and does not end with one.

    The last is a word as printed, `Min-ho`, without an Arabic article: `al-Sabah`.
    """
    last = name.text.split()[-1]
    article, _, rest = last.partition("-")
    last = rest if rest and article in articles() else last
    return (
        not any(c.isdigit() for c in name.text)
        and last.lstrip("\u00ad")[:1].isupper()
        and (last.isupper() or not last[-1].isupper())
    )


def _of_name(token: Token) -> bool:
    """Whether a word can be part of a person's name that stands beside it."""
    return (
        token.is_title
        and token.is_alpha
        and token.pos_ == "PROPN"
        and token.dep_ in {"compound", "flat", "nsubj", "nsubjpass", "appos", "dobj", "pobj", "conj", "poss", "ROOT"}
        and token.ent_type_ in {"PERSON", ""}
        and token.lower_ not in titles_of_names()
        and state_named(token.text) is None
    )


def _trimmed(doc: Doc, start: int, end: int, *, person: bool) -> tuple[int, int]:
    """Without an article, a title, a possessive ending, punctuation; without the nouns of a title before a person."""
    while start < end and (
        not doc[start].text[0].isalnum()
        or doc[start].lower_ in {"the", "a", "an"}
        or (doc[start].lower_.rstrip(".") in titles_of_names() and (person or doc[start].lower_ in {"mr", "mrs", "ms"}))
        or (person and (_label(doc[start:end]) or (doc[start].tag_ == "VBG" and end - start > 1)))
        or (person and end - start > 2 and doc[start].is_sent_start and names_person(doc[start].lower_))
        or (person and end - start > 2 and introductions.is_adjective(doc[start]))
    ):
        start += 1
    while start < end and (doc[end - 1].lower_ in POSSESSIVE or not _ends_name(doc[end - 1])):
        end -= 1
    if end - start > 1 and introductions.is_adjective(doc[start]) and introductions.begins_title(doc, end - 1):
        end -= 1
    return start, end


def _behind_office(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins behind an office that was taken for a part of it: `Water Minister ANN LEE`."""
    return next((at + 1 for at in range(end - 2, start, -1) if doc[at].lower_ in OFFICES), start)


def _presides(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether somebody and the office were taken for a body: `Peruvian President ANN LEE`."""
    return label == "ORG" and (begin := _behind_office(doc, start, end)) > start and _full_name(doc[begin:end])


def _label(name: Tokens) -> bool:
    """Whether the first word is a picture credit or a button of the page, glued to the name behind it."""
    shouted = name[0].is_upper and len(name[0]) > LONGEST_INITIALS and not all(word.is_upper for word in name)
    return len(name) > 1 and (name[0].lower_ in CREDITS or shouted)


def _ends_name(token: Token) -> bool:
    return (token.text[-1].isalnum() or token.text[-1] in ".)") and token.pos_ != "CCONJ"


def _in_print(doc: Doc, start: int, end: int, printed: Printed) -> tuple[int, int]:
    """The longest part of a headline's name that the article prints too; the whole name where none is."""
    parts = [(a, b) for a in range(start, end) for b in range(a + 1, end + 1) if printed(doc[a:b].text)]
    return max(parts, key=lambda part: (part[1] - part[0], -part[0]), default=(start, end))


def _names_nobody(doc: Doc, start: int, end: int) -> bool:
    """Whether it is the `State` of `Secretary of State`, a field in a title, an illness, an operation or a storm."""
    before = doc[max(0, start - 2) : start]
    of_office = len(before) == 2 and before[1].lower_ == "of" and before[0].lower_ in OF_STATE
    state = end - start == 1 and doc[start].lower_ == "state" and of_office
    deed = any(settlements.names_deed(word) for word in doc[max(0, start - 1) : min(start + 1, end - 1)])
    field = end - start == 1 and doc[end - 1].ent_type_ == "ORG" and introductions.of_two_fields(doc, start)
    return state or deed or field or doc[start:end].text in NO_ACTORS


def _patterned(doc: Doc) -> Iterator[Name]:
    """Agreements, elections, ships and organisations, by the way they are named."""
    for first, last, kind in patterns.find(doc.text):
        if span := doc.char_span(first, last):
            start = _behind_person(span)
            start += doc[start].lower_ in WEEKDAY_NUMBERS  # `on Monday the Council`
            start += doc[start].lower_ in {"the", "a", "an", "his", "her", "its", "their", "our"}
            end = span.end - (kind == "vehicle" and doc[span.end - 1].lower_ in POSSESSIVE)
            titled = kind == "vehicle" and _titles(doc, start, start + 1)
            if not titled and (kind != "org" or (end - start > 1 and not _titles(doc, start, end))):
                yield Name(start=start, end=end, type=_party(doc[end - 1]) or kind)


def _behind_person(name: Tokens) -> int:
    """Where a name begins behind that of a person: `Ann Lee of the LUND INSTITUTE`."""
    persons = (entity for entity in name.ents if entity.label_ == "PERSON" and len(entity) > 1)
    return next((p.end + 1 for p in persons if p.end < name.end and name.doc[p.end].lower_ == "of"), name.start)


def _party(last: Token) -> ActorType | None:
    return "party" if last.text == "Party" else None


def _titles(doc: Doc, start: int, end: int) -> bool:
    """Whether all words are titles (`Attorney General`), so that they name nobody."""
    return all(token.lower_.rstrip(".") in titles_of_names() for token in doc[start:end])


def _known(doc: Doc) -> Iterator[Name]:
    """States, regions, cities and organisations that are known by name, the longest first at each place."""
    if doc.text.isupper():
        return
    at = 0
    while at < len(doc):
        name = _known_at(doc, at)
        if name:
            yield name
        at = name.end if name else at + 1


def _known_at(doc: Doc, at: int) -> Name | None:
    if not doc[at].text[0].isupper():
        return None
    for end in range(min(len(doc), at + LONGEST), at, -1):
        text = doc[at:end].text
        kind = _kind_of(text) or ("place" if settlements.holds_or_is_visited(doc[at:end]) else None)
        if kind and (end - at > 1 or _stands_alone(doc[at])) and (text.isupper() or not _abbreviation(text)):
            if _of_part(doc, at, end) or _points(doc, at, end):
                return None
            state = state_named(text)
            adjective = state is not None and state.adjective
            return Name(start=at, end=end, type=kind, form="adjectival" if adjective else "named")
    return None


def _stands_alone(token: Token) -> bool:
    """Whether a known name is not the first or last name of a person, and is tagged as names are, or is a state's."""
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    person = token.ent_type_ == "PERSON" and any(other.ent_type_ == "PERSON" for other in beside)
    return not person and (token.pos_ in {"PROPN", "ADJ"} or (token.pos_ == "NOUN" and bool(state_named(token.text))))


def _abbreviation(text: str) -> bool:
    return len(text.replace(".", "")) <= 3


@lru_cache(maxsize=1 << 14)
def _kind_of(text: str) -> ActorType | None:
    if state_named(text):
        return "state"
    side, _, rest = text.partition(" ")
    within = (
        side.lower() in place_nouns("directions") and (state := state_named(rest)) is not None and not state.adjective
    )
    if within or region_named(text) or place_name(text):
        return "place"
    known = organisation_named(text) if text[0].isupper() else None
    if known is None and " " in text and not text.startswith("The ") and outlet_named(text):
        return "org"
    return cast("ActorType", known.type) if known else None
