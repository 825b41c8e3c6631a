"""Grounds: where, and when, something was that an article tells without a word of it, by what it told just before.

News stays where it is: who was held or hurt in the sentence behind a rally was so at the rally, and `the hotel` is the
one where the talks were that the article has told of, or stands in the city that the article comes from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.knowledge import place_nouns
from communique.knowledge.encounters import is_custody, is_toll
from communique.knowledge.events import FORCE
from communique.record.events.reports import Report
from communique.record.places import Where

NEXT = 1  # sentences between what is told of one scene
NEARBY = re.compile(r"\b(?i:at|in|inside|near|outside) (?:the|her|his|their) (?P<site>[a-z]+(?: [a-z]+){0,2})")


def grounded(reports: Iterable[Report]) -> Iterator[Report]:
    """The reports of an article, in text order, with the places and days of what each is told with."""
    met: Where | None = None
    scene: Report | None = None
    for report in reports:
        found = _placed(report, met, scene) if _is_unplaced(report) else report
        if found.where and found.occurred:
            met = found.where if found.encounter else met
            scene = found if found.mention.type in FORCE else scene
        yield found


def _is_unplaced(report: Report) -> bool:
    """Whether something is told to have been done, and nothing of where."""
    return report.occurred and report.where is None and not report.names_a_place


def _placed(report: Report, met: Where | None, scene: Report | None) -> Report:
    """The report where the article is. met: where somebody last met. scene: the last deed of force with a place.

    Only what is done by force, or does harm, is told of the scene without a word of where it is.
    """
    site = NEARBY.search(report.mention.span.text)
    if site and not place_nouns("in_towns").isdisjoint(site["site"].split()):  # not `the White House`
        return replace(report, where=met or report.written)
    toll = is_toll(report.mention.kind) and scene is not None and not is_custody(scene.mention.kind)
    sort = report.mention.type in FORCE or toll
    if not sort or scene is None or not 0 < report.line - scene.line <= NEXT:
        return report
    day = replace(scene.moment, how=f"told with the {scene.mention.kind}") if scene.moment else None
    return replace(report, where=scene.where, moment=report.moment or day)
