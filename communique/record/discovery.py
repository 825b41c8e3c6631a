"""Issues that the taxonomy lacks: things that news at large seldom names, to which a story comes back."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from communique.domain import THINGS, Actor, Issue, Reading, Record, Span, Stance, Statement
from communique.domain.ids import content_id
from communique.knowledge.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.knowledge.nouns import actor_noun
from communique.knowledge.stances import stance_words
from communique.knowledge.vocabulary import vocabulary, word_root
from communique.knowledge.words import commonness
from communique.record.threads import Key, actor_words

SIDES: tuple[Stance, ...] = ("supports", "opposes")
STATEMENTS, SPEAKERS, ARTICLES = 4, 3, 2  # that a thing must be shared by
OF_RARE, LACKING = 3, 2  # of the statements, without a topic; enough where its word is rare or it has a name
FEWEST, MOSTLY = 2, 0.5  # of statements that stand together, and their share, who name what they are of
MOST = 12  # in a story
WORDS = 3  # of the longest phrase that names one
WORDINGS = 3  # around it, so that copies of one sentence do not count as many
RARE, USUAL = 25, 75  # articles of a thousand that a word stands in, which alone names a thing; of STATEMENTS
SHORTEST = 3  # letters of such a word
SAME = 0.6  # of the statements with a word in which it stands in one phrase, for this to name the issue
TIED, PURE = 2, 0.75  # speakers on a topic who name a thing, and the share of one topic, that tie it to this
IN_OFFICE = frozenset({"GOV", "MIL", "COP", "JUD", "IGO", "LEG", "PTY", "OPP"})

_VAGUE = frozenset(
    """ago early ever every few first get go going got like last less made make makes many me next once one over
    people since so time times two three well back come year years day days week weeks month months today night morning
    good great really know think want need see look lot whole part parts side sides way ways kind hands man men woman
    women family families mother father brother sister son daughter wife husband thing things something anything
    nothing someone everyone anyone situation incident issue matter problem case event question fact reason point moment
    place area areas bottom top edge hour hours minute minutes number numbers total date weekend evening afternoon
    remark comment statement story message success threat threats offer offers demand demands call calls
    accusation accusations allegation allegations claim claims charge charges warning criticism proposal suggestion idea
    table move decision announcement eye eyes visit trip meeting company companies product products firm firms group
    groups member members leader leaders country countries nation nations power powers law laws
    source sources""".split()
) | {*MONTH_NUMBERS, *WEEKDAY_NUMBERS}
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
_LEADS = frozenset("the a an of this that its their our his her these those for in on with about no any".split())
_S = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class _Named:
    """A thing as a statement names it: the words, and those beside them, by which copies of a sentence are told.

    verb: it is told by its verb (*to mediate*), which alone names no thing.
    """

    words: tuple[str, ...]
    beside: tuple[str, str]
    verb: bool = False


_Told = Sequence[tuple[Statement, _Named]]


@dataclass(frozen=True, slots=True)
class Matters:
    """What statements are about by what they name, by their ids: a topic of others that name the same, or a thing.

    Who has a topic is of a thing too only where that has a name: the prisoner beside the trial.
    """

    topics: Mapping[str, Key]
    issues: Mapping[str, Issue]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a story are that name no thing: names and words for somebody, and verbs by their place."""

    names: AbstractSet[str]
    somebody: AbstractSet[str]
    verbs: AbstractSet[tuple[str, int]]

    @classmethod
    def of(cls, record: Record, readings: Iterable[Reading]) -> "Lexicon":
        """The lexicon of a record and what its articles' readings tell."""
        verbs = {(c.verb.document, c.verb.end) for reading in readings for c in reading.clauses}
        return cls(_names(record), actor_words(record), verbs)


def discover(record: Record, keys: Mapping[str, Sequence[Key]], lexicon: Lexicon) -> Matters:
    """The matters of the statements without a topic; those of the widest reach first.

    keys: the topics of every statement, by its own words and those beside it.
    """
    topics: dict[str, Key] = {}
    issues: dict[str, Issue] = {}
    named: set[str] = set()
    texts = [(article.id, span.text) for article in record.articles for span in article.body]
    things = [*_things(record.statements, lexicon), *_spoken_of(record), *_taken_sides_on(record)]
    for label, told in sorted(things, key=lambda item: (-len(item[1]), item[0])):
        new = [s for s, _ in told if not keys[s.id] and s.id not in issues and s.id not in topics]
        key = _topic(told, keys) if _distinct(label) else None
        if key and 2 * len(new) < len(told):
            topics |= {statement.id: key for statement in new}
        elif len(named) < MOST and _shared(label, told, {statement.id for statement in new}):
            named.add(label)
            of = [statement for statement, _ in told if statement.id not in issues]
            issues |= dict.fromkeys((statement.id for statement in of), issue(_in_full(label, texts)))
        elif key:
            topics |= {statement.id: key for statement in new}
    return Matters(topics, issues)


def issue(label: str) -> Issue:
    """An issue that is named by the words of its statements."""
    return Issue(
        id=content_id("issue", label),
        label=label[:1].upper() + label[1:],
        description="Named from the words of its statements",
        found="discovered",
    )


def _topic(told: _Told, keys: Mapping[str, Sequence[Key]]) -> Key | None:
    """The topic of nearly all statements that name a thing and have one; told by two speakers at least."""
    having = {statement.id: statement for statement, _ in told if keys[statement.id]}
    if len({statement.speakers for statement in having.values()}) < TIED:
        return None
    (topic, times), *_ = Counter(topic for name in having for topic in {key[0] for key in keys[name]}).most_common(1)
    if times < max(TIED, PURE * len(having)):
        return None
    return Counter(key for name in having for key in keys[name] if key[0] == topic).most_common(1)[0][0]


def name_of(statements: Sequence[Statement], lexicon: Lexicon) -> str:
    """The noun phrase that most of some statements name, which are of one matter; else nothing."""
    told = [
        (len(held), label)
        for label, held in _things(statements, lexicon)
        if len(held) >= max(FEWEST, MOSTLY * len(statements)) and (_distinct(label) or " " in label)
    ]
    return max(told)[1] if told else ""


def object_of(statements: Sequence[Statement], lexicon: Lexicon) -> str:
    """What one of some statements takes a side on (*ruled out the quota*), else what two name; the rarest of these."""
    roots = [_roots(statement) for statement in statements]
    sided: list[_Named] = []
    shared: list[_Named] = []
    for statement in statements:
        named = [thing for thing in _phrases(statement, lexicon.verbs) if _is_thing(thing, statement, lexicon)]
        sided += named[:1] if _takes_side(statement) else [thing for thing in named if thing.beside[0] in {"no", "any"}]
        shared += [thing for thing in named if sum(_head(thing.words) in held for held in roots) >= FEWEST]
    rarest = min(sided or shared, key=lambda thing: (commonness(thing.words[-1]), thing.words), default=None)
    told = [(statement.id, span.text) for statement in statements for span in statement.content]
    return _in_full(" ".join(rarest.words), told, 1) if rarest else ""


def _takes_side(statement: Statement) -> bool:
    cue = statement.cue.text if statement.cue else ""
    return "accus" not in cue and any(pattern.search(cue) for pattern in stance_words().cues.values())


def _roots(statement: Statement) -> frozenset[str | None]:
    return frozenset(word_root(token[0]) for span in statement.content for token in _TOKEN.finditer(span.text))


def _is_thing(named: _Named, statement: Statement, lexicon: Lexicon) -> bool:
    """Whether words name a thing, and neither somebody nor what news always speaks of."""
    head, last = _head(named.words), named.words[-1]
    if (
        named.verb
        or head is None
        or named.beside[1] in {"and", "u"}
        or (len(named.words) == 1 and not _rare(last, USUAL))
    ):
        return False
    names = {word for span in statement.content for word in span.text.split()}
    somebody = head in lexicon.somebody or actor_noun(last) or actor_noun(last.removesuffix("s"))
    return not somebody and not lexicon.names & set(named.words) and not any(w.title() in names for w in named.words)


def _things(statements: Iterable[Statement], lexicon: Lexicon) -> Iterator[tuple[str, _Told]]:
    """What statements name, with the words for it."""
    held: defaultdict[str, list[tuple[Statement, _Named]]] = defaultdict(list)
    for statement in statements:
        phrases = _phrases(statement, lexicon.verbs)
        for head, named in {_head(named.words): named for named in phrases}.items():
            if head and head not in lexicon.somebody and not lexicon.names & set(named.words):
                held[head].append((statement, named))
    for told in held.values():
        if label := _label([named.words for _, named in told if not named.verb]):
            yield label, told


def _distinct(label: str) -> bool:
    """Whether a thing's word is rare or a name."""
    return _rare(label) or _named(label)


def _named(label: str) -> bool:
    return label[:1].isupper()


def _shared(label: str, told: _Told, new: AbstractSet[str]) -> bool:
    """Whether a noun for a thing stands in enough statements, and not in copies of one; new: those without a topic."""
    nouns = [(statement, named) for statement, named in told if not named.verb]
    speakers = {statement.speakers for statement, _ in nouns if statement.speakers}
    articles = {statement.article for statement, _ in nouns}
    wordings = {named.beside for _, named in nouns}
    lacking = sum(statement.id in new for statement, _ in nouns)
    enough = lacking >= LACKING and len(nouns) >= (OF_RARE if _distinct(label) else STATEMENTS)
    return enough and len(speakers) >= SPEAKERS and len(articles) >= ARTICLES and len(wordings) >= WORDINGS


def _spoken_of(record: Record) -> Iterator[tuple[str, _Told]]:
    """Whom several speak of who neither speaks nor is in office, and things with a name: a prisoner, a ship."""
    speaking = {actor for statement in record.statements for actor in statement.speakers}
    places: defaultdict[str, list[tuple[int, Span, str]]] = defaultdict(list)
    for actor in record.actors:
        for mention in actor.mentions if actor.id not in speaking and _is_matter(actor) else ():
            places[mention.span.document].append((mention.span.start, mention.span, actor.name))
    ordered = {document: sorted(found, key=lambda place: place[0]) for document, found in places.items()}
    held: defaultdict[str, dict[str, tuple[Statement, _Named]]] = defaultdict(dict)
    for statement in record.statements:
        for content in statement.content:
            found = ordered.get(content.document, [])
            low, high = (bisect_left(found, end, key=lambda place: place[0]) for end in (content.start, content.end))
            for start, span, name in found[low:high]:
                before = content.text[: start - content.start].split()[-2:]
                held[name].setdefault(statement.id, (statement, _Named((span.text,), (" ".join(before), ""))))
    for name, told in held.items():
        yield name, list(told.values())


def _taken_sides_on(record: Record) -> Iterator[tuple[str, _Told]]:
    """Whom several praise, endorse or attack, as their words begin with the name, who may well speak too."""
    named = {
        (mention.span.document, mention.span.start): actor.name
        for actor in record.actors
        if actor.type == "person"
        for mention in actor.mentions
        if mention.form == "named"
    }
    held: defaultdict[str, list[tuple[Statement, _Named]]] = defaultdict(list)
    for statement in record.statements:
        first, cue = statement.content[0], statement.cue.text if statement.cue else ""
        name = named.get((first.document, first.start))
        if name and any(stance_words().cues[stance].search(cue) for stance in SIDES):
            held[name].append((statement, _Named((first.text,), (cue, ""))))
    yield from held.items()


def _is_matter(actor: Actor) -> bool:
    named = any(mention.form == "named" for mention in actor.mentions)
    if actor.type == "person":
        return named and actor.sector not in IN_OFFICE
    return named and actor.type in THINGS - {"place", "election"}


def _head(words: tuple[str, ...]) -> str | None:
    return word_root(words[-1])


def _label(phrases: Sequence[tuple[str, ...]]) -> str:
    """The phrase by which most name the thing, else its word where that is rare enough; else nothing."""
    if not phrases:
        return ""
    tails = Counter(words[start:] for words in phrases for start in range(len(words)))
    for words, times in sorted(tails.items(), key=lambda item: (-len(item[0]), -item[1], item[0])):
        if times >= SAME * len(phrases) and (len(words) > 1 or _rare(words[0])):
            return " ".join(words)
    commonest = Counter(words[-1] for words in phrases).most_common(1)[0][0]
    return commonest if _rare(commonest, USUAL) else ""


@cache
def _empty() -> frozenset[str]:
    """Words that name no thing."""
    return vocabulary().function | vocabulary().negation | _VAGUE


def _in_full(label: str, texts: Iterable[tuple[str, str]], least: int = ARTICLES) -> str:
    """A label of one word with what stands behind it in so many articles: *lease of Lund port*.

    texts: those of the articles, with their ids.
    """
    if " " in label or _named(label):
        return label
    pattern = re.compile(
        rf"\b{re.escape(label)} ((?:of|on|for|over|against|with) (?:the |an? )?(?:[^\W_][\w’'-]* ?){{1,3}})"
    )
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for article, text in texts:
        for match in pattern.finditer(" ".join(text.split())):
            words = _S.sub("", match[1].strip()).split()
            fewest = 2 + (words[1] in {"the", "a", "an"})
            for end in range(fewest, len(words) + 1):
                if not any(word.casefold() in _empty() for word in words[fewest - 1 : end]):
                    beside[" ".join(words[:end])].add(article)
    told = [words for words, articles in beside.items() if len(articles) >= least]
    return f"{label} {max(told, key=lambda words: (len(beside[words]), len(words), words))}" if told else label


def _rare(words: str, most: int = RARE) -> bool:
    word = words.rpartition(" ")[2]
    return len(word) >= SHORTEST and max(commonness(word), commonness(word.removesuffix("s"))) <= most


def _names(record: Record) -> set[str]:
    """The words of names, who is spoken of is no issue, and of days and months."""
    return {*WEEKDAY_NUMBERS, *MONTH_NUMBERS} | {
        word.casefold()
        for actor in record.actors
        if actor.type in {"person", "state", "place"}
        for word in actor.name.split()
        if actor.type == "person" or word[:1].isupper()
    }


def _phrases(statement: Statement, verbs: AbstractSet[tuple[str, int]]) -> Iterator[_Named]:
    """Up to three words that stand where a noun phrase stands: after a determiner or a preposition, to its end.

    verbs: where they end, with their documents.
    """
    for span in statement.content:
        tokens = [
            (_S.sub("", token[0]).casefold(), (span.document, span.start + token.end()) in verbs)
            for token in _TOKEN.finditer(span.text)
        ]
        run: list[str] = []
        led, lead = False, ""
        for (before, _), (token, verb) in zip([("", False), *tokens], [*tokens, (".", False)], strict=True):
            if (verb or before == "to") and _rare(token, USUAL):
                yield _Named((token,), (before, ""), verb=True)
            if token[0].isalpha() and token not in _empty() and len(token) > 2 and not verb:
                if not run:
                    led, lead = before in _LEADS, before
                run.append(token)
            else:
                if led and 0 < len(run) <= WORDS and token not in _VAGUE:
                    yield _Named(tuple(run), (lead, token))
                run = []
