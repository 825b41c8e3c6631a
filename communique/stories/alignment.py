"""How far two passages say the same, and the words in which they differ."""

from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import chain

from communique.domain import Difference, Span
from communique.stories.passages import Weights, Word

LONGEST_DIFFERENCE = 8  # words: what is longer is other matter, not other wording
CLITICS = {
    "s": ("is", "has"), "re": ("are",), "ve": ("have",), "ll": ("will",), "d": ("would", "had"), "m": ("am",),
    "n't": ("not",), "ca": ("can",), "wo": ("will",), "sha": ("shall",),
}  # fmt: skip
"""What the parts of a contraction stand for: `it's`, `won't`."""


def shared(a: Sequence[str], b: Sequence[str], weights: Weights) -> float:
    """The weight of the words that both have, in any order."""
    left = Counter(b)
    total = 0.0
    for root in a:
        if left[root] > 0:
            left[root] -= 1
            total += weights[root]
    return total


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
    ours, theirs = _pieces(a, _spelled(a, b)), _pieces(b, _spelled(b, a))
    return _stands_in(ours, [*chain(*theirs)]) or _stands_in(theirs, [*chain(*ours)])


def _letters(word: Word) -> str:
    return word.text.casefold().replace("’", "'")


def _leans(word: Word) -> bool:
    """Whether a word is written together with the one before it, as in `it's` and `don't`."""
    at = word.start - word.within.start
    return _letters(word) == "n't" or (_letters(word) in CLITICS and at > 0 and word.within.text[at - 1] in "'’")


def _spelled(words: Sequence[Word], other: Iterable[Word]) -> list[str]:
    """The words in small letters, contractions as the other passage writes them out, where it does."""
    theirs = {_letters(word) for word in other}
    found = []
    for at, word in enumerate(words):
        cut = at + 1 < len(words) and _letters(words[at + 1]) == "n't"  # `can't`, `won't`
        full = CLITICS.get(_letters(word), ()) if cut or _leans(word) else ()
        found.append(next((w for w in full if w in theirs), full[0] if full else _letters(word)))
    return found


def runs_in(part: Sequence[str], whole: Sequence[str], start: int = 0) -> int | None:
    """Where in the whole, from a place on, the words of the part stand one after the other; None where they do not."""
    places = range(start, len(whole) - len(part) + 1)
    return next((at for at in places if list(whole[at : at + len(part)]) == list(part)), None)


def _stands_in(pieces: Sequence[Sequence[str]], whole: Sequence[str]) -> bool:
    at = 0
    for piece in pieces:
        found = runs_in(piece, whole, at)
        if found is None:
            return False
        at = found + len(piece)
    return bool(pieces)


def _pieces(words: Sequence[Word], spelled: Sequence[str]) -> list[list[str]]:
    """The words between ellipses, those in square brackets left out: an editor put them in."""
    pieces: list[list[str]] = [[]]
    bracketed, last = False, None
    for word, letters in zip(words, spelled, strict=True):
        gap = ""
        if last is not None and last.within == word.within:
            gap = word.within.text[last.end - word.within.start : word.start - word.within.start]
        elif word.start > word.within.start:
            gap = word.within.text[: word.start - word.within.start]
        bracketed = "[" in gap or (bracketed and "]" not in gap)
        if ("..." in gap or "…" in gap) and pieces[-1]:
            pieces.append([])
        if not bracketed:
            pieces[-1].append(letters)
        last = word
    if len(pieces[0]) > 1 and pieces[0][0] == "that":
        del pieces[0][0]
    return [piece for piece in pieces if piece]


def differences(a: Sequence[Word], b: Sequence[Word]) -> tuple[Difference, ...]:
    """The passages that stand in each other's place beside words that both have; no contraction is cut in two."""
    found = []
    matcher = SequenceMatcher(None, _spelled(a, b), _spelled(b, a), autojunk=False)
    for kind, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if kind == "replace" and max(a_end - a_start, b_end - b_start) <= LONGEST_DIFFERENCE:
            back = int(min(a_start, b_start) > 0 and (_leans(a[a_start]) or _leans(b[b_start])))
            found.append(Difference(a=_first_run(a[a_start - back : a_end]), b=_first_run(b[b_start - back : b_end])))
    return tuple(found)


def _first_run(words: Sequence[Word]) -> Span:
    """The passage from the first word to the last that stands in the same part of the content."""
    first = words[0]
    last = [word for word in words if word.within == first.within][-1]
    return first.within.part(first.start, last.end)
