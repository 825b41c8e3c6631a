"""Acts: what saying something does (an accusation, a request, a promise), by the cue and the words themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.domain import Attribution
from communique.knowledge import events

if TYPE_CHECKING:
    from communique.reading.page import Page

DEEDS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def act(page: Page, attribution: Attribution) -> str | None:
    """PLOVER root of what an attribution's words do; None where they only tell."""
    if attribution.cue is None:
        return None
    for word in page.block_at(attribution.cue.start).words(attribution.cue):
        token = word.token
        for naming in (*events.verbs_named(token.lemma_.lower()), *events.nouns_named(token.lemma_.lower())):
            beside = {child.lower_ for child in token.children} | {child.lemma_.lower() for child in token.children}
            if naming.kind.type in DEEDS and all(other in beside for other in naming.beside):
                return naming.kind.type
    return None
