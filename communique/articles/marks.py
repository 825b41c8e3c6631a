"""Marks: what a passage is, and the rule that says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from communique.domain.documents import FurnitureKind

Label = Literal["title", "body"] | FurnitureKind
Role = Literal["related-heading", "comments-heading", "summary-heading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A label with its reason in words. role: what the line announces, where it is a heading of a page's parts."""

    label: Label
    reason: str
    role: Role | None = None


Marks = Mapping[int, Mark]  # by the number of the passage
END_MATTER = frozenset(
    {
        "agency-credit",
        "copyright",
        "about-outlet",
        "legal-notice",
        "correction",
        "promotion",
        "teaser",
        "share",
        "metadata",
        "media-control",
    }
)
STAMPS = frozenset({"date-stamp", "update-stamp"})
