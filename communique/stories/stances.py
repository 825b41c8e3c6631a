"""The stance that one statement takes, and toward what; none where its words do not tell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from communique.domain import Stance, Statement
from communique.knowledge.nouns import actor_noun
from communique.knowledge.stances import stance_words

LONGEST = 180  # characters of what a stance is toward
CLAUSE, CLAUSES = 400, 40  # characters of a clause, and clauses of a statement, that are read

_BE = (
    r"\b(?:is|are|was|were|be|been|remains?|represent(?:s|ed)?|constitutes?|amount(?:s|ed)? to|mark(?:s|ed)?)|"
    r"(?:(?<=\bit)|(?<=hat)|(?<=\bhe)|(?<=\bshe)|(?<=\bhere)|(?<=\bthere)|(?<=\bwho))[’']s\b|[’']re\b"
)
_ADVERB = (
    r"[“\"‘']?(?:(?:absolutely|totally|completely|simply|just|clearly|very|utterly|deeply|entirely|so|both|also|yet|an?|"
    r"another|the most|as \w+ as it is|as(?= \w+ as))\s+){0,2}[“\"‘']?(?:\w+,? and\s+)?"
)
_ALSO = (
    r"also|all|both|fully|firmly|warmly|fundamentally|still|certainly|strongly|really|directly|simply|very much|now|"
    r"always|long|consistently|repeatedly|(?:had|has|have|would)(?! (?:not?|never|(?:\w+ ){0,2}like)\b)"
)
_FIRST = re.compile(rf"\b(?:I|we|We)(?:\s+(?:{_ALSO})){{0,2}}(?=\W)")
_THIRD = re.compile(
    r"[\s“\"'‘]*(?:that\s+)?(?:he|she|they|it|(?:his|her|its|their) (?:government|country|administration|party|side))"
    rf"(?:\s+(?:{_ALSO})){{0,2}}(?=\W)",
    re.IGNORECASE,
)
_ABBREVIATED = (
    *("[A-Z]", "Mr", "Ms", "Dr", "St", "Mrs", "Gen", "Sen", "Gov", "Rep", "Col", "No"),
    *("Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"),
)
_SHORT = "".join(rf"(?<!\b{word})" for word in _ABBREVIATED)  # a stop behind these ends no sentence
_CLAUSE = re.compile(rf"{_SHORT}[.;:!?][”\"'’]*\s+|[—–…]|\s-\s")
_DUTY = re.compile(
    r"[\s“\"'‘]*(?:(?:and|but|so|that|now|therefore|or)\s+){0,3}"
    r"(?P<toward>(?:[\w’'.-]+\s+){1,14}?"
    r"(?:must|should|ought to|(?<!the )(?<!any )(?<!no )(?<!just )(?<!only )needs? to)\s+"
    r"(?:not |never |now |also )?+(?!(?:have|know|see|think)\b|be (?:a|an|the|very|some|noted|said|clear)\b)\w.{2,})",
    re.IGNORECASE,
)
_DONE = (
    r"(?:\w{2,}(?:ed|en|wn|ught|ept|lt|eld|old)|(?:sen|spen|wen|mean|los|go|shu|pu|cu|hi|se|le|me)t|made|paid|said|laid|led|"
    r"come|become|run|won|done|gone|begun|read|heard|found|built|stood|left|fled)"
)  # a participle: who *should have stayed*, not who *should have the right*
_REGRET = re.compile(
    r"[\s“\"'‘]*(?:and |but |that )?(?P<toward>(?:[\w’'-]+\s+){1,12}?(?:should|ought to) (?:never |not )?have "
    rf"(?:never |not )?{_DONE}\b.*)",
    re.IGNORECASE,
)
_DISBELIEF = re.compile(r"\b(?:not|never|\w+n[’']t) (?:\w+ )?(?:believe|think|feel|see why)\b", re.IGNORECASE)
_GO = re.compile(r"\btime (?:has|is|had) come? (?:for|to)\b.+", re.IGNORECASE)
_NONE = re.compile(
    r"\bthere (?:will|would|can|could|shall) (?:be no|never be an?y?) (?!(?:\w+ )?(?:doubt|winner|loser|change|"
    r"question|problem|surprise|need|reason|survivor|casualt|victim|impact|comment|shortage|let-?up)|more\b|one\b|other\b|longer\b)(\w.{3,})",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\b(?:without|unless|until|if)\b", re.IGNORECASE)  # *without her there will be no deal*
_APPENDED = re.compile(r",\s+(?:\w+ing|which|who|following|so|as)\b")  # what is said of a thing beside it
_INNER = re.compile(r"\b(?:because|where|when|since|but|while|although)\s+|,\s+and\s+", re.IGNORECASE)
_ASKED = re.compile(r"\s(?:what|whether|how|why)\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"\s+(?:has|have|had|would(?: have)?|will|can|could|may|might)$")
_IF = re.compile(r"\bif\b", re.IGNORECASE)
_OF = re.compile(r"\W*(?:of|for)\b", re.IGNORECASE)  # who is accused *of* something is not who accuses
_AGREED = re.compile(r"\bagree(?:s|d|ing)?\b", re.IGNORECASE)
_TERMS = re.compile(r"\W*(?:to|on|with)\b|\W*that\b.{3,80}?\b(?:must|should|would|will|needs?)\b", re.IGNORECASE)
_TO_DO = re.compile(r"\W*(?:to|never to|not to)\s+(?!say\b|tell\b|speak\b|be (?:a|an|the)\b)\w", re.IGNORECASE)
_NO_RIGHT = re.compile(
    r"\s+(?:(?:has|have|had) (?:no|neither the|not the) (?:right|business|authority) (?:to|in|on)|"
    r"(?:cannot|can[’']t|can never) be (?:allowed|tolerated|accepted|permitted|justified|condoned|ignored|changed|"
    r"touched|reopened|renegotiated))\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"[“\"‘'](?:please |then |so )?(?:stop|end|bring|free|release|leave|tell|give|get|withdraw|return|open|lift|go|"
    r"do not|don[’']t|let (?:us|them|the|him|her|our|my)|hands off|drop|keep)\b(?! me\b).{2,}",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:c[ao]me under|fac(?:e|es|ed|ing)|dr[ae]w|drawn|met with|receiv\w+|field\w+|attract\w+|provok\w+|"
    r"triggered|sparked|prompted)\s+"
    r"(?:\w+\s+)?$",
    re.IGNORECASE,
)
_GUILTY = re.compile(r"\W*not (guilty\b.*)", re.IGNORECASE)
_THING = re.compile(
    r"\W*an?\s+((?:[\w’'-]+\s+){0,2}?[\w’'-]+)\b(?=\W*$|\s+(?:at|in|on|for|of|that|which|near|by)\b)", re.IGNORECASE
)
_OF_ONESELF = frozenset({"rejects", "seeks"})  # toward what one does oneself: *refused to | sign*
_TO = re.compile(r"\W*(?:to|an?|the|his|her|its|their|this|that|these|those|any|all|[A-Z])\b")
_BLAMES = ("accus", "blam", "critici")

_TRIM = " \t\n\r“”\"'‘’,;:.–—-"
_CLOSING = re.compile(r'^[^"]*\S"')  # the first straight mark ends what it quotes
_JOINED = re.compile(
    r"^(?:and|or) [a-z]+ (?=(?:his|her|their|its|our|the|an?|this|these|those)\b)"
)  # *support AND ENDORSE it*
_HEAD = re.compile(r"(?:that|to|by|of|for|against|on|about|despite|over)\s+", re.IGNORECASE)
_LAST_TO = re.compile(r"(?<=\w)\s+to\s*$")
_INFINITIVE = re.compile(
    r"to (?!(?:an?|the|this|that|these|those|its|his|her|their|our|your|my|any|all|both|each|every|some|such|no|other|"
    r"others|what|who|which|whom|him|them|us|me|it|peace|dialogue|diplomacy|talks|\w+ing|\w+[^s]s)\b)[a-z]+\b(?!-)"
)  # *refused to sign*; not *is open to talks*
_REPORTED = re.compile(r"[\s“\"]*(?:I|we|he|she|they)\b.*?\bthat\s+", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:(?:to )?do |that (?=(?:it|this|he|she|they)\b))?"
    r"(?:it|that|this|he|she|they|these|those|them|there|what|which|who|the|so)\b(?=[,;]|$)",
    re.IGNORECASE,
)
_END = re.compile(
    rf"{_SHORT}[.!?;][”\"'’]*\s+(?=[“\"'‘]?[A-Z])|\s…\s(?=[“\"])|,[”\"]\s+(?=[“\"])|,\s+(?=(?:and |but )?(?:we|I)\b)|"
    r",?\s+(?=(?:and|but) (?:also )?(?:(?:support|back|oppos|reject|welcom|urg|offer|warn|call|press|prais|condemn)"
    r"(?:s|ed|es)|ruled out|w(?:ould|ill)|did|does)\b)"
)
_NAME = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w.’'-]*\s?){1,3}"
)  # *criticised the U.S.* ... *withdrawal* is of more than a name
_POINTED = re.compile(
    r"(?:it|him|them|us)(?=\s)|(?:that|this|her|these|those)(?=\s+[“\"‘']?(?:(?:an?|the|\w+ly)\s+)*$)", re.IGNORECASE
)
_LED = re.compile(r"(?:(?:that|which|who|whom)\s+)?…\s+")  # *a quota that it called an insult*
_ATTRIBUTES = re.compile(r"\s+[“\"‘']?(?:(?:an?|the|very|so|too|one of|\w+ly)\s+)*$|\s+[“\"‘']$", re.IGNORECASE)
_DOING = re.compile(
    r"\b(discuss|negotiate|talk|sign|yield|surrender|abandon|compromise|give|back|go)((?: \w+)?)$", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:^|,\s+)(?:which|who|whom|whose)$", re.IGNORECASE)
_ENDING = re.compile(r"(?:ing|ed|e)$")
_JOINT = re.compile(r",?\s+(?:and|but)\s+(?:also\s+)?(?=\w+ed\b)")  # *backed the truce and pressed Chad to act*


@dataclass(frozen=True, slots=True)
class Stand:
    """A stance, what it is toward in the words of the source, and whether the whole of the content is that.

    toward: empty where the words only point back (*we would not tolerate that*).
    """

    stance: Stance
    toward: str
    whole: bool


def stands(statement: Statement, own: Iterable[str] = (), others: Iterable[str] = ()) -> tuple[Stand, ...]:
    """The stances of a statement: by its cue, else by what the speaker says of themselves or judges.

    own: words by which it names those whom the speaker speaks for (*Norway will not accept a wall*); others: by which
    it names anybody else (*Norway has failed to act*).
    """
    cue = statement.cue.text if statement.cue else ""
    signs = stance_words().signs
    text = " … ".join(" ".join(span.text.split()) for span in statement.content)
    if signs["hedged"].search(cue) or text.rstrip("”\"' ").endswith("?"):
        return ()
    first = " ".join(statement.content[0].text.split())
    if (by_cue := _by_cue(cue, text if _NAME.fullmatch(first) else first)) is not None:
        return by_cue
    if signs["called"].search(cue):
        return _judged_as(text)
    reported = signs["said"].search(cue) or not any(character.isalnum() for character in cue)
    heads = [match] if statement.kind != "direct" and (match := _THIRD.match(text)) else []
    if not reported:
        return ()
    return tuple(_by_words(text, heads, _named(own)) or _faults(text, _named(others)))


def _named(own: Iterable[str]) -> re.Pattern[str] | None:
    """Where at the head of a clause one of the speaker's side is named."""
    names = "|".join(re.escape(" ".join(words.split())) for words in sorted(own))
    lead = r"(?:^|\b(?:that|because|and|but)\s)[\s“\"'‘]*(?:that\s+)?(?:[Tt]he\s+)?(?:[A-Z]\w+\s+){0,2}"
    return re.compile(rf"{lead}(?:{names})(?:\s+(?:{_ALSO})){{0,2}}(?=\s)") if names else None


def shortened(words: str) -> str:
    """The words without marks at their ends, at most so long; what is quoted within them is closed."""
    trimmed = " ".join(words.split()).strip(_TRIM)
    if len(trimmed) > LONGEST:
        trimmed = trimmed[:LONGEST].rsplit(" ", 1)[0].rstrip(_TRIM) + " …"
    return _paired(trimmed)


def _paired(words: str) -> str:
    """The words with the quotation mark that a cut took from before or behind them."""
    if (left := words.count("“")) != (right := words.count("”")):
        return f"{words}”" if left > right else f"“{words}"
    if words.count('"') % 2 == 0:
        return words
    return f'"{words}' if _CLOSING.search(words) else f'{words}"'


def _by_cue(cue: str, text: str) -> tuple[Stand, ...] | None:
    """The stance of a cue that tells one, none where it is taken back; None where the cue tells none."""
    words = stance_words()
    for stance, pattern in words.cues.items():
        match = pattern.search(cue)
        if match is None or (stance != "concerned" and _suffered(cue, match)):
            continue
        blames = match[0].casefold().startswith(_BLAMES)
        if cue.casefold().endswith(" to") and stance in _OF_ONESELF and not _TO.match(text):
            text = f"to {text}"
        quiet = words.signs["silent"]
        silent = stance == "rejects" and (quiet.match(text.lstrip(_TRIM)) or quiet.search(cue[match.end() :]))
        errand = match[0].casefold().startswith(("seek", "sought", "accept")) and words.signs["errands"].match(
            text.lstrip(_TRIM)
        )
        if words.signs["negated"].search(cue) or silent or errand or (blames and _OF.match(text)):
            return ()
        toward = _toward(text)
        if match[0].casefold().startswith("blam") and _is_cause(text):
            return ()
        if match[0].casefold().startswith("accus"):
            toward = re.sub(r"(?:\s+…)?\s+of\s+", ": ", toward, count=1)
        elif match[0].casefold().startswith("blam"):
            toward = re.sub(r"^(.+?)\s+on\s+(.+)$", r"\2: \1", toward).removesuffix(": it")
        denied = stance == "rejects" and words.signs["alleged"].match(text.lstrip(_TRIM))
        return (Stand("denies" if denied else stance, toward, whole=True),) if toward else ()
    return _by_aim(cue, text)


def _is_cause(text: str) -> bool:
    """Whether what is blamed is a thing that happened, of which nobody is for or against: *blamed a power cut*."""
    named = _THING.match(text.split(" on ", 1)[-1])
    return named is not None and not any(map(actor_noun, named[1].split()))


def _suffered(cue: str, match: re.Match[str]) -> bool:
    """*had been rejected*, *came under criticism*: done to whom the words are ascribed to; *is concerned* is not."""
    before, word = cue[: match.start()], re.split(r"\s", cue[match.start() :], maxsplit=1)[0]
    return bool(_UNDER.search(before) or (_PASSIVE.search(before) and word.casefold().endswith("ed")))


def _by_aim(cue: str, text: str) -> tuple[Stand, ...] | None:
    """*agreed to wait*, *vowed to stay*, *told Chad to leave*: cues that tell a stance with what follows them."""
    words = stance_words()
    negated = words.signs["negated"].search(cue)
    if _AGREED.search(cue) and (_TERMS.match(text) or re.search(r"\b(?:to|on|with)$", cue)):
        return (Stand("rejects" if negated else "supports", _toward(text), whole=True),)
    if _TO_DO.match(text) and "offer" in cue.casefold() and not negated:
        return (Stand("conciliatory", _toward(text), whole=True),)
    if _TO_DO.match(text) and words.signs["intends"].search(cue) and not negated:
        mild = words.signs["mild"].match(text.lstrip(_TRIM))
        return (Stand("conciliatory" if mild else "seeks", _toward(text), whole=True),)
    if "plead" in cue.casefold() and (plea := _GUILTY.match(text)):
        return (Stand("denies", _toward(plea[1]), whole=True),)
    return None


def _judged_as(text: str) -> tuple[Stand, ...]:
    """*called the plan unacceptable*."""
    words = stance_words()
    for stance, pattern in words.judged.items():
        match = pattern.search(text)
        if match and not words.signs["negated"].search(text) and (toward := _toward(_said_as(text, match.start()))):
            return (Stand(stance, toward, whole=True),)
    return ()


def _said_as(text: str, judged: int) -> str:
    """*the plan: unacceptable*, of *called the plan unacceptable*; judged: where the judgement begins at the latest."""
    if led := _LED.match(text):
        return text[led.end() :]
    pointed, attributes = _POINTED.match(text, 0, judged), _ATTRIBUTES.search(text, 0, judged)
    if re.search(r"\bas\b", text[:judged]) or not (pointed or attributes):
        return text
    start = pointed.end() if pointed else attributes.start() if attributes else judged
    return f"{text[:start]}: {text[start:].lstrip()}" if text[:start].strip() else text


def _by_words(text: str, heads: Iterable[re.Match[str]], named: re.Pattern[str] | None) -> list[Stand]:
    clauses = [clause[:CLAUSE] for clause in _CLAUSE.split(text)[:CLAUSES]]
    found = [stand for clause in clauses for stand in _said_of_self(clause, _FIRST.finditer(clause))]
    found += _said_of_self(clauses[0], heads)
    found += [stand for clause in clauses if named for stand in _said_of_self(clause, named.finditer(clause))]
    found += [stand for clause in clauses for stand in (*_judgements(clause), *_threats(clause))]
    found += [Stand("seeks", shortened(match[0]), whole=False) for c in clauses if (match := _GO.search(c))]
    found += [
        Stand("warns" if _UNLESS.search(c) else "rejects", _toward(match[1]), whole=False)
        for c in clauses
        if (match := _NONE.search(c))
    ]
    found += [Stand("seeks", _toward(match[0]), whole=False) for c in clauses[:1] if (match := _ORDER.match(c))]
    if all(stand.stance != "seeks" for stand in found):
        found += [stand for clause in clauses for stand in _duties(clause)]
    return list({(stand.stance, stand.toward): stand for stand in found}.values())


def _faults(text: str, named: re.Pattern[str] | None) -> Iterator[Stand]:
    """*Norway has failed to act*: what another is blamed for."""
    for clause in _CLAUSE.split(text)[:CLAUSES] if named else ():
        subject = named.match(clause[:CLAUSE]) if named else None
        if subject and stance_words().signs["faults"].match(clause[subject.end() :].lstrip()):
            yield Stand("opposes", _toward(clause), whole=False)


def _said_of_self(clause: str, subjects: Iterable[re.Match[str]]) -> Iterator[Stand]:
    """*we support the plan*; *he supports the plan*, where the report goes on with the speaker."""
    for subject in subjects:
        tail = clause[subject.end() :].lstrip()
        for part in (tail, *(tail[joint.end() :] for joint in _JOINT.finditer(tail))):
            for stance, pattern in stance_words().own.items():
                match = pattern.match(part)
                if match is None:
                    continue
                told = match[0] if stance == "denies" else _LAST_TO.sub("", match[0])
                if not (toward := _toward(part[len(told) :].lstrip())):
                    continue
                verb = _denied(match[0]) if stance == "denies" else _refused(match[0]) if stance == "rejects" else ""
                yield Stand(stance, "" if _POINTING.match(toward) else f"{verb} {toward}".lstrip(), whole=False)
                break


def _denied(denial: str) -> str:
    """The verb behind a `not`, as one denies it: *seeking*, *planning*, *looking to*; none where the verb is `deny`."""
    before, _, last = denial.rpartition(" ")
    if not before:
        return ""
    if last in {"to", "for", "in"}:
        return f"{before.split()[-1]} {last}"
    stem = _ENDING.sub("", last)
    return "planning" if stem == "plan" else f"{stem}ing"


def _refused(refusal: str) -> str:
    """The verb of what one will not do, where it is not to bear with a thing: *signing away*, *abandoning*."""
    found = _DOING.search(refusal)
    return f"{_ENDING.sub('', found[1])}ing{found[2]}" if found else ""


def _judgements(clause: str) -> Iterator[Stand]:
    """*the wall is unacceptable*: what stands before the verb is judged."""
    for stance, pattern in _verdicts().items():
        if (match := pattern.search(clause)) is None:
            continue
        thing = _INNER.split(clause[: match.start()])[-1]
        if _ASKED.search(thing):
            continue
        toward = _toward(_REPORTED.sub("", thing, count=1) if _REPORTED.match(thing) else thing)
        toward = _AUXILIARY.sub("", _APPENDED.split(toward, maxsplit=1)[0])
        if toward and not stance_words().signs["negated"].search(toward):
            yield Stand(stance, "" if _POINTING.match(toward) else toward, whole=False)


@cache
def _verdicts() -> dict[Stance, re.Pattern[str]]:
    return {
        stance: re.compile(
            rf"\s*[“\"‘']?(?:\b(?:would|will|can only)\s+)?(?:{_BE})\s+{_ADVERB}{pattern.pattern}", re.IGNORECASE
        )
        for stance, pattern in stance_words().judged.items()
    }


def _threats(clause: str) -> Iterator[Stand]:
    """*if they sail, we will respond*; *they will face consequences*."""
    condition = _IF.search(clause)
    if condition and stance_words().signs["follows"].search(clause, condition.end()):
        yield Stand("warns", shortened(clause[condition.start() :]), whole=False)


def _duties(clause: str) -> Iterator[Stand]:
    """*Chad must leave the island*, where that is what the clause says and not what it asks or explains."""
    if (match := _REGRET.match(clause)) and (toward := _toward(match["toward"])):
        yield Stand("opposes", toward, whole=False)
    elif (match := _DUTY.match(clause)) and (toward := _toward(match["toward"])):
        modal = re.search(r"\b(?:must|should|ought|needs?)\b", toward)
        before = toward[: modal.start()] if modal else ""
        if _DISBELIEF.search(before):
            yield Stand("opposes", toward, whole=False)
        elif modal and not stance_words().signs["no_duty"].search(before):
            yield Stand("seeks", toward, whole=False)
    elif _NO_RIGHT.search(clause) and (toward := _toward(clause)):
        yield Stand("rejects", toward, whole=False)


def _toward(words: str) -> str:
    """What a stance is toward: one clause, without the words that lead to it, at most so long."""
    trimmed = _JOINED.sub("", _END.split(words.strip(_TRIM))[0].strip(_TRIM))
    head = None if _INFINITIVE.match(trimmed) else _HEAD.match(trimmed)
    if head and (trimmed[: head.end()].strip().casefold() != "that" or len(trimmed.split()) > len(("that", "claim"))):
        trimmed = trimmed[head.end() :]
    trimmed = _RELATIVE.sub("", trimmed)
    return shortened(trimmed) if any(character.isalpha() for character in trimmed) else ""
