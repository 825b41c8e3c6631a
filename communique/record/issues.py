"""Issues: which of the taxonomy each statement and event is about, whose matter it is, and what the taxonomy lacks.

In this room because it needs the record's actors (who is which state's) and, for what is discovered, a whole story.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from communique.domain import Document, Event, Reading, Record, Span, Statement, gaps
from communique.knowledge.issues import Taxonomy
from communique.record import discovery, naming
from communique.record.anaphora import answers, goes_on, leans, retorts
from communique.record.gathering import gather
from communique.record.nearness import nearness
from communique.record.objects import States, own_of
from communique.record.parts import by_story
from communique.record.threads import Key, Threads, Topical, actor_words

LEAD = 400  # characters between two statements that may still be of one matter
BESIDE = 30  # between a cue and the content that it leads to

ESTABLISHED = 2  # statements about a topic before the words around another one are taken for it


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is looked up while the statements of one article are gone through."""

    taxonomy: Taxonomy
    states: States
    sentences: Mapping[str, Sequence[Span]]
    documents: Mapping[str, Document]
    actors: frozenset[str]


def assign(record: Record, readings: Sequence[Reading], taxonomy: Taxonomy) -> Record:
    """The record with the issues of its statements and events, and the list of those used; each story by itself."""
    of = {reading.article: reading for reading in readings}
    documents = {document.id: document for document in record.documents}
    told = [
        _of_story(part, [of[article.id] for article in part.articles if article.id in of], documents, taxonomy)
        for part in by_story(record)
    ]
    statements = {statement.id: statement for part in told for statement in part.statements}
    events = {event.id: event for part in told for event in part.events}
    issues = {issue.id: issue for part in told for issue in part.issues}
    return replace(
        record,
        statements=tuple(statements[statement.id] for statement in record.statements),
        events=tuple(events[event.id] for event in record.events),
        issues=tuple(issues[name] for name in sorted(issues)),
    )


def _of_story(
    record: Record, readings: Sequence[Reading], documents: Mapping[str, Document], taxonomy: Taxonomy
) -> Record:
    """The same for the articles of one story."""
    sentences = {reading.article: reading.sentences for reading in readings}
    desk = _Desk(taxonomy, States.of(record), sentences, documents, actor_words(record))
    by_article: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in record.statements:
        by_article[statement.article].append(statement)
    in_order = {article: sorted(said, key=_place) for article, said in by_article.items()}
    keys: dict[str, list[Key]] = {}
    for article, said in in_order.items():
        keys |= _of_article(said, desk, _threads(article, desk))
    events = {event.id: _of_event(event, desk) for event in record.events}
    lexicon = discovery.Lexicon.of(record, readings)
    matters = discovery.discover(record, keys, lexicon)
    keys |= {name: [key] for name, key in matters.topics.items()}
    found = {topic.id: topic for topic in taxonomy.topics}
    issues = {
        key: naming.of_topic(found[key[0]], key[1]) for held in (*keys.values(), *events.values()) for key in held
    }
    of_event = {name: [issues[key].id for key in held] for name, held in events.items()}
    of_statement = {name: tuple(dict.fromkeys(issues[key].id for key in held)) for name, held in keys.items()}
    of_statement |= {name: (issue.id, *of_statement[name]) for name, issue in matters.issues.items()}
    foremost = {name: held[:1] if name in matters.issues else held for name, held in of_statement.items()}
    for page in record.articles:
        of_statement |= _beside(in_order.get(page.id, ()), page.body, foremost)
    topics = {issues[key].id: key[0] for key in issues}
    of_statement, renamed, others = _gathered(record, of_statement, topics, taxonomy)
    used = {issue.id: issue for issue in (*issues.values(), *matters.issues.values())}
    times = Counter(issue for held in of_statement.values() for issue in held)
    of_topic = {topics[name]: used[name] for name in sorted(topics, key=lambda name: times[name]) if times[name]}
    named = naming.together(others, of_topic, taxonomy, lexicon)
    of_statement |= {name: (issue.id,) for name, issue in named.items()}
    for page in record.articles:
        said = in_order.get(page.id, [])
        of_statement |= _beside(said, page.body, of_statement)
        clear = naming.clear([item for item in said if not of_statement[item.id]], page.body, of_topic, taxonomy)
        of_statement |= {name: (issue.id,) for name, issue in clear.items()}
        named |= clear
    used |= {issue.id: issue for issue in named.values()}
    return replace(
        record,
        statements=tuple(replace(item, issues=of_statement[item.id]) for item in record.statements),
        events=tuple(
            replace(event, issues=tuple(dict.fromkeys(renamed.get(issue, issue) for issue in of_event[event.id])))
            for event in record.events
        ),
        issues=tuple(issue for issue in used.values() if issue.id not in renamed),
    )


def _gathered(
    record: Record, known: Mapping[str, tuple[str, ...]], topics: Mapping[str, str], taxonomy: Taxonomy
) -> tuple[dict[str, tuple[str, ...]], dict[str, str], list[Sequence[Statement]]]:
    """The issues of all statements, the new ids of those that are one with another, and the groups without one.

    topics: of the issues.
    """
    of = {name: frozenset(topics.get(issue, issue) for issue in held) for name, held in known.items() if held}
    first = {name: held[0] for name, held in known.items() if held}
    groups = gather(known, first, topics, nearness(record, of, taxonomy))
    renamed = {
        first[name]: issue for issue, members in groups for name in members if issue and first.get(name, issue) != issue
    }
    found = {name: tuple(dict.fromkeys(renamed.get(issue, issue) for issue in held)) for name, held in known.items()}
    found |= {name: (issue,) for issue, members in groups if issue for name in members if not found[name]}
    statements = {statement.id: statement for statement in record.statements}
    return found, renamed, [[statements[name] for name in members] for issue, members in groups if not issue]


def _place(statement: Statement) -> tuple[int, int]:
    return statement.content[0].start, -statement.content[-1].end


def _of_article(said: Sequence[Statement], desk: _Desk, threads: Threads) -> dict[str, list[Key]]:
    """The topics of each statement: by its words, its sentence's, what it answers or goes on with, what it speaks of.

    A sentence's words count for a topic that other statements of the article are about in words of their own.
    """
    own = {statement.id: own_of(statement, desk.states) for statement in said}
    told = {
        statement.id: [key for span in _passages(statement, desk) for key in _keys(span, own[statement.id], desk)]
        for statement in said
    }
    times = Counter(topic for keys in told.values() for topic in {topic for topic, _ in keys})
    found: dict[str, list[Key]] = {}
    last: dict[str, Statement] = {}
    for before, statement in zip([None, *said], said, strict=False):
        keys = told[statement.id]
        if not keys:
            around = [key for span in _lead_in(statement, said, desk) for key in _keys(span, own[statement.id], desk)]
            keys = [key for key in around if times[key[0]] >= ESTABLISHED]
        if not keys and (gone_before := _before(statement, before, last)):
            keys = found[gone_before.id][:1]
        if not keys and (key := threads.spoken_of(statement)):
            keys = [key]
        found[statement.id] = list(dict.fromkeys(keys))
        last |= dict.fromkeys(statement.speakers, statement)
    pairs = {
        topic.id: _two(said[0].article, desk) if said else () for topic in desk.taxonomy.topics if topic.about == "pair"
    }
    return _completed(found, pairs)


def _beside(
    said: Sequence[Statement], paragraphs: Sequence[Span], known: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The issue of those that have none: what they answer, or what alone their paragraph speaks of.

    The latter where they add nothing, or several others of the paragraph or those before and behind speak of it too.
    known: the issues of each statement by its own words and those of its sentence.
    """
    told: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    having = [statement for statement in said if known[statement.id]]
    for statement in having:
        told[_paragraph(statement, paragraphs)].append(known[statement.id])
    found: dict[str, tuple[str, ...]] = {}
    for statement in said:
        at = bisect_left(having, _place(statement), key=_place)
        last = having[at - 1] if at else None
        held = told[_paragraph(statement, paragraphs)]
        alone = {issue for issues in held for issue in issues}
        around = {issue for beside in having[max(0, at - 1) : at + 1] for issue in known[beside.id]}
        if known[statement.id]:
            continue
        if len(alone) == 1 and not (last and retorts(statement)):
            if leans(statement) or (around == alone and 0 < at < len(having)):
                found[statement.id] = tuple(alone)
        elif last and answers(statement) and _start(statement) - last.content[-1].end <= LEAD:
            found[statement.id] = known[last.id][:1]
    return found


def _paragraph(statement: Statement, paragraphs: Sequence[Span]) -> int:
    """The number of the paragraph that a statement begins in."""
    return bisect_left(paragraphs, _start(statement) + 1, key=lambda span: span.start)


def _passages(statement: Statement, desk: _Desk) -> list[Span]:
    """The content, from the cue on where that stands right before it: *recognised* her as president."""
    first, *rest = statement.content
    document = desk.documents[first.document]
    if statement.cue and 0 <= first.start - statement.cue.end <= BESIDE:
        first = document.span(statement.cue.start, first.end)
    return [first, *rest]


def _lead_in(statement: Statement, said: Sequence[Statement], desk: _Desk) -> list[Span]:
    """What the reporter says in the sentence that a statement stands in."""
    first, last = statement.content[0], statement.content[-1]
    near = range(
        max(0, bisect_left(said, first.start - LEAD, key=_start)), bisect_left(said, last.end + LEAD, key=_start)
    )
    taken = [span for index in near for span in (said[index].speaker, *said[index].content) if span]
    around = [s for s in desk.sentences.get(statement.article, ()) if s.start < last.end and first.start < s.end]
    return [part for sentence in around for gap in gaps(sentence, taken) if (part := gap.trimmed())]


def _start(statement: Statement) -> int:
    return statement.content[0].start


def _before(statement: Statement, before: Statement | None, last: Mapping[str, Statement]) -> Statement | None:
    """What a statement without a topic of its own answers, or goes on with: the last words of the same speaker.

    What was told within those (*he said Chad had told him no*) does not come between.
    """
    if before and before.nested_in and not answers(statement):
        before = next((last[actor] for actor in statement.speakers if actor in last), None)
    if before is None or _start(statement) - before.content[-1].end > LEAD:
        return None
    same = bool(set(before.speakers) & set(statement.speakers))
    return before if answers(statement) or (same and goes_on(statement)) else None


def _keys(span: Span, own: frozenset[str], desk: _Desk) -> list[Key]:
    """The topics of a passage with the states they concern."""
    found = [key for *_, key in _placed(span, own, desk)]
    return _specific(found) if any(key[0] != "country-affairs" for key in found) else found


def _placed(span: Span, own: frozenset[str], desk: _Desk) -> list[tuple[int, int, Key]]:
    """The same with from where to where in the passage each is told."""
    found: list[tuple[int, int, Key]] = []
    for hit in desk.taxonomy.hits(span.text):
        cue = span.part(span.start + hit.start, span.start + hit.end)
        concerned = desk.states.concerned(hit.topic.about, cue, span, own)
        each = [(code,) for code in concerned] if hit.topic.about == "each" else [concerned]
        found += [(hit.start, hit.end, (hit.topic.id, codes)) for codes in each]
    return found


def _threads(article: str, desk: _Desk) -> Threads:
    """What the sentences of an article speak of."""
    passages = [Topical(sentence, _placed(sentence, frozenset(), desk)) for sentence in desk.sentences.get(article, ())]
    return Threads.of(passages, desk.actors)


def _specific(keys: Sequence[Key]) -> list[Key]:
    """Without the bare situation of a state of which something more specific is said."""
    told = {code for topic, codes in keys if topic != "country-affairs" for code in codes}
    return [key for key in keys if key[0] != "country-affairs" or not told & set(key[1])]


def _two(article: str, desk: _Desk) -> tuple[str, ...]:
    """The two states that an article names most, both by their own names, where no third comes near."""
    places = [place for span in desk.sentences.get(article, ()) for place in desk.states.within(span)]
    states = {place.code for place in places if place.rank == 0}
    named = Counter(place.code for place in places if place.code in states)
    (*two, third) = [*named.most_common(3), ("", 0), ("", 0), ("", 0)][:3]
    return tuple(sorted(code for code, _ in two)) if min(times for _, times in two) > 2 * third[1] else ()


def _completed(found: Mapping[str, list[Key]], pairs: Mapping[str, tuple[str, ...]]) -> dict[str, list[Key]]:
    """What names no state concerns the state that the article speaks of under that topic; a pair needs both.

    pairs: the topics of pairs, with the two states that they are about where the article tells no others.
    """
    told: defaultdict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for keys in found.values():
        for topic, codes in keys:
            if codes:
                told[topic][codes] += 1
    meant = {**pairs, **{topic: codes for topic, held in told.items() if (codes := _foremost(held))}}
    filled = {name: [(topic, codes or meant.get(topic, ())) for topic, codes in keys] for name, keys in found.items()}
    return {
        name: [key for key in dict.fromkeys(keys) if key[1] or key[0] not in pairs] for name, keys in filled.items()
    }


def _foremost(held: Counter[tuple[str, ...]]) -> tuple[str, ...]:
    """What stands more often than all else together."""
    (codes, times), *_ = held.most_common(1)
    return codes if 2 * times > held.total() else ()


def _of_event(event: Event, desk: _Desk) -> list[Key]:
    own = frozenset(code for actor in event.actors if (code := desk.states.country.get(actor)))
    return list(dict.fromkeys(key for span in event.mentions[:1] for key in _keys(span, own, desk)))
