"""Whether two descriptions are of the same thing, by the words that they share."""

import re
from collections.abc import Set as AbstractSet

SHARE, FEWEST = 0.5, 2  # of the words of the shorter one; and how many at least, where it has more than one

_WORD = re.compile(r"\w{3,}")
_UNDO = re.compile(
    r"\b(?:(?:stop|end|ceas|halt|drop|leav|withdr|refrain|abandon|revers|lift|resign|reconsider|remov|scrap|cancel|delay|"
    r"suspend|postpon|defer|abolish|repeal|ban|block|prevent|freez)(?:s|es|p?ped|p?ping|ned|ning|e|ed|ing|ting|al|aw|awal|ew|awing)?|"
    r"(?:giv|step|get|pull|put)\w* (?:up|down|out|back|off)|not|never)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:until|unless|if|as long as|because|after|before|while|when)\b", re.IGNORECASE)
_EMPTY = frozenset(
    """the and for that this with from are was were been will would could should has have had its his her their our
    not any all who which what into over about""".split()
)


def words_of(text: str) -> frozenset[str]:
    """The words that carry what a description is of, without letter case."""
    return frozenset(word for word in map(str.casefold, _WORD.findall(text)) if word not in _EMPTY)


def alike(one: AbstractSet[str], other: AbstractSet[str], share: float = SHARE) -> bool:
    """Whether two descriptions share enough words."""
    shorter = min(len(one), len(other))
    shared = len(one & other)
    return shared > 0 and shared >= share * shorter and shared >= min(FEWEST, shorter)


def undoes(text: str) -> bool:
    """Whether what is spoken of is that something ends or does not come about: *a ban*, *must leave*.

    What is undone twice stays: *lifting the ban*. What a condition names does not count: *until the ban is lifted*.
    """
    return len(_UNDO.findall(unconditional(text))) % 2 == 1


def unconditional(text: str) -> str:
    """The words up to a condition or a cause, where something stands before it: *until the ban is lifted*."""
    return _CONDITION.split(text.strip())[0] or text
