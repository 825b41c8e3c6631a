"""Matches: why two drafts are taken for one event, or not."""

from dataclasses import dataclass

WEIGHTS = {"who": 3.0, "when": 2.0, "where": 1.5, "what": 1.0, "words": 3.5, "story": 1.5}
ENOUGH, LASTING = 4.5, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why two drafts are taken for one event, or not: the parts, each -1 (it excludes it) to 1 (the same).

    words: 1 where both tell it in the same words, copied or quoted, less for few words. story: how far the articles
    name the same actors, where the events have something else in common. lasting: whether its kind goes on, so that it
    needs no date to be the same (sanctions, recognition).
    rare: whether there are hardly two of its kind in a place on a day (a crash). dated: whether the words of both tell
    when it was. news: whether both are what one story is about. bar: what excludes it besides the parts, empty where
    nothing does.
    """

    who: float
    what: float
    when: float
    where: float
    words: float = 0.0
    story: float = 0.0
    lasting: bool = False
    rare: bool = False
    dated: bool = False
    news: bool = False
    bar: str = ""

    @property
    def score(self) -> float:
        """The parts by their weights."""
        return sum(weight * float(getattr(self, part)) for part, weight in WEIGHTS.items())

    @property
    def possible(self) -> bool:
        """Whether nothing excludes it."""
        return not self.bar and min(self.who, self.what, self.when, self.where) > -1

    @property
    def same(self) -> bool:
        """Whether enough speaks for it."""
        enough = LASTING if self.lasting else ENOUGH
        return self.possible and (round(self.score, 6) >= enough or self.news)

    @property
    def reason(self) -> str:
        """The parts in words."""
        parts = ", ".join(f"{part} {getattr(self, part):.1f}" for part in WEIGHTS)
        news = ", the news of one story" if self.news else ""
        return f"{parts}: {self.score:.1f}{news}" + (f", but {self.bar}" if self.bar else "")
