"""Bylines: lines that name who wrote, and the names in them."""

import re

from communique.articles.dates import dates_in, stamp_kind
from communique.articles.mastheads import names_outlet
from communique.articles.wording import CAPITAL, ends_sentence, is_masthead
from communique.knowledge import agency_named, outlet_named, page_line, place_name

WORD = rf"(?:{CAPITAL}[\w’'.-]*|al-[A-Z][\w’'-]*|el-[A-Z][\w’'-]*)"
NAME = rf"{WORD}(?:\s+(?:(?:de|da|del|della|di|du|dos|van|von|der|den|bin|ibn|al|el|la|le|ter)\s+)*{WORD}){{0,4}}"
NAMES = rf"{NAME}(?:(?:\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&|with)\s+){NAME}){{0,6}}"
BY = re.compile(
    r"(?:byline\s*:\s*)?"
    r"(?:(?:by|from) our (?:own |special |staff )?correspondent,?(?= [A-Z])|by|written by|words by|text by|story by|"
    r"report by|reported by|analysis by|opinion by|posted by"
    r"|published by|author|byline|reporter)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
NAMED = re.compile(rf"(?P<names>{NAMES})")
ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|bureau|chief|staff|producer|columnist|analyst|contributor"
    r"|author|journalist"
    r"|desk|team|network|news|service|post|times|press|agency|agencies|tv|radio|special to|for the|in "
    r"[A-Z]|media|wire|and agencies)\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:[\w&’'-]+ ){0,3}(?:correspondent|reporter|writer|editor|producer|columnist|analyst|bureau chief)"
    r"(?:,? (?:in|at|for|reporting from|of) [\w .’'-]{2,40}|, [A-Z][\w .’'-]{1,40})?",
    re.IGNORECASE,
)
UNNAMED = re.compile(
    r"(?:by |from )?"
    r"(?P<names>(?:our|news|online|special|staff|web) (?:own )?(?:correspondents?|desk|reporters?|writers?))"
    rf"(?:(?:,? in |,? at |\s*[|,–-]\s*){WORD}(?:\s{WORD}){{0,3}})?",
    re.IGNORECASE,
)
PLACED = re.compile(
    rf"(?:From )?(?P<names>{NAMES}) in (?P<place>{WORD}(?:\s+{WORD}){{0,2}})(?:,? and {WORD}(?:\s+{WORD}){{0,2}})*"
    r"(?P<others>,? (?:and|with) (?:news )?agenc(?:y|ies))?$"
)
IN_PLACE = re.compile(r"\s+IN\s+")
LONGEST = 200


def is_byline(text: str) -> bool:
    """Whether a line names its writers and says nothing else."""
    return name_bounds(text) is not None


def name_bounds(text: str) -> tuple[int, int] | None:
    """Where the names stand in a byline; None where the line is none.

    Either it begins with `By` and names follow, with at most their outlet, office, place or date, or it is names with
    the place they write from (`Jane Roe in Geneva`) or their office (`Jane Roe, Moscow correspondent`).
    """
    if len(text) > LONGEST or not text or stamp_kind(text):
        return None
    if unnamed := UNNAMED.fullmatch(text):
        return unnamed.span("names")
    return _signed_bounds(text) if BY.match(text) else _listed_bounds(text)


def _signed_bounds(text: str) -> tuple[int, int] | None:
    text = _undated(text)
    begun = BY.match(text)
    named = NAMED.match(text, begun.end()) if begun else None
    if named is None or _known_page_words(named["names"]):
        return None
    start, end = named.span("names")
    whole = end == len(text) or _is_rest(text[end:])
    return (start, start + len(_without_outlet(text[start:end]))) if whole else None


def _listed_bounds(text: str) -> tuple[int, int] | None:
    if placed := PLACED.match(text):
        known = (place_name(placed["place"]) or placed["others"]) and not place_name(placed["names"])
        return (
            placed.span("names")
            if known and len(placed["names"].split()) >= 2 and _is_person(placed["names"])
            else None
        )
    name, comma, role = text.partition(",")
    if not comma:
        name, comma, role = text.partition(" | ")
    if comma and is_name(name.strip()) and stamp_kind(role.strip()):
        return 0, len(name.strip())
    place = ROLE.search(role) or outlet_named(role) or is_masthead(role.strip())
    office = comma and len(role.split()) <= 6 and place and not ends_sentence(text)
    return (0, len(name)) if office and is_name(name) else None


def signed(text: str) -> bool:
    """Whether a byline says by whom in so many words, as a line of a name and a date does not."""
    return BY.match(text) is not None


def could_be_byline(text: str) -> bool:
    """Whether a line beside a date, under a title, is a byline: a name, or a name and a place known or not."""
    placed = PLACED.match(text) if len(text) <= LONGEST else None
    return is_name(text) or bool(placed and len(placed["names"].split()) >= 2 and _is_person(placed["names"]))


def is_office(text: str) -> bool:
    """Whether a line is a writer's office, as stands under a name: `Diplomatic correspondent, in Geneva`."""
    return len(text.split()) <= 8 and bool(OFFICE.fullmatch(text))


def is_name(text: str) -> bool:
    """Whether a line could be one person's name: two to four words in upper case that are nothing else."""
    return bool(
        2 <= len(text.split()) <= 4
        and not text.casefold().startswith("by ")
        and re.fullmatch(NAME, text)
        and not _known_page_words(text)
        and _is_person(text)
    )


def _is_person(text: str) -> bool:
    return not (place_name(text) or agency_named(text) or names_outlet(text))


def _known_page_words(text: str) -> bool:
    return page_line(text) is not None


def _is_rest(rest: str) -> bool:
    """Whether what follows the names of a byline is their outlet, office or place, or a date."""
    bare = rest.strip(" ,|-–—•·/()\n\t")
    if not bare or stamp_kind(bare):
        return True
    if len(bare.split()) > 14 or (rest[:1] not in " ,|-–—•·/(\n\t"):
        return False
    first = rest.lstrip()[:1]
    return bool(first in ",|-–—•·/(" or bare.startswith("in ") or ROLE.search(bare)) and not (
        ends_sentence(bare) and len(bare.split()) > 5
    )


def _undated(text: str) -> str:
    """A byline without the date at its end: `By Jane Roe May 14, 2019`."""
    dated = dates_in(text)
    return text[: dated[0].start].rstrip(" ,|-–—•·/") if dated and stamp_kind(text[dated[0].start :]) else text


def _without_outlet(names: str) -> str:
    """The names, less what follows them: an agency or outlet (`Jane Roe, Reuters`), a place (`JANE ROE IN GENEVA`)."""
    kept = IN_PLACE.split(names)[0]
    words = kept.split()
    for count in range(min(4, len(words) - 2), 0, -1):
        if outlet_named(" ".join(words[-count:])):
            if words.count(words[-count]) == 1:
                kept = kept[: kept.rindex(words[-count])].rstrip(" ,").removesuffix(" and")
            break
    while "," in kept:
        head, _, last = kept.rpartition(",")
        role = OFFICE.fullmatch(last.strip()) or (ROLE.search(last) and not is_name(last.strip()))
        if not (outlet_named(last) or agency_named(last) or role):
            break
        kept = head.rstrip()
    return kept
