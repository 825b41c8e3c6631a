"""Past or coming: what the verb over some words says about the time they tell."""

from itertools import islice
from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.knowledge.calendar import WEEKDAY_NUMBERS
from communique.reading.times.meanings import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 10  # words up the tree; what stands higher tells another time
PLANS = frozenset(
    "agree aim agreement arrange ask call decide decision due effective effort expect expire forecast hope intend"
    " intention invite likely offer payable plan pledge postpone prepare promise propose ready schedule set slate"
    " suppose unlikely urge vow want".split()
)
"""What is planned, `to meet on Monday`, is ahead."""
SHIFTED = frozenset(
    "adjourn bring defer delay extend move postpone push put reschedule shift slide slip suspend".split()
)
ORDERS = frozenset("announce ban book convene order prohibit reserve summon".split())
"""What somebody `has ordered for Monday`, as what he HAS PLANNED, is ahead; what he ordered on Monday is not."""
UNTIL = frozenset({"to", "till", "until"})
"""What was `put off to Monday` is ahead."""
CERTAIN = frozenset("will 'll ’ll wo shall would".split())
MODALS = CERTAIN | frozenset("may might could should must can".split())
ANSWERED = frozenset({"for", "of", "over", "with"})
HELD = frozenset(
    "ballot ceremony conference election funeral hearing march meeting negotiation poll protest rally referendum"
    " session strike summit talk trial vote".split()
)
"""What is arranged: somebody who `is in Oslo for talks on Monday` is so ahead of them."""
VERBAL = frozenset({"VERB", "AUX"})
COURSE = frozenset({"after", "as", "before", "when", "while"})
"""What opens a clause of the time of the verb over it; `hit` and `put` look like the present."""
HAS = frozenset({"have", "has", "'ve", "’ve"})
PAST = HAS | frozenset({"had", "having", "was", "were", "been", "'d", "did"})


def tense(token: "Token") -> Tense | None:
    """The tense of the clause that a word stands in; no present for one that tells which (`Monday's raid is`)."""
    above = list(islice(token.ancestors, REACH))
    if _is_arranged(above):
        return "future"
    if above and above[0].lower_ == "for" and token.lower_ in WEEKDAY_NUMBERS:  # `called a meeting for Wednesday`
        return "past" if any(child.lower_ == "had" for verb in above[1:2] for child in verb.children) else "future"
    for number, word in enumerate((token, *above)):
        if word.lower_ == "since" or (word.dep_ == "pcomp" and word.head.lower_ == "after" and _owns(token)):
            return "past"
        planned = word.lemma_.lower() in PLANS and word.pos_ == "ADJ"
        if word.lower_ == "ahead" or planned:
            return "future"
        if word.pos_ in VERBAL and (found := _of_verb(word)):
            nouns = [w.lemma_.lower() for w in above[: max(0, number - 1)] if w.pos_ in {"NOUN", "PROPN"}]
            within = bool(nouns) and nouns[0] not in HELD
            return None if found == "present" and within else found
    return None


def _is_arranged(above: "list[Token]") -> bool:
    """Whether the words over a time put it ahead: `put off TO`, `are closed UNTIL`, `HAS PROMISED elections in`.

    What has been done by now was not done on a day: a day told beside it is that of what was arranged.
    """
    at = next((number for number, word in enumerate(above) if word.pos_ in VERBAL), None)
    if at is None:
        return False
    verb, name = above[at], above[at].lemma_.lower()
    words = _auxiliaries(verb)
    perfect = bool(words & HAS) and verb.tag_ == "VBN" and not words & MODALS and "to" not in words
    if above[0].lower_ in UNTIL and name in SHIFTED:
        return True
    if above[0].lower_ in {"till", "until"}:
        return perfect or verb.tag_ in {"VBZ", "VBP"}
    if name in PLANS | ORDERS and "had" not in words and (above[0].lower_ == "for" or _is_called_to(above[:at])):
        return True
    return perfect and name in PLANS | ORDERS and above[0].lower_ != "since"


def _is_called_to(above: "list[Token]") -> bool:
    """Whether it is the time of what is called for, agreed to or prepared: `prepared for FRIDAY'S summit`."""
    noun = next((word for word in above if word.pos_ in {"NOUN", "PROPN"}), None)
    return noun is not None and noun.lemma_.lower() in HELD and noun.head.lower_ in {"for", "into", "to"}


def _auxiliaries(verb: "Token") -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}


def _of_verb(verb: "Token") -> Tense | None:
    """What a verb's form says; None where its head says it (`arriving Monday`, `were let GO`, `want it SIGNED`)."""
    words = _auxiliaries(verb)
    if words & MODALS or "to" in words:
        return _not_yet(verb, words)
    if verb.lemma_.lower() in events.words("scheduling") and verb.tag_ != "VBD" and not _is_set(verb):
        return "future"
    if not words and _is_of_its_head(verb):
        return None
    if words & PAST:
        return "past"
    forms: dict[str, Tense | None] = {
        "VBG": "present" if words else "past" if _is_answered(verb) else None,
        "VBN": "present" if words else "past",
        "VBD": "past",
    }
    then = verb.dep_ == "advcl" and any(child.lower_ in COURSE for child in verb.children)
    return (
        "past"
        if then and verb.head.pos_ == "VERB" and _of_verb(verb.head) == "past"
        else forms.get(verb.tag_, "present")
    )


def _is_of_its_head(verb: "Token") -> bool:
    """Whether a bare form takes its time from the verb over it: `let him GO`, `wants it SIGNED`."""
    if verb.dep_ not in {"ccomp", "xcomp"} or verb.head.pos_ not in VERBAL:
        return False
    return verb.tag_ == "VB" or (verb.tag_ == "VBN" and verb.head.lemma_.lower() in {"have", "need", "want"})


def _not_yet(verb: "Token", words: set[str]) -> Tense | None:
    """`will meet` and `plans to meet` are ahead; `should have met` and `ought to have met` are not."""
    if "have" in words and not words & CERTAIN:
        return "past"
    return "future" if words & MODALS or _ahead(verb) else None


def _is_set(verb: "Token") -> bool:
    """Whether something was `set FREE` or `set UP`, and not set for a day."""
    return verb.lemma_ == "set" and any(child.dep_ in {"acomp", "oprd", "prt"} for child in verb.children)


def _owns(token: "Token") -> bool:
    """Whether a time is possessive: after somebody lost TUESDAY'S vote, that is past, whatever will be done."""
    return any(child.dep_ == "case" for child in token.children)


def _is_answered(verb: "Token") -> bool:
    """Whether it is what somebody is accused of, tried for or thanked for: past, whatever the verb over it."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in ANSWERED and verb.head.head.pos_ == "VERB"


def _ahead(verb: "Token") -> bool:
    """Whether an infinitive is ahead: `plans to meet`, `is to meet`, and in headlines `Minister to meet`."""
    head = verb.head
    headline = head == verb or (head.head == head and head.pos_ in {"NOUN", "PROPN"})
    return headline or head.lemma_.lower() == "be" or head.lemma_.lower() in PLANS
