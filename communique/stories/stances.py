"""The stance that one statement takes, and toward what; none where its words do not tell."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from communique.domain import Stance, Statement
from communique.knowledge.stances import stance_words
from communique.stories.clauses import tellings
from communique.stories.cued import JUDGED_AS, by_cue, called
from communique.stories.towards import SHORT, Stand, shortened, toward_of

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
_CLAUSE = re.compile(rf"{SHORT}[.;:!?][”\"'’]*\s+|[—–…]|\s-\s")
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
_INNER = re.compile(r"\b(?:because|where|when|since|but|while|although)\s+|,\s+and\s+|\band that\s+", re.IGNORECASE)
_ASKED = re.compile(r"\s(?:what|whether|how|why)\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"\s+(?:has|have|had|would(?: have)?|will|can|could|may|might)$")
_NO_RIGHT = re.compile(
    r"\s+(?:(?:has|have|had) (?:no|neither the|not the) (?:right|business|authority) (?:to|in|on)|"
    r"(?:cannot|can[’']t|can never) be (?:allowed|tolerated|accepted|permitted|justified|condoned|ignored|"
    r"changed|touched|reopened|renegotiated))\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"[“\"‘'](?:please |then |so )?(?:stop|end|bring|free|release|leave|tell|give|get|withdraw|return|open|lift|go|"
    r"do not|don[’']t|let (?:us|them|the|him|her|our|my)|hands off|drop|keep)\b(?! me\b).{2,}",
    re.IGNORECASE,
)
_MODAL = re.compile(r"(?:will|would|shall)\b", re.IGNORECASE)
_LAST_TO = re.compile(r"(?<=\w)\s+to\s*$")
_REPORTED = re.compile(r"[\s“\"]*(?:I|we|he|she|they)\b.*?\bthat\s+", re.IGNORECASE)
_POINTING = re.compile(
    r"(?:(?:to )?do |that (?=(?:it|this|he|she|they)\b))?"
    r"(?:it|that|this|he|she|they|these|those|them|there|what|which|who|the|so)\b(?=[,;]|$)",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w.’'-]*\s?){1,3}"
)  # *criticised the U.S.* ... *withdrawal* is of more than a name
_DOING = re.compile(
    r"\b(discuss|negotiate|talk|sign|yield|surrender|abandon|compromise|give|back|go|let|ask|beg|bargain|trade|apologi[sz]e|"
    r"retreat|withdraw|resign|step|hand|extend|lift|suspend|disarm|comply|join|attend|take|participate)"
    r"((?: \w+)?)$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:ing|ed|e)$")
_DOUBLED, _TWICE = re.compile(r"(?<=\b[^aeiou\W][aeiou])[bgmnpt]$|(?<=\b[^aeiou\W]{2}[aeiou])[bgmnpt]$"), r"\g<0>\g<0>"
_NEGATED = re.compile(
    r"(?:(?P<aux>[\w’']+?)(?:n[’']t|\s+(?:not|never))|never)\s+(?:ever\s+)?(?:\w+ly\s+)?(?P<verb>.+)", re.IGNORECASE
)
_JOINT = re.compile(r",?\s+(?:and|but)\s+(?:also\s+)?(?=\w+ed\b)")  # *backed the truce and pressed Chad to act*


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
    leads = _NAME.fullmatch(first) or JUDGED_AS.fullmatch(first)
    if (told := by_cue(cue, text if leads else first)) is not None:
        return told
    if signs["called"].search(cue):
        return called(text)
    reported = signs["said"].search(cue) or not any(character.isalnum() for character in cue)
    heads = [match] if statement.kind != "direct" and (match := _THIRD.match(text)) else []
    if not reported:
        return ()
    return tuple(_by_words(text, heads, _named(own, text)) or _faults(text, _named(others, text)))


def _named(own: Iterable[str], text: str) -> re.Pattern[str] | None:
    """Where at the head of a clause one of the speaker's side is named that the text names."""
    names = "|".join(re.escape(words) for words in (" ".join(words.split()) for words in sorted(own)) if words in text)
    lead = r"(?:^|\b(?:that|because|and|but)\s)[\s“\"'‘]*(?:that\s+)?(?:[Tt]he\s+)?(?:[A-Z]\w+\s+){0,2}"
    return re.compile(rf"{lead}(?:{names})(?:\s+(?:{_ALSO})){{0,2}}(?=\s)") if names else None


def _by_words(text: str, heads: Iterable[re.Match[str]], named: re.Pattern[str] | None) -> list[Stand]:
    clauses = [clause[:CLAUSE] for clause in _CLAUSE.split(text)[:CLAUSES]]
    found = [stand for clause in clauses for stand in _said_of_self(clause, _FIRST.finditer(clause))]
    found += _said_of_self(clauses[0], heads)
    found += [stand for clause in clauses if named for stand in _said_of_self(clause, named.finditer(clause))]
    found += [stand for clause in clauses for stand in _judgements(clause)]
    found += [Stand(stance, shortened(told), whole=False) for clause in clauses for stance, told in tellings(clause)]
    found += [Stand("seeks", shortened(match[0]), whole=False) for c in clauses if (match := _GO.search(c))]
    found += [
        Stand("warns", shortened(c), whole=False)
        if _UNLESS.search(c)
        else Stand("rejects", toward_of(match[1]), whole=False)
        for c in clauses
        if (match := _NONE.search(c))
    ]
    found += [Stand("seeks", toward_of(match[0]), whole=False) for c in clauses[:1] if (match := _ORDER.match(c))]
    if all(stand.stance != "seeks" for stand in found):
        found += [stand for clause in clauses for stand in _duties(clause)]
    return list({(stand.stance, stand.toward): stand for stand in found}.values())


def _faults(text: str, named: re.Pattern[str] | None) -> Iterator[Stand]:
    """*Norway has failed to act*: what another is blamed for."""
    for clause in _CLAUSE.split(text)[:CLAUSES] if named else ():
        subject = named.match(clause[:CLAUSE]) if named else None
        if subject and stance_words().signs["faults"].match(clause[subject.end() :].lstrip()):
            yield Stand("opposes", toward_of(clause), whole=False)


def _said_of_self(clause: str, subjects: Iterable[re.Match[str]]) -> Iterator[Stand]:
    """*we support the plan*; *he supports the plan*, where the report goes on with the speaker."""
    for subject in subjects:
        tail = clause[subject.end() :].lstrip(" “\"‘'")
        auxiliary = _AUXILIARY.search(subject[0])
        meant = [f"{auxiliary[0].strip()} {tail}"] if auxiliary else []
        for part in (*meant, tail, *(tail[joint.end() :] for joint in _JOINT.finditer(tail))):
            for stance, pattern in stance_words().own.items():
                match = pattern.match(part)
                if match is None:
                    continue
                told = match[0] if stance == "denies" else _LAST_TO.sub("", match[0])
                verb = _denied(match[0]) if stance == "denies" else _refused(match[0]) if stance == "rejects" else ""
                threat = stance == "warns" and _MODAL.match(told)
                words = clause[subject.start() :] if threat else f"{verb} {part[len(told) :].lstrip()}"
                if not (toward := toward_of(words)):
                    continue
                yield Stand(stance, "" if _POINTING.match(toward.removeprefix(f"{verb} ")) else toward, whole=False)
                break


def _denied(denial: str) -> str:
    """What is behind a `not`, as one denies it: *seeking*, *being involved*, *having paid*; none where it is `deny`."""
    match = _NEGATED.match(denial)
    if not match:
        return "having to do" if "nothing to do" in denial else ""
    verb, _, rest = match["verb"].partition(" ")
    rest = f" {rest}" if rest else ""
    if verb.endswith("ing"):
        return f"{verb}{rest}"
    aux = (match["aux"] or "had").casefold()
    if aux.startswith("d"):
        return f"{_gerund(verb)}{rest}"
    return f"{'having' if aux.startswith('ha') else 'being'} {verb}{rest}"


def _refused(refusal: str) -> str:
    """The verb of what one will not do, where it is not to bear with a thing: *signing away*, *abandoning*."""
    found = _DOING.search(refusal)
    return f"{_gerund(found[1])}{found[2]}" if found else ""


def _gerund(verb: str) -> str:
    """*signing*, *planning*, *letting*."""
    return f"{_DOUBLED.sub(_TWICE, _ENDING.sub('', verb))}ing"


def _judgements(clause: str) -> Iterator[Stand]:
    """*the wall is unacceptable*: what stands before the verb is judged."""
    for stance, pattern in _verdicts().items():
        if (match := pattern.search(clause)) is None:
            continue
        thing = _INNER.split(clause[: match.start()])[-1]
        if _ASKED.search(thing):
            continue
        toward = toward_of(_REPORTED.sub("", thing, count=1) if _REPORTED.match(thing) else thing)
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


def _duties(clause: str) -> Iterator[Stand]:
    """*Chad must leave the island*, where that is what the clause says and not what it asks or explains."""
    if (match := _REGRET.match(clause)) and (toward := toward_of(match["toward"])):
        yield Stand("opposes", toward, whole=False)
    elif (match := _DUTY.match(clause)) and (toward := toward_of(match["toward"])):
        modal = re.search(r"\b(?:must|should|ought|needs?)\b", toward)
        before = toward[: modal.start()] if modal else ""
        if _DISBELIEF.search(before):
            yield Stand("opposes", toward, whole=False)
        elif modal and not stance_words().signs["no_duty"].search(before):
            yield Stand("seeks", toward, whole=False)
    elif _NO_RIGHT.search(clause) and (toward := toward_of(clause)):
        yield Stand("rejects", toward, whole=False)
