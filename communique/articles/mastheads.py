"""An outlet's name among the fields of a line: `Jane Roe | Valley Courier, English edition | 14 May`."""

import re
from itertools import pairwise

from communique.articles.wording import LONGEST_NAME, in_capitals, is_masthead, sounds_like_outlet
from communique.knowledge import outlet_named, page_line
from communique.knowledge.gazetteer import cities_called
from communique.knowledge.names import borne_by_women

FIELDS = re.compile(r"\s*[|•·]\s*|[,;]\s+|\.\s+(?=[A-Z])|\s+[–—-]+\s+")
EDITION = re.compile(
    r"(?:^|\s+)[–—-]?\s*(?:(?:news|world|edition) in [A-Z][a-z]+|"
    r"(?:English|international|online|print|[a-z]+-language)(?: language)? (?:desk|edition|pages|service|version))$",
    re.IGNORECASE,
)
SIGNS = " |•·,;.–—-"
AGENCY_WORD = re.compile(r"\b(?:Agency|Newswire|Wire|Press Service)\b")
ENGLISH_SPEAKING = frozenset({"AUS", "CAN", "GBR", "IRL", "NZL", "USA"})


def fields(line: str) -> list[str]:
    """The fields of a line, without the marks between them."""
    return [field for field in FIELDS.split(line) if field]


def named_in(line: str) -> str | None:
    """The outlet's name in a line beside a writer or a date; None where no field is surely one."""
    for field, behind in pairwise([*fields(line), ""]):
        name = EDITION.sub("", field).strip()
        edition = name != field or EDITION.match(behind) is not None
        if name and not AGENCY_WORD.search(name) and (names_outlet(name) or (edition and in_capitals(name))):
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
    """A line without the outlet's name and edition that it begins with: `Valley Courier, 3 May 2031`."""
    name = named_in(line)
    if name is None or not line.startswith(name):
        return line
    rest = line[len(name) :].strip(SIGNS)
    first = next(iter(fields(rest)), "")
    return rest[len(first) :].strip(SIGNS) if EDITION.fullmatch(first) else rest


def _of_a_town(name: str) -> bool:
    """Whether a name is that of a paper called after its town: `Lagos Meridian`.

    A town that could be somebody's first name tells nothing: `Ada`, `Austin`.
    """
    words = name.removeprefix("The ").split()
    if not (1 < len(words) <= LONGEST_NAME and words[-1].istitle()) or borne_by_women(words[0]) is not None:
        return False
    towns = (cities_called(" ".join(words[:count])) for count in range(len(words) - 1, 0, -1))
    return any(town[0].country not in ENGLISH_SPEAKING for town in towns if town)
