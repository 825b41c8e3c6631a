"""A brief as JSON."""

from communique.briefs.brief import Brief
from communique.domain import Record, codec


def render(brief: Brief, _record: Record) -> str:
    """The brief as one JSON object, keys in the order of the fields."""
    return codec.dumps(brief) + "\n"
