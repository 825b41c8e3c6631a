"""Pronouns that cannot stand for whom their article takes them for, as the given name in another article tells."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.domain import Mention
from communique.knowledge.names import HE, SHE, borne_by_women
from communique.record.actors.chains import Chain
from communique.record.actors.persons import Joined

Pronouns = frozenset[str]
OTHERS: Mapping[Pronouns, Pronouns] = {SHE: HE, HE: SHE}


def misfits(chains: Sequence[Chain], joined: Mapping[int, Joined]) -> dict[str, Pronouns]:
    """By key, pronouns not for a person: of the other sex than the given name, which most articles outweigh."""
    named: dict[str, set[Pronouns]] = defaultdict(set)
    articles: dict[str, Counter[Pronouns]] = defaultdict(Counter)
    for number, person in joined.items():
        chain = chains[number]
        given = {borne_by_women(name.split()[0]) for name in chain.names if " " in name} - {None}
        told = {SHE if woman else HE for woman in given}
        named[person.key] |= told
        articles[person.key].update(told | {pronouns for pronouns in OTHERS if _held(chain, pronouns)})
    return {
        key: OTHERS[own]
        for key, told in named.items()
        for own in told
        if len(told) == 1 and articles[key][own] >= articles[key][OTHERS[own]]
    }


def without(chain: Chain, pronouns: Pronouns) -> Chain:
    """A chain without some pronouns, which then stand for nobody who is known."""
    misread = _held(chain, pronouns)
    if not misread:
        return chain
    pairs = zip(chain.indices, chain.mentions, strict=True)
    kept = {index: mention for index, mention in pairs if mention not in misread}
    descriptions = tuple(told for told in chain.descriptions if told.mention in kept)
    return replace(chain, indices=tuple(kept), mentions=tuple(kept.values()), descriptions=descriptions)


def _held(chain: Chain, pronouns: Pronouns) -> list[Mention]:
    return [m for m in chain.mentions if m.form == "pronoun" and m.span.text.casefold() in pronouns]
