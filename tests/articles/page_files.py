"""Pages of invented outlets as `label| text` lines.

A label with `+` instead of `|` goes on with the line above, `=` before a label begins a new article, `@` in the text is
a line break within a paragraph. The space after the mark is no part of the text; more of it is.
"""

import re
from pathlib import Path
from typing import NamedTuple

LINE = re.compile(r"(?P<new>=?)(?P<label>[a-z-]+)(?P<mark>[|+]) (?P<text>.*)")
PAGES = tuple(sorted((Path(__file__).parent / "pages").glob("*.page")))


class Expected(NamedTuple):
    label: str
    text: str
    article: int


def load(path: Path) -> tuple[str, tuple[Expected, ...]]:
    """The text of a page, and what each of its passages is."""
    lines: list[str] = []
    expected: list[Expected] = []
    article = 1
    for line in path.read_text("utf-8").splitlines():
        match = LINE.fullmatch(line)
        if not match:
            assert not line.strip(), f"{path.name}: {line!r} has no label"
            lines.append("")
            continue
        article += bool(match["new"])
        text = match["text"].replace("@", "\n")
        if match["mark"] == "+":
            before = expected[-1]
            lines[-1] = lines[-1].removesuffix(text).rstrip() + " " + text
            expected[-1] = before._replace(text=before.text.removesuffix(text).rstrip())
        else:
            lines.append(text)
        expected.append(Expected(match["label"], text.strip(), article))
    return "\n".join(lines) + "\n", tuple(expected)
