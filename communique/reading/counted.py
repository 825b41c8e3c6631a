"""What a number counts: the noun that it stands with, that it is a part of, or of which a measure or a sum is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.knowledge import quantities as known
from communique.knowledge.calendar import WEEKDAY_NUMBERS
from communique.reading.numerals import PARTS, SCALES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Token

WHERE = frozenset("at from in near to".split())
PLURAL = frozenset({"NNS", "NNPS"})
HEADS = frozenset({"NOUN", "PROPN"})
INSIDE = frozenset({"predet", "nummod", "quantmod", "compound", "amod", "advmod", "npadvmod"})
NO_QUANTITY = frozenset("no. no number article section chapter page group channel flight aged age".split())
SAYING_NOTHING = frozenset({"PRON", "NUM", "DET"})  # `two of THEM`
SAYING_LITTLE = frozenset("additional further more other such".split())
SIZED = frozenset("family couple group party pair team trio".split())  # `a family of five` are not all that are counted
CHANGES = frozenset("cut decline decrease drop fall growth increase reduction rise".split())
NUMBERS = frozenset("number total count figure".split())
SUMMED = frozenset("of at to by from as".split())  # `losses AT $60 million`, `inflation rose TO 12%`


def head_of(number: Token, links: Collection[str]) -> Token | None:
    """The noun that a number counts: `120,000 TROOPS`, `dozens of PROTESTERS`, `$3 billion in AID`."""
    token = number.head if number.dep_ == "quantmod" and number.head.i == number.i - 1 else number  # `two DOZEN men`
    while token.dep_ == "conj" and token.head.pos_ == "NUM":  # `a HUNDRED and forty men`
        token = token.head
    while token.dep_ in INSIDE and token.head.i > token.i and token.head.pos_ in {*HEADS, "NUM", "ADJ"}:
        token = token.head
    if token.i > number.i and token.pos_ in HEADS:
        return token
    link = next((word for word in (number, *number.rights) if word.lower_ in links), None)
    return next((child for child in link.rights if child.dep_ == "pobj"), None) if link is not None else _behind(number)


def _behind(number: Token) -> Token | None:
    """The plural right behind a number, whatever the parser hangs it on: `that eighteen Angolan SOLDIERS had`."""
    token = number.nbor(1) if number.i + 1 < len(number.doc) else number
    while token.dep_ in INSIDE and token.head.i > token.i:
        token = token.head
    return token if token.i > number.i and token.tag_ in PLURAL else None


def kind_of(head: Token | None) -> str | None:
    """What a noun counts; people of whom more is told are not just persons (`10 American passengers`)."""
    if head is None or head.pos_ in SAYING_NOTHING or head.text[0].isdigit():
        return None
    lemma = head.lemma_.lower()
    if lemma in PARTS or lemma in SCALES or lemma in known.units():
        return None
    told = [child.lower_ for child in head.lefts if child.dep_ in {"amod", "compound"} and child.is_alpha]
    told = [word for word in told if word not in SAYING_LITTLE]
    both = " ".join([*told[-1:], lemma])
    if lemma == "member" or known.counted(both) != both:  # of what, the word in front tells: `crew members`
        return known.counted(both)
    kind = known.counted(lemma)
    return " ".join([*told, lemma]) if kind == "persons" and told else kind


def subject(last: Token) -> Token | None:
    """Of what a measure or an age is told: `the SHAFT was about 30 metres deep`."""
    verb = last.head if last.dep_ in {"acomp", "attr"} else None
    return next((child for child in verb.children if child.dep_ == "nsubj"), None) if verb is not None else None


def counts(number: Sequence[Token], head: Token | None, fate: str | None, *, measured: bool) -> bool:
    """Whether a number counts or measures: no age, rank or name, and not the word `one` for somebody."""
    before = [token for token in number[0].doc[max(0, number[0].i - 2) : number[0].i] if token.lower_ != "of"]
    whole = measured or (head is not None and ("," in number[-1].text or _behind_place(number, head)))
    named = bool(before) and not whole and (_names(before[-1], number[0]) or before[-1].lower_ in NO_QUANTITY)
    behind = number[-1].nbor(1) if number[-1].i + 1 < len(number[-1].doc) else None
    link = number[-1].head
    sized = link.lower_ == "of" and link.head.lemma_.lower() in SIZED and number[0].i == link.i + 1
    bare = head is None and not measured
    some = bare and behind is not None and behind.lower_ == "from" and fate != "displaced"  # `killed 10 from Oslo`
    if named or sized or some or _others(head):
        return False
    if not measured and any(token.ent_type_ == "ORDINAL" for token in number):  # but `a third of the vote`
        return False
    if not bare or number[-1].lower_ not in {"one", "two"} or (len(number) > 1 and number[-2].text == "-"):
        return True
    return number[-1].lower_ == "two" and fate is not None and not any(t.lower_ in {"the", "these"} for t in before)


def _names(before: Token, number: Token) -> bool:
    """Whether a name and the number behind it are one: `Flight 71`, not `Belarus seven envoys`, `on Monday 71 men`."""
    apart = number.is_lower and before.i == number.i - 1
    return before.tag_ in {"NNP", "NNPS"} and not apart and before.lower_ not in WEEKDAY_NUMBERS


def _behind_place(number: Sequence[Token], head: Token) -> bool:
    """Whether a name in front of a number is no part of what it counts: `In Oslo 71 shops`."""
    at = number[0].i - 1
    while at > 0 and head.doc[at].tag_ == "NNP":
        at -= 1
    return head.tag_ in PLURAL and head.doc[max(at, 0)].lower_ in WHERE


def is_part(last: Token) -> bool:
    """Whether a number is of a part of those told: `two of the men`, `three of its ships`, `four of five states`."""
    behind = list(last.doc[last.i + 1 : last.i + 3])
    if len(behind) > 1 and behind[0].lower_ == "of" and behind[1].like_num:
        return True
    wholes = [noun for child in last.rights if child.lower_ == "of" for noun in child.rights]
    return any(child.dep_ in {"det", "poss"} for noun in wholes for child in noun.lefts)


def sized_group(last: Token) -> Token | None:
    """The group that is told to be of so many: `a CREW of 22`, but not `the families of the 22`."""
    if any(child.lower_ == "the" for child in last.lefts):
        return None
    group = last.head.head if last.dep_ == "pobj" and last.head.lower_ == "of" else None
    return group if group is not None and group.pos_ == "NOUN" else None


def numbered(last: Token) -> Token | None:
    """Those whose number is told: `the number of JOURNALISTS stands at eight`, `the CREWS number 22`."""
    if last.head.lemma_ == "number" and last.head.pos_ == "VERB":
        return next((child for child in last.head.children if child.dep_ == "nsubj"), None)
    noun = measured(last)
    if noun is None or noun.lemma_.lower() not in NUMBERS:
        return None
    return next((whose for child in noun.rights if child.lower_ == "of" for whose in child.rights), None)


def told_of_part(last: Token, whole: Token) -> Token | None:
    """What a part of the dead or the wounded is said to be: `11 of the dead were CHILDREN`."""
    if last.dep_ != "nsubj" or last.head.lemma_ != "be" or known.fate(whole.lemma_.lower(), of_people=True) is None:
        return None
    return next((child for child in last.head.rights if child.dep_ == "attr" and child.pos_ in HEADS), None)


def measured(last: Token) -> Token | None:
    """The noun of which a sum or a share is told: `LOSSES at $60 million`, `INFLATION rose to 12%`, `AID worth $9m`."""
    token = _sum(last)
    link = token.head
    if token.dep_ == "pobj" and link.lower_ == "per":  # `9 per cent`
        token, link = link.head, link.head.head
    if token.dep_ == "pobj" and link.lower_ in SUMMED:
        link = link.head if link.head.lower_ in SUMMED else link  # `from 25 percent TO 12`
        return _of_verb(link.head) if link.head.pos_ in {"VERB", "AUX"} else _noun(link.head)
    if token.dep_ == "npadvmod" and link.lower_ == "worth":
        return _noun(link.head) or _of_verb(link.head)
    if token.dep_ == "dobj" and link.lemma_ == "cost" and any(child.dep_ == "dative" for child in link.children):
        return link  # `the strike has COST the country $40 million`
    return _of_verb(link) if token.dep_ == "attr" else None


def _sum(last: Token) -> Token:
    """The word by which an amount hangs in its sentence: its unit, or that of which it is a part."""
    token = last
    while token.dep_ in {"nummod", "compound", "quantmod"} and token.head.i > token.i:
        token = token.head
    part = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return part if part.lemma_.lower() in PARTS else token  # `a QUARTER of a million dollars`


def worth(last: Token, head: Token | None) -> tuple[str, Token | None] | None:
    """What a sum says of a thing, that it costs so much or is worth it, and the thing: `a $4 billion DAM`."""
    if head is not None:
        way = known.sum_of(head.lemma_.lower())
        return (way, head) if way and head.i > last.i else None
    token = _sum(last)
    told = (known.sum_told(child.lemma_.lower()) for child in token.children if child.dep_ == "acl")
    if known.SPENT in told:
        return known.SPENT, _spent_on(token)  # `280 million euros EARMARKED for the line`
    link = token.head
    if token.dep_ == "pobj" and link.lower_ in SUMMED:
        noun = _of_verb(link.head) if link.head.pos_ in {"VERB", "AUX"} else link.head
        words = (word for word in (link.head, noun) if word is not None)
        return next(((way, _whose(word)) for word in words if (way := known.sum_told(word.lemma_.lower()))), None)
    return _of_deed(token) if token.dep_ in {"dobj", "npadvmod", "oprd", "attr"} else None


def _of_deed(sum_: Token) -> tuple[str, Token | None] | None:
    """What the verb of a sum says of it, and of what: `the bridge will COST $3 million`, `PAID them $3 million`."""
    way = known.sum_told(sum_.head.lemma_.lower())
    if way is None or way == known.PAID:
        return (way, None) if way else None
    if way == known.SPENT:
        return way, _spent_on(sum_)
    given = any(child.dep_ == "dative" for child in sum_.head.children)
    return None if given else (way, _whose(sum_.head))


def changed(last: Token) -> str | None:
    """Which end of a change a number is: `cut FROM 25 percent TO 10`."""
    token = last.head if last.dep_ == "nummod" else last
    links = [token.head, token.head.head] if token.dep_ == "pobj" else []
    verb = next((link for link in [*links, *(x.head for x in links[-1:])] if link.pos_ == "VERB"), None)
    way = known.change(verb.lemma_.lower()) if verb is not None else None
    end = links[0].lower_ if way else None
    return {"from": "before", "to": way}.get(end or "")


def _spent_on(sum_: Token) -> Token | None:
    """What money goes into: `spend $3 million ON the LINE`, `$3 million earmarked FOR the LINE`."""
    words = (sum_, *(child for child in sum_.children if child.dep_ == "acl"), sum_.head)
    links = (child for word in words for child in word.rights if child.lower_ in {"on", "for", "in"})
    return next((noun for link in links for noun in link.rights if noun.pos_ in HEADS), None)


def _whose(word: Token) -> Token | None:
    """The thing of which a verb or a noun tells a sum: `the cost of the BRIDGE`, `the bridge, which will cost`."""
    while word.dep_ == "xcomp" and word.head.pos_ in {"VERB", "AUX"}:
        word = word.head
    if word.pos_ in HEADS:
        owners = [c for c in word.children if c.dep_ == "poss"]
        owners += [noun for c in word.rights if c.lower_ == "of" for noun in c.rights]
        return next((noun for noun in owners if noun.pos_ in HEADS and noun.ent_type_ != "MONEY"), None)
    if word.dep_ in {"relcl", "acl"}:
        return _noun(word.head)
    if word.pos_ != "VERB":  # `the deal was WORTH`, `sign a deal WORTH`
        return _noun(word.head) or _of_verb(word.head)
    told = next((child for child in word.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return _noun(told) if told is not None else None


def _of_verb(verb: Token) -> Token | None:
    """What a verb tells the amount of: its object (`put the DAMAGE at`), else its subject."""
    told = [child for part in ({"dobj"}, {"nsubj", "nsubjpass"}) for child in verb.children if child.dep_ in part]
    told = told or [verb.head] * (verb.dep_ == "acl")  # `DUTIES ranging from 12 to 28 percent`
    return _noun(told[0]) if told else None


def _noun(token: Token) -> Token | None:
    if token.pos_ not in HEADS or token.lemma_.lower() in known.units():
        return None
    link = token.nbor(1) if token.lemma_.lower() in CHANGES and token.i + 1 < len(token.doc) else None
    of_what = (noun for noun in link.rights if noun.dep_ == "pobj") if link is not None and link.dep_ == "prep" else ()
    things = (noun for noun in of_what if noun.pos_ == "NOUN" and noun.lemma_.lower() not in {*known.units(), *PARTS})
    return next(things, token)  # `the fall in the FLOW`, but `a fall of 40 percent`


def _others(head: Token | None) -> bool:
    """Whether somebody told before is counted with them: `her mother and ten others`, `along with ten others`."""
    if head is None or not (head.lemma_.lower() == "other" or any(child.lower_ == "other" for child in head.lefts)):
        return False
    joined = head.dep_ == "conj" and head.head.pos_ in HEADS and not any(c.pos_ == "NUM" for c in head.head.lefts)
    return joined or (head.dep_ == "pobj" and head.head.lower_ == "with")
