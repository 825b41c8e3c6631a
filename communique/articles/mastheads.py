"""An outlet's name among the fields of a line: `Jane Roe | Valley Courier, English edition | 14 May`."""

import re
from itertools import pairwise

from communique.articles.wording import LONGEST_NAME, in_capitals, is_masthead, sounds_like_outlet
from communique.knowledge import organisation_named, outlet_named, page_line, place_name
from communique.knowledge.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.knowledge.gazetteer import cities_called
from communique.knowledge.names import borne_by_women
from communique.knowledge.states import state_named

_MONTH = "(?:" + "|".join(sorted(map(str.title, MONTH_NUMBERS), key=len, reverse=True)) + r")\b\.?"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+(?:19|20)\d\d)?\b"
DATE = re.compile(rf"(?:\b(?:on\s+)?(?:{'|'.join(map(str.title, WEEKDAY_NUMBERS))}),?\s+)?\b{_DATE}|\bon\s+(?={_DATE})")
FIELDS = re.compile(rf"\s*[|•·\t]\s*|[,;]\s+|\.\s+(?=[A-Z])|\s+(?:[–—-]+|/)\s+|\s*(?:{DATE.pattern})\s*")
PUBLISHED = re.compile(r"^(?:first\s+)?(?:published|posted|appeared|reported)\s+(?:by|in|on)\s+", re.IGNORECASE)
WITH_ARTICLE = re.compile(r"(?:The|Al|Das|Der|Die|El|Il|La|Las|Le|Les|Los) [A-Z]")
EDITION = re.compile(
    r"(?:^|\s+)[–—-]?\s*(?:(?:news|world|edition) in [A-Z][a-z]+|"
    r"(?:English|international|online|print|[a-z]+-language)(?: language)? (?:desk|edition|pages|service|version))$",
    re.IGNORECASE,
)
SIGNS = " \t/|•·,;.–—-"
AGENCY_WORD = re.compile(r"\b(?:Agency|Newswire|Wire|Press Service)\b")
ENGLISH_SPEAKING = frozenset({"AUS", "CAN", "GBR", "IRL", "NZL", "USA"})


def fields(line: str) -> list[str]:
    """The fields of a line, without the marks between them."""
    return [field for part in FIELDS.split(line) if (field := part.strip(SIGNS))]


def named_in(line: str) -> str | None:
    """The outlet's name in a line beside a writer or a date; None where no field is surely one."""
    dated = DATE.search(line) is not None
    for field, behind in pairwise([*fields(PUBLISHED.sub("", line)), ""]):
        name = EDITION.sub("", field).strip()
        edition = name != field or EDITION.match(behind) is not None
        known = names_outlet(name) or (edition and in_capitals(name)) or (dated and _has_article(name))
        if name and known and not AGENCY_WORD.search(name):
            return name
    return None


def names_outlet(name: str) -> bool:
    """Whether a few words that stand by themselves are surely an outlet's name."""
    if page_line(name):
        return False
    return outlet_named(name) is not None or is_masthead(name) or sounds_like_outlet(name) or _of_a_town(name)


def tells_edition(line: str) -> bool:
    """Whether a field of a line tells an edition and nothing else: `The Valley Courier — News in English`."""
    return any(map(EDITION.fullmatch, fields(line.strip(SIGNS))))


def without_name(line: str) -> str:
    """A line without the outlet's name and edition beside its date: `Valley Courier, 3 May 2031`."""
    name = named_in(line)
    if name is None:
        return line
    before, _, behind = line.partition(name)
    behind = behind.strip(SIGNS)
    first = next(iter(fields(behind)), "")
    rest = behind[len(first) :] if EDITION.fullmatch(first) else behind
    return f"{PUBLISHED.sub('', before)} {rest}".strip(SIGNS)


def _has_article(name: str) -> bool:
    """Whether a name has an article in front, as no writer's has, and is no place or body: `La Voz`, `The Lens`."""
    other = cities_called(name) or place_name(name) or state_named(name) or organisation_named(name)
    return WITH_ARTICLE.match(name) is not None and in_capitals(name) and not other and not page_line(name)


def _of_a_town(name: str) -> bool:
    """Whether a name is that of a paper called after its town: `Lagos Meridian`.

    A town that could be somebody's first name tells nothing: `Ada`, `Austin`.
    """
    words = name.removeprefix("The ").split()
    if not (1 < len(words) <= LONGEST_NAME and words[-1].istitle()) or borne_by_women(words[0]) is not None:
        return False
    towns = (cities_called(" ".join(words[:count])) for count in range(len(words) - 1, 0, -1))
    return any(town[0].country not in ENGLISH_SPEAKING for town in towns if town)
