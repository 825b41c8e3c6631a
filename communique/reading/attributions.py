"""Attributions: what the trained reader ascribes to whom, completed by hard evidence.

Quotation marks say where somebody's words begin and end, so a quotation is never cut; a paragraph that is nothing but
a quotation goes on with the one before. The grammar of the content shows what is reported inside a report, which the
trained reader, taught on attributions that do not overlap, leaves out.
"""

import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from communique.domain import Attribution, Reading, Span, StatementKind, gaps
from communique.reading import clauses, cues, layouts, quotations, strays
from communique.reading.clauses import Claim
from communique.reading.page import Ascribed, Block, Page
from communique.reading.phrases import FINITE, SUBJECTS
from communique.reading.quotations import Quotation

SHORTEST = 4  # words of a quotation that stands for itself; a shorter one is a phrase put in marks
UNSOURCED, BY_GRAMMAR = 0.5, 0.5  # confidence of what the network did not give, set by hand
FIRST_PERSON = frozenset({"i", "we"})
ANYBODY, THINGS = frozenset({"one", "you"}), frozenset({"it", "that", "this", "which"})
ACCORDING = "according to"
DANGLING = re.compile(r"(?<=\w),\s+(?:(?:except|apart|save|but|and|or|as|with|in|on|at|by|to|of|for|from|that)\b\s*)+$")
QUOTED_AS = re.compile(r"(?:cit|quot)(?:ed|es|ing) (?P<who>[^.“”\"]{1,80}?) as (?:say|tell)ing(?=[.,;:]|\s*$)")


def read(page: Page, reading: Reading) -> Reading:
    """Add the attributions, in the order of their contents."""
    quoted = quotations.in_blocks(block.span for block in page.story)
    ascribed = [_ended(_quoted_as(page, _in_one_sentence(item, reading.sentences))) for item in page.ascribed]
    ascribed = [_with_report(page, _told_here(page, _by_speaker(page, _of_noun(page, item)))) for item in ascribed]
    alone = frozenset(block.span for block in page.story if _alone(block, quoted) is not None)
    found = _continued(_completed(strays.shared_out(page, ascribed, alone), quoted), page, quoted)
    inner = _completed(list(_by_grammar(page, found)), quoted)
    found = [a for a in found if not _passed_on(a, inner)] + inner
    found += list(layouts.read(page, found, quoted))
    return replace(reading, attributions=tuple(sorted(found, key=_place)))


def _place(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, attribution.content[0].end


def _in_one_sentence(item: Ascribed, sentences: Sequence[Span]) -> Ascribed:
    """An attribution whose source does not run on into the next sentence; the part nearer to the cue is kept."""
    pieces: list[tuple[int, Span]] = []
    for span in item.source:
        at = bisect_right(sentences, span.start, key=lambda s: s.end)
        while at < len(sentences) and sentences[at].start < span.end:
            piece = span.part(max(span.start, sentences[at].start), min(span.end, sentences[at].end))
            pieces.append((at, piece))
            at += 1
    if len({at for at, _ in pieces}) < 2 or not item.cue:
        return item
    nearest = min(pieces, key=lambda pair: abs(pair[1].start - item.cue[0].start))[0]
    return replace(item, source=tuple(piece for at, piece in pieces if at == nearest))


def _quoted_as(page: Page, item: Ascribed) -> Ascribed:
    """An attribution with the one who is quoted as its source: `the paper quoted HIM as saying`, behind his words."""
    block = page.block_at(item.cue[0].start).span if item.cue else None
    found = QUOTED_AS.match(block.text, item.cue[0].start - block.start) if block else None
    if block is None or found is None:
        return item
    whole, who = (block.part(block.start + a, block.start + b) for a, b in (found.span(), found.span("who")))
    content = tuple(span for span in item.content if not span.overlaps(whole))
    return replace(item, source=(who,), content=content) if content else item


def _ended(item: Ascribed) -> Ascribed:
    """An attribution whose source has no beginning of what goes on behind it: `said Vale`, except for."""
    found = [(span, DANGLING.search(span.text)) for span in item.source]
    source = (span.part(span.start, span.start + over.start()) if over else span for span, over in found)
    return replace(item, source=tuple(source)) if any(over for _, over in found) else item


def _of_noun(page: Page, item: Ascribed) -> Ascribed:
    """An attribution without what the reporter tells of its cue: `the DEMAND that they leave` had been dropped."""
    block = page.block_at(item.cue[-1].start) if item.cue else None
    words = block.words(item.cue[-1]) if block else []
    noun = words[-1].token if words else None
    if block is None or noun is None or noun.pos_ != "NOUN" or noun.dep_ not in SUBJECTS:
        return item
    base = words[-1].at - noun.idx
    told, last = base + noun.head.idx, base + noun.right_edge.idx + len(noun.right_edge)
    content = (s.part(s.start, last) if s.start < last <= told < s.end else s for s in item.content)
    return replace(item, content=tuple(content))


def _told_here(page: Page, item: Ascribed) -> Ascribed:
    """An attribution without whole sentences of the reporter before that of a cue that stands behind its words.

    `Guns were heard at 4 a.m. Two men died, the MINISTRY SAID`: only the men are the ministry's.
    """
    cue = item.cue[0] if item.cue else None
    return replace(item, content=tuple(_since(page, span, cue) for span in item.content)) if cue else item


def _since(page: Page, span: Span, cue: Span) -> Span:
    """A passage from the beginning of its last sentence, where that is the cue's and what is before it a sentence."""
    block = page.block_at(span.start)
    words = block.words(span) if span.end <= cue.start and block.span.covers(cue) else []
    first = next((w for w in words if w.token.sent == words[-1].token.sent), None)
    if first is None or first == words[0] or cue.start >= first.at - first.token.idx + words[-1].token.sent.end_char:
        return span
    before = [word.token for word in words if word.at < first.at]
    told = any(w.dep_ == "ROOT" and w.tag_ in FINITE for w in before) and first.token.text[0].isupper()
    marked = any(word.token.is_quote for word in words)
    return span.part(first.at, span.end) if told and not marked and before[-1].text[-1] in ".!?" else span


def _with_report(page: Page, item: Ascribed) -> Ascribed:
    """An attribution with the whole of a report that it holds the words of: `told us HE WARNED BERG that`."""
    block = page.block_at(item.cue[0].start) if item.cue else None
    if block is None or len(item.content) != 1 or item.content[0].start < item.cue[0].end:
        return item
    words = block.words(item.content[0])
    inside = {word.token.i for word in words}
    root = next((word for word in words if word.token.head.i not in inside and not word.token.is_punct), None)
    verbs = {word.token.i for word in block.words(item.cue[0]) if word.token.pos_ == "VERB"}
    inner = clauses.reporting(root.token) if root is not None else None
    if root is None or inner is None or inner.head.i not in verbs:
        return item
    start = root.at - root.token.idx + inner.left_edge.idx
    return replace(item, content=(block.span.part(start, item.content[0].end),))


def _by_speaker(page: Page, item: Ascribed) -> Ascribed:
    """An attribution with who speaks by the grammar of its clause, where what it has for a source cannot speak."""
    if len(item.source) != 1 or not item.cue:
        return item
    block = page.block_at(item.cue[0].start)
    verbs = [word for word in block.words(item.cue[0]) if word.token.pos_ == "VERB"]
    words = block.words(item.source[0]) if block.span.covers(item.source[0]) else []
    inside = {word.token.i for word in words}
    head = next((word.token for word in words if word.token.head.i not in inside or word.token.dep_ == "ROOT"), None)
    if head is None or not verbs or head.doc is not verbs[-1].token.doc:
        return item
    speaker = clauses.spoken_by(verbs[-1].token, head)
    if speaker is None or speaker.i == head.i:
        return item if speaker else replace(item, source=())
    base, tokens = verbs[-1].at - verbs[-1].token.idx, clauses.phrase(speaker)
    return replace(item, source=(block.span.part(base + tokens[0].idx, base + tokens[-1].idx + len(tokens[-1])),))


def _owned(
    ascribed: Sequence[Ascribed], quoted: Sequence[Quotation]
) -> Iterator[tuple[Ascribed, tuple[Quotation, ...]]]:
    """Every attribution with the quotations of which its content holds half or more, and more than any other's."""
    shares: dict[int, tuple[int, int]] = {}
    for number, item in enumerate(ascribed):
        for index, shared in _shared(item.content, quoted):
            if 2 * shared >= len(quoted[index].span.text) and shared > shares.get(index, (0, 0))[0]:
                shares[index] = shared, number
    owned: dict[int, list[Quotation]] = defaultdict(list)
    for index, (_, owner) in sorted(shares.items()):
        owned[owner].append(quoted[index])
    for number, item in enumerate(ascribed):
        yield item, tuple(owned[number])


def _shared(content: Iterable[Span], quoted: Sequence[Quotation]) -> Iterator[tuple[int, int]]:
    """The quotations (by index) that some passages meet, and how many characters they share."""
    for span in content:
        index = bisect_right(quoted, span.start, key=lambda q: q.span.end)
        while index < len(quoted) and quoted[index].span.start < span.end:
            other = quoted[index].span
            yield index, min(span.end, other.end) - max(span.start, other.start)
            index += 1


def _completed(ascribed: Sequence[Ascribed], quoted: Sequence[Quotation]) -> list[Attribution]:
    """Attributions whose contents hold their quotations whole, and neither their cues nor their sources."""
    found = []
    for item, own in _owned(ascribed, quoted):
        wanted = [*item.content, *(q.span for q in own if not q.open or _told_out(q.span, item.content))]
        barred = [*item.cue, *item.source]
        content = tuple(part for whole in _joined(wanted) for part in _outside(whole, barred)) or item.content
        found.append(_attribution(content, quoted, _longest(item.source), _longest(item.cue), item.confidence))
    return found


def _told_out(quotation: Span, content: Iterable[Span]) -> bool:
    """Whether a content reaches the last word of a quotation; of one without a closing mark, less is no evidence."""
    ends = [span.end for span in content if span.overlaps(quotation)]
    return bool(ends) and not any(c.isalnum() for c in quotation.text[max(ends) - quotation.start :])


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The passages in order, those that overlap or touch run together."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = _union(joined[-1], span)
        else:
            joined.append(span)
    return joined


def _union(a: Span, b: Span) -> Span:
    """Two passages that overlap or touch, the first beginning first, as one."""
    if b.end <= a.end:
        return a
    return Span(document=a.document, start=a.start, end=b.end, text=a.text + b.text[a.end - b.start :])


def _outside(span: Span, barred: Sequence[Span]) -> Iterator[Span]:
    pieces = (gap.trimmed() for gap in gaps(span, [b for b in barred if b.overlaps(span)]))
    return (piece for piece in pieces if piece and any(c.isalnum() for c in piece.text))


def _longest(spans: Sequence[Span]) -> Span | None:
    """The longest of the passages: a source or cue in pieces is told by its main one."""
    return max(spans, key=lambda s: s.end - s.start, default=None)


def _attribution(
    content: tuple[Span, ...],
    quoted: Sequence[Quotation],
    source: Span | None,
    cue: Span | None,
    confidence: float,
) -> Attribution:
    inside = sorted({i for span in content for i, _ in _shared((span,), quoted) if span.covers(quoted[i].span)})
    own = tuple(quoted[i] for i in inside)
    return Attribution(
        kind=kind_of(content, own),
        source=source,
        cue=cue,
        content=content,
        verbatim=tuple(quotation.span for quotation in own),
        confidence=confidence,
    )


def kind_of(content: tuple[Span, ...], own: Sequence[Quotation]) -> StatementKind:
    """Direct when every word of the content stands in quotations that begin as clauses do, indirect without any."""
    if not own:
        return "indirect"
    outside = (gap.text for span in content for gap in gaps(span, [own[i].span for i, _ in _shared((span,), own)]))
    return "direct" if own[0].free and not any(c.isalnum() for text in outside for c in text) else "mixed"


def _by_grammar(page: Page, found: Sequence[Attribution]) -> Iterator[Ascribed]:
    """What is reported inside a report, or holds one: clauses of speech or thought with a source and cue of their own.

    What a speaker says of the speaker's own mind (`we want`, `I hope`) is the statement itself, not one inside it.
    """
    taken = {at for a in found if a.cue is not None for at in range(a.cue.start, a.cue.end)}
    contents = sorted(span for a in found for span in a.content)
    sourced = sorted((a.cue, a.source) for a in found if a.cue is not None and a.source is not None)
    for block, tree in page.trees():
        for claim in clauses.claims(block, tree) if block.reports else ():
            if claim.source is None or not claim.content or _no_report(block, claim) or claim.cue.start in taken:
                continue
            alone = claim.verb == clauses.PUT
            if alone or _inside((claim.source, claim.cue, *claim.content), contents) or _around(claim, sourced):
                yield Ascribed(source=(claim.source,), cue=(claim.cue,), content=claim.content, confidence=BY_GRAMMAR)


def _passed_on(attribution: Attribution, inner: Iterable[Attribution]) -> bool:
    """Whether it only tells who passed on a quotation: `“We agreed,” BERG SAID, according to an agency` is Berg's."""
    if attribution.cue is None or attribution.cue.text.lower() != ACCORDING:
        return False
    if not attribution.verbatim or attribution.verbatim[0].start != attribution.content[0].start:
        return False  # it tells more than the quotation
    return any(
        other.kind == "direct" and other.verbatim == attribution.verbatim and _inside((other.cue,), attribution.content)
        for other in inner
        if other.cue is not None
    )


def _closed(block: Block, quotation: Span, claim: Claim) -> bool:
    """Whether a quotation before its cue ends with its closing mark, though the parser leaves that out."""
    if quotation.end >= claim.cue.start:
        return True
    first = min(span.start for span in (claim.cue, claim.source) if span is not None and span.start >= quotation.end)
    between = block.span.text[quotation.end - block.span.start : first - block.span.start]
    return not any(map(str.isalnum, between)) and any(mark in between for mark in '”"')


def _no_report(block: Block, claim: Claim) -> bool:
    """Whether a clause reports nobody's words: a speaker's own mind, anybody (`one can say`), what a thing suggests."""
    source = claim.source.text.lower() if claim.source is not None else ""
    half = any(span.text[0] in '“"' and not _closed(block, span, claim) for span in claim.content)  # parsed wrong
    own_mind = source in FIRST_PERSON and claim.verb not in cues.SPEECH
    return half or own_mind or source in ANYBODY or (source in THINGS and claim.verb in cues.EVIDENCE)


def _inside(parts: Iterable[Span], contents: Sequence[Span]) -> bool:
    """Whether one of the contents, which are in text order, covers all parts."""
    first = min(parts)
    last = bisect_right(contents, first.start, key=lambda span: span.start) - 1
    return any(all(contents[i].covers(part) for part in parts) for i in range(max(0, last - 3), last + 1))


def _around(claim: Claim, sourced: Sequence[tuple[Span, Span]]) -> bool:
    """Whether what a verb of speech governs holds the cue and the source of another attribution."""
    return claim.verb in cues.SPEECH and any(
        content.covers(sourced[at][0]) and content.covers(sourced[at][1])
        for content in claim.content
        if (at := bisect_right(sourced, content.start, key=lambda pair: pair[0].start)) < len(sourced)
    )


def _continued(found: Iterable[Attribution], page: Page, quoted: Sequence[Quotation]) -> list[Attribution]:
    """The attributions, with every paragraph that is a quotation without a cue joined to the one that it goes on from.

    Where the paragraph before does not end its report with a quotation, it is an attribution without a source.
    """
    turns = layouts.turns(page)
    waiting = deque(sorted((_in_turn(item, page, turns) for item in found), key=_place))
    done: list[tuple[Attribution, list[Span]]] = []
    for above, block in zip((None, *page.story), page.story, strict=False):
        while waiting and waiting[0].content[0].start < block.span.end:
            done.append((waiting.popleft(), []))
        last, more = done[-1] if done else (None, [])
        if block.span in turns and not (last and any(part.start >= block.span.start for part in last.content)):
            done.append((turns[block.span], []))
            continue
        alone = _alone(block, quoted)
        if alone is None or (last and any(part.overlaps(block.span) for part in last.content)):
            continue
        if above and last and (more[-1] == above.span if more else _ends_quoting(last, above.span)):
            more.append(block.span)
        else:
            done.append((_attribution((block.span,), quoted, None, None, UNSOURCED), []))
    return [*(_with_more(item, more, quoted) for item, more in done), *waiting]


def _in_turn(item: Attribution, page: Page, turns: Mapping[Span, Attribution]) -> Attribution:
    """An attribution as a transcript has it, without the paragraphs in which somebody else speaks after its first."""
    first = item.content[0].start
    turn = turns.get(page.block_at(first).span)
    if turn and item.cue == turn.cue:
        return turn
    kept = tuple(span for span in item.content if span.start == first or page.block_at(span.start).span not in turns)
    verbatim = tuple(span for span in item.verbatim if any(part.covers(span) for part in kept))
    return item if kept == item.content else replace(item, content=kept, verbatim=verbatim)


def _with_more(item: Attribution, more: Sequence[Span], quoted: Sequence[Quotation]) -> Attribution:
    content = (*item.content, *more)
    return _attribution(content, quoted, item.source, item.cue, item.confidence) if more else item


def _ends_quoting(attribution: Attribution, block: Span) -> bool:
    """Whether the words that a paragraph ascribes end with a quotation."""
    last = attribution.content[-1]
    return last.overlaps(block) and any(v.end == last.end for v in attribution.verbatim[-1:])


def _alone(block: Block, quoted: Sequence[Quotation]) -> Quotation | None:
    """The quotation that a paragraph is, where it is nothing else."""
    index = bisect_right(quoted, block.span.start, key=lambda q: q.span.end)
    whole = index < len(quoted) and quoted[index].span == block.span and len(block.span.text.split()) >= SHORTEST
    return quoted[index] if whole else None
