"""The stance that one statement takes, and toward what; none where its words do not tell."""

import re
from dataclasses import dataclass

from communique.domain import Stance, Statement
from communique.knowledge.stances import Patterns, stance_words

LONGEST = 180  # characters of what a stance is toward

_NEGATED = re.compile(r"\b(?:not|never|no|without|stop(?:ped|s)?|n[o']t)\b|n['’]t\b", re.IGNORECASE)
_HEDGED = re.compile(
    r"\b(?:allegedly|reportedly|apparently|may|might|could|appear\w*|seem\w*|suggest\w*|asked (?:about|whether|if)|if)\b", re.IGNORECASE
)
_SAID = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|insist(?:s|ed|ing)?|stress\w*|declar\w*|announc\w*|"
    r"stat(?:e|es|ed|ing)|not(?:e|es|ed|ing)|emphasi[sz]\w*|conclud\w*|remark\w*|retort\w*|counter\w*|assert\w*|argu\w*|claim\w*|wr(?:ite|ites|ote|iting)|"
    r"tweet\w*|post\w*|vow\w*|made clear|mak(?:e|es|ing) clear|believ\w*|thinks?|thought|continu\w*|reiterat\w*|repeat\w*|maintain\w*|explain\w*|respond\w*|"
    r"according to|quot\w*|conced\w*|acknowledg\w*|observ\w*|affirm\w*|assur\w*|comment\w*|messages?|hop(?:e|es|ed|ing))\b|:|^[\W_]*$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:call(?:s|ed|ing)?|describ\w+|label\w*|brand(?:s|ed|ing)|deem(?:s|ed)?)\b", re.IGNORECASE)
_BE = r"(?:is|are|was|were|be|been|remains?|[’']s|[’']re)"
_THING = r"(?P<toward>(?:[^.;:!?]|(?<=\b[A-Z])\.){3,400}?)"
_ADVERB = r"(?:(?:absolutely|totally|completely|simply|just|clearly|very|utterly|deeply|entirely|so|both|also|an?)\s+)?"
_FIRST = re.compile(r"\b(?:I|we|We)(?:\s+(?:also|all|both|fundamentally|still|certainly|strongly|really|directly|simply|do|have|must|very much|now))?(?=\W)")
_THIRD = re.compile(r"^[\s“\"'‘]*(?:that\s+)?(?:he|she|they|it)(?:\s+(?:also|all|both|still|strongly|would))?(?=\W)", re.IGNORECASE)
_CLAUSE = re.compile(r"(?<!\b[A-Z])[.;:!?][”\"'’]*\s+|[—–…]|\s-\s")
_DUTY = re.compile(
    r"[\s“\"'‘…]*(?:(?:and|but|so|that|now|therefore|or)\s+)*(?P<toward>(?:[\w’'.-]+\s+){1,8}?(?:must|should|ought to)\s+(?:not |never |now |also )?"
    r"(?!have\b|be (?:a|an|the|very|some|noted|said|clear)\b|know\b|see\b|think\b)\w.{2,})",
    re.IGNORECASE,
)
_NO_DUTY = re.compile(r"\b(?:why|how|whether|what|when|where|if|means?|probably|think|expectation|idea|who|which)\b.*\b(?:must|should|ought)\b", re.IGNORECASE)
_GO = re.compile(r"(?P<toward>time (?:has|is|had) come? (?:for|to)(?:[^.;!?]|(?<=\b[A-Z])\.){3,120})", re.IGNORECASE)
_WARNED = re.compile(
    r"(?P<toward>\bif\b(?:[^.;!?]|(?<=\b[A-Z])\.){3,160}\b(?:respond|retaliat\w+|consequences|pay (?:a|the) price|put .{3,40} worse)\b(?:[^.;!?]|(?<=\b[A-Z])\.)*)"
    r"|(?P<too>(?:[^.;!?]|(?<=\b[A-Z])\.){3,120}\b(?:face|be met with|suffer) (?:\w+ )?(?:consequences|sanctions|retaliation)\b(?:[^.;!?]|(?<=\b[A-Z])\.)*)", re.IGNORECASE,
)
_OF = re.compile(r"\W*(?:of|for)\b", re.IGNORECASE)  # who is accused *of* something is not who accuses
_COMMENT = re.compile(r"^[\s“\"'‘]*(?:to\s+)?(?:comment|say|answer|be drawn|give|speak|name|identify|elaborate|discuss|believe|rule|condemn|criticise|criticize)\b", re.IGNORECASE)
_TRIM = " \t\n\r“”\"'‘’,;:.–—-"
_HEAD = re.compile(r"^(?:that|to|by|of|for|against|on|about|despite|over)\s+", re.IGNORECASE)
_REPORTED = re.compile(r"^[\s“\"]*(?:I|we|he|she|they)\b.*?\bthat\s+", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:do )?(?:it|that|this|he|she|they|these|those|them|there|what|which|who|the|so)$", re.IGNORECASE)
_END = re.compile(r"(?<!\b[A-Z])[.!?;][”\"'’]*\s+(?=[“\"'‘]?[A-Z])|\s…\s(?=[“\"])|,[”\"]\s+(?=[“\"])|,\s+(?=(?:and |but )?(?:we|I)\b)")


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance, what it is toward in the words of the source, and whether the whole of the content is that.

    toward: empty where the words only point back (*we would not tolerate that*).
    """

    stance: Stance
    toward: str
    whole: bool


def stands(statement: Statement) -> tuple[Stand, ...]:
    """The stances of a statement: by its cue, else by what the speaker says of themselves or judges."""
    cue = statement.cue.text if statement.cue else ""
    text = " … ".join(" ".join(span.text.split()) for span in statement.content)
    if _HEDGED.search(cue) or text.rstrip("”\"' ").endswith("?"):
        return ()
    by_cue = _by_cue(cue, " ".join(statement.content[0].text.split()))
    if by_cue:
        return by_cue
    if _CALLED.search(cue):
        return _judged_as(text)
    return tuple(_by_words(statement, text)) if _SAID.search(cue) else ()


def _by_cue(cue: str, text: str) -> tuple[Stand, ...]:
    for stance, pattern in stance_words().cues.items():
        match = pattern.search(cue)
        if match is None:
            continue
        accused = match[0].casefold().startswith(("accus", "blam", "critici"))
        if _NEGATED.search(cue) or (stance == "rejects" and _COMMENT.match(text)) or (accused and _OF.match(text)):
            return ()
        toward = _toward(text)
        if accused:
            toward = re.sub(r"\s+of\s+", ": ", toward, count=1)
        return (Stand(stance, toward, whole=True),) if toward else ()
    if re.search(r"\bplead", cue) and re.match(r"\W*not guilty", text, re.IGNORECASE):
        return (Stand("denies", "guilt", whole=True),)
    return ()


def _judged_as(text: str) -> tuple[Stand, ...]:
    """*called the plan unacceptable*: the judgement ends the content."""
    for stance, pattern in stance_words().judged.items():
        match = pattern.search(text)
        if match and not _NEGATED.search(text) and (toward := _toward(text)):
            return (Stand(stance, toward, whole=True),)
    return ()


def _by_words(statement: Statement, text: str) -> list[Stand]:
    found = [*_said_of_self(statement, text), *_judgements(text)]
    for stance, pattern in (("warns", _WARNED), ("seeks", _GO)):
        if match := pattern.search(text):
            words = match["toward"] or match.groupdict().get("too") or ""
            if toward := shortened(words):
                found.append(Stand(stance, toward, whole=False))  # type: ignore[arg-type]
    if all(stand.stance != "seeks" for stand in found):
        duties = filter(None, map(_DUTY.match, _CLAUSE.split(text)))
        wanted = (duty["toward"] for duty in duties if not _NO_DUTY.search(duty["toward"]))
        found += [Stand("seeks", toward, whole=False) for words in wanted if (toward := _toward(words))]
    return list({(stand.stance, stand.toward): stand for stand in found}.values())


def _said_of_self(statement: Statement, text: str) -> list[Stand]:
    """*we support the plan*; *he supports the plan*, where the report goes on with the speaker."""
    subjects = list(_FIRST.finditer(text))
    if statement.kind != "direct" and (third := _THIRD.match(text)):
        subjects.append(third)
    found = []
    for subject in subjects:
        tail = text[subject.end() :].lstrip()
        if stand := _first_of(stance_words().own, tail):
            found.append(stand)
    return found


def _first_of(patterns: Patterns, tail: str) -> Stand | None:
    for stance, pattern in patterns.items():
        match = pattern.match(tail)
        if match is None:
            continue
        verb = match[0].split()[-1] if stance == "denies" else ""
        if toward := _toward(tail[match.end() :]):
            if _PRONOUN.match(re.split(r"[,;]", toward)[0]):
                return Stand(stance, "", whole=False)
            return Stand(stance, f"{verb} {toward}".strip(), whole=False)
    return None


def _judgements(text: str) -> list[Stand]:
    found = []
    for stance, pattern in stance_words().judged.items():
        judged = re.compile(rf"{_THING}\s+(?:would |will |can only )?{_BE}\s+{_ADVERB}{pattern.pattern}", re.IGNORECASE)
        match = judged.search(text)
        if match and not _NEGATED.search(match["toward"]):
            toward = _toward(_REPORTED.sub("", match["toward"]))
            found.append(Stand(stance, "" if _PRONOUN.match(toward) else toward, whole=False))
    return found


def _toward(words: str) -> str:
    """What a stance is toward: one clause, without marks and the words that lead to it, at most so long."""
    trimmed = _HEAD.sub("", _END.split(words.strip(_TRIM))[0].strip(_TRIM)).strip(_TRIM)
    if not any(character.isalpha() for character in trimmed):
        return ""
    return shortened(trimmed)


def shortened(words: str) -> str:
    """The words without marks at their ends, at most so long."""
    trimmed = " ".join(words.split()).strip(_TRIM)
    if len(trimmed) <= LONGEST:
        return trimmed
    return trimmed[:LONGEST].rsplit(" ", 1)[0].rstrip(_TRIM) + " …"
