"""A page taken apart: its articles, and in each the label of every passage."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.articles.captions import captions
from communique.articles.furniture import by_wording
from communique.articles.language import is_other_script, other_language
from communique.articles.layout import lay_out
from communique.articles.marks import Mark
from communique.articles.passages import Passage, passages
from communique.articles.splitting import starts
from communique.articles.wording import is_prose
from communique.domain.documents import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One article of a page: its passages, a mark for each, and the code of its language where that is not English."""

    page: tuple[Passage, ...]
    marks: tuple[Mark, ...]
    language: str | None

    @property
    def told(self) -> bool:
        """Whether it holds any story."""
        return any(mark.label == "body" for mark in self.marks)


def cuts(document: Document) -> tuple[Cut, ...]:
    """The articles of a page in order; together they hold all its passages."""
    page = passages(document.text)
    if not page:
        return ()
    wording = {i: mark for i, passage in enumerate(page) if (mark := by_wording(passage))}
    wording |= dict(captions(page, wording))
    begins = starts(page, wording)
    return tuple(
        _cut(
            page[a:b],
            {i - a: wording[i] for i in range(a, b) if i in wording},
            document.claims.title if a == 0 else None,
        )
        for a, b in zip(begins, [*begins[1:], len(page)], strict=True)
    )


def _cut(page: Sequence[Passage], wording: dict[int, Mark], claimed: str | None) -> Cut:
    open_text = "\n".join(p.text for i, p in enumerate(page) if i not in wording and is_prose(p.text))
    language = other_language(open_text or "\n".join(p.text for p in page))
    marks = dict(wording)
    if language is None:
        marks |= {
            i: Mark(label="other-language", reason="written in a script that English is not written in")
            for i, p in enumerate(page)
            if i not in wording and is_other_script(p.text)
        }
    laid = lay_out(page, marks, claimed)
    if not any(m.label == "body" for m in laid):
        laid = [
            Mark(label="unknown", reason="stands on a page without a story") if m.label == "title" else m for m in laid
        ]
    return Cut(page=tuple(page), marks=tuple(laid), language=language)
