"""Load a trained model and run it over a batch of texts. Nothing in here knows about news."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from communique.models.attribution import AttributionModel
from communique.models.claims import ClaimModel
from communique.models.events import EventModel
from communique.models.syntax import Syntax, Tree

__all__ = ["WEIGHTS", "AttributionModel", "ClaimModel", "EventModel", "Models", "Syntax", "Tree"]

WEIGHTS = Path(str(files(__package__))) / "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """The models that reading articles and comparing them takes, loaded once."""

    syntax: Syntax
    attribution: AttributionModel
    events: EventModel
    claims: ClaimModel

    @classmethod
    def load(cls) -> Models:
        """Load them all from the package and the packages that it requires."""
        return cls(
            syntax=Syntax.load(),
            attribution=AttributionModel.load(WEIGHTS / "attribution"),
            events=EventModel.load(WEIGHTS / "events"),
            claims=ClaimModel.load(WEIGHTS / "claims"),
        )
