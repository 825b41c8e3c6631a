"""Credits: who took a picture, which agency reported, who wrote."""

import re
from collections.abc import Iterator

from communique.knowledge import Agency, agency_named, outlet_named

IN_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,200})[)\]]\.?$")
AFTER_DASH = re.compile(r"(?<=[.!?\"”’])\s*(?:[-–—]{1,2}|/)\s*(?P<inside>[A-Za-z .&/-]{2,40}?)/?\.?$")
IN_CAPITALS = re.compile(r"(?<=[a-z][.!?\"”’])\s+(?P<inside>[A-Z]{2,}(?:(?:, |/)[A-Z]{2,}){0,3})$")
INITIALS = re.compile(r"[A-Z]{2,5}")
PICTURED_BY = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}[A-Z][\w.’'-]*\s?/\s?[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,3}")
SPLIT = re.compile(r"\s*(?:/|,|;|&|\||\+|©|\band\b|\bvia\b|\bwith\b|\bfor\b|\bfrom\b|\bby\b|\s-\s)\s*", re.IGNORECASE)
PHOTO = re.compile(
    r"(?:(?:file |handout )?(?:photo(?:graph)?s?|pictures?|images?|pics?|video|illustration|graphic"
    r"|courtesy|credits?)"
    r"(?: (?:credits?|sources?|copyright|courtesy))?)\s*(?:[:,/|©]|by\b|via\b|of\b|courtesy\b)\s*\S",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r"(?:with |additional |this report includes )?(?:additional |further )?(?:reporting|writing|editing"
    r"|edited|compiled|inputs?|files|contributions?"
    r"|material|information|translated)(?: and (?:writing|editing|reporting))?(?: was)? (?:by|from|in)\b|"
    r"with (?:agencies|agency|wires|inputs?|files|news agencies|staff)\b",
    re.IGNORECASE,
)
SENTENCE_END = tuple(".!?…\"”’'»")
TAIL = 300


def tail_start(text: str) -> int | None:
    """Where a credit begins that stands at the end of a longer passage, None without one."""
    tail = text[-TAIL:]
    offset = len(text) - len(tail)
    for pattern in (IN_BRACKETS, AFTER_DASH, IN_CAPITALS):
        match = pattern.search(tail)
        if match and match.start() + offset > 0:
            before = text[: match.start() + offset].rstrip()
            ended = before.endswith(SENTENCE_END)
            signed = ended and pattern is AFTER_DASH and INITIALS.fullmatch(match["inside"])
            apart = before and (ended or not _spells_out(before, match["inside"]))
            if signed or (apart and is_credit(match["inside"])):
                return match.start() + offset
    return None


def is_credit(text: str) -> bool:
    """Whether a short text is nothing but a credit: `Reuters`, `Jane Roe/AFP`, `Photo by ...`, `Reporting by ...`."""
    text = text.strip(" ()[].")
    if "file photo" in text.casefold() and not any(_agencies(text)):
        return False
    if REPORTING.match(text):
        return True
    if PICTURED_BY.fullmatch(text):
        return True
    if PHOTO.match(text):
        return len(text.split()) <= 14
    return len(text.split()) <= 9 and any(_agencies(text)) and _begins_name(text)


def is_reporting_credit(text: str) -> bool:
    """Whether the credit is for words, as `(Reporting by Jane Roe)`."""
    return bool(REPORTING.match(text.strip(" ()[].")))


def is_photo_credit(text: str) -> bool:
    """Whether the credit says that it is for a picture."""
    text = text.strip(" ()[].")
    by_name = PICTURED_BY.fullmatch(text)
    return bool(PHOTO.match(text) or (by_name and outlet_named(text.rpartition("/")[2]) and not any(_agencies(text))))


def agencies_in(text: str) -> tuple[Agency, ...]:
    """The agencies that a credit names, in its order."""
    return tuple(dict.fromkeys(_agencies(text.strip(" ()[]."))))


def _agencies(text: str) -> Iterator[Agency]:
    whole = agency_named(text)
    for part in [text] if whole else SPLIT.split(text):
        name = part.strip(" .()[]—–-:")
        agency = agency_named(name) or agency_named(name.removesuffix(" Photo").removesuffix(" photo"))
        if agency:
            yield agency


def _begins_name(text: str) -> bool:
    """Whether a credit begins as names do: in upper case, or with an agency that writes itself in lower case."""
    return text[:1] == "©" or text[:1].isupper() or agency_named(SPLIT.split(text)[0]) is not None


def _spells_out(before: str, short: str) -> bool:
    """Whether the letters in brackets abbreviate the words before them, as in `Palestinian Authority (PA)`."""
    letters = [c for c in short if c.isalpha()]
    words = [w for w in before.split()[-len(letters) - 2 :] if w[:1].isupper()]
    return short.isupper() and [w[0] for w in words][-len(letters) :] == letters
