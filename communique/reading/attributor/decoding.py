"""From a text to its attributions: who is the source, which words are the cue, which are the content.

The network says how likely every word is each role, and how well every content would go with every cue and every cue
with every source. Here that becomes attributions: cues first, then the best path of roles given them, then sources.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from communique.models.threads import one_thread
from communique.reading.attributor.evidence import Evidence, gather, softmax
from communique.reading.attributor.paths import (
    CONTENT_B,
    CONTENT_L,
    CONTENT_U,
    CUE_B,
    CUE_I,
    FREE,
    NEVER,
    OUTSIDE,
    SOURCE_B,
    SOURCE_I,
    Passage,
    Path,
    best_paths,
)
from communique.reading.attributor.text import read_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from communique.models.attribution import AttributionModel

LEAST: Final = 1e-6  # no link is held to be less likely

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Half-open character spans of one attribution and how likely it is right, 0 to 1."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue: the number of its passage and its half-open span of units there."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one passage gives to the content of one cue: units, and log probabilities of their link to it."""

    passage: int
    units: NDArray[np.int64]
    links: NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One attribution in units of its passages, with the figures its confidence rests on."""

    cue: Cue
    source: tuple[int, ...]
    parts: tuple[Part, ...]
    figures: tuple[float, ...]


def read_attributions(text: str, model: AttributionModel) -> list[Attribution]:
    """Read the attributions of a text, in the order of their cues."""
    found = []
    with one_thread():
        passages = gather(read_paragraphs(text, model.tokenizer), model)
        drafts = decode(passages, model.settings)
    for draft in drafts:
        confidence = confidence_of(draft.figures, model.settings)
        if confidence >= model.settings["least_confidence"]:
            found.append(finished(draft, passages, confidence))
    return found


def decode(passages: Sequence[Evidence], settings: Mapping[str, Any]) -> list[Draft]:
    """Find the attributions of consecutive passages."""
    own = [cue_spans(i, passage, settings) for i, passage in enumerate(passages)]
    offers = {i: offered(i, own, passages) for i in range(len(passages)) if own[i] or promising(passages[i])}
    offers = {i: cues for i, cues in offers.items() if cues}
    links = {i: cue_links(i, cues, passages) for i, cues in offers.items()}
    searched = best_paths([passage_of(i, passages[i], offers[i], links[i], settings) for i in offers])
    paths = dict(zip(offers, searched, strict=True))
    parts: dict[Cue, list[Part]] = {}
    for i, path in paths.items():
        for number in np.unique(path.owners[path.owners >= 0]).tolist():
            units = np.flatnonzero(path.owners == number)
            part = Part(passage=i, units=units, links=links[i][units, number + 1])
            parts.setdefault(offers[i][number], []).append(part)
    cues = [cue for spans in own for cue in spans if cue in parts]
    return [drafted(cue, parts[cue], passages, paths[cue.passage]) for cue in cues]


def cue_spans(number: int, passage: Evidence, settings: Mapping[str, Any]) -> list[Cue]:
    """List the spans of a passage that are likely enough to be cues; inside a quotation more is asked for."""
    least, least_claimed = settings["least_cue"], settings["least_claimed_cue"]
    begins, goes_on = passage.chances[:, CUE_B], passage.chances[:, CUE_I]
    if begins.max() < min(least, least_claimed):
        return []
    enough = np.where(passage.quotations < 0, least, max(least, settings["least_quoted_cue"]))
    if ((begins >= least_claimed) & (begins < enough)).any():
        enough[claimed(passage)] = least_claimed
    found: list[Cue] = []
    for start in np.flatnonzero(begins >= enough).tolist():
        if found and start < found[-1].end:
            continue
        end = start + 1
        while end < len(begins) and goes_on[end] > 0.5 * (1 - begins[end]):
            end += 1
        found.append(Cue(passage=number, start=start, end=end))
    return found


def claimed(passage: Evidence) -> list[int]:
    """List the units outside of quotations that whole quotations point at as their cues."""
    found = set()
    for number in range(int(passage.quotations.max()) + 1):
        units = np.flatnonzero(passage.quotations == number)
        if not len(units):
            continue
        scores = passage.content[units] @ passage.cue.T * passage.cue.shape[1] ** -0.5
        links = softmax(np.concatenate([passage.nothing[units, :1], scores], axis=1))
        best = int(links.mean(0).argmax()) - 1
        if best >= 0 and passage.quotations[best] < 0:
            found.add(best)
    return sorted(found)


def promising(passage: Evidence) -> bool:
    """Whether a passage without a cue may hold content of a neighbour's."""
    return bool(passage.chances[:, CONTENT_B:].sum(1).max() > 0.5)


def offered(number: int, own: Sequence[Sequence[Cue]], passages: Sequence[Evidence]) -> list[Cue]:
    """Cues that a passage's contents may have: its own, the last before it and the first after it in its window."""
    window = passages[number].window
    before = own[number - 1][-1:] if number and passages[number - 1].window == window else []
    after = own[number + 1][:1] if number + 1 < len(own) and passages[number + 1].window == window else []
    return [*own[number], *before, *after]


def cue_links(number: int, cues: Sequence[Cue], passages: Sequence[Evidence]) -> NDArray[np.float64]:
    """Log probabilities (units, 1 + cues) that a unit is content of none of these cues, or of each of them.

    What the network would give to other words of the passage, cues too doubtful to be here, goes to 'none'.
    """
    passage = passages[number]
    near = [cue.start for cue in cues if cue.passage == number]
    far = [passages[cue.passage].cue[cue.start] for cue in cues if cue.passage != number]
    heads = np.concatenate([passage.cue, *(vector[None] for vector in far)])
    scores = passage.content @ heads.T * heads.shape[1] ** -0.5
    chances = softmax(np.concatenate([passage.nothing[:, :1], scores], axis=1))
    linked = chances[:, [0, *(1 + place for place in near), *range(1 + len(passage.cue), 1 + len(heads))]]
    linked[:, 0] = 1 - linked[:, 1:].sum(1)
    links: NDArray[np.float64] = np.log(np.maximum(linked, LEAST))
    return links


def passage_of(
    number: int, passage: Evidence, cues: Sequence[Cue], links: NDArray[np.float64], settings: Mapping[str, Any]
) -> Passage:
    """Set up the search: the passage's own cues are fixed, and roles and links add up."""
    weight = settings["link_weight"]
    free = passage.tags[:, :FREE] + weight * links[:, :1]
    free[:, CUE_B : CUE_I + 1] = NEVER
    strange = np.array([settings["neighbour_bias"] * (cue.passage != number) for cue in cues])[:, None]
    content = passage.tags[:, None, CONTENT_B:] + weight * links[:, 1:, None] + strange + settings["content_bias"]
    for cue in cues:
        if cue.passage == number:
            free[cue.start : cue.end], content[cue.start : cue.end] = NEVER, NEVER
            free[cue.start, CUE_B] = 0
            free[cue.start + 1 : cue.end, CUE_I] = 0
    keep_whole(content, passage.quotations, [cue.start for cue in cues if cue.passage == number])
    return Passage(free=free, content=content)


def keep_whole(content: NDArray[np.float64], quotations: NDArray[np.int64], cues: Sequence[int]) -> None:
    """Forbid a content to begin or end inside a quotation that holds no cue, so that none is cut in the middle."""
    inner = (quotations[1:] == quotations[:-1]) & (quotations[1:] >= 0)
    if not inner.any():
        return
    inner &= ~np.isin(quotations[1:], quotations[cues])
    content[1:][inner, :, 0] = NEVER
    content[1:][inner, :, 3] = NEVER
    content[:-1][inner, :, 2:] = NEVER


def drafted(cue: Cue, parts: Sequence[Part], passages: Sequence[Evidence], path: Path) -> Draft:
    """Join the parts of a cue's content, find its source, and note what speaks for the whole."""
    passage = passages[cue.passage]
    source, certainty = source_of(passage, path, cue.start)
    edges = [edges_of(part, passages[part.passage]) for part in parts]
    roles = sum(float(passages[p.passage].chances[p.units, CONTENT_B:].sum()) for p in parts)
    links = sum(float(np.exp(p.links).sum()) for p in parts)
    marked = sum(int(np.count_nonzero(passages[p.passage].marks[p.units])) for p in parts)
    length = sum(len(p.units) for p in parts)
    figures = (
        float(passage.chances[cue.start, CUE_B]),
        roles / length,
        links / length,
        min(opened for opened, _ in edges),
        min(closed for _, closed in edges),
        certainty,
        float(len(source) > 0),
        marked / length,
        math.log(length),
    )
    return Draft(cue=cue, source=source, parts=tuple(parts), figures=figures)


def edges_of(part: Part, passage: Evidence) -> tuple[float, float]:
    """Tell how sure the least sure beginning and the least sure end of a part's runs are."""
    units = part.units.tolist()
    gaps = (
        [i for i in range(1, len(units)) if units[i] != units[i - 1] + 1] if units[-1] - units[0] >= len(units) else []
    )
    first, last = passage.chances[[units[i] for i in (0, *gaps)]], passage.chances[[units[i - 1] for i in (*gaps, 0)]]
    opened, closed = first[:, CONTENT_B] + first[:, CONTENT_U], last[:, CONTENT_L] + last[:, CONTENT_U]
    return float(opened.min()), float(closed.min())


def source_of(passage: Evidence, path: Path, cue: int) -> tuple[tuple[int, ...], float]:
    """Find a cue's source (none, or the span that answers it best) and how certain that is."""
    scores = passage.source @ passage.asking[cue] * passage.source.shape[1] ** -0.5
    chances = softmax(np.append(scores, passage.nothing[cue, 1]))
    masses = [(float(chances[span.start : span.stop].sum()), span) for span in source_spans(path)]
    mass, span = max(masses, key=lambda pair: pair[0], default=(0.0, range(0)))
    if span and mass >= chances[-1]:
        return tuple(span), mass
    at = int(chances[:-1].argmax())
    if chances[at] > chances[-1] and path.labels[at] == OUTSIDE:
        end = at + 1
        while end < len(path.labels) and path.labels[end] == OUTSIDE and passage.tags[end].argmax() == SOURCE_I:
            end += 1
        return tuple(range(at, end)), float(chances[at])
    return (), float(chances[-1])


def source_spans(path: Path) -> Iterator[range]:
    """Yield the spans of units that the path calls sources."""
    for at in np.flatnonzero(path.labels == SOURCE_B).tolist():
        end = at + 1
        while end < len(path.labels) and path.labels[end] == SOURCE_I:
            end += 1
        yield range(at, end)


def confidence_of(figures: Sequence[float], settings: Mapping[str, Any]) -> float:
    """Logistic regression on a draft's figures, bent to the observed shares, both of articles kept out of training."""
    fitted = settings["confidence"]
    value = fitted["bias"] + sum(w * f for w, f in zip(fitted["weights"], figures, strict=True))
    return float(np.interp(1 / (1 + np.exp(-value)), fitted["said"], fitted["seen"]))


def finished(draft: Draft, passages: Sequence[Evidence], confidence: float) -> Attribution:
    """Turn unit numbers into character spans."""
    home = passages[draft.cue.passage]
    content = [span for p in draft.parts for span in spans_of(p.units.tolist(), passages[p.passage])]
    return Attribution(
        source=tuple(spans_of(draft.source, home)),
        cue=tuple(spans_of(range(draft.cue.start, draft.cue.end), home)),
        content=tuple(content),
        confidence=confidence,
    )


def spans_of(units: Sequence[int], passage: Evidence) -> list[Span]:
    """Character spans of runs of neighbouring units."""
    runs: list[list[int]] = []
    for unit in units:
        if runs and runs[-1][1] == unit - 1:
            runs[-1][1] = unit
        else:
            runs.append([unit, unit])
    return [(int(passage.starts[a]), int(passage.ends[b])) for a, b in runs]
