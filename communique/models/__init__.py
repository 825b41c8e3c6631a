"""Load a trained model and run it over a batch of texts. Nothing in here knows about news."""

from communique.models.syntax import Syntax, Tree

__all__ = ["Syntax", "Tree"]
