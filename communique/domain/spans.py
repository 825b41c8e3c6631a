"""Span: the words that an item rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A passage of a document: half-open offsets in code points, with the text that stands there, byte for byte.

    Made by `Document.span`, so that the text cannot differ from the document's.
    """

    document: str
    start: int
    end: int
    text: str

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.document == other.document and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def part(self, start: int, end: int) -> "Span":
        """The passage from `start` to `end`, offsets in the document, both inside this span.

        Raises:
            ValueError: the part is empty or reaches outside.
        """
        if not self.start <= start < end <= self.end:
            message = f"[{start}, {end}) is empty or not inside [{self.start}, {self.end})"
            raise ValueError(message)
        text = self.text[start - self.start : end - self.start]
        return Span(document=self.document, start=start, end=end, text=text)

    def trimmed(self) -> "Span | None":
        """The span without white space at its ends, or None when nothing else is in it."""
        start = self.start + len(self.text) - len(self.text.lstrip())
        end = self.start + len(self.text.rstrip())
        return self.part(start, end) if start < end else None


def gaps(whole: Span, taken: Iterable[Span]) -> Iterator[Span]:
    """The passages of `whole` that no taken span covers, in order."""
    at = whole.start
    for span in sorted(taken, key=lambda s: (s.start, s.end)):
        if span.start > at:
            yield whole.part(at, min(span.start, whole.end))
        at = max(at, span.end)
        if at >= whole.end:
            return
    if at < whole.end:
        yield whole.part(at, whole.end)
