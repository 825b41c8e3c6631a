"""The stance that a cue tells: *condemned*, *agreed to*, *called it a mistake*."""

import re

from communique.domain import Stance
from communique.knowledge.nouns import actor_noun
from communique.knowledge.stances import stance_words
from communique.stories.towards import TRIM, Stand, toward_of

_OF = re.compile(r"\W*(?:of|for)\b", re.IGNORECASE)  # who is accused *of* something is not who accuses
_AGREED = re.compile(r"\bagree(?:s|d|ing)?\b", re.IGNORECASE)
_TERMS = re.compile(r"\W*(?:to|on|with)\b|\W*that\b.{3,80}?\b(?:must|should|would|will|needs?)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|tell(?:s|ing)?|told|order(?:s|ed)?|instruct(?:s|ed)?|press(?:es|ed|ing)?)$", re.IGNORECASE
)
_OTHER_TO = re.compile(
    r"(?:(?!(?:that|will|would|was|were|is|are|has|had|have|not|needs?|needed|wants?|wanted|hoped?|\w+n[’']t)\b)"
    r"[\w’'.-]+ ){1,5}?to (?!say\b|tell\b|know\b|explain\b|comment\b|be\b|stand\b|[A-Z])[a-z]+\b"
)  # *asked her guests to halt the works*
_INSISTS = re.compile(r"\binsist(?:s|ed|ing)?$", re.IGNORECASE)
_SUBJUNCTIVE = re.compile(r"\W*that (?:[\w’'.-]+ ){1,8}?(?:not )?be [a-z]")  # *insisted that sanctions be discussed*
_AS = re.compile(r"^as [“\"‘'][^”\"’]+[”\"’](?:\s+…)?\s+(?=\w)")  # *dismissed AS “FANTASIES” reports that ...*
JUDGED_AS = re.compile(r"as [“\"‘'][^”\"’]+[”\"’]")
_VOICED = re.compile(r"\b(?:express|voic|(?:re)?affirm|reiterat)\w*$", re.IGNORECASE)
_FEELING = re.compile(r"\W*(?:(?:its|his|her|their|our|my|the) )?((?:[a-z]+ )?[a-z]+)(?= (?:for|to|over|at|about)\b)")
_OBJECT = re.compile(r"\w*\s+((?:an?|the|its|his|her|their|any|no)\s.+)")  # *DEMANDED AN APOLOGY from Chad*
_TO_DO = re.compile(r"\W*(?:to|never to|not to)\s+(?!say\b|tell\b|speak\b|be (?:a|an|the)\b)\w", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:c[ao]me under|fac(?:e|es|ed|ing)|dr[ae]w|drawn|met with|receiv\w+|field\w+|attract\w+|provok\w+|"
    r"triggered|sparked|prompted)\s+"
    r"(?:\w+\s+)?$",
    re.IGNORECASE,
)
_GUILTY = re.compile(r"\W*not (guilty\b.*)", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,;](?:for|to|of|in|at|that|which|who|by|as|near|and)\b|[,;]")
_SOMEBODY = re.compile(r"him|her|them|us|it|himself|others|both|each|other", re.IGNORECASE)
_OF_ONESELF = frozenset({"rejects", "seeks"})  # toward what one does oneself: *refused to | sign*
_TO = re.compile(r"\W*(?:to|an?|the|his|her|its|their|this|that|these|those|any|all|[A-Z])\b")
_BLAMES = ("accus", "blam", "critici")
_POINTED = re.compile(
    r"(?:it|him|them|us)(?=\s)|(?:that|this|her|these|those)(?=\s+[“\"‘']?(?:(?:an?|the|\w+ly)\s+)*$)", re.IGNORECASE
)
_LED = re.compile(r"(?:(?:that|which|who|whom)\s+)?…\s+")  # *a quota that it called an insult*
_ATTRIBUTES = re.compile(r"\s+[“\"‘']?(?:(?:an?|the|very|so|too|as|one of|\w+ly)\s+)*$|\s+[“\"‘']$", re.IGNORECASE)


def by_cue(cue: str, text: str) -> tuple[Stand, ...] | None:
    """The stance of a cue that tells one, none where it is taken back; None where the cue tells none."""
    words = stance_words()
    if _VOICED.search(cue) and (feeling := _FEELING.match(text)):
        cue, text = f"{cue} {feeling[1]}", text[feeling.end() :].lstrip()
    for stance, pattern in words.cues.items():
        match = pattern.search(cue)
        if match is None or (stance != "concerned" and _suffered(cue, match)):
            continue
        blames = match[0].casefold().startswith(_BLAMES)
        quiet = words.signs["silent"]
        silent = stance == "rejects" and (quiet.match(text.lstrip(TRIM)) or quiet.search(cue[match.end() :]))
        errand = match[0].casefold().startswith(("seek", "sought", "accept")) and words.signs["errands"].match(
            text.lstrip(TRIM)
        )
        idle = words.signs["idle"].match(text)
        if words.signs["negated"].search(cue) or silent or errand or idle or (blames and _OF.match(text)):
            return ()
        text = _with_object(stance, cue, match, text)
        toward = toward_of(text)
        if match[0].casefold().startswith("blam") and _is_cause(text):
            return ()
        if match[0].casefold().startswith("accus"):
            toward = re.sub(r"(?:\s+…)?\s+of\s+", ": ", toward, count=1)
        elif match[0].casefold().startswith("blam"):
            toward = re.sub(r"^(.+?)\s+on\s+(.+)$", r"\2: \1", toward).removesuffix(": it")
        denied = stance == "rejects" and words.signs["alleged"].match(text.lstrip(TRIM))
        return (Stand("denies" if denied else stance, toward, whole=True),) if toward else ()
    return _by_aim(cue, text)


def _with_object(stance: Stance, cue: str, match: re.Match[str], text: str) -> str:
    """What a cue's verb has for its object, the beginning of which may stand within the cue."""
    if cue.casefold().endswith(" to") and stance in _OF_ONESELF and not _TO.match(text):
        return f"to {text}"
    text = _AS.sub("", text) if stance == "rejects" else text
    object_ = _OBJECT.fullmatch(cue, match.end())
    return f"{object_[1]} {text}" if object_ else text


def _is_cause(text: str) -> bool:
    """Whether what is blamed is a thing that happened, of which nobody is for or against: *blamed a power cut*."""
    named = _BEHIND.split(text.split(" on ", 1)[-1].strip(TRIM))[0].split()
    somebody = (actor_noun(word) or actor_noun(word.removesuffix("s")) or _SOMEBODY.fullmatch(word) for word in named)
    return not any(somebody) and not any(word[0].isupper() for word in named)


def _suffered(cue: str, match: re.Match[str]) -> bool:
    """*had been rejected*, *came under criticism*: done to whom the words are ascribed to; *is concerned* is not."""
    before, word = cue[: match.start()], re.split(r"\s", cue[match.start() :], maxsplit=1)[0]
    return bool(_UNDER.search(before) or (_PASSIVE.search(before) and word.casefold().endswith("ed")))


def _by_aim(cue: str, text: str) -> tuple[Stand, ...] | None:
    """*agreed to wait*, *vowed to stay*, *asked Chad to leave*: cues that tell a stance with what follows them."""
    signs = stance_words().signs
    negated = signs["negated"].search(cue)
    if signs["idle"].match(text):
        return None
    if _AGREED.search(cue) and (_TERMS.match(text) or re.search(r"\b(?:to|on|with)$", cue)):
        return (Stand("rejects" if negated else "supports", toward_of(text), whole=True),)
    if "plead" in cue.casefold() and (plea := _GUILTY.match(text)):
        return (Stand("denies", toward_of(plea[1]), whole=True),)
    stance = None if negated else _aim(cue, text)
    return (Stand(stance, toward_of(text), whole=True),) if stance else None


def _aim(cue: str, text: str) -> Stance | None:
    """What a cue and the words behind it tell that one wants, of others or to do."""
    signs = stance_words().signs
    to_do = _TO_DO.match(text)
    if _ASKING.search(cue) and (to_do or _OTHER_TO.match(text)):
        return "seeks"
    if _INSISTS.search(cue) and _SUBJUNCTIVE.match(text):
        return "seeks"
    if to_do and signs["intends"].search(cue) and "offer" not in cue.casefold():
        return "conciliatory" if signs["mild"].match(text.lstrip(TRIM)) else "seeks"
    return "conciliatory" if to_do and "offer" in cue.casefold() else None


def called(text: str) -> tuple[Stand, ...]:
    """*called the plan unacceptable*."""
    words = stance_words()
    for stance, pattern in words.judged.items():
        match = pattern.search(text)
        if match is None or words.signs["negated"].search(text[: match.end()]) or not _names(text[: match.start()]):
            continue
        if toward := toward_of(_said_as(text, match.start())):
            return (Stand(stance, toward, whole=True),)
    return ()


def _names(before: str) -> bool:
    """Whether the words before a judgement name what is judged: not *as false as it is insulting*, *a hate crime*."""
    return any(letter.isalpha() for letter in _ATTRIBUTES.sub(" ", f" {before}"))


def _said_as(text: str, judged: int) -> str:
    """*the plan: unacceptable*, of *called the plan unacceptable*; judged: where the judgement begins at the latest."""
    if led := _LED.match(text):
        return text[led.end() :]
    pointed, attributes = _POINTED.match(text, 0, judged), _ATTRIBUTES.search(text, 0, judged)
    if re.search(r"\bas\b", text[:judged]) or not (pointed or attributes):
        return text
    start = pointed.end() if pointed else attributes.start() if attributes else judged
    return f"{text[:start]}: {text[start:].lstrip()}" if text[:start].strip() else text
