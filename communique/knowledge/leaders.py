"""Heads of state and of government since 1990, with their terms, and whom a name in the news stands for."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from communique.domain.names import folded
from communique.knowledge.countries import countries
from communique.knowledge.tables import KnowledgeError, build, load_tsv

SEPARATOR = "; "
ISO_DATE_LENGTHS = (4, 7, 10)
REASONS = ("word", "name", "place", "family")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """One term of one head of state or government.

    surname: what news calls the person for short. start, end: ISO, a day, a month or a year; empty where not known,
    an empty end also where the term runs on. ambiguous: why a capitalised surname alone is as a rule somebody or
    something else: an ordinary word (`word`), a frequent first name (`name`), a place (`place`), or a family name
    so common that news seldom means the leader by it (`family`); empty where the surname is enough.
    """

    alpha3: str
    name: str
    surname: str
    sex: str
    office: str
    start: str
    end: str = ""
    other_names: tuple[str, ...] = ()
    ambiguous: str = ""

    def covers(self, day: str) -> bool:
        """Whether the term covers an ISO date, as far as both are told."""
        begun = day[: len(self.start)] >= self.start[: len(day)]
        return begun and (not self.end or day[: len(self.end)] <= self.end[: len(day)])


@cache
def leaders() -> tuple[Leader, ...]:
    """All terms, by country and start."""
    codes = frozenset(country.alpha3 for country in countries())
    return tuple(leader(row, codes) for row in load_tsv("leaders.tsv"))


@lru_cache(maxsize=1 << 16)
def leaders_called(name: str) -> tuple[Leader, ...]:
    """The terms of those whose full name, other spelling or unambiguous surname this is, case and diacritics apart."""
    return _called().get(folded(name), ())


def leader(row: dict[str, str], codes: frozenset[str]) -> Leader:
    """One row of the table as a term; `codes` are the known countries.

    Raises:
        KnowledgeError: a country, a sex, a reason for ambiguity or a date is not well formed, or a term ends early.
    """
    where = f"leaders.tsv, {row.get('alpha3')}, {row.get('name')}"
    term = build(Leader, _cells(row), where)
    wrong = [
        what
        for what, right in {
            "country": term.alpha3 in codes,
            "sex": term.sex in {"f", "m"},
            "reason": term.ambiguous in {"", *REASONS},
            "date": _is_date(term.start) and (not term.end or _is_date(term.end)),
            "order of dates": not term.end or term.start[: len(term.end)] <= term.end,
        }.items()
        if not right
    ]
    if wrong:
        message = f"{where}: wrong {', '.join(wrong)}"
        raise KnowledgeError(message)
    return term


@cache
def _called() -> dict[str, tuple[Leader, ...]]:
    index: dict[str, tuple[Leader, ...]] = {}
    for term in leaders():
        short = () if term.ambiguous else (term.surname,)
        for name in {folded(name) for name in (term.name, *term.other_names, *short)}:
            index[name] = (*index.get(name, ()), term)
    return index


def _cells(row: dict[str, str]) -> dict[str, object]:
    """The row without its empty cells, under the names of the fields, other names taken apart."""
    fields = {"from": "start", "to": "end"}
    return {fields.get(k, k): v.split(SEPARATOR) if k == "other_names" else v for k, v in row.items() if v}


def _is_date(text: str) -> bool:
    """Whether the text is an ISO day, month or year of the calendar."""
    padded = text + "-01-01"[len(text) - 4 :]
    try:
        date.fromisoformat(padded)
    except ValueError:
        return False
    return len(text) in ISO_DATE_LENGTHS
