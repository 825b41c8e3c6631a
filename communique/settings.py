"""Settings: made once at the edge (command line, API), then passed down as arguments."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may set for a run.

    max_bytes: the size of the largest file, or line of a JSON lines file, that is read.
    max_characters: the longest text that is taken for a news page; longer ones are refused by name.
    issues: path of a YAML file with issues of the user's own, beside those that the program knows.
    """

    max_bytes: int = 16_000_000
    max_characters: int = 1_000_000
    issues: str | None = None
