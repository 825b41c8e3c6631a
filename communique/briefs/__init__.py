"""Briefs: choose and order what a reader is shown of a record."""

from communique.briefs.brief import (
    ActorKind,
    Alias,
    Brief,
    Companion,
    Gap,
    GapKind,
    Line,
    Office,
    Printed,
    Profile,
    Report,
    Scope,
    Source,
    Voice,
)
from communique.briefs.compose import compose

__all__ = [
    "ActorKind", "Alias", "Brief", "Companion", "Gap", "GapKind", "Line", "Office", "Printed", "Profile", "Report",
    "Scope", "Source", "Voice", "compose",
]  # fmt: skip
