"""Which article a passage of a page belongs to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from communique.domain.documents import Article
from communique.domain.spans import Span


def labelled(article: Article) -> Iterator[Span]:
    """Every passage of an article that has a label."""
    if article.title:
        yield article.title
    yield from article.body
    yield from (item.span for item in article.furniture)


class Layout:
    """The labelled passages of every document, which do not overlap, with their articles."""

    def __init__(self, articles: Iterable[Article]) -> None:
        found: defaultdict[str, list[tuple[int, int, Article]]] = defaultdict(list)
        for article in articles:
            for span in labelled(article):
                found[span.document].append((span.start, span.end, article))
        for passages in found.values():
            passages.sort(key=lambda passage: passage[:2])
        self._passages = dict(found)

    def article_of(self, span: Span) -> Article | None:
        """The article that a passage stands in; None where no label of any article covers its start."""
        passages = self._passages.get(span.document, [])
        at = bisect_right(passages, span.start, key=lambda passage: passage[0]) - 1
        return passages[at][2] if at >= 0 and span.start < passages[at][1] else None
