"""Spellings: how articles spell the name of one actor, and names that differ in one letter only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from communique.domain import Actor, Conflict, Span, Verdict
from communique.domain.names import folded, visible
from communique.knowledge.words import commonness
from communique.stories.checks.conflicts.reports import Reports, Told, conflict

if TYPE_CHECKING:
    from collections.abc import Mapping

ALIKE = 0.75  # ratio of shared letters in order, below which two words are no spellings of one name
SHORTEST = 4
MOST = 8  # places of one name that are shown
FIRST = 3  # letters of a first name in which one may be another
LONG = 5  # letters of a word in which one letter is no other name
VOWELS, BREATHED, DOUBLED = re.compile(r"[aeiouy]"), re.compile(r"[ckg]h"), re.compile(r"(.)\1+")
JOINING = re.compile(r"[\s-]+")
OTHER_NAMES = frozenset({"person", "org", "place"})
WORDS = "The name is written in different ways; nothing else differs."
ONE_LETTER = "A letter or two apart: one name spelt in two ways, or two names."


def find(reports: Reports) -> Iterator[Conflict]:
    """Names of persons, a part of which is spelt in two ways (`Sergei`, `Sergey`), and names one letter apart."""
    article_at = {
        mention.span: article for article, reading in reports.readings.items() for mention in reading.mentions
    }
    for actor in reports.record.actors:
        if actor.type == "person":
            for told in _variants(actor, article_at):
                yield conflict("name-spelling", f"the name of {actor.name}", told, "wording", WORDS)
    yield from _marked(reports, article_at)
    yield from _misprints(reports, article_at)


def _marked(reports: Reports, article_at: Mapping[Span, str]) -> Iterator[Conflict]:
    """Names of places that one article writes with the marks of their own language and another without."""
    told: dict[str, dict[str, Told]] = defaultdict(dict)
    for actor in reports.record.actors:
        for mention in actor.mentions if actor.type == "place" else ():
            name = mention.span.text
            if mention.form == "named" and name != name.upper() and (article := article_at.get(mention.span)):
                told[folded(name)].setdefault(name, Told(article=article, span=mention.span, value=name))
    for name in sorted(told):
        ways = list(told[name].values())
        if (
            any(char.isalpha() and not char.isascii() for way in ways for char in way.value)
            and len({way.article for way in ways}) > 1
        ):
            yield conflict("name-spelling", f"the name of {ways[0].value}", ways, "wording", WORDS)


def _variants(actor: Actor, article_at: Mapping[Span, str]) -> Iterator[list[Told]]:
    """Parts of the name that are spelt in several ways, each way once in an article."""
    ways: dict[str, dict[str, Told]] = defaultdict(dict)
    beside: set[frozenset[str]] = set()  # `Chris Christie` has two names that are alike
    for mention in actor.mentions:
        if mention.form == "named" and mention.span in article_at:
            beside |= {frozenset(pair) for pair in combinations(map(visible, mention.span.text.split()), 2)}
            for part in mention.span.text.split():
                word = part.strip(".,'’\"“”()\u00ad")
                if len(word) >= SHORTEST and "\u00ad" not in word:  # a hyphen that shows only at a line's end
                    start = mention.span.start + mention.span.text.index(word)
                    article, span = article_at[mention.span], mention.span.part(start, start + len(word))
                    ways[visible(word)].setdefault(article, Told(article=article, span=span, value=visible(word)))
    yield from _parted(actor, article_at)
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(ways):
        alike = (o for o in groups if _same_name(word, o) and frozenset((word, o)) not in beside)
        groups[next(alike, word)].append(word)
    for group in groups.values():
        if len(group) > 1:
            told = [item for word in group for item in ways[word].values()]
            yield sorted(told, key=lambda item: item != ways[item.value][next(iter(ways[item.value]))])[:MOST]


def _parted(actor: Actor, article_at: Mapping[Span, str]) -> Iterator[list[Told]]:
    """Full names that differ in where their parts are joined: `Abdel Rahim`, `Abdelrahim`, `Abdel-Rahim`."""
    ways: dict[str, dict[str, Told]] = defaultdict(dict)
    for mention in actor.mentions:
        name = visible(mention.span.text)
        if mention.form == "named" and mention.span in article_at:
            told = Told(article=article_at[mention.span], span=mention.span, value=name)
            ways[JOINING.sub("", name).casefold()].setdefault(" ".join(name.casefold().split()), told)
    for spelt in ways.values():
        if len(spelt) > 1 and len({told.article for told in spelt.values()}) > 1:
            yield list(spelt.values())[:MOST]


def _same_name(word: str, other: str) -> bool:
    """Whether two parts of one person's name are one part, spelt differently; letter case alone is no spelling."""
    a, b = word.casefold(), other.casefold()
    return a != b and SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE


def _misprints(reports: Reports, article_at: Mapping[Span, str]) -> Iterator[Conflict]:
    """Names of two actors of one story that differ in a letter, unless one article has both again and again."""
    told: dict[tuple[str | None, str], list[Told]] = defaultdict(list)
    for actor in reports.record.actors:
        for mention in actor.mentions if actor.type in OTHER_NAMES else ():
            if mention.form == "named" and (article := article_at.get(mention.span)):
                name = mention.span.text
                told[reports.articles[article].story, name].append(Told(article=article, span=mention.span, value=name))
    near: dict[tuple[str | None, ...], list[str]] = defaultdict(list)
    for story, name in sorted(told, key=str):
        for key in (*_keys(name), *_sounds(name), *_surname(name), ("", JOINING.sub("", name.casefold()))):
            near[story, *key].append(name)
    pairs = {(key[0], *pair) for key, names in near.items() for pair in combinations(sorted(set(names)), 2)}
    owner = {item.span: actor.id for actor in reports.record.actors for item in actor.mentions}
    for story, one, other in sorted(pairs, key=str):
        ours, theirs = told[story, one], told[story, other]
        alike = any(like(one, other) for like in (_one_letter, _sound_alike, _first_names_alike, _joined_alike))
        if alike and owner[ours[0].span] != owner[theirs[0].span] and not _both(ours, theirs):
            verdict: Verdict = "wording" if _joined_alike(one, other) else "cannot-tell"
            why = WORDS if verdict == "wording" else ONE_LETTER
            yield conflict("name-spelling", f"{one} or {other}", (ours[0], theirs[0]), verdict, why)


def _keys(name: str) -> Iterator[tuple[str, ...]]:
    """What names that differ in one letter have in common: the name without one of the letters of a long rare word."""
    parts = name.casefold().split()
    for at, part in enumerate(parts):
        if len(part) >= LONG and part.isalpha() and not commonness(part):
            rest = (*parts[:at], "*", *parts[at + 1 :])
            yield (*rest, part)
            yield from ((*rest, part[:cut] + part[cut + 1 :]) for cut in range(len(parts) == 1, len(part)))


def _sounds(name: str) -> Iterator[tuple[str, ...]]:
    """The consonants of a full name, which transliterations agree in."""
    parts = name.casefold().split()
    if len(parts) > 1 and all(part.isalpha() for part in parts):
        yield ("", *(DOUBLED.sub(r"\1", VOWELS.sub("", BREATHED.sub("h", part))) for part in parts))


def _surname(name: str) -> Iterator[tuple[str, ...]]:
    """A rare surname with how the first name begins and how long it is."""
    first, *_, last = parts if len(parts := name.casefold().split()) > 1 else ("", "")
    if len(last) >= LONG and len(first) >= FIRST and not commonness(last):
        yield "", last, first[0], str(len(first))


def _first_names_alike(one: str, other: str) -> bool:
    """Whether two bear one rare surname and first names a letter apart: `Yao`, `Yaw`."""
    ours, theirs = one.casefold().split(), other.casefold().split()
    apart = sum(a != b for a, b in zip(ours[0], theirs[0], strict=False))
    if VOWELS.match(ours[0][-1]) and VOWELS.match(theirs[0][-1]) and ours[0][-1] != theirs[0][-1]:
        return False  # `Maria`, `Mario`
    return apart == 1 and [*_surname(one)] == [*_surname(other)] != [] and ours[1:] == theirs[1:]


def _sound_alike(one: str, other: str) -> bool:
    """Whether two full names differ as transliterations do: `Rachmat Sulaiman`, `Rahmat Suleiman`."""
    pairs = [*zip(one.casefold().split(), other.casefold().split(), strict=False)]
    return [*_sounds(one)] == [*_sounds(other)] != [] and all(
        a == b or (_same_name(a, b) and a[-1] == b[-1]) for a, b in pairs
    )


def _joined_alike(one: str, other: str) -> bool:
    """Whether two full names differ in where their parts are joined: `Osman Elhadi`, `Osman El Hadi`."""
    a, b = (name.casefold().strip("-") for name in (one, other))
    return a != b and JOINING.sub("", a) == JOINING.sub("", b)


def _one_letter(one: str, other: str) -> bool:
    """Whether a letter inside a word is another one, or is wanting; an ending makes another word (`Maria`, `Mario`)."""
    a, b = one.casefold(), other.casefold()
    if len(a) == len(b):
        return a != b and not any(_ends_otherwise(*pair) for pair in zip(a.split(), b.split(), strict=False))
    return abs(len(a) - len(b)) == 1 and a[-1] == b[-1]


def _ends_otherwise(one: str, other: str) -> bool:
    """Whether the ends make two words of them: vowels do, consonants are often written one for another (`s`, `z`)."""
    return one[-1] != other[-1] and any(VOWELS.match(word[-1]) for word in (one, other))


def _both(ours: list[Told], theirs: list[Told]) -> bool:
    """Whether an article tells of two: it has both names, and neither only once."""
    counts = [defaultdict(int), defaultdict(int)]  # type: list[defaultdict[str, int]]
    for count, told in zip(counts, (ours, theirs), strict=True):
        for item in told:
            count[item.article] += 1
    return any(min(counts[0][article], counts[1][article]) > 1 for article in counts[0])
