"""Groups of statements that report one utterance, joined from pairs that do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.stories.checks.utterances.likeness import Finder
from communique.stories.checks.utterances.said import Audience, Occasion, Said, elsewhere, other_days, outer, to_others

Pair = tuple[str, str]


@dataclass(slots=True)
class _Group:
    """Statements joined so far, with the occasion and the days that all of them allow."""

    members: list[str]
    occasion: Occasion | None
    days: tuple[int, int] | None
    audience: Audience | None

    @classmethod
    def of(cls, name: str, said: Said) -> "_Group":
        """The group of one statement, by its id."""
        return cls([name], said.occasion, said.days, said.audience)

    def take(self, other: "_Group") -> None:
        self.members += other.members
        self.occasion = self.occasion or other.occasion
        self.audience = self.audience or other.audience
        if self.days and other.days:
            self.days = max(self.days[0], other.days[0]), min(self.days[1], other.days[1])
        else:
            self.days = self.days or other.days


def outermost(pairs: Iterable[Pair], by_id: Mapping[str, Said]) -> list[Pair]:
    """The pairs without those of which one statement is reported inside another that is paired there too."""
    held = set(pairs)

    def inner(one: str, other: str) -> bool:
        others = [other, *outer(other, by_id)]
        pairs = [(a, b) for a in (one, *outer(one, by_id)) for b in others if (a, b) != (one, other)]
        return any((a, b) in held or (b, a) in held for a, b in pairs)

    return sorted(pair for pair in held if not inner(*pair))


def joined(pairs: Iterable[Pair], by_id: Mapping[str, Said], finder: Finder) -> list[tuple[list[str], list[Pair]]]:
    """The groups that pairs make, none of which holds statements of different occasions, each with its pairs."""
    group: dict[str, _Group] = {}
    for pair in pairs:
        one, other = (group.setdefault(i, _Group.of(i, by_id[i])) for i in pair)
        if one is other or other_days(one, other) or to_others(one, other):
            continue
        if elsewhere(one, other) and not finder.verbatim(*(by_id[i] for i in pair)):
            continue
        if len(one.members) < len(other.members):
            one, other = other, one
        one.take(other)
        group |= dict.fromkeys(other.members, one)
    linked: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if group[pair[0]] is group[pair[1]]:
            linked[id(group[pair[0]])].append(pair)
    found = {id(one): one for one in group.values() if len(one.members) > 1}
    return sorted((sorted(one.members), linked[key]) for key, one in found.items())
