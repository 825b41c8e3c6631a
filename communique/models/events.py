"""Run the event network: a sentence, an actor and a recipient in, chances of PLOVER roots out.

Knows nothing about news: what the labels are stands beside the weights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from communique.models import runtime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

BATCH_PLACES = 1024  # wordpieces that one run of the network reads
START, SEPARATOR, STAND_IN = 101, 102, 103
ACTOR, RECIPIENT = 1, 2
LONGEST = 96  # wordpieces that are read around the two

Offsets = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked: does the actor do something to the recipient here, and what?

    ``actor`` and ``recipient`` are half-open character spans of the sentence. A recipient may be missing.
    """

    sentence: str
    actor: Offsets
    recipient: Offsets = ()


class EventModel(runtime.Network):
    """The network, the last of whose labels is that nothing goes from this actor to this recipient."""

    def read(self, questions: Sequence[Asked]) -> NDArray[np.float64]:
        """Give chances (questions, labels), each row summing to one.

        Padding is avoided rather than masked: questions of the same length are read together.
        """
        encoded = [encode(question, self.tokenizer, hide=self.settings["hide"]) for question in questions]
        by_length: dict[int, list[int]] = {}
        for i, (pieces, _) in enumerate(encoded):
            by_length.setdefault(len(pieces), []).append(i)
        scores = np.zeros((len(questions), len(self.labels)))
        for length, same in by_length.items():
            step = max(1, BATCH_PLACES // length)
            for at in range(0, len(same), step):
                batch = same[at : at + step]
                feed = {name: np.stack([encoded[i][k] for i in batch]) for k, name in enumerate(("pieces", "marks"))}
                (scores[batch],) = self._session.run(["scores"], feed)
        return chances(scores, self.settings["sharpness"], self.settings["event_bias"])

    def classes(self, chances: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum chances (questions, labels) by penta class (questions, 5).

        0 nothing, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. PLV's classes: giving way in
        words counts as material, since its data does not tell it from giving way in fact.
        """
        found: NDArray[np.float64] = chances @ np.eye(5)[self.settings["classes"]]
        return found


def chances(scores: NDArray[np.float64], sharpness: float, event_bias: float) -> NDArray[np.float64]:
    """Turn scores (rows, roots and event) into chances (rows, roots and nothing)."""
    event = 1 / (1 + np.exp(-(scores[:, -1:] + event_bias)))
    roots = np.exp(sharpness * (scores[:, :-1] - scores[:, :-1].max(1, keepdims=True)))
    return np.hstack([event * roots / roots.sum(1, keepdims=True), 1 - event])


def encode(
    question: Asked, tokenizer: Tokenizer, *, hide: bool, longest: int = LONGEST
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give wordpieces and their roles; with ``hide``, a stand-in takes the place of each span."""
    roles = np.zeros(len(question.sentence) + 1, np.int64)
    for role, spans in ((ACTOR, question.actor), (RECIPIENT, question.recipient)):
        for start, end in spans:
            roles[start:end] = role
    encoding = tokenizer.encode(question.sentence, add_special_tokens=False)
    pieces = np.array(encoding.ids, np.int64)
    marks = np.array([roles[start:end].max(initial=0) for start, end in encoding.offsets], np.int64)
    if hide:
        first = np.ones(len(marks), bool)
        first[1:] = (marks[1:] != marks[:-1]) | (marks[1:] == 0)
        pieces = np.where(marks > 0, STAND_IN, pieces)[first]
        marks = marks[first]
    kept = around(np.flatnonzero(marks), len(marks), longest - 2)
    pieces = np.concatenate([[START], pieces[kept], [SEPARATOR]])
    return pieces, np.concatenate([[0], marks[kept], [0]])


def around(marked: NDArray[np.int64], length: int, room: int) -> NDArray[np.int64]:
    """Choose the places nearest to a marked one, in order, as many as there is room for."""
    places = np.arange(length)
    if length <= room:
        return places
    if not len(marked):
        return places[:room]
    after = np.searchsorted(marked, places)
    left, right = marked[np.maximum(after - 1, 0)], marked[np.minimum(after, len(marked) - 1)]
    apart = np.minimum(np.abs(places - left), np.abs(places - right))
    return np.sort(np.argsort(apart, kind="stable")[:room])
