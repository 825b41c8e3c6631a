"""Turn PLV sentences and our own templates into questions with answers: one JSON object a line.

Every question names the characters of an actor and a recipient. Its answer is the PLOVER roots that are right, or none
where nothing goes from this actor to this recipient. Most questions are asked a second time with the two exchanged:
what one does to another is not what the other does to the one, save for what both do together.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
ROOTS = tuple(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
PENTA = dict(zip(ROOTS, (1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4), strict=True))  # as PLV counts
FOLDED = {"YIELD": ("CONCEDE", "RETREAT"), "NONE": ()}  # what the PLV data does not tell apart
MUTUAL = {"CONSULT"}
FOLDS = 5
TOGETHER = re.compile(r"\s*(,|and|&|, and|as well as)\s*(the\s)?$")
FRAMES = (
    "{}.",
    "{}.",
    "{}.",
    "On Tuesday, {}.",
    "{} on Sunday, officials said.",
    "Late last month {}, according to local media.",
    "It was announced on Friday that {}.",
    "{}, weeks after talks about a ceasefire broke down.",
    "{}, in a move that drew criticism abroad.",
    "After days of protests, {}.",
    "{}, while a court weighed new charges against a banker.",
    "As aid workers waited for the release of supplies, {}.",
)
DEEDS = ("{A} {deed}", "{A}, which had been silent for weeks, {deed}", "on Monday {A} also {deed}")
ABOUT = ("{B}, which {A} {deed}, has made no comment", "Nothing was heard from {B}, which {A} {deed}")
PRONOUN = ("{B} did not react when {A} {deed}", "{B} was still waiting for news when {A} {deed}")
OTHERS = ("{A} reported that {C} {deed}", "{C} {deed}, while {A} looked on", "near {A}, {C} {deed}")

Row = dict[str, Any]


def question(marked: str, roots: tuple[str, ...], kind: str) -> Row:
    """Take the marks out of a sentence and keep where they stood."""
    spans: dict[str, list[list[int]]] = {"s": [], "t": []}
    plain = ""
    for part in re.split(r"(</?[st]>)", marked):
        if not re.fullmatch(r"</?[st]>", part):
            plain += part
        elif part[1] != "/":
            spans[part[1]].append([len(plain), len(plain)])
        elif spans[part[2]]:
            spans[part[2]][-1][1] = len(plain)
    return {"sentence": plain, "actor": spans["s"], "recipient": spans["t"], "roots": roots, "kind": kind}


def exchanged(row: Row) -> Row | None:
    """Ask the other way round; nothing comes back where the answer is not clear."""
    actor, recipient = row["actor"], row["recipient"]
    if not (actor and recipient):
        return None
    if not row["roots"]:
        return {**row, "actor": recipient, "recipient": actor, "kind": f"{row['kind']} exchanged"}
    between = row["sentence"][actor[0][1] : recipient[0][0]]
    mutual = set(row["roots"]) <= MUTUAL or bool(TOGETHER.match(between))
    if not mutual and re.search(r"\b(with|between)\b", between):
        return None
    roots = row["roots"] if mutual else ()
    return {**row, "actor": recipient, "recipient": actor, "roots": roots, "kind": f"{row['kind']} exchanged"}


def published(path: Path) -> Iterator[Row]:
    """Give the PLV rows, each with its number and its fold; rows of one sentence share a fold."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, line in enumerate(csv.DictReader(file, delimiter="\t")):
            root = line["gold_root"].strip()
            row = question(line["marked_sentence"], FOLDED.get(root, (root,)), "published")
            yield {**row, "row": number, "fold": zlib.crc32(line["sentence"].strip().encode()) % FOLDS}


def made(copies: int, rng: random.Random) -> Iterator[Row]:
    """Fill our templates with actors, each pattern several times, in sentences of several forms."""
    actors = (HERE / "actors.txt").read_text(encoding="utf-8").splitlines()
    with (HERE / "templates.tsv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t"))
    for line in lines:
        roots = FOLDED.get(line["root"], (line["root"],))
        for deed in [line["deed"], line["undergone"]] if line["undergone"] else [line["deed"]]:
            for _ in range(copies):
                yield question(filled(clause(deed, rng), actors, rng), roots, "made")
        if roots and "{A}" not in line["deed"]:
            for form in recast(line["deed"], rng):
                yield question(filled(form, actors, rng), roots, "made")
            other = rng.choice(OTHERS).replace("{deed}", line["deed"])
            yield question(filled(rng.choice(FRAMES).format(other), actors, rng), (), "made")


def clause(deed: str, rng: random.Random) -> str:
    """Make a sentence of a template: whole ones stay, of the others the missing one of the two is the subject."""
    if "{A}" in deed and "{B}" in deed:
        return deed
    if "{A}" in deed:
        return rng.choice(FRAMES).replace("{}", "{B} " + deed)
    form = rng.choice(DEEDS if rng.random() < 0.6 else DEEDS[:1])
    return rng.choice(FRAMES).replace("{}", form.replace("{deed}", deed))


def recast(deed: str, rng: random.Random) -> Iterator[str]:
    """Name the recipient before the deed: as what a relative clause is about, and as what a pronoun stands for."""
    if not re.search(r"\b(of|that|said|when|a|for) \{B\}|\{B\}'s", deed):
        yield rng.choice(ABOUT).replace("{deed}", deed.replace(" {B}", "", 1)) + "."
    yield rng.choice(PRONOUN).replace("{deed}", deed.replace("{B}", "it", 1)) + "."


def filled(sentence: str, actors: list[str], rng: random.Random) -> str:
    """Put three different actors in, the first two marked; a sentence begins with a capital."""
    a, b, c = rng.sample(actors, 3)
    marked = sentence.replace("{A}", f"<s>{a}</s>").replace("{B}", f"<t>{b}</t>").replace("{C}", c)
    return re.sub(r"^((?:<[st]>)?)(\w)", lambda m: m[1] + m[2].upper(), marked)


def main() -> None:
    """Write all questions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("published", type=Path, help="plv_train.tsv")
    parser.add_argument("output", type=Path, help="where the JSON lines go")
    parser.add_argument("--copies", type=int, default=2, help="sentences made of a template")
    options = parser.parse_args()
    rng = random.Random(1)  # noqa: S311 - nothing secret here
    rows = [*published(options.published), *made(options.copies, rng)]
    turned = [other for row in rows if (other := exchanged(row))]
    with options.output.open("w", encoding="utf-8") as output:
        for row in [*rows, *turned]:
            output.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
