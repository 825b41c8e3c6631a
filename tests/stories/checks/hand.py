"""Piles whose words become mentions, times, quantities and events by hand."""

from dataclasses import replace

from communique.domain import (
    Actor,
    ActorMention,
    Article,
    Conflict,
    Corroboration,
    Document,
    Event,
    EventMention,
    Mention,
    Outlet,
    Published,
    Quantity,
    Reading,
    Record,
    Span,
)
from communique.stories.checks import conflicts, corroboration


def sides(conflict: Conflict) -> list[str]:
    return sorted(side.span.text for side in conflict.sides)


class Pile:
    """Two or more articles, a line each, whose words become mentions, times and events by hand."""

    def __init__(self, *texts: str, days: tuple[str | None, ...] = ()) -> None:
        days = days or (None,) * len(texts)
        self.texts = texts
        self.readings = {f"a{i}": Reading(article=f"a{i}", sentences=(self.all(i),)) for i in range(len(texts))}
        self.record = Record(
            articles=tuple(
                Article(
                    id=f"a{i}",
                    document=f"d{i}",
                    body=(self.all(i),),
                    outlet=Outlet(name=f"Outlet {i}", how="stated"),
                    published=Published(date=day, precision="day", how="metadata") if day else None,
                    story="s",
                )
                for i, day in enumerate(days)
            )
        )

    def all(self, i: int) -> Span:
        return self.words(i, self.texts[i])

    def words(self, i: int, text: str) -> Span:
        document = Document(id=f"d{i}", source="s", sha256="0", media_type="text/plain", text=self.texts[i])
        start = self.texts[i].index(text)
        return document.span(start, start + len(text))

    def add(self, i: int, **lists: object) -> None:
        self.readings[f"a{i}"] = replace(self.readings[f"a{i}"], **lists)  # type: ignore[arg-type]

    def put(self, **lists: object) -> None:
        self.record = replace(self.record, **lists)  # type: ignore[arg-type]

    def found(self, kind: str) -> list[Conflict]:
        return [c for c in conflicts.check(self.record, self.readings).conflicts if c.kind == kind]

    def claims(self) -> tuple[Corroboration, ...]:
        return corroboration.check(self.record, self.readings).corroborations

    def meeting(self, *parts: dict[str, object]) -> None:
        """One meeting, told by each article in all its words."""
        for i, part in enumerate(parts):
            mention = EventMention(span=self.all(i), trigger=self.all(i), kind="meeting", confidence=1.0)
            self.add(i, events=(replace(mention, **part),))  # type: ignore[arg-type]
        spans = tuple(self.all(i) for i in range(len(parts)))
        self.put(events=(Event(id="e", label="Meeting of A and B", kind="meeting", status="occurred", mentions=spans),))


def named(pile: Pile, *mentions: tuple[int, str, str], kind: str = "person") -> None:
    """One actor with a mention of each form in each article."""
    spans = []
    for i, words, form in mentions:
        mention = Mention(span=pile.words(i, words), type=kind, form=form)  # type: ignore[arg-type]
        pile.add(i, mentions=(*pile.readings[f"a{i}"].mentions, mention))
        spans.append(ActorMention(span=mention.span, form=mention.form))
    pile.put(actors=(Actor(id="x", name="X", type=kind, mentions=tuple(spans)),))  # type: ignore[arg-type]


def killed(pile: Pile, i: int, words: str, low: float | None, high: float | None) -> None:
    quantity = Quantity(span=pile.words(i, words), low=low, high=high, counted="persons", fate="killed")
    pile.add(i, quantities=(*pile.readings[f"a{i}"].quantities, quantity))
