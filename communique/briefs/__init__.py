"""Briefs: choose and order what a reader is shown of a record."""

from communique.briefs.brief import Brief, Gap, GapKind, Line, Report, Scope, Source, Voice
from communique.briefs.compose import compose

__all__ = ["Brief", "Gap", "GapKind", "Line", "Report", "Scope", "Source", "Voice", "compose"]
