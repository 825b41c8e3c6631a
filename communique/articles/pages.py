"""A page taken apart: its articles, and in each the label of every passage."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.articles.captions import captions
from communique.articles.furniture import by_wording
from communique.articles.language import is_other_script, other_language
from communique.articles.layout import lay_out
from communique.articles.markdown import is_image, is_links, is_markdown, read_as
from communique.articles.marks import Label, Mark, Marks
from communique.articles.passages import Passage, passages
from communique.articles.splitting import starts
from communique.articles.wording import is_prose, word_count
from communique.domain.documents import Document

VISIBLE = re.compile(r"\S+(?:[ \t]+\S+)*")
NEW_LINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
LONGEST_CAPTION = 60  # words


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
    marked = is_markdown(document.media_type, document.text)
    page = passages(document.text, marked=marked)
    if not page:
        return ()
    read = tuple(replace(p, text=read_as(p.text)) for p in page) if marked else page
    wording = {i: mark for i, passage in enumerate(read) if (mark := by_wording(passage))}
    if marked:
        wording |= dict(_by_form(page, wording))
    wording |= dict(captions(read, wording))
    begins = starts(read, wording)
    found: list[Cut] = []
    for a, b in zip(begins, [*begins[1:], len(page)], strict=True):
        marks, language = _marks(
            read[a:b],
            {i - a: wording[i] for i in range(a, b) if i in wording},
            document.claims.title if a == 0 else None,
        )
        signs = tuple(_signs(document.text, page, a, b)) if marked else ()
        sign = Mark(label="metadata", reason="marks of Markdown, which belong to no word")
        found.append(Cut(page=page[a:b] + signs, marks=(*marks, *[sign] * len(signs)), language=language))
    return tuple(found)


def _by_form(page: Sequence[Passage], wording: Marks) -> Iterator[tuple[int, Mark]]:
    """Pictures, their captions and links, as Markdown shows them."""
    for i, passage in enumerate(page):
        if is_image(passage.text):
            yield i, Mark(label="media-control", reason="a picture")
        elif i in wording or passage.header:
            continue
        elif i and is_image(page[i - 1].text) and (passage.emphasis or not passage.blank_before):
            if word_count(passage.text) <= LONGEST_CAPTION:
                yield i, Mark(label="caption", reason="stands under a picture, in emphasis or on the next line")
        elif i and is_image(page[i - 1].text) and i + 1 in wording and wording[i + 1].label == "photo-credit":
            yield i, Mark(label="caption", reason="stands between a picture and its credit")
        elif is_links(passage.text) and not passage.heading:
            several = passage.text.count("](") > 1 or word_count(read_as(passage.text)) <= 3
            label: Label = "navigation" if several else "teaser"
            yield i, Mark(label=label, reason="links and nothing else")


def _signs(text: str, page: Sequence[Passage], a: int, b: int) -> Iterator[Passage]:
    """The marks that were left out around passages a to b: before a passage, behind it on its line, below the last."""
    for i in range(a, b + 1):
        begin, end = page[i - 1].end if i else 0, page[i].start if i < len(page) else len(text)
        for match in VISIBLE.finditer(text, begin, end):
            behind = i > 0 and not NEW_LINE.search(text, begin, match.start())
            owner = i - 1 if behind or i == len(page) else i
            if a <= owner < b:
                yield Passage(start=match.start(), end=match.end(), text=match[0])


def _marks(page: Sequence[Passage], wording: Marks, claimed: str | None) -> tuple[list[Mark], str | None]:
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
    return laid, language
