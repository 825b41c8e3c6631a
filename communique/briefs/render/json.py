"""A brief as JSON."""

import json

from communique.briefs.brief import COMPARISON_FORMAT, Brief
from communique.briefs.gate import gated
from communique.domain import Record, codec


@gated
def render(brief: Brief, _record: Record) -> str:
    """The brief as one JSON object, keys in the order of the fields."""
    return codec.dumps(brief) + "\n"


@gated
def render_comparison(brief: Brief, _record: Record) -> str:
    """Agreements and differences alone, with the articles that they refer to by number, and what could not be told."""
    found = codec.to_json(brief)
    kept = {key: found[key] for key in ("agreements", "differences", "sources", "gaps")}
    return json.dumps({"format": COMPARISON_FORMAT, **kept}, ensure_ascii=False, indent=1) + "\n"
