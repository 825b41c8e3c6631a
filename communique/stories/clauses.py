"""What a clause tells whoever its subject is: that something is denied, threatened, feared, faulted, or a condition."""

import re
from collections.abc import Iterator

from communique.domain import Stance
from communique.knowledge.stances import stance_words

SUBJECT = 9  # words of what is faulted

Told = Iterator[tuple[Stance, str]]

_IF = re.compile(r"\bif\b", re.IGNORECASE)
_UNLESS = re.compile(
    r"\b(?:would|will|shall|[’']ll)\b.{3,90}?\b(?:unless|until|if\b.{1,40}?(?:\bnot\b|n[’']t\b|\bfail\w*|\brefus\w*))",
    re.IGNORECASE,
)
_ONLY_IF = re.compile(r"\b(?:would|will|can|could)\b.{2,60}?\bonly (?:if|once|when|after)\s+(.{5,})", re.IGNORECASE)
_NO = re.compile(
    r"^\W*(?:that )?[“\"‘']?no (?P<toward>(?:\w+ ){1,3}(?:had|has|have|was|were)(?: ever)?(?: been)? "
    r"(?:discussed|paid|made|offered|ordered|given|promised|agreed|planned|held|fired|used|crossed|taken|signed|sent|refused|broken|violated|requested)\b.*)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"^\W*(?:that )?(?P<subject>(?!(?:I|we|he|she|they|it|this)\b)(?:[\w’'.-]+ ){1,9}?(?:is|was|are|were)) "
    r"(?:not|never) (?P<predicate>.*)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bthere (?:(?:was|is|were|are|(?:ha[sd]|have) been) (?:never )?no|(?:ha[sd]|have) never been (?:an?|any)) "
    r"(?P<toward>[^,]*)",
    re.IGNORECASE,
)
_NONE_MADE = re.compile(
    r"\b(?:gave|given|made|paid|offered|received|signed|struck|broken|fired) (?:no|not one|not a single) "
    r"(?P<toward>[^,]*)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:doors?|offer|invitation|proposal)[”\"]? (?:(?:is|are|was|were|remains?|remained|stays?|stood) )(?:\w+ )?"
    r"[“\"]?(?:open|on the table)\b",
    re.IGNORECASE,
)
_NO_NEED = re.compile(r"\bno (?:need|justification|place) for (?P<toward>[^,]{3,})", re.IGNORECASE)
_AUXILIARY = re.compile(r"\s+(?:had|has|have|would|will|could|may|might)$")
_SELF = re.compile(r"\b(?:I|we|he|she|they|who|which|that|it|this|what|you)\b", re.IGNORECASE)
_INNER = re.compile(r"\b(?:because|where|when|since|but|while|although|and|if)\s+|,\s+", re.IGNORECASE)


def tellings(clause: str) -> Told:
    """The stances of a clause, each with the words that it is toward."""
    yield from _denials(clause)
    yield from _threats(clause)
    yield from _faults(clause)


def _denials(clause: str) -> Told:
    """*there was no ransom*, *he is not under arrest*: toward what is denied, told without the `not`.

    There too what is no denial for all its `no`: *no need for a referee*, and what stays open.
    """
    signs = stance_words().signs
    none = _THERE.search(clause) or _NONE_MADE.search(clause)
    if (none and signs["disowned"].match(none["toward"])) or (none := _NO.match(clause)):
        yield "denies", none["toward"]
    elif (match := _NOT.match(clause)) and signs["accused"].match(match["predicate"]):
        yield "denies", f"{match['subject']} {match['predicate']}"
    elif match := _NO_NEED.search(clause):
        yield "rejects", match["toward"]
    elif _OPEN.search(clause):
        yield "conciliatory", clause


def _threats(clause: str) -> Told:
    """*if they sail, we will respond*; *they would act unless it was freed*; *the dam would ruin us*."""
    signs = stance_words().signs
    condition = _IF.search(clause)
    if condition and signs["follows"].search(clause, condition.end()):
        yield "warns", clause[condition.start() :]
    elif _UNLESS.search(clause) or signs["perils"].search(clause) or signs["harms"].search(clause):
        yield "warns", clause
    elif match := _ONLY_IF.search(clause):
        yield "seeks", match[1]


def _faults(clause: str) -> Told:
    """*the count lacked transparency*: against what stands before the verb, where that is a thing and is named."""
    for match in stance_words().signs["lacks"].finditer(clause):
        subject = _AUXILIARY.sub("", _INNER.split(clause[: match.start()])[-1].removeprefix("that ").rstrip(" “\"‘'"))
        if subject and len(subject.split()) <= SUBJECT and not _SELF.search(subject):
            yield "opposes", subject
