"""Statements that have no subject of their own: they take it from the one before."""

import re

from communique.domain import Statement

_ANSWER = re.compile(
    r"[\s“\"'‘]*(?:that |as )?(?:(?:this|that|it|these|those|such|the)\s+)(?:\w+\s+)?"
    r"(?:allegation|accusation|claim|charge|insinuation|idea|proposal|suggestion|plan|move|decision|report|remark|comment|criticism|demand|offer|threat)s?\b",
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
SHORT = 12  # words of a statement that a pronoun may make depend on the one before


def answers(statement: Statement) -> bool:
    """Whether it speaks of what was said before: *denied the allegation*, *it is a mistake*."""
    text = statement.content[0].text
    return bool(_ANSWER.match(text) or _IT.match(text))


def goes_on(statement: Statement) -> bool:
    """Whether it goes on with what the same speaker just said: *We would not tolerate that, he added*."""
    words = _THAT.sub("", statement.content[0].text)
    if statement.cue and _GOING_ON.search(statement.cue.text):
        return True
    return len(words.split()) <= SHORT and bool(_POINTING.search(words))
