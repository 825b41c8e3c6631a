"""Statements gathered by their matter: those without an issue join those that they are nearest to, or one another."""

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

NEAREST = 3  # pairs of two groups that tell how near these are
AKIN, LIKELY, SURELY = 0.45, 0.7, 0.65
"""How near statements without an issue must be to be of one, one of them to an issue, and issues of a topic.

An issue of no state joins that of a state as statements without an issue join.
"""

Link = tuple[str, str, float]


@dataclass(slots=True)
class _Groups:
    """Groups by number. links: for each two groups the likeliest pairs of their members. issue: of those with one."""

    members: dict[int, list[str]]
    issue: dict[int, str]
    topics: Mapping[str, str]
    links: dict[int, dict[int, tuple[float, ...]]] = field(default_factory=dict)

    def near(self, one: int, other: int) -> float:
        """How near two groups are, as their nearest members are."""
        most = min(NEAREST, len(self.members[one]) * len(self.members[other]))
        return sum(self.links[one][other]) / most

    def link(self, one: int, other: int, chances: tuple[float, ...]) -> None:
        """Note how likely members of two groups are of one matter."""
        held = self.links.setdefault(one, {}).get(other, ())
        kept = tuple(sorted((*held, *chances), reverse=True)[:NEAREST])
        self.links[one][other] = kept
        self.links.setdefault(other, {})[one] = kept

    def join(self, one: int, other: int) -> int:
        """One group of two; its number."""
        new = max(self.members) + 1
        self.members[new] = self.members[one] + self.members[other]
        for old in sorted((one, other), key=lambda group: len(self.members[group])):
            if old in self.issue:
                self.issue[new] = self.issue[old]
        for old in (one, other):
            for neighbour, chances in self.links.pop(old, {}).items():
                self.links[neighbour].pop(old)
                if neighbour not in {one, other}:
                    self.link(new, neighbour, chances)
            del self.members[old]
        return new


def gather(
    statements: Iterable[str], issues: Mapping[str, str], topics: Mapping[str, str], links: Iterable[Link]
) -> list[tuple[str | None, list[str]]]:
    """The groups of statements with the issue of each, None for those of statements that have none.

    issues: of those that have one. topics: of issues; two of one topic can be one matter, others are not.
    links: two statements, and how likely they are of one matter.
    """
    groups = _Groups({}, {}, topics)
    number: dict[str, int] = {}
    of_issue: dict[str, int] = {}
    for name in statements:
        issue = issues.get(name)
        at = of_issue.setdefault(issue, len(groups.members)) if issue else len(groups.members)
        groups.members.setdefault(at, []).append(name)
        number[name] = at
        if issue:
            groups.issue[at] = issue
    for name, beside, chance in links:
        if number[name] != number[beside]:
            groups.link(number[name], number[beside], (chance,))
    waiting = [
        item
        for one, held in groups.links.items()
        for other in held
        if one < other and (item := _wait(one, other, groups))
    ]
    heapq.heapify(waiting)
    while waiting:
        _, one, other = heapq.heappop(waiting)
        if one in groups.members and other in groups.members:
            new = groups.join(one, other)
            for neighbour in groups.links.get(new, {}):
                if item := _wait(neighbour, new, groups):
                    heapq.heappush(waiting, item)
    return [(groups.issue.get(group), members) for group, members in groups.members.items()]


def _wait(one: int, other: int, groups: _Groups) -> tuple[float, int, int] | None:
    """Two groups that may be joined, the nearest first; two issues only where they are of one topic."""
    issues = [groups.issue[group] for group in (one, other) if group in groups.issue]
    near = groups.near(one, other)
    if len(issues) > len({"one"}):
        topics = {groups.topics.get(issue, issue) for issue in issues}
        bare = any(issue.endswith(topic) for issue in issues for topic in topics)
        enough = len(topics) == 1 and near > (AKIN if bare else SURELY)
    else:
        enough = near > (LIKELY if issues else AKIN)
    return (-near, one, other) if enough else None
