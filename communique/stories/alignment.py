"""How far two passages say the same, and the words in which they differ."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain

from communique.domain import Difference, Span
from communique.stories.passages import Weights, Word

LONGEST_DIFFERENCE = 8  # words: what is longer is other matter, not other wording


def shared(a: Sequence[str], b: Sequence[str], weights: Weights) -> float:
    """The weight of the words that both have, in any order."""
    return weights.total((Counter(a) & Counter(b)).elements())


def in_order(a: Sequence[str], b: Sequence[str], weights: Weights) -> float:
    """The weight of the heaviest sequence of words that both have in this order (Needleman and Wunsch, gaps free)."""
    row = [0.0] * (len(b) + 1)
    for root in a:
        weight, before = weights[root], 0.0
        for at, other in enumerate(b, 1):
            above = row[at]
            row[at] = max(above, row[at - 1], before + weight if root == other else 0.0)
            before = above
    return row[-1]


def same_words(a: Sequence[Word], b: Sequence[Word]) -> bool:
    """Whether one has no words but the other's, as they stand there, apart from case, marks, brackets and cuts.

    A cut is marked by an ellipsis, or is made at the beginning or the end.
    """
    return _stands_in(_pieces(a), [*chain(*_pieces(b))]) or _stands_in(_pieces(b), [*chain(*_pieces(a))])


def _letters(word: Word) -> str:
    return word.text.casefold().replace("’", "'")


def _stands_in(pieces: Sequence[Sequence[str]], whole: Sequence[str]) -> bool:
    at = 0
    for piece in pieces:
        starts = range(at, len(whole) - len(piece) + 1)
        start = next((start for start in starts if list(whole[start : start + len(piece)]) == list(piece)), None)
        if start is None:
            return False
        at = start + len(piece)
    return bool(pieces)


def _pieces(words: Sequence[Word]) -> list[list[str]]:
    """The words between ellipses, those in square brackets left out: an editor put them in."""
    pieces: list[list[str]] = [[]]
    bracketed, last = False, None
    for word in words:
        gap = ""
        if last is not None and last.within == word.within:
            gap = word.within.text[last.end - word.within.start : word.start - word.within.start]
        elif word.start > word.within.start:
            gap = word.within.text[: word.start - word.within.start]
        bracketed = "[" in gap or (bracketed and "]" not in gap)
        if ("..." in gap or "…" in gap) and pieces[-1]:
            pieces.append([])
        if not bracketed:
            pieces[-1].append(_letters(word))
        last = word
    if len(pieces[0]) > 1 and pieces[0][0] == "that":
        del pieces[0][0]
    return [piece for piece in pieces if piece]


def differences(a: Sequence[Word], b: Sequence[Word]) -> tuple[Difference, ...]:
    """The passages that stand in each other's place beside words that both have."""
    texts = [[_letters(word) for word in side] for side in (a, b)]
    found = []
    for kind, a_start, a_end, b_start, b_end in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if kind == "replace" and max(a_end - a_start, b_end - b_start) <= LONGEST_DIFFERENCE:
            found.append(Difference(a=_first_run(a[a_start:a_end]), b=_first_run(b[b_start:b_end])))
    return tuple(found)


def _first_run(words: Sequence[Word]) -> Span:
    """The passage from the first word to the last that stands in the same part of the content."""
    first = words[0]
    last = [word for word in words if word.within == first.within][-1]
    return first.within.part(first.start, last.end)
