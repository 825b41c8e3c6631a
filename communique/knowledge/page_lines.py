"""Lines that stand on news pages of every outlet and are never reporting: `Share`, `Skip to content`, `Most read`."""

from functools import cache
from typing import Literal, cast, get_args

from communique.domain.documents import FurnitureKind
from communique.knowledge.tables import KnowledgeError, load_yaml

Heading = Literal["related-heading", "comments-heading", "summary-heading"]
LineKind = FurnitureKind | Heading
ORNAMENT = " \t\r\n•·▪►▶»›>|:*-–—…/+#"


def page_line(text: str) -> LineKind | None:
    """What a whole line is, where it is such a line; ornaments around it and letter case do not count."""
    return _lines().get(" ".join(text.casefold().split()).strip(ORNAMENT).removesuffix("."))


@cache
def _lines() -> dict[str, LineKind]:
    kinds = {*get_args(FurnitureKind), *get_args(Heading)}
    found: dict[str, LineKind] = {}
    for kind, lines in load_yaml("page_lines.yaml").items():
        if kind not in kinds:
            message = f"page_lines.yaml: {kind!r} is no kind of line"
            raise KnowledgeError(message)
        for line in lines:
            if not isinstance(line, str) or line != line.casefold() or line in found:
                message = f"page_lines.yaml, {kind}: {line!r} is not lower case, or stands twice"
                raise KnowledgeError(message)
            found[line] = cast("LineKind", kind)
    return found
