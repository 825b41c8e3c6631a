"""Claims that several articles carry: what was said, what happened, and facts told in words that have much in common.

An article carries a claim also where it says it in other words or as a part of more; that it is true is not said.
Copies, the pages of one outlet and the dispatches of one agency have one origin together.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from communique.domain import Corroboration, Reading, Record
from communique.stories.checks.corroboration.attributes import called
from communique.stories.checks.corroboration.claims import Places
from communique.stories.checks.corroboration.closest import close
from communique.stories.checks.corroboration.contrary import Contrary
from communique.stories.checks.corroboration.counted import counted
from communique.stories.checks.corroboration.disputes import at_odds
from communique.stories.checks.corroboration.happenings import happened
from communique.stories.checks.corroboration.repeats import distinct
from communique.stories.checks.corroboration.roles import known_as
from communique.stories.checks.corroboration.spoken import Told, held, leaning, said
from communique.stories.checks.corroboration.wording import Wording
from communique.stories.passages import Pile


def check(record: Record, readings: Mapping[str, Reading], pile: Pile | None = None) -> Record:
    """Add the claims that two articles or more carry."""
    places = Places(record.articles, readings)
    pile = pile or Pile.of(record, readings)
    actors = {actor.id: actor.name for actor in record.actors}
    wording = Wording(record, readings, pile)
    spoken = Told(readings, pile, wording)
    contrary = Contrary(record, readings)
    claims = chain(
        said(record, spoken),
        happened(record, readings, pile, wording),
        counted(record, readings, places, wording),
        close(record, readings, pile, places, wording),
        at_odds(record, readings),
        held(record, actors),
        leaning(record, pile, actors),
    )
    found: dict[str, Corroboration] = {}
    names = chain(called(record, readings, pile), known_as(record, readings))
    told = map(contrary.without, distinct(map(contrary.without, claims), pile))
    for claim in chain(told, distinct(names, pile)):
        if made := places.corroboration(claim, record):
            found.setdefault(made.id, made)
    return replace(record, corroborations=tuple(found[i] for i in sorted(found)))
