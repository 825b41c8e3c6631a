"""Issues that the taxonomy lacks: noun phrases that several speakers of the pile come back to."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from communique.domain import Issue, Record, Statement
from communique.domain.ids import content_id

STATEMENTS, SPEAKERS, ARTICLES = 4, 3, 2  # that a phrase must be shared by
MOST = 12  # in a pile
WORDS = 3  # of the longest phrase
WORDINGS = 3  # around it, so that copies of one sentence do not count as many

_FUNCTION = frozenset(
    """a about above after again all also am an and any are as at be been before being both but by can could did do does doing
    down during each even ever every few first for from further get go going got had has have he her here him his how i if in
    into is it its just last less like made make many may me might more most much must my new next no nor not now of off on
    one only or other our out over own people said same say says she should since so some still such than that the their them
    then there these they thing things this those through time to too two under until up us very was way we were what when
    where which while who whom why will with would year years you your day days week weeks month months today good great
    really going know think want need see back come well really around lot""".split()
)
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_LEADS = frozenset("the a an of this that its their our his her these those for in on with about".split())
_S = re.compile(r"['’]s$")


def discover(statements: Sequence[Statement], record: Record) -> Mapping[str, Issue]:
    """The issue of each statement, by id, that shares a phrase with enough others; those of the widest reach first."""
    names = _names(record)
    held: defaultdict[tuple[str, ...], list[Statement]] = defaultdict(list)
    around: defaultdict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for statement in statements:
        for phrase, beside in dict(_phrases(statement)).items():
            if not names & set(phrase):
                held[phrase].append(statement)
                around[phrase].add(beside)
    wide = {phrase: said for phrase, said in held.items() if _shared(said) and len(around[phrase]) >= WORDINGS}
    found: dict[str, Issue] = {}
    issues = 0
    for phrase, said in sorted(wide.items(), key=lambda item: (-len(item[1]), -len(item[0]), item[0])):
        new = [statement for statement in said if statement.id not in found]
        if issues == MOST or not _shared(new):
            continue
        issues += 1
        words = " ".join(phrase)
        issue = Issue(
            id=content_id("issue", words),
            label=words[:1].upper() + words[1:],
            description=f"Named from the words of {len(said)} statements",
            found="discovered",
        )
        found |= dict.fromkeys((statement.id for statement in new), issue)
    return found


def _shared(said: Sequence[Statement]) -> bool:
    speakers = {statement.speakers for statement in said if statement.speakers}
    articles = {statement.article for statement in said}
    return len(said) >= STATEMENTS and len(speakers) >= SPEAKERS and len(articles) >= ARTICLES


def _names(record: Record) -> set[str]:
    """The words of names: who is spoken of is no issue."""
    return {
        word.casefold()
        for actor in record.actors
        if actor.type in {"person", "state", "place"}
        for word in actor.name.split()
    }


def _phrases(statement: Statement) -> Iterator[tuple[tuple[str, ...], tuple[str, str]]]:
    """Two or three words that stand where a noun phrase stands: after a determiner or a preposition, to its end.

    With the words beside them, by which copies of one sentence are told from different sentences.
    """
    for span in statement.content:
        tokens = [_S.sub("", token).casefold() for token in _TOKEN.findall(span.text)]
        run: list[str] = []
        led, lead = False, ""
        for before, token in zip(["", *tokens], [*tokens, "."], strict=True):
            if token[0].isalpha() and token not in _FUNCTION and len(token) > 2:
                if not run:
                    led, lead = before in _LEADS, before
                run.append(token)
            else:
                if led and 2 <= len(run) <= WORDS:
                    yield tuple(run), (lead, token)
                run = []
