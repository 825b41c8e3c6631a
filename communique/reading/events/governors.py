"""Governors: what the words above an event's word make of it: `threatened to LEAVE`, `the risk of WAR`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.domain.readings import EventStatus
from communique.knowledge import events
from communique.reading import phrases
from communique.reading.events.roles import VERBAL, governed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

STEPS = 8  # words that are climbed
STATING = frozenset({"announcement", "interview", "letter", "message", "news", "post", "speech", "statement"})
MODALS: dict[str, EventStatus] = {
    "will": "planned", "'ll": "planned", "’ll": "planned", "shall": "planned", "would": "hypothetical",
    "could": "hypothetical", "can": "hypothetical", "ca": "hypothetical", "may": "hypothetical",
    "might": "hypothetical", "should": "hypothetical", "must": "hypothetical", "'d": "hypothetical",
}  # fmt: skip
WOULD = frozenset({"would", "'d"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
HELD = frozenset({"dobj", "nsubjpass", "pobj", "prep", "attr", "oprd", "dative"})  # arcs to a noun
ARCS = HELD | {"xcomp", "ccomp", "pcomp", "acl", "conj"}  # by which what governs an event holds it
COMPLEMENTS = frozenset("about against as at for from in into of on out to with".split())
AVERTING = frozenset({"prevent", "avert", "avoid", "thwart"})
ADDRESSING = frozenset(
    "advise ask beg convince encourage implore invite lobby persuade press pressure tell urge warn".split()
)
ANSWERING = frozenset({"blame", "credit", "responsibility"})
SUPPOSING = frozenset("ask demand fear hope insist propose recommend request suggest urge want wish worry".split())
PERMITTING, PAST = frozenset({"allow", "permit"}), frozenset({"was", "were", "been"})
PONDERING = frozenset("debate discuss explore ponder".split())  # `discussed REOPENING it`, but not `the raid`
LIKING = frozenset({"like", "love", "prefer"})  # `said he WOULD LIKE to leave`
BELIEVING = frozenset({"believe", "think"})
SAYING = frozenset("add announce confirm declare insist note report say state tell write".split())
GOING = phrases.GOING | {"be"}  # `will be in Oslo FOR talks`
QUESTIONS = frozenset({"WP", "WRB", "WDT", "WP$"})
RANKS = frozenset({"first", "second", "third", "last", "only", "latest"})
SUPERLATIVES = frozenset({"JJS", "RBS"})


def statuses_above(word: Token, steps: int = STEPS) -> Iterator[EventStatus]:
    """What the words above a word say of it, nearest first."""
    while steps > 0:
        steps -= 1
        above, dep = word.head, word.dep_
        if word.pos_ in VERBAL and is_conditional(word):
            yield "hypothetical"
        if dep in {"nsubj", "agent"} and above.lemma_.lower() in events.words("happening"):
            yield from modal(above)
        elif (settled := _settled(word, above, steps)) is not None:
            yield from settled
            return
        else:
            governed = [*governor(word, above)]
            yield from (*governed, *_verb_above(word, above))
            if not governed and dep in HELD and not _lets_through(word, above):
                return
        word = above


def _settled(word: Token, above: Token, steps: int) -> Iterable[EventStatus] | None:
    """What a word is said to be where nothing above has more to say of it; None where that is still open."""
    if (
        above.lemma_ in events.words("edges") and (verb := above.head.head).pos_ in VERBAL
    ):  # `will meet beside the summit`
        return (*modal(verb), *statuses_above(verb, steps))
    if word.dep_ == "prep" and above.lemma_ == "be" and _is_awaited(above):  # `is due in Oslo FOR talks`
        return ("planned",)
    if word.dep_ == "advcl":
        return _purpose(word, above, steps)
    if above.i == word.i or word.dep_ not in ARCS or _is_apart(word):
        return ()
    return _granted(word, above, steps) if _takes_for_granted(word, above) else None


def may_be_called_off(word: Token, verb: Token) -> bool:
    """Whether calling an event off is only asked for, feared or threatened: `demanded that he CANCEL the visit`."""
    if verb.pos_ not in VERBAL or "cancelled" not in governor(word, verb):
        return False
    return not {"hypothetical", "threatened", "denied"}.isdisjoint((*modal(verb), *statuses_above(verb)))


def governor(word: Token, above: Token) -> Iterator[EventStatus]:
    """The status that a governing word gives: with its particle or preposition where the table has them together."""
    lemma = above.lemma_.lower()
    addressed = word.dep_ == "dobj" and lemma in ADDRESSING
    if above.pos_ == "ADP" or word.dep_ in {"conj", "relcl"} or addressed or _was_permitted(above):
        return
    found: EventStatus | None
    if word.dep_ == "prep":
        found = events.governed_status(f"{lemma} {word.lower_}")
        if found is None and (above.pos_ not in VERBAL or word.lower_ in {"of", "for"}):
            found = events.governed_status(lemma)
        doubted = found == "alleged" or (found == "hypothetical" and word.lower_ in {"about", "over"})
        if doubted and above.pos_ not in VERBAL and _is_known(word):  # `reports of THE crash`
            found = None
    else:
        pairs = (events.governed_status(f"{lemma} {c.lower_}") for c in above.children if c.dep_ in {"prt", "advmod"})
        found = next((status for status in pairs if status), events.governed_status(lemma))
        if found is None and word.dep_ == "acl" and _is_told(word):
            found = events.governed_status(f"{lemma} of")
        if found is None and word.dep_ in {"xcomp", "pcomp"} and word.tag_ == "VBG" and lemma in PONDERING:
            found = "hypothetical"
        if word.dep_ == "ccomp" and not is_infinitive(word) and lemma not in SUPPOSING and found == "hypothetical":
            found = None
        stated = lemma in STATING and _is_told(word)  # `said in a statement THAT they had met`
        passing = lemma in events.words("passing") or _is_ranked(above) or stated
        if found is None and word.dep_ == "acl" and not passing:
            found = "hypothetical"
    if found:
        yield found


def _was_permitted(verb: Token) -> bool:
    """Whether somebody was let do it, who is then told to have done it: `was allowed TO SEE her`, not `could be`."""
    over = any(child.dep_ == "auxpass" and child.lower_ in PAST for child in verb.children)
    return verb.lemma_ in PERMITTING and over and not any(child.tag_ == "MD" for child in verb.children)


def _is_own_will(verb: Token) -> bool:
    """Whether they who say so would do it: `warned that THEY WOULD freeze their assets`."""
    own = any(child.dep_ == "nsubj" and child.pos_ == "PRON" for child in verb.children)
    return own and any(child.lower_ in {"will", "would"} and child.dep_ == "aux" for child in verb.children)


def modal(verb: Token) -> Iterator[EventStatus]:
    """What the auxiliaries of a verb say, and `is DUE to`; `said he would go` is a plan."""
    if _is_awaited(verb):
        yield "planned"
    if verb.dep_ == "xcomp" and any(child.lower_ == "yet" for child in verb.head.children):  # `is YET TO sign it`
        yield "hypothetical"
    for child in verb.children:
        if child.dep_ != "aux":
            continue
        found = MODALS.get(child.lower_)
        if child.lower_ == "'d" and verb.tag_ in {"VBN", "VBG"}:  # `they'd left`
            continue
        if found == "hypothetical" and _is_aim(verb):
            found = "planned"
        if child.lower_ in WOULD and _is_reported(verb) and verb.lemma_.lower() not in LIKING:
            found = "hypothetical" if any(c.dep_ == "advcl" for c in verb.children) else "planned"
        if found:
            yield found
        is_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "be"  # `Berg IS TO visit Oslo`
        if child.lower_ == "to" and (is_to or verb.dep_ == "ROOT"):  # a headline: `Berg to visit Oslo`
            yield "planned"


def _is_awaited(verb: Token) -> bool:
    """Whether what a clause is about is said to be still to come: `the talks are DUE to open`."""
    return any(c.dep_ == "acomp" and events.governed_status(c.lemma_.lower()) == "planned" for c in verb.children)


def _is_aim(verb: Token) -> bool:
    """Whether something was done for a clause to come about: `put it off SO THAT he could fly there`."""
    return verb.dep_ == "advcl" and any(child.lower_ == "so" and child.i < verb.i for child in verb.children)


def _is_reported(verb: Token) -> bool:
    """Whether somebody says so: `said that they WOULD leave`, `said that they met and WOULD leave`."""
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in SAYING


def is_negated(verb: Token) -> bool:
    """Whether `not` or `never` stands with a verb."""
    return any(child.dep_ == "neg" for child in verb.children)


def is_conditional(verb: Token) -> bool:
    """Whether the clause begins with `if` or the like."""
    return any(child.dep_ == "mark" and child.lower_ in CONDITIONS for child in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether `to` stands with a verb."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _is_apart(word: Token) -> bool:
    """Whether what governs a word does not touch it: `spoke AFTER talks`, `said they met`, `men held there`."""
    if word.dep_ == "prep":
        return word.lower_ not in COMPLEMENTS
    if word.dep_ == "ccomp":
        return word.head.lemma_.lower() in SAYING or _is_over(word)
    if word.dep_ == "conj":
        return word.pos_ in VERBAL and not _shares(word)
    return word.dep_ == "acl" and not is_infinitive(word) and not _is_told(word)


def _is_over(clause: Token) -> bool:
    """Whether a clause tells a fact whatever governs it: `find out WHO SHOT him`, `they accused him; HE denied it`."""
    asked = any(child.tag_ in QUESTIONS and child.i < clause.i for child in clause.children)
    past = clause.tag_ == "VBD" or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ == "VBD" for child in clause.children
    )
    between = clause.doc[min(clause.i, clause.head.i) : max(clause.i, clause.head.i)]
    return (asked and past) or any(word.text == ";" for word in between)


def _is_told(verb: Token) -> bool:
    """Whether a clause is what a noun tells: `reports THAT they met`."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _shares(verb: Token) -> bool:
    """Whether a verb behind `and` shares the auxiliaries of the first: `will meet him and discuss it`."""
    own = any(child.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for child in verb.children)
    return not own and verb.tag_ in {"VB", verb.head.tag_}


def _purpose(word: Token, above: Token, steps: int) -> Iterator[EventStatus]:
    """What is done in order that: `flew there TO MEET her`; `is ready TO MEET her`."""
    if above.pos_ == "ADJ":
        yield from governor(word, above)
    elif any(child.dep_ == "mark" and child.lower_ == "for" for child in word.children):  # `called FOR her TO LEAVE`
        yield events.governed_status(f"{above.lemma_.lower()} for") or "planned"
    elif is_infinitive(word) and above.lemma_.lower() not in {"be", "become"}:
        if above.lemma_ == "give" and any(child.lower_ == "until" for child in above.children):
            yield "hypothetical"  # `gave them until Friday TO LEAVE`
        elif word.lemma_.lower() not in events.words("done_so"):
            yield "planned"
        yield from (*modal(above), *statuses_above(above, steps))


def _takes_for_granted(word: Token, above: Token) -> bool:
    """Whether a verb tells of what is there already: `condemned the raid`, `failed to prevent THE raid`.

    So does who answers for it: `claimed responsibility for the raid`.
    """
    lemma = above.lemma_.lower()
    if word.dep_ == "prep" and ANSWERING & {lemma, *(c.lemma_.lower() for c in above.children if c.dep_ == "dobj")}:
        return True
    averted = lemma in AVERTING and any(child.lower_ == "the" for child in word.children)
    return above.pos_ in VERBAL and (averted or lemma in events.words("presupposing"))


def _granted(word: Token, above: Token, steps: int) -> Iterator[EventStatus]:
    """`We want them to stop arming` is a charge; `they stopped arming` tells of the end."""
    if word.dep_ in {"xcomp", "pcomp"}:
        yield "alleged" if "hypothetical" in statuses_above(above, steps) else "cancelled"


def _lets_through(word: Token, above: Token) -> bool:
    """Whether what governs a word also governs what it holds: `plans for [a series of talks]`."""
    lemma = above.lemma_.lower()
    passing = lemma in events.words("passing") | events.words("counting") or (
        above.pos_ in VERBAL and lemma in events.words("carriers")
    )
    return passing or above.pos_ == "ADP" or (word.dep_ == "attr" and lemma == "be")


def _verb_above(word: Token, above: Token) -> Iterator[EventStatus]:
    """What the auxiliaries and the negation of a governing verb make of what it governs."""
    if above.pos_ not in VERBAL:
        if _is_none(above) and not _is_known(word):  # `no intention of leaving`, not `no link to the talks`
            yield "hypothetical"
        return
    if above.lemma_ == "warn" and word.dep_ == "ccomp" and _is_own_will(word):
        yield "threatened"
    joined = word.dep_ in {"conj", "xcomp"} or (word.lower_ == "for" and above.lemma_.lower() in GOING)
    carried = word.dep_ in HELD and above.lemma_.lower() in events.words("carriers") and not _is_known(word)
    if joined or carried or (word.dep_ == "ccomp" and word.tag_ in {"VB", "VBN"}):
        yield from modal(above)
    lemma = above.lemma_.lower()
    governs = events.governed_status(lemma) is not None and lemma not in SUPPOSING  # `do not want a war` denies none
    governs = governs or (word.dep_ == "ccomp" and lemma in BELIEVING)  # `do not believe that they met`
    if is_negated(above) and (joined or governs or any(child.lower_ == "any" for child in word.children)):
        yield "denied"


def _is_known(word: Token) -> bool:
    """Whether a noun, or that behind a preposition, is taken for a fact: `THE crash`."""
    nouns = governed(word) if word.dep_ == "prep" else [word]
    return any(child.lower_ in phrases.DEFINITE for noun in nouns for child in noun.children)


def _is_none(noun: Token) -> bool:
    return any(child.lower_ == "no" for child in noun.children)


def _is_ranked(noun: Token) -> bool:
    """Whether a noun is singled out by its rank, so that what it is to do was done: `the first envoy to visit`."""
    words = [word for child in noun.lefts for word in (child, *child.children)]
    return any(word.tag_ in SUPERLATIVES or word.lower_ in RANKS for word in words)
