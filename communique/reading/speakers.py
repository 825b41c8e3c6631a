"""Speakers and addressees: which mentions the parties to an attribution are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from communique.domain import Attribution, Mention, Reading, Span
from communique.knowledge.titles import means_bodies_too
from communique.reading import parties
from communique.reading.page import Page
from communique.reading.parties import Party

TELLING, SAYING = frozenset({"told", "tells", "telling"}), frozenset({"said", "says"})
GOING_ON = frozenset("added adding adds concluded concluding continued continuing".split())
ANSWERING = frozenset("answered answering replied replies replying responded responding".split())
DASH = re.compile(r"\s*(?:[—–]|\s-\s|--)\s*")
OPENING = re.compile(r"(?:he|i|it|she|they|we) ")  # what a headline puts before the words that the article quotes
ASKING, PERSONAL = frozenset({"asked", "asking"}), frozenset({"he", "she", "they"})


def read(page: Page, reading: Reading) -> Reading:
    """Add the speakers and the addressees of every attribution.

    A quotation that stands without source or cue behind somebody's words is taken for that speaker's, as newspapers do.
    """
    places = parties.places(reading.mentions)
    chain = {index: number for number, chain in enumerate(reading.chains) for index in chain}
    peoples = {m.span: i for i, m in enumerate(reading.mentions) if m.form == "adjectival"}  # `Norwegian claims`

    def named(found: Iterable[Party]) -> tuple[int, ...]:
        return tuple(sorted({i for party in found for i in _mentions(party, places, reading.mentions)}))

    done: list[Attribution] = []
    for attribution in reading.attributions:
        speakers, addressees = named(parties.source(page, attribution)), named(parties.addressed(page, attribution))
        if not speakers and attribution.source in peoples:
            speakers = (peoples[attribution.source],)
        if not speakers and attribution.source is not None:
            speakers = _named_first(attribution.source, reading.mentions)
        if attribution.source is None and attribution.cue is None and done and not _in_title(page, attribution):
            speakers = done[-1].speakers
        source = _whole(page, attribution.source, [reading.mentions[i] for i in speakers])
        themselves = {chain.get(i, ~i) for i in speakers}
        addressees = tuple(i for i in addressees if chain.get(i, ~i) not in themselves)
        done.append(replace(attribution, source=source, speakers=speakers, addressees=addressees))
    called = frozenset(i for i, m in enumerate(reading.mentions) if m.form == "nominal")
    done = [_quoted_below(a, done, called) if _in_title(page, a) else a for a in done]
    heard = list(_heard([_self(a, done) for a in done], chain))
    return replace(reading, attributions=tuple(heard))


def _named_first(source: Span, mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Who a source names first, where a dash keeps the parser from its head: `Ms Lund - no kin of the king -`."""
    before = DASH.split(source.text, maxsplit=1)
    if len(before) == 1:
        return ()
    end = source.start + len(before[0])
    inside = (i for i, m in enumerate(mentions) if source.start <= m.span.start and m.span.end == end)
    return tuple(i for i in inside if mentions[i].form == "named")


def _heard(attributions: Iterable[Attribution], chain: Mapping[int, int]) -> Iterator[Attribution]:
    """The attributions, with those addressed to whom the one before was that they go on from or answer.

    `“It failed,” he told reporters, ADDING that ...`; `asked by reporters whether ..., he REPLIED`.
    """
    before: Attribution | None = None
    audience: tuple[int, ...] = ()
    for attribution in attributions:
        if attribution.parent is not None or attribution.cue is None:
            yield attribution
            continue
        words, to = _words(attribution.cue), attribution.addressees
        if before is not None and not to:
            same = {chain.get(i, ~i) for i in attribution.speakers} == {chain.get(i, ~i) for i in before.speakers}
            carried_on = words & GOING_ON or (words & SAYING and _words(attribution.source) & PERSONAL)
            if attribution.speakers and same and carried_on:
                to = audience
            elif words & ANSWERING and before.cue is not None and _words(before.cue) & ASKING:
                to = before.speakers
        audience = to if words & (TELLING | GOING_ON | SAYING | ANSWERING) else ()
        before = replace(attribution, addressees=to)
        yield before


def _in_title(page: Page, attribution: Attribution) -> bool:
    return page.article.title is not None and page.article.title.covers(attribution.content[0])


def _quoted_below(attribution: Attribution, every: Sequence[Attribution], called: frozenset[int]) -> Attribution:
    """A headline's quotation with the speakers of the words below that hold it.

    It has none of its own, or a mere noun of ``called``, the mentions by no name: `“We stay”: MINISTER defies island`.
    """
    unknown = attribution.source is None and attribution.cue is None and not attribution.speakers
    if not attribution.verbatim or not (unknown or (attribution.speakers and called.issuperset(attribution.speakers))):
        return attribution
    words = OPENING.sub("", _plain(attribution.content))
    below = (a for a in every if a.speakers and a is not attribution and words in _plain(a.verbatim))
    told = next(below, None)
    return replace(attribution, speakers=told.speakers, addressees=told.addressees) if told else attribution


def _plain(spans: Iterable[Span]) -> str:
    return " ".join("".join(c if c.isalnum() else " " for span in spans for c in f"{span.text} ").casefold().split())


def _words(span: Span | None) -> frozenset[str]:
    return frozenset(span.text.lower().split()) if span is not None else frozenset()


def _whole(page: Page, source: Span | None, speakers: Iterable[Mention]) -> Span | None:
    """A source that is cut off inside a name with the rest of it."""
    for name in speakers:
        if source and name.form == "named" and name.span.overlaps(source) and not source.covers(name.span):
            ends = max(source.end, name.span.end)
            source = page.block_at(source.start).span.part(min(source.start, name.span.start), ends)
    return source


def _self(attribution: Attribution, done: Sequence[Attribution]) -> Attribution:
    """Inside a report, `I` and `we` are its speakers."""
    if attribution.parent is None or attribution.source is None or attribution.source.text.lower() not in {"i", "we"}:
        return attribution
    return replace(attribution, speakers=done[attribution.parent].speakers)


def _mentions(party: Party, places: Mapping[int, int], mentions: tuple[Mention, ...]) -> set[int]:
    """The mentions that the words of a party stand in: the persons where there are some, and of them the named ones.

    `his counterpart, Viktor Hansen` is one party, told twice.
    """
    found = {places[word.at] for word in party if word.at in places}
    persons = {i for i in found if mentions[i].type == "person" and not _may_be_body(mentions[i])} or found
    return {i for i in persons if mentions[i].form == "named"} or persons


def _may_be_body(mention: Mention) -> bool:
    """Whether a noun phrase for a person can be one for a firm that is named beside it: `the owner, Nordfisk`."""
    return mention.form == "nominal" and means_bodies_too(mention.span.text.split()[-1])
