"""Issues that the taxonomy lacks: things named in words of which news at large has few, to which a pile comes back."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from communique.domain import Issue, Record, Statement
from communique.domain.ids import content_id
from communique.knowledge.vocabulary import vocabulary, word_root
from communique.knowledge.words import commonness

STATEMENTS, SPEAKERS, ARTICLES = 4, 3, 2  # that a thing must be shared by
OF_ONE_WORD = 6  # statements, where one word names it
MOST = 12  # in a pile
WORDS = 3  # of the longest phrase that names one
WORDINGS = 3  # around it, so that copies of one sentence do not count as many
RARE = 25  # articles of a thousand that a word stands in, which alone names a thing
SHORTEST = 4  # letters of such a word
SAME = 0.6  # of the statements with a word in which it stands in one phrase, for this to name the issue

_VAGUE = frozenset(
    """ago early ever every few first get go going got like last less made make makes many me next once one over
    people since so time times two three well back come year years day days week weeks month months today night morning
    good great really know think want need see look lot whole part parts side sides way ways kind hands man men woman
    women family families mother father brother sister son daughter wife husband thing things something anything
    nothing someone everyone anyone monday tuesday wednesday thursday friday saturday sunday""".split()
)
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_LEADS = frozenset("the a an of this that its their our his her these those for in on with about to no any".split())
_S = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class _Named:
    """A thing as a statement names it: the words, and those beside them, by which copies of a sentence are told."""

    words: tuple[str, ...]
    beside: tuple[str, str]


def discover(statements: Sequence[Statement], record: Record) -> Mapping[str, Issue]:
    """The issue of each statement, by id, that names what enough others name; those of the widest reach first."""
    names = _names(record)
    held: defaultdict[str, list[tuple[Statement, _Named]]] = defaultdict(list)
    for statement in statements:
        for head, named in {_head(named.words): named for named in _phrases(statement)}.items():
            if head and not names & set(named.words):
                held[head].append((statement, named))
    wide = {head: told for head, told in held.items() if _shared(told)}
    found: dict[str, Issue] = {}
    issues = 0
    for _, told in sorted(wide.items(), key=lambda item: (-len(item[1]), item[0])):
        new = [(statement, named) for statement, named in told if statement.id not in found]
        words = _label([named.words for _, named in told])
        if issues == MOST or not words or not _shared(new) or (" " not in words and len(told) < OF_ONE_WORD):
            continue
        issues += 1
        issue = Issue(
            id=content_id("issue", words),
            label=words[:1].upper() + words[1:],
            description=f"Named from the words of {len(told)} statements",
            found="discovered",
        )
        found |= dict.fromkeys((statement.id for statement, _ in new), issue)
    return found


def _shared(told: Sequence[tuple[Statement, _Named]]) -> bool:
    speakers = {statement.speakers for statement, _ in told if statement.speakers}
    articles = {statement.article for statement, _ in told}
    wordings = {named.beside for _, named in told}
    return (
        len({statement.id for statement, _ in told}) >= STATEMENTS
        and len(speakers) >= SPEAKERS
        and len(articles) >= ARTICLES
        and len(wordings) >= WORDINGS
    )


def _head(words: tuple[str, ...]) -> str | None:
    return word_root(words[-1])


def _label(phrases: Sequence[tuple[str, ...]]) -> str:
    """The phrase by which most name the thing, else its word where that is rare enough; else nothing."""
    tails = Counter(words[start:] for words in phrases for start in range(len(words)))
    for words, times in sorted(tails.items(), key=lambda item: (-len(item[0]), -item[1], item[0])):
        if times >= SAME * len(phrases) and (len(words) > 1 or _rare(words[0])):
            return " ".join(words)
    commonest = Counter(words[-1] for words in phrases).most_common(1)[0][0]
    return commonest if _rare(commonest) else ""


@cache
def _empty() -> frozenset[str]:
    """Words that name no thing."""
    return vocabulary().function | vocabulary().negation | _VAGUE


def _rare(word: str) -> bool:
    return len(word) >= SHORTEST and max(commonness(word), commonness(word_root(word) or word)) <= RARE


def _names(record: Record) -> set[str]:
    """The words of names: who is spoken of is no issue."""
    return {
        word.casefold()
        for actor in record.actors
        if actor.type in {"person", "state", "place"}
        for word in actor.name.split()
    }


def _phrases(statement: Statement) -> Iterator[_Named]:
    """Up to three words that stand where a noun phrase stands: after a determiner or a preposition, to its end."""
    for span in statement.content:
        tokens = [_S.sub("", token).casefold() for token in _TOKEN.findall(span.text)]
        run: list[str] = []
        led, lead = False, ""
        for before, token in zip(["", *tokens], [*tokens, "."], strict=True):
            if token[0].isalpha() and token not in _empty() and len(token) > 2:
                if not run:
                    led, lead = before in _LEADS, before
                run.append(token)
            else:
                if led and 0 < len(run) <= WORDS:
                    yield _Named(tuple(run), (lead, token))
                run = []
