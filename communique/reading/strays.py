"""Strays: parts of a content that the trained reader has ascribed to the wrong cue.

A paragraph that is nothing but a quotation goes on with the words before it, not with those of the next paragraph's
speaker; the second of two joined verbs has a content of its own: `said that he had been beaten and ASKED for help`;
and what goes on beside the words is told by the reporter: `hoped for peace on Monday AS THE KING MET Berg`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import Span
from communique.reading import cues
from communique.reading.clauses import CUE_PARTS
from communique.reading.page import Ascribed, Block, Page, Word
from communique.reading.phrases import FINITE, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

GOVERNED = frozenset({"ccomp", "dobj", "nsubj", "pcomp", "pobj", "xcomp"})
PAST = "VBD"
NEAR = 2  # words between a verb and what belongs to it in a cue
JOINT = re.compile(r"[\s,;]+(?:and|but|or|who|(?:(?:in|on|at|for|of|by|with|to|from) )?wh(?:ich|om))$", re.IGNORECASE)
GAPS = " \t\n,;"
MARKS = frozenset("”\"’'")
MEANWHILE = frozenset("after as before once since until when while".split())
TEXTS = frozenset({"that", "which"})  # `a statement THAT accused` is its author's
PERSONAL = frozenset({"he", "she", "they", "i", "we", "who"})


def shared_out(page: Page, ascribed: Iterable[Ascribed], alone: Collection[Span]) -> list[Ascribed]:
    """The attributions without what is not their own, which is another's or one of its own.

    alone: the paragraphs that are nothing but a quotation.
    """
    found: list[Ascribed] = []
    more: list[Ascribed] = []
    for item in ascribed:
        first, *others = _parted(page, item, alone)
        found.append(first)
        more += others
    by_cue = {at: number for number, item in reversed(list(enumerate(found))) for at in _characters(item.cue)}
    for stray in more:
        number = next((by_cue[at] for at in _characters(stray.cue) if at in by_cue), None)
        if number is None:
            by_cue |= dict.fromkeys(_characters(stray.cue), len(found))
            found.append(stray)
        else:
            found[number] = replace(found[number], content=tuple(sorted({*found[number].content, *stray.content})))
    return found


def _characters(spans: Iterable[Span]) -> Iterator[int]:
    return (at for span in spans for at in range(span.start, span.end))


def _parted(page: Page, item: Ascribed, alone: Collection[Span]) -> Iterator[Ascribed]:
    """An attribution without what is not its own, and the attributions that this makes."""
    if not item.cue:
        yield item
        return
    item = _without_foreign_paragraphs(page, item, alone)
    kept: list[Span] = []
    more: list[Ascribed] = []
    for piece in item.content:
        verb = _other_verb(page, item, piece)
        if verb is None and _reporters(page, item, piece):
            continue
        if verb is None:
            rest, joined = _cut(page, item, _without_beside(page, item, piece))
            kept.append(rest)
            more += joined
        elif len(item.content) > 1 and cues.speaks(verb.token):
            more.append(_by(page, item, verb, _to_the_end(page, verb, piece)))
        elif len(item.content) == 1 or (verb.token.sent == _sentence(page, item) and not _beside(page, item, verb)):
            kept.append(piece)
    if more and kept:
        kept = [piece.part(piece.start, piece.start + len(_without_joint(piece.text))) for piece in kept]
    yield replace(item, content=tuple(kept)) if kept else item
    yield from more if kept else ()


def _without_joint(text: str) -> str:
    """A part of a content without the words that joined what is another's to it: `remarks by an aide who`."""
    return JOINT.sub("", text.rstrip(GAPS))


def _without_foreign_paragraphs(page: Page, item: Ascribed, alone: Collection[Span]) -> Ascribed:
    """Without the paragraphs of others' words before the one in which the cue has words of its own."""
    own = page.block_at(item.cue[0].start).span
    if not any(own.covers(span) for span in item.content):
        return item
    return replace(item, content=tuple(s for s in item.content if s not in alone or s.start >= own.start))


def _finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.dep_ == "aux" and child.tag_ in FINITE for child in verb.children)


def _sentence(page: Page, item: Ascribed) -> Tokens | None:
    """The sentence of the cue."""
    words = page.block_at(item.cue[0].start).words(item.cue[0])
    return words[0].token.sent if words else None


def _cue_words(page: Page, item: Ascribed) -> frozenset[int]:
    """The places in its tree of the words of the cue."""
    return frozenset(word.token.i for word in page.block_at(item.cue[0].start).words(item.cue[0]))


def _reporters(page: Page, item: Ascribed, piece: Span) -> bool:
    """Whether a part goes on in the reporter's words behind a quotation: `“Go,” she said, AND THE SHIPS LEFT`."""
    block = page.block_at(piece.start)
    quoted = [span for span in item.content if span.end <= item.cue[0].start and span.text.rstrip()[-1] in MARKS]
    if not quoted or piece.start < item.cue[0].end or not block.span.covers(item.cue[0]):
        return False
    words, cue = block.words(piece), _cue_words(page, item)
    if any(word.token.is_quote for word in words):
        return False
    joined = (w.token for w in words if w.token.dep_ == "conj" and w.token.head.i in cue)
    return any(child.dep_ in SUBJECTS for verb in joined for child in verb.children)


def _without_beside(page: Page, item: Ascribed, piece: Span) -> Span:
    """A part that is no clause up to what hangs on the cue: `voiced hope for peace MONDAY AS THE KING MET BERG`."""
    block = page.block_at(piece.start)
    words, cue = block.words(piece), _cue_words(page, item)
    if piece.start < item.cue[0].end or not block.span.covers(item.cue[0]) or any(w.token.is_quote for w in words):
        return piece
    beside = (w.token.left_edge.i for w in words if w.token.head.i in cue and _adverbial(w.token))
    first = min((at for at in beside if at > words[0].token.i), default=None)
    before = [word for word in words if first is None or word.token.i < first]
    if first is None or any(_finite(word.token) for word in before):
        return piece
    end = before[-1].at + len(before[-1].token)
    return piece.part(piece.start, piece.start + len(piece.part(piece.start, end).text.rstrip(GAPS)))


def _adverbial(token: Token) -> bool:
    """Whether a word tells when something happened, or is the verb of a clause that does."""
    joined = {child.lower_ for child in token.children if child.dep_ in {"advmod", "mark"}}
    when = token.dep_ == "npadvmod" and token.ent_type_ in {"DATE", "TIME"}
    return when or (token.dep_ == "advcl" and not joined.isdisjoint(MEANWHILE))


def _beside(page: Page, item: Ascribed, verb: Word) -> bool:
    """Whether a verb tells what went on beside the words: `AS the king WELCOMED Berg`."""
    return verb.token.dep_ == "advcl" and verb.token.head.i in _cue_words(page, item)


def _other_verb(page: Page, item: Ascribed, piece: Span) -> Word | None:
    """The verb of speech outside the content that governs a part of it and is not the cue."""
    block = page.block_at(piece.start)
    words = block.words(piece)
    inside = {word.token.i for word in words}
    root = next((w for w in words if w.token.head.i not in inside and not w.token.is_punct), None)
    if root is None or root.token.dep_ not in GOVERNED or any(w.token.is_quote for w in words[:1]):
        return None
    verb = root.token.head
    verb = verb.head if verb.pos_ == "ADP" else verb
    at = root.at - root.token.idx + verb.idx
    taken = any(span.start <= at < span.end for span in (*item.cue, *item.content, *item.source))
    of_text = any(child.dep_ in SUBJECTS and child.lower_ in TEXTS for child in verb.children)
    before = at < piece.start and _finite(verb) and not taken and not of_text
    return Word(verb, at) if before and block.span.start <= at < block.span.end else None


def _to_the_end(page: Page, verb: Word, piece: Span) -> Span:
    """A part of a content with the rest of the phrase that the verb governs and that it stops short in."""
    base = verb.at - verb.token.idx
    ends = [base + t.right_edge.idx + len(t.right_edge) for t in verb.token.children if t.dep_ in GOVERNED]
    end = next((end for end in sorted(ends) if end >= piece.end), piece.end)
    return page.block_at(piece.start).span.part(piece.start, end)


def _cut(page: Page, item: Ascribed, piece: Span) -> tuple[Span, list[Ascribed]]:
    """A part of a content up to a second verb of speech that is joined to the cue, and what that verb ascribes."""
    block = page.block_at(piece.start)
    words = block.words(piece)
    for word in words[2:]:
        if _joined_to_cue(word.token, words):
            conjunction = next(w for w in words if w.token.dep_ == "cc" and w.token.head == word.token.head)
            behind = [w for w in words if w.token.i > word.token.i]
            rest = piece.part(piece.start, conjunction.at).text.rstrip(" ,;")
            if not behind or not rest or conjunction.at > word.at or not _whole_quotations(rest):
                continue
            content = piece.part(behind[0].at, piece.end)
            return piece.part(piece.start, piece.start + len(rest)), [_by(page, item, word, content)]
    return piece, []


def _whole_quotations(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _joined_to_cue(verb: Token, words: Sequence[Word]) -> bool:
    """Whether a verb of speech that the parser joins to a verb of the content is the speaker's own next one.

    So it is behind a comma, and where the clause tells how things are: nobody `is innocent and begged`.
    """
    first = verb.head
    if verb.dep_ != "conj" or verb.tag_ != PAST or not cues.speaks(verb):
        return False
    if any(child.dep_ in SUBJECTS | {"aux"} for child in verb.children):
        return False
    if first.i not in {word.token.i for word in words} or first.dep_ != "ccomp":
        return False
    joint = next((child for child in first.children if child.dep_ == "cc" and child.i < verb.i), None)
    subject = next((child for child in first.children if child.dep_ in SUBJECTS), None)
    if joint is None or subject is None or joint.i + 2 < verb.i:
        return False
    told_of_things = subject.lower_ not in PERSONAL and subject.pos_ != "PROPN"
    being = first.lemma_ == "be" or any(child.dep_ == "auxpass" or child.tag_ == "MD" for child in first.children)
    return being or (told_of_things and joint.nbor(-1).text == ",")


def _by(page: Page, item: Ascribed, verb: Word, content: Span) -> Ascribed:
    """What a verb ascribes to its own subject, or to the source of the attribution that it is joined to."""
    near = [c for c in verb.token.children if c.dep_ in CUE_PARTS and abs(c.i - verb.token.i) <= NEAR]
    tokens = sorted([verb.token, *near], key=lambda token: token.i)
    start = verb.at - verb.token.idx + tokens[0].idx
    end = verb.at - verb.token.idx + tokens[-1].idx + len(tokens[-1])
    block: Block = page.block_at(start)
    subject = next((child for child in verb.token.children if child.dep_ in SUBJECTS), None)
    source = item.source
    if subject is not None:
        left, right = subject.left_edge, subject.right_edge
        base = verb.at - verb.token.idx
        source = (block.span.part(base + left.idx, base + right.idx + len(right)),)
    return Ascribed(source=source, cue=(block.span.part(start, end),), content=(content,), confidence=item.confidence)
