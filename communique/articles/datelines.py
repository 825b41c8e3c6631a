"""Datelines: where, and for which agency, a report says that it was written."""

import re
from dataclasses import dataclass

from communique.articles.wording import CAPITAL
from communique.knowledge import agency_named, outlet_named, place_name
from communique.knowledge.calendar import MONTHS, WEEKDAYS

LOUD = rf"{CAPITAL}(?:{CAPITAL}|['’.]|-(?!-))*(?:{CAPITAL}|\.)"
PLAIN = rf"{CAPITAL}[\w’'.-]+"
PLACE = rf"(?P<place>{LOUD}(?:\s{LOUD}){{0,3}}|{PLAIN}(?:[\s-](?:{PLAIN}|de|da|del|la|el)){{0,3}})"
SECOND = rf"(?:\s?/\s?{LOUD}(?:\s{LOUD}){{0,2}}|(?:,| and)\s{LOUD}(?:\s{LOUD}){{0,2}}(?=[\s/,]))*"
MONTH = rf"(?:{'|'.join(names[-1] for names in MONTHS)})[a-z]*\.?"
REGION_WORD = rf"{CAPITAL}[\w’'.]+"
REGION_NAME = rf"{REGION_WORD}(?:\s(?:and\s|of\s)?{REGION_WORD}){{0,3}}"
REGION = rf"(?:,\s(?!{MONTH}\s\d){REGION_NAME}|\s\({REGION_NAME}\)(?=\s?\())?"  # `BRENNA (Norland) (AFP)`
DATE = (
    rf"(?P<date>(?:,?\s(?:{'|'.join(day for day, *_ in WEEKDAYS)}))?,?\s"
    rf"(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?)?"
)
AGENCY = r"(?:\.?,?\s?(?:\((?P<agency>[^()]{2,40})\)|/(?P<slashed>[A-Z][\w -]{1,30})/))?"
MARK = r"\s*(?P<mark>--+|[—–:|]|-(?=\s)|\.(?=\s))"
EMPHASIS = r"[*_]{0,3}"
FULL = re.compile(rf"{EMPHASIS}(?:{PLACE}{SECOND}{REGION}{DATE}{AGENCY}){EMPHASIS}(?:{MARK})?{EMPHASIS}\s*")
BARE = re.compile(r"\((?P<agency>[A-Z][\w. /-]{1,30})\)\s*(?P<mark>--+|[—–-])?\s+(?=[A-Z“\"'‘])")
NO_PLACE = frozenset(
    "update breaking watch note analysis opinion exclusive factbox explainer live video photos read "
    "correction editorial"
    " comment interview q a transcript question answer update1 urgent alert new developing just in "
    "background host moderator"
    " reporter clarification review profile timeline here caption image photo and but so".split()
)
LONGEST = 120
SHORT = 60  # characters of a dateline that begins with a known place in small letters
DASHES = ("--", "—", "–", "-")
MOST_WORDS = 4  # of an agency's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A dateline at the start of a paragraph, offsets within it. `loud`: its place is in capitals."""

    place: str | None
    end: int
    mark: str
    date: str | None = None
    agency: str | None = None
    loud: bool = False

    @property
    def credited(self) -> bool:
        """Whether a news agency stands in it."""
        return bool(self.agency and agency_named(self.agency))


def dateline(text: str) -> Found | None:
    """The dateline that a paragraph begins with.

    A place in capitals with a dash or colon is one. A place in ordinary letters needs a known name, a date or an agency
    beside it; `(AGENCY) -` may stand without a place.
    """
    head = text[:LONGEST]
    if (bare := BARE.match(head)) and _is_source(bare["agency"]):
        return Found(place=None, end=bare.end(), mark=bare["mark"] or "", agency=bare["agency"])
    match = FULL.match(head)
    if not match or match.end() >= len(text):
        return None
    place, agency = _place_and_agency(match)
    if not (match["mark"] or agency) or (agency and not (_is_source(agency) or _is_new_source(place, agency, match))):
        return None
    loud = place == place.upper() and len(place) > 2
    date = (match["date"] or "").strip(" ,") or None
    if not _is_dateline(match, place, loud=loud, sourced=agency is not None):
        return None
    end = match.end() - (len(match[0]) - len(match[0].rstrip()))
    return Found(place=normal_case(place), end=end, mark=match["mark"] or "", date=date, agency=agency, loud=loud)


def normal_case(place: str) -> str:
    """A place in the letter case of running text: `SOCHI` is Sochi, `PORT-AU-PRINCE` Port-au-Prince."""
    if known := place_name(place):
        return known
    if place != place.upper():
        return place
    small = {"DE", "DA", "DO", "DOS", "DEL", "LA", "LE", "EL", "AL", "OF", "THE", "ON", "SUR"}
    words = place.split(" ")
    return " ".join(w.lower() if w in small and i else _titled(w) for i, w in enumerate(words))


def _titled(word: str) -> str:
    return re.sub(
        r"[^\W\d_]+",
        lambda m: m[0] if m.start() and word[m.start() - 1] in "'’" and len(m[0]) == 1 else m[0].capitalize(),
        word,
    )


def _place_and_agency(match: re.Match[str]) -> tuple[str, str | None]:
    """The place and the agency, which may stand beside it without brackets: `Geneva CNN —`."""
    place, agency = match["place"], match["agency"] or match["slashed"]
    before, _, last = place.rpartition(" ")
    if (
        before
        and not agency
        and match["mark"] in DASHES
        and last.isupper()
        and _is_source(last)
        and not place_name(place)
    ):
        return before, last
    return place, agency


def _is_new_source(place: str, agency: str, match: re.Match[str]) -> bool:
    """Whether a name in brackets that is not known stands where an agency's does: `OSLO (Northwire) —`."""
    letters = "".join(w[0] for w in agency.split())
    named = agency[0].isupper() and len(agency.split()) <= MOST_WORDS and letters.casefold() != place.casefold()
    return bool(
        named and match["mark"] in DASHES and (place_name(place) or (place.isupper() and not place_name(agency)))
    )


def _is_dateline(match: re.Match[str], place: str, *, loud: bool, sourced: bool) -> bool:
    mark, known = match["mark"] or "", place_name(place) is not None
    after = match.string[match.end() : match.end() + 1]
    if place.casefold() in NO_PLACE or place.split(maxsplit=1)[0].casefold() in NO_PLACE:
        return False
    dated = bool(match["date"])
    if mark == ".":
        return sourced or (dated and loud)
    if after.islower():
        return sourced
    if loud:
        return True
    whole = dated and (match["date"] or "")[-4:].isdigit() and mark in DASHES  # `Brenna, 3 May 2031 -`
    return sourced or whole or (known and (dated or mark in {*DASHES, ":"}) and len(match[0]) < SHORT)


def _is_source(name: str) -> bool:
    return any(agency_named(part) or outlet_named(part) for part in re.split(r"\s*/\s*", name))
