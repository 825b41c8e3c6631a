"""Statements that have no subject of their own: they take it from the one before."""

import re

from communique.domain import Statement

_ANSWER = re.compile(
    r"[\s“\"'‘]*(?:that |as )?(?:(?:this|that|it|these|those|such|the)\s+)(?:\w+\s+)?"
    r"(?:allegation|accusation|claim|charge|complaint|insinuation|idea|proposal|suggestion|plan|move|decision|report|remark|comment|statement|"
    r"criticism|demand|offer|threat|request|call|appeal|invitation|warning|comparison|term|figure)s?\b",
    re.IGNORECASE,
)
_REPLYING = re.compile(
    r"\b(?:sid(?:ed|es|ing) with|(?:dis)?agree[sd]? with|echo(?:ed|es)|(?:hit|shot|fired) back|retort\w*)",
    re.IGNORECASE,
)
_IT = re.compile(
    r"[\s“\"'‘]*(?:that )?(?:it|this|that)(?:['’]s| is| was| would| will be| has been| sends| shows) "
    r"(?!time\b|(?:\w+ly |not |very |so )?\w+ (?:that|to|for|who|how|why|whether)\b)",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)?|conclud(?:es?|ed|ing)|continu(?:es?|ed|ing)|went on|also|further|stress(?:es|ed|ing)?)\b",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:this|that|it|these|those|such|them|they|the same(?= way\b|\W*$))\b(?! (?:is|was) (?:why|how|what))",
    re.IGNORECASE,
)
_THAT = re.compile(r"^[\s“\"]*that\s+(?!\W)", re.IGNORECASE)
_KNOWN = re.compile(
    r"\b(?:this|that|it|such|these|those|they|them|he|she|the|his|her|its|their|same|which)\b|['’]s\b", re.IGNORECASE
)
_JUDGED = re.compile(
    r"\b(?:is|are|was|were|be|been)\s+[“\"‘']?an?\s+", re.IGNORECASE
)  # what is said of something known
_NEW = re.compile(r"\b(?:an?|some|another|several|\d+)\b", re.IGNORECASE)
SHORT, BRIEF = 12, 15  # words of a statement that a pronoun may make depend on the one before


def answers(statement: Statement) -> bool:
    """Whether it speaks of what was said before: *denied the allegation*, *it is a mistake*."""
    text = statement.content[0].text
    replying = statement.cue and _REPLYING.search(statement.cue.text)
    return bool(_ANSWER.match(text) or _IT.match(text) or replying)


def retorts(statement: Statement) -> bool:
    """Whether it is of the words of another, by what they are called: *the allegation*."""
    return bool(_ANSWER.match(statement.content[0].text))


def leans(statement: Statement) -> bool:
    """Whether it is short, points to something and names nothing new (*an accord*): its subject stands beside it."""
    text = _JUDGED.sub("", _THAT.sub("", statement.content[0].text))
    return len(text.split()) <= BRIEF and bool(_KNOWN.search(text)) and not _NEW.search(text)


def goes_on(statement: Statement) -> bool:
    """Whether it goes on with what the same speaker just said: *We would not tolerate that, he added*."""
    words = _THAT.sub("", statement.content[0].text)
    if statement.cue and _GOING_ON.search(statement.cue.text):
        return True
    return len(words.split()) <= SHORT and bool(_POINTING.search(words))
