"""Who is who: what the articles tell of every actor, those that matter most first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from communique.briefs import aliases, company
from communique.briefs.brief import ActorKind, Companion, Profile, Voice
from communique.briefs.desk import Desk, country_name
from communique.domain import Actor, ActorType, Statement

KINDS: Mapping[ActorType, ActorKind] = {
    "person": "person", "state": "state", "government": "state", "org": "organisation", "office": "organisation",
    "party": "organisation", "group": "group",
}  # fmt: skip
SEVERAL = 2  # statements of a source without a name that make it worth a place
ORDER: tuple[ActorKind, ...] = ("person", "state", "organisation", "group", "other")


@dataclass(frozen=True, slots=True)
class _Known:
    """What is found for all actors at once, by actor: where they are named, what they said, to whom, with whom."""

    places: Mapping[str, tuple[aliases.Place, ...]]
    said: Mapping[str, list[Statement]]
    spoken: Mapping[str, Mapping[str, list[Statement]]]
    heard: Mapping[str, Mapping[str, list[Statement]]]
    named_with: Mapping[str, tuple[Companion, ...]]


def compose(voices: Iterable[Voice], desk: Desk) -> tuple[Profile, ...]:
    """A profile of every actor that an article names or lets speak, by kind and then by weight."""
    own = {voice.actors[0] for voice in voices if len(voice.actors) == 1}
    known = _known(desk)
    profiles = [
        _profile(actor, known, desk, voice=actor.id if actor.id in own else None)
        for actor in desk.actors.values()
        if known.places[actor.id] or actor.id in known.said
    ]
    return tuple(sorted(profiles, key=_by_weight))


def _by_weight(profile: Profile) -> tuple[int, bool, int, int, int, bool, str, str]:
    """By kind; who says most first, then who stands in most articles, then most often; the minor ones last."""
    weight = (-len(profile.statements), -len(profile.articles), -profile.mentions, not profile.named)
    return ORDER.index(profile.kind), profile.minor, *weight, profile.name.casefold(), profile.id


def _known(desk: Desk) -> _Known:
    places = {actor.id: aliases.places(actor, desk) for actor in desk.actors.values()}
    acting = {actor: held for actor, held in places.items() if desk.actors[actor].type in KINDS and desk.named(actor)}
    ordered = sorted(desk.statements.values(), key=lambda item: _newest_first(item, desk))
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in ordered:
        for speaker in dict.fromkeys(statement.speakers):
            said[speaker].append(statement)
    spoken = company.addressed(ordered, desk)
    return _Known(places, dict(said), spoken, company.turned(spoken), company.named_with(acting, desk))


def _newest_first(statement: Statement, desk: Desk) -> tuple[int, int, int, str]:
    return *desk.newest_first(desk.numbers[statement.article]), statement.content[0].start, statement.id


def _profile(actor: Actor, known: _Known, desk: Desk, *, voice: str | None) -> Profile:
    held, said = known.places[actor.id], known.said.get(actor.id, [])
    roles, names = aliases.offices(actor, desk), aliases.names(held)
    articles = aliases.printed((place.source, place.mention.span) for place in held)
    kind = KINDS.get(actor.type, "other")
    seen = {*(item.source for item in articles), *(desk.numbers[statement.article] for statement in said)}
    return Profile(
        id=actor.id,
        name=actor.name,
        kind=kind,
        type=actor.type,
        named=desk.named(actor.id),
        minor=_minor(kind, len(said), len(seen), told=bool(roles), named=desk.named(actor.id)),
        country=country_name(actor.country),
        sector=actor.sector,
        wikidata=actor.wikidata,
        roles=roles,
        names=names,
        descriptions=aliases.descriptions(held),
        pronouns=sum(place.mention.form == "pronoun" for place in held),
        outlets=desk.outlets(seen),
        mentions=len(held),
        articles=articles,
        statements=tuple(statement.id for statement in said),
        jointly=sum(len(set(statement.speakers) & desk.actors.keys()) > 1 for statement in said),
        voice=voice,
        addressed=company.partners(known.spoken.get(actor.id, {}), desk),
        addressed_by=company.partners(known.heard.get(actor.id, {}), desk),
        named_with=known.named_with.get(actor.id, ()),
    )


def _minor(kind: ActorKind, statements: int, articles: int, *, told: bool, named: bool) -> bool:
    """Whether an actor is folded away.

    What neither acts nor speaks is; who is in one article only, with a name but without word or office; and who has no
    name and not two statements either.
    """
    if kind == "other":
        return not statements
    if articles > 1:
        return False
    return not (statements or told) if named else statements < SEVERAL
