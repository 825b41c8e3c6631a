"""Days: how long after one another articles were published."""

from communique.domain import Article
from communique.domain.times import interval

LONG = 90  # days after which what one article tells of the present is not what another does


def day_of(article: Article) -> int | None:
    """The first day on which an article can have been published, counted from the beginning of the calendar."""
    days = interval(article.published.date) if article.published else None
    return None if days is None else days[0].toordinal()


def long_apart(one: int | None, other: int | None) -> bool:
    """Whether two days are known to be so far apart that what is told on them is hardly of one time."""
    return one is not None and other is not None and abs(one - other) > LONG
