"""What the issue of statements is called that tell none: by the field that their words are of, or by what they name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from communique.domain import Issue, Span, Statement
from communique.knowledge.countries import countries
from communique.knowledge.issues import Taxonomy, Topic
from communique.record import discovery
from communique.record.nearness import paragraph_of

FEW, SEVERAL, OF_FIELD = 2, 3, 0.6  # statements of one matter, and their share with words of a field, that make it one
OWN, AHEAD = 2, 2  # what a statement's own word counts beside one of its paragraph; by how much a field is ahead
ENOUGH, OF_NEW = 4, 5  # so counted, of a topic that the story is known to tell of, and of another


def of_topic(topic: Topic, codes: tuple[str, ...]) -> Issue:
    """The issue of a topic and the states that it concerns."""
    if not codes:
        return Issue(id=f"issue-{topic.id}", label=topic.label, description=topic.definition, found="taxonomy")
    name = {country.alpha3: country.name for country in countries()}
    states = " and ".join(sorted(name[code] for code in codes))
    return Issue(
        id="-".join(("issue", topic.id, *codes)).lower(),
        label=f"{topic.label}: {states}",
        description=topic.definition,
        found="taxonomy",
    )


def together(
    groups: Iterable[Sequence[Statement]],
    used: Mapping[str, Issue],
    taxonomy: Taxonomy,
    lexicon: discovery.Lexicon,
) -> dict[str, Issue]:
    """The issues of statements that stand in groups; used: those of the record by topic."""
    found: dict[str, Issue] = {}
    for said in groups:
        if issue := _called(said, used, taxonomy) or _named(said, lexicon):
            found |= dict.fromkeys((statement.id for statement in said), issue)
    return found


def _called(said: Sequence[Statement], used: Mapping[str, Issue], taxonomy: Taxonomy) -> Issue | None:
    """The issue of statements that stand together: of the topic of whose field most of them have words.

    used: the issues of the record by topic; a topic that it has none of takes more statements.
    """
    fields = [taxonomy.fields(" ".join(span.text for span in statement.content)) for statement in said]
    held = Counter(topic for field in fields for topic in field)
    (topic, times), (_, next_best), *_ = [*held.most_common(2), ("", 0), ("", 0)]
    words = {word for field in fields for word in field.get(topic, ())}
    wordings = {statement.content[0].text.casefold() for statement in said}
    fewest = FEW if topic in used else SEVERAL
    if min(times, len(wordings)) < max(fewest, OF_FIELD * len(said)) or times == next_best or len(words) < FEW:
        return None
    return _issue(topic, used, taxonomy)


def _named(said: Sequence[Statement], lexicon: discovery.Lexicon) -> Issue | None:
    """The issue of statements that stand together, by what most of them name, or what one takes a side on."""
    within = {statement.id for statement in said}
    own = [statement for statement in said if statement.nested_in not in within]
    wordings = {statement.content[0].text.casefold() for statement in own}
    label = discovery.name_of(said, lexicon) if len(wordings) >= SEVERAL else ""
    label = label or (discovery.object_of(own, lexicon) if len(wordings) >= FEW else "")
    return discovery.issue(label) if label else None


def clear(
    said: Sequence[Statement], body: Sequence[Span], used: Mapping[str, Issue], taxonomy: Taxonomy
) -> dict[str, Issue]:
    """The issues of statements of an article whose words, and those of their paragraph, are clearly of one field."""
    found: dict[str, Issue] = {}
    for statement in said:
        at = paragraph_of(statement.content[0].start, body)
        own = taxonomy.fields(" ".join(span.text for span in statement.content))
        held = Counter(
            {topic: len(words) for topic, words in taxonomy.fields(body[at].text if at >= 0 else "").items()}
        )
        held.update({topic: OWN * len(words) for topic, words in own.items()})
        (topic, times), (_, next_best), *_ = [*held.most_common(2), ("", 0), ("", 0)]
        least = ENOUGH if topic in used and topic in own else OF_NEW
        if times >= max(least, next_best + AHEAD) and (issue := _issue(topic, used, taxonomy)):
            found[statement.id] = issue
    return found


def _issue(topic: str, used: Mapping[str, Issue], taxonomy: Taxonomy) -> Issue | None:
    """The issue of a topic; none where that is of two states and the record tells it of none."""
    new = next(found for found in taxonomy.topics if found.id == topic)
    return used.get(topic) or (of_topic(new, ()) if new.about != "pair" else None)
