"""Who is heard: statements grouped by speaker, across outlets."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from communique.briefs import aliases, evidence, timeline
from communique.briefs.brief import Line, Report, Voice
from communique.briefs.desk import Desk, country_name, in_sentence
from communique.domain import Actor, Span, Statement, soundness
from communique.domain.ids import content_id

DOUBTFUL = 0.5  # a statement of lower confidence is marked
OFFICES = 3  # how many are told beside a name

# Words that name nobody by themselves: the same word in two articles does not make the same speaker.
_PRONOUNS = frozenset({
    "he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "us", "this", "that", "these", "those",
    "his", "its", "their", "our", "each", "one", "some", "many", "several", "few", "most", "others", "another", "all",
    "both", "neither", "either", "none", "nobody", "no one", "somebody", "someone", "anybody", "anyone", "everybody",
    "everyone", "the former", "the latter",
})  # fmt: skip


def group(statements: Iterable[Statement], desk: Desk) -> tuple[tuple[Voice, ...], tuple[Report, ...]]:
    """The speakers, those whom most outlets report first, and the statements whose source is not named."""
    by_actors: defaultdict[tuple[str, ...], list[Statement]] = defaultdict(list)
    by_words: defaultdict[str, list[Statement]] = defaultdict(list)
    unnamed: list[Statement] = []
    for statement in statements:
        actors = tuple(sorted({speaker for speaker in statement.speakers if speaker in desk.actors}))
        words = _comparable(statement.speaker.text) if statement.speaker else ""
        if actors:
            by_actors[actors].append(statement)
        elif words and words not in _PRONOUNS:
            by_words[words].append(statement)
        else:
            unnamed.append(statement)
    joint = _joint(by_actors)
    voices = [_actors_voice(actors, said, joint, desk) for actors, said in by_actors.items()]
    voices += [_words_voice(words, said, desk) for words, said in by_words.items()]
    voices.sort(key=_by_reach)
    return tuple(voices), _reports(unnamed, desk)


def _by_reach(voice: Voice) -> tuple[int, int, int, bool, int, Span]:
    """The most widely reported first; among equals those whose identity is known, and who speaks first in the text.

    An unknown outlet is one, too.
    """
    reach = (-max(voice.outlets, 1), -voice.articles, -voice.statements)
    first = voice.reports[0]
    return (*reach, voice.known != "actor", first.source, first.lines[0].content[0])


def _comparable(words: str) -> str:
    """The words of a speaker phrase, for comparison only: lower case, single spaces, no 'the' or 'a' before them."""
    plain = " ".join(words.casefold().split())
    if plain in _PRONOUNS:
        return plain
    first, _, rest = plain.partition(" ")
    return rest if first in {"the", "a", "an"} and rest else plain


def _actors_voice(
    ids: tuple[str, ...], said: Iterable[Statement], joint: Mapping[str, set[tuple[str, ...]]], desk: Desk
) -> Voice:
    actors = [desk.actors[actor] for actor in ids]
    reports = _reports(said, desk)
    return Voice(
        id=_voice_id(ids),
        name=_listed([actor.name for actor in actors]),
        known="actor",
        named=any(map(desk.named, ids)),
        actors=ids,
        about=_about(actors[0], desk) if len(actors) == 1 else (),
        outlets=desk.outlets(report.source for report in reports),
        articles=len(reports),
        statements=sum(len(report.lines) for report in reports),
        jointly=tuple(sorted(_voice_id(group) for group in joint.get(ids[0], ()) if set(ids) < set(group))),
        reports=reports,
    )


def _words_voice(words: str, said: list[Statement], desk: Desk) -> Voice:
    reports = _reports(said, desk)
    first = reports[0].lines[0].speaker
    return Voice(
        id=content_id("voice", words),
        name=" ".join(first.text.split()) if first else words,
        known="words",
        outlets=desk.outlets(report.source for report in reports),
        articles=len(reports),
        statements=len(said),
        reports=reports,
    )


def _joint(groups: Iterable[tuple[str, ...]]) -> dict[str, set[tuple[str, ...]]]:
    """For each actor, the groups of several in which they speak."""
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for group in groups:
        for actor in group if len(group) > 1 else ():
            found[actor].add(group)
    return dict(found)


def _voice_id(actors: tuple[str, ...]) -> str:
    return actors[0] if len(actors) == 1 else content_id("voice", *actors)


def _about(actor: Actor, desk: Desk) -> tuple[str, ...]:
    """The offices said most often, then the country where none of them tells it."""
    held = aliases.offices(actor, desk)[:OFFICES]
    offices = [f"{office.title}, {office.of}" if office.of else office.title for office in held]
    known = country_name(actor.country)
    told = {actor.name, *(office.of for office in held)}
    return (*dict.fromkeys(offices), *([known] if known and known not in told else []))


def _reports(statements: Iterable[Statement], desk: Desk) -> tuple[Report, ...]:
    """The statements by article, in the order of the sources, and in text order within each."""
    by_article: defaultdict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[desk.numbers[statement.article]].append(statement)
    return tuple(
        Report(source=number, lines=tuple(_line(item, desk) for item in sorted(said, key=_place)))
        for number, said in sorted(by_article.items())
    )


def _place(statement: Statement) -> tuple[int, int, str]:
    return statement.content[0].start, -statement.content[-1].end, statement.id


def _told_by(outer: Statement, desk: Desk) -> str | None:
    names = [desk.called(actor) for actor in outer.speakers if actor in desk.actors]
    words = " ".join(outer.speaker.text.split()) if outer.speaker else ""
    return _listed(names) or (in_sentence(words) if words.casefold() not in _PRONOUNS else "") or None


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _line(statement: Statement, desk: Desk) -> Line:
    number = desk.numbers[statement.article]
    article = desk.articles[number - 1]
    around = evidence.context(soundness.passages(statement), article.body, desk.text_of[article.document])
    outer = desk.statements.get(statement.nested_in or "")
    occasion = desk.events.get(statement.occasion or "")
    return Line(
        statement=statement.id,
        source=number,
        kind=statement.kind,
        speaker=statement.speaker,
        cue=statement.cue,
        content=statement.content,
        verbatim=statement.verbatim,
        context=around,
        addressees=tuple(desk.called(actor) for actor in statement.addressees if actor in desk.actors),
        said_on=statement.said_on,
        nested_in=outer.id if outer else None,
        told_by=_told_by(outer, desk) if outer else None,
        occasion=occasion.id if occasion else None,
        at=timeline.label(occasion) if occasion else None,
        confidence=statement.confidence,
        doubtful=statement.confidence < DOUBTFUL,
    )
