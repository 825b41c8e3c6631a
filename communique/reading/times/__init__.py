"""Time expressions and what they mean: TIMEX3 (TimeML 1.2.1), by rules of English.

A value is never more precise than the words, and it is None where they or the article's date do not tell: 31 February,
`Monday, 7 May 2019`, which was a Tuesday, `Tuesday` in an article without a date, which is kept as counted from it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from communique.domain import Article, Reading, TimeExpression
from communique.domain.moments import Moment, moment
from communique.models import Tree
from communique.reading.page import Page
from communique.reading.times import clocks, dates, durations, relations
from communique.reading.times.meanings import Meaning, Rule, Setting
from communique.reading.times.tenses import tense
from communique.reading.times.words import NUMBER

RULES = (*clocks.RULES, *dates.RULES, *relations.RULES, *durations.RULES)
"""Where two match from the same place, the longer match counts, then the earlier rule."""

BEFORE_DATE = re.compile(
    r"(?<![\w-])(?:(?:the )?(?:end|close|start|beginning|middle|rest) of (?:the )?"
    r"|(?:early|late|mid|earlier|later)(?: in| on)?[\s-])$",
    re.IGNORECASE,
)
BEFORE_NUMBER = re.compile(
    r"(?<![\w-])(?:(?:about|around|nearly|almost|roughly|approximately|over|under|up to"
    r"|(?:at|no|not|just|a little|slightly)? ?(?:more than|less than|longer than|least|most|over|under)) )$",
    re.IGNORECASE,
)
NUMBERED = re.compile(rf"(?:{NUMBER}|an?)\b", re.IGNORECASE)
UNKNOWN = Moment(unit="day", number=0, floating=True)
REACH = 25  # characters in which such words stand


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a rule, and the offsets of the expression in it."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]


def read(page: Page, reading: Reading) -> Reading:
    """Add the dates, times of day, durations and sets of the article, with their values."""
    setting = Setting(article=published(page.article) or UNKNOWN)
    times: list[TimeExpression] = []
    at = None
    for block, tree in page.trees():
        if block is not at:
            at, setting = block, replace(setting, here=None)
        base = block.span.start + tree.start
        text = tree.text
        every = tuple(candidates(text))
        for number, found in enumerate(every):
            here = placed(setting, tree, found)
            if block.kind == "caption" and here.tense == "present":  # of what a picture shows
                here = replace(here, tense="past")
            if relations.is_earlier(found.rule, found.match):
                here = replace(here, told=awaited(setting, tree, every, number) or here.told)
            meaning = found.rule.meaning(found.match, here)
            if meaning is None:
                continue
            start = found.start - len(modifier(text, found.start))
            span = block.span.part(base + start, base + found.end)
            relative = meaning.moment if meaning.moment and meaning.moment.floating else None
            times.append(TimeExpression(span=span, value=meaning.value, type=meaning.type, relative=relative))
            setting = following(setting, meaning)
    return replace(reading, times=tuple(times))


def published(article: Article) -> Moment | None:
    """When an article was published, as precisely as that is known."""
    if article.published is None or article.published.interval:
        return None
    value, precision = article.published.date, article.published.precision
    try:
        day = date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return None
    return moment("day" if precision == "minute" else precision, day)


def candidates(text: str) -> Iterator[Candidate]:
    """The expressions in a text, none over another: from the left, the longest first."""
    found = [
        Candidate(*match.span("core" if match.re.groupindex.get("core") and match["core"] else 0), rule, match)
        for rule in RULES
        for match in rule.pattern.finditer(text)
    ]
    at = 0
    for candidate in sorted(found, key=lambda found: (found.start, -found.end)):
        if candidate.start >= at:
            at = candidate.end
            yield candidate


def placed(setting: Setting, tree: Tree, found: Candidate) -> Setting:
    """The setting with what the tree says of the expression's place."""
    words = tree.doc.char_span(found.start, found.end, alignment_mode="expand")
    if not words:
        return setting
    since = words.start > 0 and words[0].nbor(-1).lower_ == "since"
    return replace(setting, tense="past" if since else tense(words.root), since=since, label=words[0].ent_type_)


def awaited(setting: Setting, tree: Tree, every: tuple[Candidate, ...], number: int) -> Moment | None:
    """The day told only behind an expression in its sentence: `Lee, freed a day earlier, said ON FRIDAY`."""
    beside = [other for other in every if _sentence(tree, other) == _sentence(tree, every[number])]
    if beside[0] is not every[number]:
        return None
    meanings = (other.rule.meaning(other.match, placed(setting, tree, other)) for other in beside[1:])
    days = (told.moment for told in meanings if told and told.moment and told.moment.unit == "day")
    return next(days, None)


def _sentence(tree: Tree, found: Candidate) -> int:
    """Where the sentence of an expression begins in its tree."""
    words = tree.doc.char_span(found.start, found.end, alignment_mode="expand")
    return words.sent.start if words else -1


def modifier(text: str, at: int) -> str:
    """The words before an expression that belong to it: `late` December, `nearly` two years."""
    before = BEFORE_NUMBER if NUMBERED.match(text, at) else BEFORE_DATE
    match = before.search(text, max(0, at - REACH), at)
    return match[0] if match else ""


def following(setting: Setting, meaning: Meaning) -> Setting:
    """The setting of what comes after an expression: `that month` is the last one told, also where it is not known."""
    if meaning.moment is not None and meaning.moment.floating:
        return replace(setting, told=meaning.moment if meaning.moment.unit == "day" else None, here=None)
    if meaning.moment is None or meaning.value is None:
        return setting
    quarter = meaning.moment if meaning.moment.unit == "quarter" and not meaning.compared else setting.quarter
    return replace(setting, told=meaning.moment, here=meaning.moment, quarter=quarter)
