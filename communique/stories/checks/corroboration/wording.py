"""How a claim is worded: the plainest whole clause that tells it, with who says it where all of its passages say so."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from communique.domain import Clause, Reading, Record, Span
from communique.stories.alignment import shared
from communique.stories.checks.corroboration.claims import FEWEST
from communique.stories.checks.corroboration.facts import Speech
from communique.stories.passages import Pile, Spots, extents, roots

CUT = 1.8  # how much worse than a whole sentence that one passage is, is a part that cannot stand alone
PART = 0.2  # what a part of a passage lacks, so that of two that tell as much the passage is taken
AGREED = 0.5  # how much telling all that several pages tell is worth, beside telling nothing else
MARKS = 2  # characters that a sentence has more than its clause
_JOINS = r"and|but|after|before|when|while|because|since|although|though"  # what a clause stands without
_BEFORE = re.compile(rf"(?:^|[^\w\s]\s*|\b(?:{_JOINS})\s+)$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\s*(?:$|[^\w\s]|(?:{_JOINS}|as|that|to|who|which|where)\b(?!\s+(?:soon|long)\b))", re.IGNORECASE
)
_CUT = re.compile(
    rf"(?:\b(?:{_JOINS}|or|that|as|of|from|on|to|in|into|for|with|by|at|over|under|about|between|than|the|an?|which|who|its|their)|,)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:who|which|that|whose|to)\b|,", re.IGNORECASE)  # `the tanker, which`, `its failure to pay`
_BEING = r"(?=\s+(?:is|was|were|are|has|had|have|will|would|can|could|may|might|must|should)\b)"  # `THAT was the end`
_PRONOUN = re.compile(
    rf"[\"“'‘]?(?:(?:it|he|she|they|this|these|those|his|her|its|their|them)\b|that{_BEING})", re.IGNORECASE
)
_OPENING = re.compile(rf"^(?:that(?!{_BEING})|and|but)\s+(?=\w)", re.IGNORECASE)
_CLOSED = re.compile(r",(?=[”\"’']$)")  # the comma of a quotation that the sentence goes on behind
_SUBJECTS = frozenset({"he", "she", "it", "they"})
_CLOSES = re.compile(r"[,.?!]$")
_QUOTED = ('"', "“")


class Wording:
    """Words the claims of a record."""

    def __init__(self, record: Record, readings: Mapping[str, Reading], pile: Pile) -> None:
        self._pile = pile
        self._speech = Speech(record)
        self._names = {actor.id: actor.name for actor in record.actors}
        self._meant = {
            (m.span.document, m.span.start): (m.span, actor.name)
            for actor in record.actors
            for m in actor.mentions
            if m.form == "pronoun" and m.span.text.casefold() in _SUBJECTS
        }
        said = (content for statement in record.statements for content in statement.content)
        self._cues = Spots((said.cue, said) for said in record.statements if said.cue is not None)
        self._said = Spots((content, content) for content in said)
        self._sentences = Spots((span, span) for reading in readings.values() for span in reading.sentences)
        self._clauses = Spots((span, clause) for reading in readings.values() for clause, span in extents(reading))
        self._captions = Spots((f.span, f) for a in record.articles for f in a.furniture if f.kind == "caption")

    def claim(self, spans: Sequence[Span]) -> str:
        """A passage that is a whole clause and that others tell the most of, else a sentence that one stands in."""
        return self.backed(spans, 0.0)[0]

    def backed(self, spans: Sequence[Span], least: float) -> tuple[str, list[Span]]:
        """The words of a claim, and the passages that have such a part of the weight of them."""
        parts = (clause for span in spans for clause in self._parts(span))
        wholes = list(dict.fromkeys([*map(self._whole, spans), *spans, *parts]))
        fits = self._fits(wholes, spans)
        words = min(wholes, key=lambda told: (self._lacks(told, spans) - fits[told], len(told.text), told))
        within = any(content.covers(words) for content, _ in self._said.overlapping(words))
        speakers = self._speech.all_say(spans) if within else set()
        named = [speaker for speaker in self._speech.speakers(words) if speaker in speakers]
        who = " and ".join(self._names[speaker] for speaker in named if speaker in self._names)
        told = _paired(self._named(words, who)) if self._stands(words) else f"… {words.text}"
        wanted = roots(self._pile.words([words]))
        enough = least * self._pile.weights.total(wanted)
        backing = [
            span
            for span in spans
            if shared(wanted, roots(self._pile.words([self._whole(span)])), self._pile.weights) >= enough
        ]
        return f"{who}: {told}" if who else told, backing

    def clause(self, spans: Sequence[Span]) -> str | None:
        """The same, where one of the passages needs nothing more."""
        whole = [span for span in spans if self._stands(span) and not self._lacks(span, spans)]
        return self.claim(whole) if whole else None

    def _parts(self, span: Span) -> Iterator[Span]:
        """The clauses within a passage that can stand alone, and of which the reporter is the one who says them."""
        for place, _ in self._clauses.overlapping(span):
            enough = span.covers(place) and len(place.text.split()) >= FEWEST and self._stands(place)
            if enough and not any(True for _ in self._cues.overlapping(place)) and not self._only_said(place, span):
                yield place

    def _only_said(self, part: Span, whole: Span) -> bool:
        """Whether it is of words that somebody says, as the whole tells beside them."""
        return any(not content.covers(whole) for content, _ in self._said.overlapping(part))

    def _fits(self, wordings: Sequence[Span], spans: Sequence[Span]) -> dict[Span, float]:
        """How far each wording tells what passages of other pages tell, and what several pages have in common."""
        weights = self._pile.weights
        told = {span: roots(self._pile.words([span])) for span in spans}
        pages = {(root, span.document) for span, words in told.items() for root in words}
        agreed = {root for root, times in Counter(root for root, _ in pages).items() if times > 1}
        whole = weights.total(agreed) or 1.0
        found: dict[Span, float] = {}
        for wording in wordings:
            words = roots(self._pile.words([wording]))
            others = [shared(words, theirs, weights) for at, theirs in told.items() if at.document != wording.document]
            common = sum(others) / (len(others) * (weights.total(words) or 1.0)) if others else 0.0
            found[wording] = common + AGREED * weights.total(agreed.intersection(words)) / whole
        return found

    def _lacks(self, told: Span, spans: Sequence[Span]) -> float:
        """How much a wording lacks: being one of the passages, a name where it has a pronoun, words, the reporter's."""
        vague = _PRONOUN.match(_OPENING.sub("", told.text)) is not None and self._named(told)[0] != "["
        few = len(told.text.split()) < FEWEST
        caption = any(True for _ in self._captions.overlapping(told))
        cut = CUT * (not self._stands(told))
        beside = min(max(0, span.start - told.start) + max(0, told.end - span.end) for span in spans) > MARKS
        return beside + PART * (told not in spans) + cut + vague + 2 * few + caption + 3 * self._unbacked(told, spans)

    def _unbacked(self, told: Span, spans: Sequence[Span]) -> bool:
        """Whether it tells a number that no passage of another page has."""
        numbers = self._numbers([told])
        pages = {span.document for span in spans if span.document != told.document}
        return any(numbers - self._numbers([s for s in spans if s.document == page]) for page in pages)

    def _numbers(self, spans: Sequence[Span]) -> set[str]:
        return {root for span in spans for root in roots(self._pile.words([span])) if root.isdigit()}

    def _named(self, words: Span, speaker: str = "") -> str:
        """The words from their subject on, with the name of whom a pronoun stands for there."""
        opening = _OPENING.match(words.text)
        start = words.start + (opening.end() if opening else 0)
        meant = self._meant.get((words.document, start))
        meant = None if meant and meant[1] == speaker else meant
        rest = words.text[(meant[0].end if meant else start) - words.start :]
        return " ".join(_CLOSED.sub("", f"[{meant[1]}]{rest}" if meant else rest).split())

    def _whole(self, span: Span) -> Span:
        """The narrowest of the passage, the reported words and the sentence around it that can stand alone."""
        return next(filter(self._stands, self._around(span)), next(self._around(span, sentences=True), span))

    def _around(self, span: Span, *, sentences: bool = False) -> Iterator[Span]:
        """What holds a passage, the narrowest first."""
        if not sentences:
            yield span
            yield from sorted((s for s, _ in self._said.overlapping(span) if s.covers(span)), key=_length)
        yield from (sentence for sentence, _ in self._sentences.overlapping(span) if sentence.covers(span))

    def _stands(self, span: Span) -> bool:
        """Whether it is a quotation, a sentence, or a clause with its subject that is cut off at neither end."""
        sentence = next((s for s, _ in self._sentences.overlapping(span) if s.covers(span)), None)
        if sentence is None or sentence == span or span.text.startswith(_QUOTED):
            return True
        before = sentence.text[: span.start - sentence.start]
        behind = sentence.text[span.end - sentence.start :]
        said = any(content.start == span.start for content, _ in self._said.overlapping(span))
        if not (said or _BEFORE.search(before)) or not _BEHIND.match(behind) or _CUT.search(span.text):
            return False
        return any(_begins(span, clause) for _, clause in self._clauses.overlapping(span))


def _begins(span: Span, clause: Clause) -> bool:
    """Whether a passage begins with the subject of a clause, and its verb is said of it, not beside it."""
    subject = clause.subject
    if subject is None or not span.covers(subject) or not span.covers(clause.verb) or clause.verb.start < subject.end:
        return False
    opening = _OPENING.match(span.text)
    first = span.start + (opening.end() if opening else 0)
    between = span.text[subject.end - span.start : clause.verb.start - span.start]
    return subject.start <= first + 1 and _ASIDE.search(between) is None


def _length(span: Span) -> int:
    return span.end - span.start


def _paired(text: str) -> str:
    """The words with the quotation mark that a cut left out; a mark behind a comma or a stop closes."""
    opening, closing = text.count("“"), text.count("”")
    if text.count('"') % 2:
        opens = _CLOSES.search(text[: text.index('"')]) is None
        return f'{text}"' if opens else f'"{text}'
    return f"{text}”" if opening > closing else f"“{text}" if closing > opening else text
