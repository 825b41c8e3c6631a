"""Words as they are compared across articles: those of grammar, those that negate, those that mean nearly the same."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from communique.knowledge.tables import KnowledgeError, build, load_yaml

INFLECTION = re.compile(r"(?:ing|ed|es|s|e)$")
DERIVATION = re.compile(r"(?:ations?|ements?|ments?|ences?|ances?|ions?|ers?|ors?)$")
SHORTEST, SHORTEST_DERIVED = 3, 5  # letters that must be left of a word
SPELLINGS = (  # British, American
    (re.compile(r"(?<=[iy])s(?=e[ds]?$|ing$|ations?$)"), "z"),
    (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|ite$)"), "or"),
    (re.compile(r"ll(?=ed$|ing$|ers?$)"), "l"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=[fl])(?:ence)(?=s?$)"), "ense"),
    (re.compile(r"mme(?=s?$)"), "m"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words in small letters. alike: the first word of the group that each word belongs to, both by their stems."""

    function: frozenset[str]
    negation: frozenset[str]
    alike: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    words: tuple[str, ...]


@lru_cache(maxsize=1 << 16)
def word_root(word: str) -> str | None:
    """What a word is compared by: its stem, or that of the words it is alike to; None for a word of grammar."""
    known = vocabulary()
    word = word.casefold()
    if word in known.negation:
        return "not"
    if word in known.function:
        return None
    own = known.alike.get(word)
    return own or known.alike.get(stem(word), stem(word))


def spelled(word: str) -> str:
    """A word in small letters as it is spelt in America, so that two spellings compare as one."""
    for british, american in SPELLINGS:
        word = british.sub(american, word)
    return word


def stem(word: str) -> str:
    """The word without the endings of English inflection and the commonest of derivation: `countries` is `countri`.

    Cruder than Porter's algorithm and shorter: what it conflates wrongly seldom stands in the same passage.
    """
    if not word.isalpha() or not word.isascii():
        return word
    if word.endswith(("ies", "ied")) and len(word) > SHORTEST + len("ies"):
        return word[:-2]
    if word.endswith("ly") and len(word) > SHORTEST + len("ly"):
        word = word[:-2]
    for endings, shortest in ((DERIVATION, SHORTEST_DERIVED), (INFLECTION, SHORTEST)):
        match = endings.search(word)
        if match and match.start() >= shortest and not word.endswith(("ss", "us", "is")):
            word = word[: match.start()]
            break
    if len(word) > SHORTEST and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word


@cache
def vocabulary() -> Vocabulary:
    """The words of vocabulary.yaml.

    Raises:
        KnowledgeError: a list is missing or not of words, or a word stands in two groups of words alike.
    """
    lists = load_yaml("vocabulary.yaml")
    if set(lists) != {"function", "negation", "alike"}:
        message = f"vocabulary.yaml: {sorted(lists)}"
        raise KnowledgeError(message)
    groups = [build(_Group, {"words": words}, "vocabulary.yaml").words for words in lists["alike"]]
    alike: dict[str, str] = {}
    for group in groups:
        for word in sorted({*group, *map(stem, group)}):
            if alike.setdefault(word, group[0]) != group[0]:
                message = f"vocabulary.yaml: {word!r} is like {alike[word]!r} and like {group[0]!r}"
                raise KnowledgeError(message)
    function, negation = (
        frozenset(build(_Group, {"words": lists[name]}, "vocabulary.yaml").words) for name in ("function", "negation")
    )
    return Vocabulary(function=function, negation=negation, alike=alike)
