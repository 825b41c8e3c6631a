"""Claims of who someone is: what several articles call a person; posts of states apart, which readers know."""

from collections.abc import Iterator, Mapping

from communique.domain import Actor, Reading, Record, Span
from communique.knowledge.titles import post_called, sector_of_phrase
from communique.stories.checks.corroboration.claims import Claim
from communique.stories.passages import Spots

OFFICIAL = frozenset({"GOV", "MIL", "COP", "SPY"})
BESIDE = 3  # characters between a name and what its bearer is called


def known_as(record: Record, readings: Mapping[str, Reading]) -> Iterator[Claim]:
    """The roles of persons, each with the passages that give it."""
    sentences = Spots((sentence, sentence) for reading in readings.values() for sentence in reading.sentences)
    names = {actor.id: actor.name for actor in record.actors}
    for actor in record.actors:
        for role in actor.roles if actor.type == "person" else ():
            if role.evidence and not official(role.title):
                told = role.title if role.of is None else f"{role.title}, {names.get(role.of, '')}"
                support = {_with_name(span, actor, sentences) for span in role.evidence}
                yield Claim(text=f"{actor.name}: {told}", support=tuple(sorted(support)))


def official(title: str) -> bool:
    """Whether it is a post or rank in a state: `ambassador`, `commodore`."""
    sectors = {sector_of_phrase(words) for words in (title, title.rpartition(" ")[2])}  # no `marine biologist`
    return post_called(title) is not None or sectors <= OFFICIAL


def _with_name(title: Span, actor: Actor, sentences: Spots[Span]) -> Span:
    """The title with the name beside it, where there is one."""
    for sentence, _ in sentences.overlapping(title):
        for mention in actor.mentions:
            start, end = min(title.start, mention.span.start), max(title.end, mention.span.end)
            gap = end - start - len(title.text) - len(mention.span.text)
            if mention.form == "named" and sentence.covers(mention.span) and gap <= BESIDE:
                return sentence.part(min(start, title.start), end)
    return title
