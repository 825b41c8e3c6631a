"""Ids made from content: the same input gives the same ids, so that a correction finds its item again."""

import hashlib

DIGITS = 12


def content_id(prefix: str, *parts: object) -> str:
    """A short id that depends on nothing but its parts."""
    joined = "\x1f".join(str(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
