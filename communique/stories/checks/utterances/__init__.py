"""The same words on the same occasion, as several articles print them: translated, trimmed or told in other words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.domain import Reading, Record, Utterance, Wording
from communique.domain.ids import content_id
from communique.stories.alignment import differences, same_words
from communique.stories.checks.utterances.groups import Pair, joined, outermost
from communique.stories.checks.utterances.likeness import Finder
from communique.stories.checks.utterances.said import Said, said_in
from communique.stories.passages import Entry, Pile, alike

WORDINGS: tuple[Wording, ...] = ("identical", "variant", "paraphrase")


def check(record: Record, readings: Mapping[str, Reading], pile: Pile | None = None) -> Record:
    """Add the utterances that two statements or more report."""
    pile = pile or Pile.of(record, readings)
    by_id = said_in(record, pile)
    finder = Finder(by_id, {actor.id: actor for actor in record.actors}, pile.weights)
    pairs = outermost(
        {
            (one.statement.id, other.statement.id)
            for one, other in alike(
                [Entry(one, one.roots, (one.article.id, one.titled)) for one in by_id.values()], pile.weights
            )
            if finder.same(one, other)
        },
        by_id,
    )
    utterances = (_utterance(members, linked, by_id) for members, linked in joined(pairs, by_id, finder))
    return replace(record, utterances=tuple(sorted(utterances, key=lambda u: u.id)))


def wording(a: Said, b: Said) -> Wording:
    """How the words of two reports compare: reported without quotation marks on both sides, they are a paraphrase."""
    if same_words(a.words, b.words):
        return "identical"
    if set(a.quoted) & set(b.roots) or set(b.quoted) & set(a.roots):
        return "variant"
    return "paraphrase"


def _utterance(members: Sequence[str], pairs: Sequence[Pair], by_id: Mapping[str, Said]) -> Utterance:
    """The utterance of some statements, worded as differently as any two that were found alike."""
    verdicts = [(wording(by_id[a], by_id[b]), by_id[a], by_id[b]) for a, b in pairs]
    return Utterance(
        id=content_id("utterance", *members),
        statements=tuple(members),
        wording=max((verdict for verdict, _, _ in verdicts), key=WORDINGS.index),
        differences=tuple(
            difference
            for verdict, a, b in verdicts
            if verdict == "variant"
            for difference in differences(a.words, b.words)
        ),
    )
