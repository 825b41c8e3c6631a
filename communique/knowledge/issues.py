"""The issues of world affairs: what each is, and the phrases by which a text is told to be about it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

import yaml

from communique.knowledge.tables import KnowledgeError, build, load_yaml

About = Literal["owner", "doer", "target", "pair", "each", "world"]

_GAP = r"(?:[\s'\",-]+[\w'-]+){0,4}?"
_SPACE = r"[\s'\"-]+"
_SIGN = re.compile(r" \.\. | \?| |[*(.+{}^$\\\[\]]")
_MEANING = MappingProxyType({" .. ": _GAP + _SPACE, " ?": "[ -]?", " ": _SPACE, "*": r"[\w']*", "(": "(?:"})
_WORD = re.compile(r"[^\W\d_]+|\d+")
_TYPED = str.maketrans("’“”", '\'""')  # sets beyond ASCII take long to compile
_ID = re.compile(r"[a-z0-9-]+")
_ALTERNATIVES = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_OPTION = re.compile(r"\w\?")
_OPEN = re.compile(rf"{_ALTERNATIVES.pattern}|{_OPTION.pattern}")
_KEY = 3  # letters of its first word by which a phrase is looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A kind of issue. about: whose it is, so that one topic makes one issue for each state concerned.

    cues: phrases of which one is enough. weak: two different ones are needed. not_: phrases that speak against it.
    words: of its field, which tell it only where it is known to be spoken of.
    contexts: of PLOVER (its manual's 37), where it has them.
    """

    id: str
    label: str
    definition: str
    about: str = "world"
    contexts: tuple[str, ...] = ()
    cues: tuple[str, ...]
    weak: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    near_miss: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A topic's phrase in a text."""

    topic: Topic
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """head: the letters that a word must begin with for the phrase to begin there."""

    topic: int
    head: str
    words: str
    part: Literal["cues", "weak", "not_", "words"]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Topics, with their phrases in an index by the first letters of their first word."""

    topics: tuple[Topic, ...]
    _phrases: Mapping[str, tuple[_Phrase, ...]] = field(repr=False)

    @classmethod
    def of(cls, topics: Sequence[Topic]) -> "Taxonomy":
        """The taxonomy of some topics; a later one replaces an earlier one of the same id."""
        kept = tuple({topic.id: topic for topic in topics}.values())
        index: dict[str, list[_Phrase]] = {}
        for number, topic in enumerate(kept):
            for part in ("cues", "weak", "not_", "words"):
                for words in getattr(topic, part):
                    for head in _heads(words):
                        index.setdefault(head[:_KEY], []).append(_Phrase(number, head, words, part))
        return cls(kept, MappingProxyType({key: tuple(held) for key, held in index.items()}))

    def hits(self, text: str) -> list[Hit]:
        """The topics of a text, each with the first phrase that tells it, in the order of the text.

        Time grows with the text: a phrase is tried (and compiled, which is slow) only where a word begins as it does,
        and only in a text that has its longest word.
        """
        first: dict[int, Hit] = {}
        weak: dict[int, dict[str, Hit]] = {}
        against: set[int] = set()
        for phrase, match in self._matches(text):
            hit = Hit(topic=self.topics[phrase.topic], start=match.start(), end=match.end())
            if phrase.part == "not_":
                against.add(phrase.topic)
            elif phrase.part == "cues":
                first.setdefault(phrase.topic, hit)
            elif phrase.part == "weak":
                weak.setdefault(phrase.topic, {}).setdefault(phrase.words, hit)
        for number, held in weak.items():
            if len(held) > 1:
                first.setdefault(number, next(iter(held.values())))
        return sorted((hit for number, hit in first.items() if number not in against), key=lambda hit: hit.start)

    def fields(self, text: str) -> Mapping[str, frozenset[str]]:
        """The words of each topic's field that a text has, by the topic's id."""
        found: dict[int, set[str]] = {}
        for phrase, match in self._matches(text):
            if phrase.part != "not_":
                found.setdefault(phrase.topic, set()).add(match[0].casefold())
        return {self.topics[topic].id: frozenset(words) for topic, words in found.items()}

    def _matches(self, text: str) -> Iterator[tuple[_Phrase, re.Match[str]]]:
        typed = text.translate(_TYPED)
        small = _small(typed)
        for word in _WORD.finditer(small):
            begun = word[0]
            for phrase in self._phrases.get(begun[:_KEY], ()):
                if not begun.startswith(phrase.head) or _longest_run(phrase.words) not in small:
                    continue
                if match := compiled(phrase.words).match(small if _is_small(phrase.words) else typed, word.start()):
                    yield phrase, match


@cache
def topics() -> tuple[Topic, ...]:
    """The topics that the program knows.

    Raises:
        KnowledgeError: an entry breaks the form.
    """
    return _topics(load_yaml("issues.yaml"), "issues.yaml")


@cache
def taxonomy(path: str | None = None) -> Taxonomy:
    """The program's topics, with those of a user's YAML file of the same form where one is named.

    Raises:
        KnowledgeError: the file cannot be read, is no YAML, or an entry breaks the form.
    """
    return Taxonomy.of((*topics(), *(_own(path) if path else ())))


def _own(path: str) -> tuple[Topic, ...]:
    try:
        rows = yaml.safe_load(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        message = f"{path}: cannot be read as YAML: {' '.join(str(error).split())}"
        raise KnowledgeError(message) from error
    found = _topics(rows, path)
    for topic in found:
        for words in (*topic.cues, *topic.weak, *topic.not_, *topic.words):
            try:
                compiled(words)
            except re.error as error:
                message = f"{path}, {topic.id}: {words!r} is not a phrase: {error}"
                raise KnowledgeError(message) from error
    return found


def _topics(rows: Any, where: str) -> tuple[Topic, ...]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        message = f"{where}: not a list of issues, each with id, label, definition and cues"
        raise KnowledgeError(message)
    found = tuple(_topic(row, where) for row in rows)
    if len({topic.id for topic in found}) < len(found):
        message = f"{where}: two issues have the same id"
        raise KnowledgeError(message)
    return found


def _topic(row: Mapping[str, Any], where: str) -> Topic:
    place = f"{where}, {row.get('id')}"
    topic = build(Topic, {"not_" if key == "not" else str(key): value for key, value in row.items()}, place)
    if topic.about not in get_args(About) or not _ID.fullmatch(topic.id):
        message = f"{place}: an id has small letters, digits and hyphens, and `about` is one of {get_args(About)}"
        raise KnowledgeError(message)
    for words in (*topic.cues, *topic.weak, *topic.not_, *topic.words):
        if not all(_heads(words)):
            message = f"{place}: {words!r} does not begin with a word"
            raise KnowledgeError(message)
    return topic


@cache
def compiled(words: str) -> re.Pattern[str]:
    """A phrase as a pattern: `*` ends a stem, (a|b) is one of several, `..` is up to four words between.

    Its quotation marks are those of a typewriter. One without capitals is tried on a text without them, which is
    faster to compile than a pattern that ignores case.
    """
    pattern = _SIGN.sub(lambda sign: _MEANING.get(sign[0]) or re.escape(sign[0]), words.translate(_TYPED))
    return re.compile(rf"{pattern}(?!\w)")


def _is_small(words: str) -> bool:
    return words == words.lower()


def _small(text: str) -> str:
    """The text in small letters, each where it stood."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(letter.lower()[0] for letter in text)


@cache
def _longest_run(words: str) -> str:
    """The longest run of letters that every text with the phrase has: none of its alternatives or options."""
    return max(_WORD.findall(_OPEN.sub(" ", words).casefold()), key=len, default="")


def _heads(words: str) -> list[str]:
    """The first word, or its beginning, of each way to begin a phrase; an empty one where it begins with no word."""
    group = _ALTERNATIVES.match(words)
    beginnings: Iterable[str] = re.split(r"\|(?![^()]*\))", group[1]) if group else (words,)
    heads = (_WORD.match(_OPTION.sub(" ", beginning)) for beginning in beginnings)
    return list(dict.fromkeys(head[0].casefold() if head else "" for head in heads))
