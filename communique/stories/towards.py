"""What a stance is toward, in the words of the source."""

import re
from dataclasses import dataclass

from communique.domain import Stance

LONGEST = 180  # characters of what a stance is toward
_ABBREVIATED = (
    *("[A-Z]", "Mr", "Ms", "Dr", "St", "Mrs", "Gen", "Sen", "Gov", "Rep", "Col", "No"),
    *("Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"),
)
SHORT = "".join(rf"(?<!\b{word})" for word in _ABBREVIATED)  # a stop behind these ends no sentence
TRIM = " \t\n\r“”\"'‘’,;:.–—-"
_CLOSING = re.compile(r'^[^"]*\S"')  # the first straight mark ends what it quotes
_JOINED = re.compile(
    r"^(?:and|or) [a-z]+ (?=(?:his|her|their|its|our|the|an?|this|these|those)\b)"
)  # *support AND ENDORSE it*
_HEAD = re.compile(r"(?:that|to|by|of|for|against|on|about|despite|over)\s+", re.IGNORECASE)
_INFINITIVE = re.compile(
    r"to (?!(?:an?|the|this|that|these|those|its|his|her|their|our|your|my|any|all|both|each|every|some|such|no|other|"
    r"others|what|who|which|whom|him|them|us|me|it|peace|dialogue|diplomacy|talks|\w+ing|\w+[^s]s)\b)[a-z]+\b(?!-)"
)  # *refused to sign*; not *is open to talks*
_END = re.compile(
    rf"{SHORT}[.!?;][”\"'’]*\s+(?=[“\"'‘]?[A-Z])|\s…\s(?=[“\"])|,[”\"]\s+(?=[“\"])|,\s+(?=(?:and |but )?(?:we|I)\b)|"
    r",?\s+(?=(?:and|but) (?:also )?(?:(?:support|back|oppos|reject|welcom|urg|offer|warn|call|press|prais|condemn|"
    r"blam|accus|den[iy]|demand|insist|respect|regret|expect)(?:s|ed|es)|ruled out|w(?:ould|ill)|did|does)\b)"
)
_RELATIVE = re.compile(r"(?:^|,\s+)(?:which|who|whom|whose)$", re.IGNORECASE)
_LEFT_OPEN = re.compile(r"^((?:an?|the) (?:\w+ ){0,2}\w+) that$", re.IGNORECASE)  # *a charge that* he dismissed


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance, what it is toward in the words of the source, and whether the whole of the content is that.

    toward: empty where the words only point back (*we would not tolerate that*).
    """

    stance: Stance
    toward: str
    whole: bool


def shortened(words: str) -> str:
    """The words without marks at their ends, at most so long; what is quoted within them is closed."""
    trimmed = " ".join(words.split()).strip(TRIM)
    if len(trimmed) > LONGEST:
        trimmed = trimmed[:LONGEST].rsplit(" ", 1)[0].rstrip(TRIM) + " …"
    return _paired(trimmed)


def _paired(words: str) -> str:
    """The words with the quotation mark that a cut took from before or behind them."""
    if (left := words.count("“")) != (right := words.count("”")):
        return f"{words}”" if left > right else f"“{words}"
    if words.count('"') % 2 == 0:
        return words
    return f'"{words}' if _CLOSING.search(words) else f'{words}"'


def toward_of(words: str) -> str:
    """What a stance is toward: one clause, without the words that lead to it, at most so long."""
    trimmed = _JOINED.sub("", _END.split(words.strip(TRIM))[0].strip(TRIM))
    head = None if _INFINITIVE.match(trimmed) else _HEAD.match(trimmed)
    if head and (trimmed[: head.end()].strip().casefold() != "that" or len(trimmed.split()) > len(("that", "claim"))):
        trimmed = trimmed[head.end() :]
    trimmed = _LEFT_OPEN.sub(r"\1", _RELATIVE.sub("", trimmed))
    return shortened(trimmed) if any(character.isalpha() for character in trimmed) else ""
