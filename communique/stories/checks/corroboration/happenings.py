"""Claims by what happens: what several articles tell as done, planned or alleged, each mention beside the others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from communique.domain import Event, Reading, Record, Span
from communique.knowledge.encounters import encounter, is_said
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.checks.corroboration.deeds import Deed, at_odds, links, told
from communique.stories.checks.corroboration.facts import longest
from communique.stories.checks.corroboration.stars import Bounds, stars
from communique.stories.checks.corroboration.wording import Wording
from communique.stories.passages import Pile

BOUNDS = Bounds(makes=0.5, joins=0.0)  # sums of the factors of deeds


def happened(record: Record, readings: Mapping[str, Reading], pile: Pile, wording: Wording) -> Iterator[Claim]:
    """What two passages or more tell as one thing, in the words of one of them, else as the record calls it."""
    deeds = {deed.span: deed for deed in told(record, readings, pile)}
    stories = {article.id: article.story for article in record.articles}
    linked = list(links(list(deeds.values()), stories, pile))
    close = {frozenset((link.one, link.other)) for link in linked if link.close >= BOUNDS.joins}
    found: dict[str, list[list[Deed]]] = defaultdict(list)
    for spans in stars(linked, BOUNDS, pile, lambda a, b: at_odds(deeds[a], deeds[b])):
        told_alike = [deeds[span] for span in spans]
        known = found[told_alike[0].event.id]
        same = next((one for one in known if _one_claim(one, told_alike, close)), None)
        if same is None:
            known.append(told_alike)
        else:
            same += told_alike
    for claims in found.values():
        for told_alike in claims:
            clause = _clause(told_alike[0].event, told_alike, wording)
            if text := clause or _label(told_alike[0]):
                support = tuple(longest({deed.span for deed in told_alike}))
                label = clause is None and not _is_labelled(told_alike[0].event)
                yield Claim(text=text, support=support, label=label)


def _one_claim(one: Sequence[Deed], other: Sequence[Deed], close: AbstractSet[frozenset[Span]]) -> bool:
    """Whether two claims of one event have its label, a passage or close middles, and no two passages are at odds."""
    common = _is_labelled(one[0].event)
    common = common or not {deed.span for deed in one}.isdisjoint(deed.span for deed in other)
    common = common or frozenset((one[0].span, other[0].span)) in close
    return common and not any(at_odds(a, b) for a in one for b in other)


def _label(deed: Deed) -> str | None:
    """What the record calls the event, and what is told of its being so; None where that is a bare `Sanctions`."""
    event = deed.event
    if not (event.actors or event.recipients or event.place or event.date):
        return None
    more = (event.place.name if event.place else None, event.date)
    called = ", ".join([event.label, *(part for part in more if part and part not in event.label)])
    status = deed.mention.status
    return called if status == "occurred" else f"{called} ({status})"


def _clause(event: Event, deeds: Sequence[Deed], wording: Wording) -> str | None:
    """The clause of a report that tells what happened; the label of an encounter tells who met, and where."""
    return (
        None
        if _is_labelled(event)
        else wording.clause([deed.span for deed in deeds if deed.verbal and _backed(deed, deeds)])
    )


def _is_labelled(event: Event) -> bool:
    """Whether the label of an event tells who met, or who said what they did to whom."""
    return bool(encounter(event.kind) or is_said(event.kind)) and len({*event.actors, *event.recipients}) > 1


def _backed(deed: Deed, deeds: Sequence[Deed]) -> bool:
    """Whether all others tell the numbers of one."""
    return all(deed.numbers <= other.numbers for other in deeds)
