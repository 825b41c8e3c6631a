"""Who tells of force: the other side alone, or somebody besides. States and words are invented, or stand for any."""

from dataclasses import replace

import pytest

from communique.domain import Document, EventMention
from communique.record.events.parties import Party
from communique.record.events.reports import Report
from communique.record.events.sides import as_claimed

ACTOR = Party(id="", country=None, person=False, state=False, official=False, named=True, press=False, telling=True)
KNOWN = {
    party.id: party
    for party in (
        replace(ACTOR, id="norway", country="NOR", state=True),
        replace(ACTOR, id="spain", country="ESP", state=True),
        replace(ACTOR, id="peru", country="PER", state=True),
        replace(ACTOR, id="envoy", country="ESP", person=True, official=True),
        replace(ACTOR, id="singer", country="ESP", person=True),
        replace(ACTOR, id="singers", country="NOR", kind="group"),
        replace(ACTOR, id="paper", country="ESP", kind="org", press=True),
        replace(ACTOR, id="troops", official=True),
        replace(ACTOR, id="ministry", kind="org"),
    )
}


def report(
    words: str = "Norway's guards fired on a post",
    trigger: str = "fired",
    *,
    sort: str = "ASSAULT",
    did: tuple[str, ...] = ("norway",),
    told_by: tuple[str, ...] = ("spain",),
) -> Report:
    """Force, told by somebody in an article from Spain."""
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=words)
    at = words.index(trigger)
    mention = EventMention(
        span=document.span(0, len(words)), trigger=document.span(at, at + len(trigger)), type=sort, kind="attack",
        confidence=0.9,
    )  # fmt: skip
    return Report(
        article="a", index=0, what="attack", mention=mention, encounter=False, actors=did, told_by=told_by, home="ESP"
    )


@pytest.mark.parametrize("tellers", [("spain",), ("envoy",), ("ministry",), ("spain", "envoy")])
def test_what_the_authorities_of_the_other_side_tell_is_claimed(tellers: tuple[str, ...]) -> None:
    assert as_claimed(report(told_by=tellers), KNOWN).mention.status == "alleged"


@pytest.mark.parametrize(
    "told",
    [
        report(told_by=()),
        report(told_by=("norway",)),
        report(told_by=("spain", "peru")),
        report(told_by=("singer",)),
        report(told_by=("paper",)),
        report(did=()),
        report(did=("singers",)),
        report(did=("ministry",)),
        report(did=("troops",)),
        report(sort="CONSULT"),
        report("Norway's attack", "attack"),
        report("the attack", "attack"),
    ],
)
def test_what_others_tell_too_or_grant_is_so(told: Report) -> None:
    assert as_claimed(told, KNOWN) == told


def test_what_is_denied_stays_denied() -> None:
    told = report()
    told = replace(told, mention=replace(told.mention, status="denied"))
    assert as_claimed(told, KNOWN) == told
