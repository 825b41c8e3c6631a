"""The event network on sentences written for this project: who did it, and whether anything was done at all.

`role_pairs.tsv` holds sentences in which <a>one</a> does something to <b>another</b>, but not the other way round;
`no_event.tsv` sentences that name two and tell of no deed between them. The folds of the PLV data take training:
`training/events/evaluate.py` measures those.
"""

import csv
import math
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from figures import Figures, show

from communique.knowledge import events
from communique.models import WEIGHTS, Syntax
from communique.models.events import Asked, EventModel
from communique.reading.events import roles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HERE = Path(__file__).resolve().parent
NOTHING = "NONE"
GRAMMAR_WEIGHT = 3.0  # of a sure parse, beside a logit
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def measure(_: Path) -> Figures:
    """Code the pairs in both directions, and the sentences without an event."""
    folder = WEIGHTS / "events"
    model = EventModel.load(folder)
    pairs, still = rows("role_pairs.tsv"), rows("no_event.tsv")
    asked = [question(row["sentence"]) for row in pairs]
    begun = time.process_time()
    there, back = codes(model, asked), codes(model, [turned(one) for one in asked])
    seconds = time.process_time() - begun
    quiet = [question(row["sentence"]) for row in still]
    forth_still, back_still = codes(model, quiet), codes(model, [turned(one) for one in quiet])
    seen = [code != NOTHING for code in there]
    unseen = [code == NOTHING for code in back]
    right = [FOLDED.get(code, code) == row["root"] for code, row in zip(there, pairs, strict=True)]
    return {
        "plover.pairs": len(pairs),
        "plover.direction right": mean([a and b for a, b in zip(seen, unseen, strict=True)]),
        "plover.direction right, with grammar": mean(directed(model, asked)),
        "plover.direction.event seen": mean(seen),
        "plover.direction.nothing the other way": mean(unseen),
        "plover.pairs.root right": mean(right),
        "plover.no event": len(still),
        "plover.no event.false events": mean([code != NOTHING for code in forth_still]),
        "plover.no event.false events, turned": mean([code != NOTHING for code in back_still]),
        "plover.questions per CPU second": 2 * len(pairs) / seconds,
        "plover.MB": (folder / "model.onnx").stat().st_size / 1e6,
    }


def rows(name: str) -> list[dict[str, str]]:
    """Read one of the tables beside this program."""
    with (HERE / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def question(marked: str) -> Asked:
    """Take the marks of the two out of a sentence."""
    spans, plain = {}, marked
    for tag in sorted("ab", key=lambda letter: marked.index(f"<{letter}>")):
        if found := re.search(f"<{tag}>(.*?)</{tag}>", plain):
            plain = plain[: found.start()] + found[1] + plain[found.end() :]
            spans[tag] = ((found.start(), found.start() + len(found[1])),)
    return Asked(sentence=plain, actor=spans["a"], recipient=spans["b"])


def turned(asked: Asked) -> Asked:
    """Ask the other way round."""
    return Asked(sentence=asked.sentence, actor=asked.recipient, recipient=asked.actor)


def codes(model: EventModel, asked: list[Asked]) -> list[str]:
    """The root that an event most likely has, or nothing where that is likelier than any event."""
    found = []
    for chances in model.read(asked):
        best = model.labels[int(chances[:-1].argmax())]
        found.append(NOTHING if chances[-1] > 0.5 else best)
    return found


def directed(model: EventModel, asked: list[Asked]) -> list[bool]:
    """Whether network and grammar together see an event, and see it this way round rather than the other."""
    there, back = model.read(asked)[:, -1], model.read([turned(one) for one in asked])[:, -1]
    docs = [trees[0].doc for trees in Syntax.load().parse([one.sentence for one in asked])]
    return [
        min(a, b) < 0.5 and odds(b) - odds(a) + GRAMMAR_WEIGHT * lean(doc, one) > 0
        for a, b, doc, one in zip(there, back, docs, asked, strict=True)
    ]


def odds(chance: float) -> float:
    """The logit, within bounds."""
    return math.log(max(chance, 1e-4) / max(1 - chance, 1e-4))


def lean(doc: "Doc", asked: Asked) -> int:
    """What the reader's grammar says: 1 the actor does it, -1 the recipient does, 0 cannot tell."""
    found = [doc.char_span(*spans[0], alignment_mode="expand") for spans in (asked.actor, asked.recipient)]
    actor, recipient = (span.root for span in found if span is not None)
    sign = 0
    for verb in doc:
        undergone = verb.lemma_.lower() in events.words("undergone") and not roles.is_passive(verb)
        if verb.pos_ not in roles.VERBAL or verb.dep_ in {"aux", "auxpass"} or undergone:
            continue
        doers, others = roles.subjects(verb), [*roles.undergoers(verb), *verb.children]
        sign += actor in doers and any(within(recipient, word) for word in others)
        sign -= recipient in doers and any(within(actor, word) for word in others)
    return (sign > 0) - (sign < 0)


def within(word: "Token", phrase: "Token") -> bool:
    """Whether a word stands in a phrase, and not in a clause of its own there."""
    while word != phrase:
        if word.head == word or word.dep_ in {"relcl", "advcl", "ccomp", "acl", "agent", "nsubj", "nsubjpass"}:
            return False
        word = word.head
    return True


def mean(values: list[bool]) -> float:
    """The share that is true."""
    return sum(values) / len(values)


if __name__ == "__main__":
    show(measure, __doc__)
