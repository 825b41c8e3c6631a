"""A brief as JSON."""

import json

from communique.briefs.brief import COMPARISON_FORMAT, Brief
from communique.domain import Record, codec


def render(brief: Brief, _record: Record) -> str:
    """The brief as one JSON object, keys in the order of the fields."""
    return codec.dumps(brief) + "\n"


def render_comparison(brief: Brief) -> str:
    """Agreements and differences alone, with the articles that they refer to by number, and what could not be told."""
    found = codec.to_json(brief)
    kept = {key: found[key] for key in ("agreements", "differences", "sources", "gaps")}
    return json.dumps({"format": COMPARISON_FORMAT, **kept}, ensure_ascii=False, indent=1) + "\n"
