"""Sides: force that only the other side tells of is what it is charged with.

`Norland's army said Sudland's troops had opened fire on a post` is a claim, until an outlet tells it in its own words.
"""

from collections.abc import Mapping
from dataclasses import replace

from communique.record.events.parties import Party
from communique.record.events.phrases import POSSESSIVE
from communique.record.events.reports import Report

FORCE = "ASSAULT"


def as_claimed(report: Report, known: Mapping[str, Party]) -> Report:
    """The report, alleged where one state's officials alone tell of force by another's."""
    granted = report.definite or any(word.endswith(POSSESSIVE) for word in report.modifiers[:1])  # `Norland's attack`
    if report.mention.status != "occurred" or report.mention.type != FORCE or granted:
        return report
    parties, tellers = [known[i] for i in report.actors], [known[i] for i in report.told_by]
    doers = {party.country for party in parties if party.state or party.official or party.sector}
    theirs = {party.country or report.home for party in tellers if _speaks_for_a_side(party)}
    apart = len(theirs) == 1 and None not in {*theirs, *doers} and not theirs & doers
    if not (doers and apart):
        return report
    return replace(report, mention=replace(report.mention, status="alleged"))


def _speaks_for_a_side(party: Party) -> bool:
    """Whether what somebody tells is what a state's authorities tell."""
    return party.state or party.official or (party.kind == "org" and party.country is None)
