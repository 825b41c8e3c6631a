"""Grounds: where, and when, something was that an article tells without a word of it, by what it told just before.

News stays where it is: who was held or hurt in the sentence behind a rally was so at the rally, and `the hotel` is the
one where the talks were that the article has told of, or stands in the city that the article comes from.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.knowledge import place_nouns
from communique.record.events.reports import Report

NEXT = 1  # sentences between what is told of one scene
FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
OUTCOMES = frozenset({"death", "injury", "killing"})
NEARBY = re.compile(r"\b(?:at|in|inside|near|outside)\s+the\s+(?:\w+\s+){0,2}?(?P<site>\w+)", re.IGNORECASE)


def grounded(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports of an article, in text order, with the places and days of what each is told with."""
    done: list[Report] = []
    for report in reports:
        found = _from_scene(report, done) if _is_unplaced(report) else report
        done.append(found)
        yield found


def _is_unplaced(report: Report) -> bool:
    """Whether something is told to have been done by force, or against it, and nothing of where."""
    sort = report.mention.type in FORCE or report.mention.kind in OUTCOMES
    return sort and report.occurred and report.where is None and not report.names_a_place


def _from_scene(report: Report, before: Sequence[Report]) -> Report:
    site = NEARBY.search(report.mention.span.text)
    if site and site["site"].casefold() in place_nouns("sites"):
        met = next((r.where for r in reversed(before) if r.encounter and r.occurred and r.where), report.written)
        return replace(report, where=met)
    scene = next((r for r in reversed(before) if r.occurred and r.mention.type in FORCE and r.where), None)
    if scene is None or not 0 < report.line - scene.line <= NEXT:
        return report
    day = replace(scene.moment, how=f"told with the {scene.mention.kind}") if scene.moment else None
    return replace(report, where=scene.where, moment=report.moment or day)
