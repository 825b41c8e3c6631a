"""Cues: the English verbs by which news ascribes words and thoughts to a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SPEECH = _words(
    """accuse acknowledge add admit advise agree allege announce argue ask assert assure beg blame boast caution cite
    claim clarify comment complain concede conclude confirm contend convey counter criticize declare decry demand
    denounce deny describe disclose emphasize exclaim explain express find hint indicate inform insist joke lament
    mention note notify object observe opine plead pledge point praise predict proclaim promise pronounce propose
    protest quip read recall recommend reiterate remark remind repeat reply report respond retort reveal say shout
    signal slam speculate state stress suggest swear tell testify threaten tout tweet underline underscore urge
    voice vow warn whisper write yell call"""
)
THOUGHT = _words(
    """accept anticipate assume believe consider decide determine doubt estimate expect fear feel figure guess hope
    imagine intend know learn realize recognize regard see suspect think understand want wish worry"""
)
VERBS = SPEECH | THOUGHT

EVIDENCE = _words("confirm convey find hint indicate reveal signal show suggest")  # what things do, too

INFINITIVE = _words(  # those whose content can be an infinitive: urged him to leave
    """advise agree ask beg call decide demand expect hope intend order plan pledge promise propose recommend refuse
    seek swear threaten tell urge vow want warn wish"""
)

OWN_DEEDS = frozenset({"pledge", "promise", "swear", "threaten", "vow"})  # whose infinitive is what the speaker will do

NOUNS = _words(
    "accusation allegation assertion charge claim complaint denial insistence pledge promise statement warning"
)


def speaks(verb: Token) -> bool:
    """Whether a verb tells of words: `said`, `ruled out`."""
    return verb.lemma_ in SPEECH or (verb.lemma_ == "rule" and any(child.lower_ == "out" for child in verb.children))
