"""Labels: short words for an event, made of the record's own names."""

import re
import string
from collections.abc import Mapping, Sequence

from communique.domain import Actor, Place
from communique.knowledge.encounters import is_once, is_with_others, label_forms, takes_the
from communique.knowledge.titles import kind_of_noun

CLAUSE = re.compile(r"(?:\s+(?:who|whom|whose|which|that)\b|,).*", re.DOTALL)
BROKEN = re.compile(r"[()]")
ARTICLE = re.compile(r"(?:A|An|The|Some|Several|Many|Most|His|Her|Its|Their|Two|Three|Both|All|Only)\b")
BEHIND = re.compile(
    r"(?<=\w)\s(?:at|by|for|from|in|including|of|on|to|with|led|held|sent|\w+(?:ing|[^e]ed))\s.*", re.DOTALL
)
SEVERAL_WORDS = re.compile(r"(?:the )?(?:two|three|four|both|all)\b", re.IGNORECASE)
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
SOMEBODYS = re.compile(r"(?:His|Her|Its|Their|Our|My|Your)\s+", re.IGNORECASE)
OURS = re.compile(r"(?:my|our|your)\s", re.IGNORECASE)  # of who is quoted, whom no label names
ONE = re.compile(r"(?:the|an?|his|her|its|their|our|my|your)\s", re.IGNORECASE)
OWNED = re.compile(r"['’]s?\s")
SEVERAL = re.compile(r"^(?:some|several|many|most|dozens|hundreds|thousands)\b|\b(?:police|people)$", re.IGNORECASE)
MANY = frozenset("police people children men women staff personnel family".split())
SEIZURE = "seizure"  # of what a state owns, not of the state
OF_STATES = frozenset({SEIZURE, "expulsion", "exclusion", "recall"})
DESTRUCTION = "destruction"
NAMES = 3  # parties that a label names
LONGEST = 45  # characters of a name that a label can bear


def label(
    kind: str,
    type_: str | None,
    parties: tuple[Sequence[str], Sequence[str]],
    place: Place | None,
    known: Mapping[str, Actor],
    called: str = "",
) -> str:
    """What an editor would call it: `Meeting of A and B in X`, `A accuses B`.

    called: what the reports call it, where that tells more than its kind (`plane crash`).
    """
    if (is_once(kind) and kind not in OF_STATES) or kind == DESTRUCTION:  # `freed a NORWEGIAN ship` frees no state
        parties = (parties[0], [i for i in parties[1] if known[i].type != "state"])
    doing = _called(parties[0], known)
    everyone = _called((*parties[0], *parties[1]), known, whose=True)
    names = {"A": doing, "B": _called(parties[1], known, whose=bool(doing)), "E": everyone}
    parts = {part: _together(every) for part, every in names.items()}
    parts |= {"K": called or kind, "P": _inside(place.name) if place else ""}
    form = next(form for form in label_forms(kind, type_) if all(parts[part] for part in _parts(form)))
    if is_with_others(kind) and _alone((*parties[0], *parties[1]), known):
        form = form.replace("of {E}", "with {E}")
    if kind == SEIZURE and all(known[i].type == "state" for i in parties[1]):
        form = form.replace("of {B}", "from {B}")
    text = form.replace("[s]", "" if len(doing) > 1 or _plural(parties[0], known) else "s").format(**parts)
    placed = parts["P"] and parts["P"] not in text and "B" not in _clause(form)
    text = f"{text} in {parts['P']}" if placed else text
    return text[:1].upper() + text[1:]


def _parts(form: str) -> list[str]:
    return [name for _, name, _, _ in string.Formatter().parse(form) if name]


def _alone(ids: Sequence[str], known: Mapping[str, Actor]) -> bool:
    """Whether one alone is named, who cannot meet by himself: a person or a state, not `both states`."""
    named = [known[i] for i in ids]
    return len(named) == 1 and named[0].type in {"person", "state"} and not SEVERAL_WORDS.match(named[0].name)


def _clause(form: str) -> str:
    """The form where it is a clause (`A accuses B`), empty where it is a noun phrase."""
    return form if form.startswith("{A}") else ""


def _called(ids: Sequence[str], known: Mapping[str, Actor], *, whose: bool = False) -> list[str]:
    """The names as they stand in a sentence, each once: not the ship beside `the crew of` it, nor one envoy twice.

    whose: whether the label names somebody whose `his aides` can be.
    """
    once: dict[str, Actor] = {}
    for actor in sorted((known[i] for i in ids), key=lambda actor: bool(SOMEBODYS.match(actor.name))):
        once.setdefault(_by_noun(actor) or actor.id, actor)
    found = [name if whose and not OURS.match(name) else _unbound(name) for name in map(_short, once.values())]
    names = [_inside(name) for name in found if 0 < len(name) <= LONGEST and not BROKEN.search(name)]
    names = list({name.casefold(): name for name in reversed(names)}.values())[::-1]
    return [name for name in names if not any(f" {name}".casefold() in other.casefold() for other in names)]


def _short(actor: Actor) -> str:
    """A name without the clause behind it, a long description without what follows its noun; `police`, not `Police`."""
    name = CLAUSE.sub("", actor.name)
    if any(mention.form == "named" for mention in actor.mentions) or actor.type == "state":
        return name
    name = BEHIND.sub("", name) if len(name) > LONGEST else name
    first, _, rest = name.partition(" ")
    common = kind_of_noun(first) or kind_of_noun(first.removesuffix("s")) or first.casefold() in NUMBERS
    return f"{first.casefold() if common else first} {rest}".strip()


def _by_noun(actor: Actor) -> str | None:
    """By what noun one without a name is called: `the ambassador to Chad`, `its ambassador`."""
    named = any(mention.form == "named" for mention in actor.mentions) or actor.type == "state"
    return None if named or not ONE.match(actor.name) else BEHIND.sub("", CLAUSE.sub("", actor.name)).split()[-1]


def _unbound(name: str) -> str:
    """A name without `his`, where nobody can tell whose that is."""
    whose = SOMEBODYS.match(name)
    bare = name[whose.end() :] if whose else ""
    return name if not bare else bare if _several(bare) else f"{'an' if bare[0] in 'aeiou' else 'a'} {bare}"


def _several(name: str) -> bool:
    noun = BEHIND.sub("", name).rpartition(" ")[2]
    return noun in MANY or (noun.endswith("s") and not noun.endswith("ss"))


def _inside(name: str) -> str:
    """A name inside a sentence: with its article where it takes one, `a` and `the` in small letters."""
    if ARTICLE.match(name):
        return name[0].lower() + name[1:]
    return f"the {name}" if name[0].isupper() and takes_the(name.partition(",")[0]) and not OWNED.search(name) else name


def _plural(ids: Sequence[str], known: Mapping[str, Actor]) -> bool:
    """Whether the one who does it is several: `zoo officials`, `some of the guests`."""
    groups = [known[i].name for i in ids if known[i].type == "group"]
    return any(name.endswith("s") or SEVERAL.search(name) for name in groups)


def _together(names: Sequence[str]) -> str:
    if len(names) > NAMES:
        names = [*names[: NAMES - 1], "others"]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
