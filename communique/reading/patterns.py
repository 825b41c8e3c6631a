"""Patterns: agreements, elections, ships and organisations, known by the way they are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.knowledge import events
from communique.knowledge.calendar import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.domain import ActorType

NAMED_WORD = r"[A-Z][\w’'-]{0,40}"
DATED = rf"\w+day\b|(?:{'|'.join(name for names in MONTHS for name in names)})\b"
TREATIES = "Treaty|Agreement|Agreements|Accord|Accords|Pact|Convention|Protocol|Memorandum|Charter|Plan of Action"
AGREEMENT = re.compile(rf"\b(?:{NAMED_WORD} (?:(?:of|on|for|the|in) ){{0,2}}){{1,6}}(?:{TREATIES})\b")
ELECTION_KINDS = (
    "state|presidential|parliamentary|general|legislative|midterm|federal|regional|provincial|municipal|local|leadership|"
    "snap|independence"
)
ELECTION = re.compile(
    rf"\b(?:1[789]|20)\d\d (?:{NAMED_WORD} |of |the ){{0,5}}"
    rf"(?i:(?:(?:{ELECTION_KINDS}) ){{0,3}}(?:elections?|vote|referendum|primary|primaries))\b"
)
ORGANISATIONS = (
    "Party|Movement|Front|Alliance|Coalition|Council|Commission|Committee|Ministry|Department|University|Institute|"
    "Agency|Court|Parliament|Union|League|Association|Federation|Foundation|Organi[sz]ation|Bank|Fund|Society|Army|"
    "Navy|Corps|Authority|Bureau|Office|Centre|Center|Academy|Congress|Assembly|Tribunal|Forum"
)
ORGANISATION = re.compile(
    rf"\b(?:(?!\w+day['’]s\b){NAMED_WORD} (?:(?:of|for|and|on|the) ){{0,2}}){{0,4}}(?:{ORGANISATIONS})"
    rf"(?: (?:of|for|on)(?: the)?(?: (?!{DATED}){NAMED_WORD}){{1,4}}(?: of the {NAMED_WORD})?)?(?![\w’'-])"
)
AIRLINE = re.compile(
    r"\bAir (?!(?:Base|Command|Corps|Defen[cs]e|Force|Marshal|Quality|Raid|Strike|Traffic|Transport)\b)[A-Z][a-z]+"
    rf"|\b{NAMED_WORD}(?: {NAMED_WORD})? (?:Airlines?|Airways|Aviation)\b"
)
INITIALS = re.compile(r"\b(?:initials|acronym|abbreviation),? (?P<short>[A-Z][A-Za-z]{1,7})\b")
PARTY = re.compile(rf"\b[Tt]he (?P<name>{NAMED_WORD}(?: {NAMED_WORD}){{0,3}}) party\b")
VESSELS = "|".join(sorted(events.words("vessels"), reverse=True))
VESSEL = re.compile(
    rf"\b(?:{VESSELS}) (?P<name>(?!\w+day\b){NAMED_WORD}(?: {NAMED_WORD}){{0,3}})"
    rf"|\b(?P<whole>(?:HM[ACN]?S|USS|USNS|USCGC|MV|MT|RMS|BRP|KRI|INS) {NAMED_WORD}(?: {NAMED_WORD}){{0,2}})"
)
KINDS: tuple[tuple[re.Pattern[str], ActorType], ...] = (
    (AGREEMENT, "agreement"),
    (ELECTION, "election"),
    (VESSEL, "vehicle"),
    (PARTY, "party"),
    (ORGANISATION, "org"),
    (AIRLINE, "org"),
    (INITIALS, "org"),
)


def find(text: str) -> Iterator[tuple[int, int, ActorType]]:
    """What is so named in a text: half-open character ranges, of each kind in text order."""
    for pattern, kind in KINDS:
        for match in pattern.finditer(text):
            yield *match.span(match.lastgroup or 0), kind


def has_election(text: str) -> bool:
    """Whether an election is named in a text."""
    return ELECTION.search(text) is not None
