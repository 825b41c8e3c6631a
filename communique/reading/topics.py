"""Topics: attributions that name a matter and tell nothing of it, which are no statements.

`adopted the LAW`, `repeated his COMMENTS`, `differed on the ISSUE`, `did not mention the SOLDIERS`; `asked not to be
NAMED` tells of the report alone. What a verb of speech or stance is told of (`denied the CHARGES`, `backs the DEAL`)
says something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.domain import Attribution, Reading, Span
from communique.knowledge.stances import stance_words
from communique.reading import cues, phrases
from communique.reading.page import Page, Word

if TYPE_CHECKING:
    from spacy.tokens import Token

AGREE, EXPECT = "agree", "expect"
NOUNS = frozenset({"NOUN", "PRON", "PROPN"})

BEGINNING = 40  # characters of a content in which a stance that its cue begins is told
NAMING = frozenset({"ask", "comment", "mention", "recall", "repeat"})  # verbs of speech that can name its topic
MATTERS = frozenset(
    "comment inquiry issue matter query question remark request statement story subject tale talk topic version".split()
)
UNNAMED = re.compile(
    r"(?:not to be|(?:that )?(?:he|she|they) not be|to (?:remain|stay|be kept)|for|on condition of|to speak on) "
    r"(?:\w+ ){0,3}?(?:anonym\w+|identified|named|quoted|unidentified|unnamed)\b",
    re.IGNORECASE,
)


def read(page: Page, reading: Reading) -> Reading:
    """Mark the attributions that only name a topic."""
    chain = {index: number for number, chain in enumerate(reading.chains) for index in chain}
    headings = [_headed(a, page.article.title) for a in reading.attributions]
    both = list(zip(reading.attributions, headings, strict=True))
    heard = {chain.get(i) for a, heading in both if not heading for i in a.speakers}

    def is_topical(attribution: Attribution, *, heading: bool) -> bool:
        only = heading and heard.isdisjoint(chain.get(i) for i in attribution.speakers)
        return only or _is_topical(page, attribution)

    found = (replace(a, topical=is_topical(a, heading=heading)) for a, heading in both)
    return replace(reading, attributions=tuple(found))


def _headed(attribution: Attribution, title: Span | None) -> bool:
    """Whether a headline sets words behind a name and a colon: of whom the article has no words, they are a heading."""
    colon = attribution.cue is not None and attribution.cue.text.strip() == ":"
    return colon and title is not None and title.covers(attribution.content[0]) and bool(attribution.speakers)


def _is_topical(page: Page, attribution: Attribution) -> bool:
    if attribution.cue is None or attribution.verbatim:
        return False
    if _is_deed(page, attribution) or _persuades(page, attribution) or UNNAMED.match(attribution.content[0].text):
        return True
    if _takes_a_side(attribution):
        return False
    heads = list(_heads(page, attribution))
    if not heads or any(_tells(head) for head in heads):
        return False
    words = _words(page, attribution)
    reports = any(word.token.lemma_.lower() in (cues.VERBS | cues.NOUNS) - NAMING for word in words)
    silent = any(word.token.dep_ == "neg" for word in words)
    return not reports or silent or any(head.lemma_.lower() in MATTERS for head in heads)


def _is_deed(page: Page, attribution: Attribution) -> bool:
    """Whether several agree on what they will do, or nobody is told to expect it: `THE TWO AGREED to meet`."""
    cue = next((w.token for w in _words(page, attribution) if w.token.lemma_.lower() in {AGREE, EXPECT}), None)
    if cue is None or attribution.content[0].text.casefold().startswith("that "):
        return False
    if cue.lemma_.lower() == EXPECT:
        return attribution.source is None and cue.tag_ == "VBN"
    return any(_several(child) for child in cue.children if child.dep_ == "nsubj")


def _persuades(page: Page, attribution: Attribution) -> bool:
    """Whether somebody is talked into a deed, or out of one, which is a deed: `TALKED the rebels out of the fort`."""
    cue = next((w.token for w in _words(page, attribution) if w.token.lemma_.lower() == "talk"), None)
    return cue is not None and any(child.dep_ in {"dobj", "nsubjpass"} for child in cue.children)


def _several(subject: Token) -> bool:
    return phrases.plural(subject) or any(child.dep_ == "conj" for child in subject.children)


def _tells(head: Token) -> bool:
    """Whether the head of a content tells something: any but a noun, `AS a threat`, `the CLAIM that it failed`."""
    clauses = (child for child in head.children if child.dep_ in {"acl", "ccomp"})
    claim = any(t.lower_ == "that" and t.dep_ == "mark" for clause in clauses for t in clause.children)
    return head.pos_ not in NOUNS or claim or head.head.lower_ == "as"


def _takes_a_side(attribution: Attribution) -> bool:
    """Whether the cue tells a stance, by itself or with the first words behind it: `rescinded his ENDORSEMENT`."""
    words = stance_words()
    cue = attribution.cue.text if attribution.cue else ""
    begun = f"{cue} {' '.join(attribution.content[0].text[:BEGINNING].split())}"
    told = (pattern.search(begun) for pattern in words.cues.values())
    return words.signs["tells"].search(cue) is not None or any(match and match.start() < len(cue) for match in told)


def _heads(page: Page, attribution: Attribution) -> Iterator[Token]:
    """The words of the content that nothing else in it governs, without marks and prepositions."""
    for span in attribution.content:
        words = page.block_at(span.start).words(span)
        inside = {word.token.i for word in words}
        for word in words:
            token = word.token
            if (token.head.i == token.i or token.head.i not in inside) and not token.is_punct:
                yield from token.children if token.pos_ == "ADP" else (token,)


def _words(page: Page, attribution: Attribution) -> list[Word]:
    return page.block_at(attribution.cue.start).words(attribution.cue) if attribution.cue else []
