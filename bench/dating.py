"""Days of events on TimeBank and AQUAINT, against the links that people drew between events and times.

Each text is read as one article published at the document's creation time, and its events are dated as in a record of
it alone. A mention found is taken for the EVENT whose words its trigger shares. That event's days are those of the
shortest TIMEX3, a year at the longest, that a TLINK puts it in (IS_INCLUDED, DURING, SIMULTANEOUS or IDENTITY), the
creation time among them; of events that are linked as identical, the days of either. The measures:

- dated: the share of mentions whose event has such days that are given a date;
- right: the share of those dates that are compatible with them: one lies within the other (as in `talks`);
- f1: of the dates that are right, over the dates given and the dates told;
- given without one: the share of mentions that are given a date although no link dates their event. People linked only
  some events, so this tells a change, not an error.

Every second text of each set, by name, was looked at while the rules were written (`seen`); of the others nothing but
these figures was ever read (`unseen`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from figures import Figures, show
from lxml import etree  # type: ignore[import-untyped]  # lxml has no types
from times import SETS, marked

from communique import reading
from communique.domain import Article, Reading
from communique.domain.times import Interval, interval
from communique.models import Models
from communique.record import actors, events

WITHIN = frozenset({"DURING", "IDENTITY", "IS_INCLUDED", "SIMULTANEOUS"})
"""What links an event to the time in which it was."""
AROUND = frozenset({"DURING_INV", "IDENTITY", "INCLUDES", "SIMULTANEOUS"})
"""What links a time to an event in it."""
LONGEST = 366  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An EVENT: its offsets in the text, and its days where a link tells them."""

    start: int
    end: int
    days: Interval | None


@dataclass(slots=True)
class Counts:
    """What the measures are made of."""

    told: int = 0
    dated: int = 0
    right: int = 0
    untold: int = 0
    given: int = 0

    def add(self, other: "Counts") -> None:
        """Count the other's too."""
        for field in fields(self):
            setattr(self, field.name, getattr(self, field.name) + getattr(other, field.name))

    def figures(self, name: str) -> Figures:
        """The measures."""
        return {
            f"dating.{name}.events with a date": self.told,
            f"dating.{name}.dated": self.dated / self.told,
            f"dating.{name}.right": self.right / self.dated,
            f"dating.{name}.f1": 2 * self.right / (self.told + self.dated),
            f"dating.{name}.given without one": self.given / self.untold,
        }


def measure(shared: Path) -> Figures:
    """Read and score every text of both sets."""
    models = Models.load()
    counts: dict[str, Counts] = {}
    for name in SETS:
        for number, path in enumerate(sorted((shared / "data" / "timeml" / name).glob("*.tml"))):
            article, told = linked(path)
            counted = count(article, told, reading.read(article, models))
            for group in (name, "unseen" if number % 2 else "seen"):
                counts.setdefault(group, Counts()).add(counted)
    return {figure: value for name in sorted(counts) for figure, value in counts[name].figures(name).items()}


def linked(path: Path) -> tuple[Article, list[Told]]:
    """A TimeML file as an article, and the events in its text with their days."""
    root = etree.parse(path).getroot()
    article, elements = marked(root, path.stem)
    days = days_of(root)
    found = ((element.get("eid"), start, end) for element, start, end in elements if element.tag == "EVENT")
    return article, [Told(start=start, end=end, days=days.get(event)) for event, start, end in found]


def days_of(root: etree.Element) -> dict[str, Interval]:
    """The days of the events that links put in a time, by the ids of the events."""
    values = {time.get("tid"): interval(time.get("value")) for time in root.iter("TIMEX3")}
    event_of = {made.get("eiid"): made.get("eventID") for made in root.iter("MAKEINSTANCE")}
    days: dict[str, Interval] = {}
    same = []
    for link in root.iter("TLINK"):
        how, source, target = link.get("relType"), link.get("eventInstanceID"), link.get("relatedToEventInstance")
        if source and target and how == "IDENTITY":
            same.append((event_of[source], event_of[target]))
            continue
        inside = how in WITHIN if source else how in AROUND
        event, time = event_of.get(source or target), values.get(link.get("relatedToTime") or link.get("timeID"))
        if inside and event and time and length(time) <= min(LONGEST, length(days.get(event, time))):
            days[event] = time
    for one, other in (*same, *same[::-1]):
        shared = days.get(one) or days.get(other)
        if shared:
            days = {one: shared, other: shared} | days
    return days


def length(days: Interval) -> int:
    """How many days."""
    return (days[1] - days[0]).days + 1


def count(article: Article, told: list[Told], found: Reading) -> Counts:
    """Date the events of one article and compare their days with those told."""
    counts = Counts()
    for event, ours in paired(article, told, found):
        if event.days is None:
            counts.add(Counts(untold=1, given=int(ours is not None)))
        else:
            right = ours is not None and compatible(ours, event.days)
            counts.add(Counts(told=1, dated=int(ours is not None), right=int(right)))
    return counts


def paired(article: Article, told: list[Told], found: Reading) -> Iterator[tuple[Told, Interval | None]]:
    """The events whose words the trigger of a mention shares, with the days that it is given."""
    dated = events.resolve([found], [article], actors.resolve([found], [article]))
    dates = {event.id: event.date for event in dated.events}
    for number, mention in enumerate(found.events):
        trigger = mention.trigger
        event = next((e for e in told if e.start < trigger.end and trigger.start < e.end), None)
        if event is not None:
            of_event = dated.told_by.get((article.id, number))
            yield event, interval((dates[of_event] if of_event else None) or "")


def compatible(a: Interval, b: Interval) -> bool:
    """Whether one lies within the other."""
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


if __name__ == "__main__":
    show(measure, __doc__)
