"""What was said, by issue: the reports of one utterance side by side, everything else by speaker."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.briefs.desk import Desk
from communique.domain import Difference, Record, Span, Statement, Utterance, Wording

PERSONS = frozenset(
    "i me my mine myself we us our ours ourselves you your he him his himself she her hers herself it its they them "
    "their theirs themselves".split()
)
MOSTLY = 0.6  # of a statement's words: what has as many of them inside it is what it passes on
FEW = 4  # words of a statement that tell little by themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An utterance in the words of one article. statement: the first that reports it; differing: not so in others."""

    statement: str
    source: int
    content: tuple[Span, ...]
    differing: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """What several articles report as one utterance. name: the speaker; None where it is not known.

    differences: the pairs of passages that are worded differently.
    """

    utterance: str
    name: str | None
    wording: Wording
    outlets: int
    reports: tuple[Report, ...]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The other statements of one speaker on an issue. name: None where the speaker is not known."""

    name: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """An issue with what was said on it; without an issue (`issue` is None) what was said on other matters.

    elsewhere: utterances on this issue too that stand under one before it.
    """

    issue: str | None
    label: str
    description: str = ""
    outlets: int
    statements: int
    aligned: tuple[Aligned, ...] = ()
    elsewhere: tuple[str, ...] = ()
    others: tuple[Said, ...] = ()


def compose(record: Record, names: Mapping[str, str], desk: Desk) -> tuple[Topic, ...]:
    """The issues that most outlets carry first, then what is said on none. `names`: speakers, by statement."""
    on: defaultdict[str | None, list[Statement]] = defaultdict(list)
    known = {issue.id for issue in record.issues}
    passed_on = _passed_on(desk.statements)
    for statement in desk.statements.values():
        if statement.id in passed_on:
            continue
        own = [name for name in statement.issues if name in known]
        for issue in own or (None,):
            on[issue].append(statement)
    reported = {name: utterance for utterance in record.utterances for name in utterance.statements}
    told = {
        utterance.id: found
        for utterance in record.utterances
        if not passed_on.issuperset(utterance.statements) and (found := _aligned(utterance, names, desk))
    }
    reach = {issue: _outlets(said, desk) for issue, said in on.items()}
    labels = {issue.id: (issue.label, issue.description) for issue in record.issues}
    shown: set[str] = set()
    topics = []
    order = sorted(on, key=lambda name: (name is None, -reach[name], -len(on[name]), labels.get(name or "", ())))
    for issue in order:
        label, description = (
            labels[issue] if issue else ("On other matters", "What fits none of the issues that the program knows.")
        )
        here = dict.fromkeys(reported[item.id].id for item in on[issue] if item.id in reported)
        here_first = [told[name] for name in here if name in told and name not in shown]
        topics.append(
            Topic(
                issue=issue,
                label=label,
                description=description,
                outlets=reach[issue],
                statements=len(on[issue]),
                aligned=tuple(
                    sorted(here_first, key=lambda item: (-item.outlets, -len(item.reports), item.reports[0].source))
                ),
                elsewhere=tuple(name for name in here if name in told and name in shown),
                others=_others(on[issue], told, reported, names),
            )
        )
        shown |= here.keys() & told.keys()
    return tuple(topics)


def _passed_on(statements: Mapping[str, Statement]) -> frozenset[str]:
    """Those that do little but pass on what another says: *the paper reports that Lee said no*."""
    pairs = ((item, statements.get(item.nested_in or "")) for item in statements.values())
    return frozenset(around.id for item, around in pairs if around and _length(item) >= MOSTLY * _length(around))


def _length(statement: Statement) -> int:
    return sum(len(span.text) for span in statement.content)


def _outlets(said: Iterable[Statement], desk: Desk) -> int:
    """How many outlets carry it; where none is known, that is one."""
    return max(desk.outlets({desk.numbers[statement.article] for statement in said}), 1)


def _aligned(utterance: Utterance, names: Mapping[str, str], desk: Desk) -> Aligned | None:
    """The utterance as the articles report it; None where fewer than two are left that do."""
    said = [desk.statements[name] for name in utterance.statements if name in desk.statements]
    said.sort(key=lambda item: (desk.numbers[item.article], item.content[0].start))
    if len({item.article for item in said}) < 2:
        return None
    differences = tuple(
        d for d in utterance.differences if _shown(d.a, said) and _shown(d.b, said) and not _only_turned(d, said)
    )
    words = [span for difference in differences for span in (difference.a, difference.b)]
    by_article: defaultdict[str, list[Statement]] = defaultdict(list)
    for item in said:
        by_article[item.article].append(item)
    return Aligned(
        utterance=utterance.id,
        name=next((names[item.id] for item in said if item.id in names), None),
        wording=utterance.wording,
        outlets=_outlets(said, desk),
        reports=tuple(
            Report(
                statement=held[0].id,
                source=desk.numbers[article],
                content=(content := _inside([span for item in held for span in item.content])),
                differing=_inside(words, content),
            )
            for article, held in by_article.items()
        ),
        differences=differences,
    )


def _only_turned(difference: Difference, said: Iterable[Statement]) -> bool:
    """Whether the words differ only as those of a quotation do in indirect speech: `my`, `her`."""
    quoted = [span for statement in said for span in statement.verbatim]
    sides = (difference.a, difference.b)
    persons = all(word in PERSONS for side in sides for word in side.text.casefold().split())
    return persons and not all(any(span.covers(side) for span in quoted) for side in sides)


def _shown(span: Span, said: Iterable[Statement]) -> bool:
    return any(content.covers(span) for statement in said for content in statement.content)


def _inside(spans: Iterable[Span], content: Sequence[Span] | None = None) -> tuple[Span, ...]:
    """Those of the spans that stand in the content, where one is given, each once, those within another left out."""
    held = sorted(
        {span for span in spans if content is None or any(part.covers(span) for part in content)},
        key=lambda s: (s.start, -s.end),
    )
    kept: list[Span] = []
    for span in held:
        if not kept or not kept[-1].covers(span):
            kept.append(span)
    return tuple(kept)


def _short(statement: Statement) -> bool:
    return sum(len(span.text.split()) for span in statement.content) < FEW


def _others(
    said: Iterable[Statement],
    told: Mapping[str, Aligned],
    reported: Mapping[str, Utterance],
    names: Mapping[str, str],
) -> tuple[Said, ...]:
    """Statements that stand in no utterance of several articles, by speaker, who says most first; unknown ones last.

    What is told in a few words (*denied it*) comes behind what a speaker says otherwise.
    """
    by_name: defaultdict[str | None, list[str]] = defaultdict(list)
    for statement in sorted(said, key=_short):
        if statement.id not in reported or reported[statement.id].id not in told:
            by_name[names.get(statement.id)].append(statement.id)
    order = sorted(by_name.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or ""))
    return tuple(Said(name=name, statements=tuple(held)) for name, held in order)
