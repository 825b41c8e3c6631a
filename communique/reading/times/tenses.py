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
SHIFTED = frozenset("adjourn bring defer delay extend move postpone push put reschedule shift suspend".split())
UNTIL = frozenset({"to", "till", "until"})
"""What was `put off to Monday` is ahead."""
MODALS = frozenset("will 'll ’ll wo shall may might could should must would can".split())
ANSWERED = frozenset({"for", "of", "over", "with"})
HELD = frozenset(
    "ballot ceremony conference election funeral hearing meeting negotiation poll referendum session summit talk trial"
    " vote".split()
)
"""What is arranged: somebody who `is in Oslo for talks on Monday` is so ahead of them."""
COURSE = frozenset({"after", "as", "before", "when", "while"})
"""What opens a clause of the time of the verb over it; `hit` and `put` look like the present."""
PAST = frozenset({"have", "has", "had", "'ve", "’ve", "was", "were", "been", "'d", "did"})


def tense(token: "Token") -> Tense | None:
    """The tense of the clause that a word stands in; no present for one that tells which (`Monday's raid is`)."""
    above = list(islice(token.ancestors, REACH))
    if len(above) > 1 and above[0].lower_ in UNTIL and above[1].lemma_.lower() in SHIFTED:
        return "future"
    if above and above[0].lower_ == "for" and token.lower_ in WEEKDAY_NUMBERS:  # `called a meeting for Wednesday`
        return "past" if any(child.lower_ == "had" for verb in above[1:2] for child in verb.children) else "future"
    for number, word in enumerate((token, *above)):
        if word.lower_ == "since" or (word.dep_ == "pcomp" and word.head.lower_ == "after" and _owns(token)):
            return "past"
        planned = word.lemma_.lower() in PLANS and word.pos_ == "ADJ"
        if word.lower_ == "ahead" or planned:
            return "future"
        if word.pos_ in {"VERB", "AUX"} and (found := _of_verb(word)):
            nouns = [w.lemma_.lower() for w in above[: max(0, number - 1)] if w.pos_ in {"NOUN", "PROPN"}]
            within = bool(nouns) and nouns[0] not in HELD
            return None if found == "present" and within else found
    return None


def _of_verb(verb: "Token") -> Tense | None:
    """What a verb's form says; None where its head says it (`arriving Monday`)."""
    words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if words & MODALS:
        return "future"
    if "to" in words:
        return "future" if _ahead(verb) else None
    if verb.lemma_.lower() in events.words("scheduling") and verb.tag_ != "VBD":
        return "future"
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
