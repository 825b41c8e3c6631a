"""Names of persons: taken apart, and compared with a score that explains itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from communique.knowledge import names as known

SPELLINGS = tuple(  # letters that transliterations of one sound differ in, applied in this order
    (re.compile(pattern), written)
    for pattern, written in (
        (r"shch|sch", "sh"), (r"tch|tsch", "ch"), (r"ph", "f"), (r"ck|q[uv]?", "k"), (r"kh|gh", "h"), (r"x", "ks"),
        (r"w", "v"), (r"ou|oo", "u"), (r"ue", "u"), (r"oe", "o"), (r"j", "i"), (r"^(?:ie|ye)", "e"), (r"y", "i"),
        (r"tz|ts|zz", "z"), (r"(.)\1+", r"\1"), (r"ai(?=$|[^aeiou])", "ei"), (r"c(?=[aourlt])", "k"), (r"ci$", "chi"),
        (r"(?<=[aeiou])z$", "s"),
    )
)  # fmt: skip
VOWELS = re.compile(r"[aeiouh]")
ONSET = r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|th|tr|kh|nh|ph|ng|gi|hs|ts|kw|hw|gw)?"
SYLLABLE = rf"{ONSET}(?:[aeiouy]|w[aeio]){{1,3}}(?:ng|nh|n|k|l|m|p|t|b)?"
EASTERN_GIVEN = re.compile(rf"(?:{SYLLABLE}){{1,2}}")

SAME, SPELLING, VARIANT, NEAR = 1.0, 0.95, 0.7, 0.6  # how alike two surnames are
# How alike two given names are.
FULL, FIRST, FORM, SOUND = 1.0, 0.97, 0.93, 0.85
MIDDLE = INITIAL = 0.78
VOWEL, LETTER = 0.7, 0.6
ENOUGH = 0.75
SHORT = 4  # letters of a given name that is the same with one letter for another
LONG = 5  # letters of a word that is the same name with one vowel for another


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart, folded; `given` is empty for a bare surname, particles belong to the surname."""

    text: str
    given: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str = ""

    @property
    def bare(self) -> bool:
        """Whether it is a surname alone."""
        return not self.given

    @property
    def core(self) -> str:
        """The surname without the words that spellings leave out."""
        return self.surname[-1]

    @property
    def initials(self) -> bool:
        """Whether the given names are initials only."""
        return bool(self.given) and all(len(word) == 1 for word in self.given)

    @property
    def telling(self) -> bool:
        """Whether any word of it is more than an initial."""
        return any(len(word) > 1 for word in (*self.given, *self.surname))


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Why two names are taken for one person's, or not: the parts, each 0 to 1, and what speaks for or against it.

    evidence: added to the product of the two parts; below zero where what is told of the two does not fit.
    """

    surname: float
    given: float
    evidence: float = 0.0
    reason: str

    @property
    def score(self) -> float:
        """The parts taken together."""
        return round(self.surname * self.given + (self.evidence if self.surname and self.given else 0.0), 4)

    @property
    def same(self) -> bool:
        """The verdict."""
        return self.score >= ENOUGH


@lru_cache(maxsize=1 << 16)
def parse(name: str) -> PersonName:
    """A name taken apart; whatever is given, something comes out."""
    words, suffix = known.taken_apart(name)
    words = words or ["?"]
    whole = " ".join([*words, *([suffix] if suffix else [])])
    if _eastern_order(words):
        return PersonName(whole, ("".join(words[1:]),), (words[0],), suffix)
    if len(words) > 1 and words[-1] in known.eastern_surnames() and all(_eastern_given(w) for w in words[:-1]):
        return PersonName(whole, ("".join(words[:-1]),), (words[-1],), suffix)
    first = len(words) - 1
    while first > 0 and words[first - 1] in known.particles():
        first -= 1
    if first == 0 and len(words) == 2 and words[0] in GIVEN_TOO and "-" not in name:
        first = 1
    return PersonName(whole, tuple(words[:first]), tuple(words[first:]), suffix)


GIVEN_TOO = frozenset({"ben", "van", "al"})  # particles that are first names too: Ben Carson


def _eastern_order(words: list[str]) -> bool:
    if not 2 <= len(words) <= 3 or words[0] not in known.eastern_surnames():
        return False
    return _eastern_given("".join(words[1:])) and (len(words) == 3 or words[1] not in known.eastern_surnames())


def _eastern_given(word: str) -> bool:
    return len(word) > 1 and EASTERN_GIVEN.fullmatch(word) is not None


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """A word with the spellings of its sounds made one: Sergei, Sergey and Sergej are the same."""
    for pattern, written in SPELLINGS:
        word = pattern.sub(written, word)
    return re.sub(r"(?<=.)i+$", "i", word)


def consonants(word: str) -> str:
    """The consonants of a word's skeleton."""
    return VOWELS.sub("", skeleton(word))


def compare(a: PersonName, b: PersonName, evidence: float = 0.0) -> Likeness:
    """How far two names can be one person's."""
    if a.suffix != b.suffix and a.given and b.given:
        return Likeness(surname=0, given=0, reason="one is junior or the like")
    if _with_second_surname(a, b) or _with_second_surname(b, a):
        return Likeness(surname=SPELLING, given=FULL, evidence=evidence, reason="with a second surname")
    surname, how = _surnames(a, b)
    given, who = _given(a.given, b.given) if surname else (0.0, "")
    return Likeness(surname=surname, given=given, evidence=evidence, reason=", ".join(filter(None, (how, who))))


def _with_second_surname(a: PersonName, b: PersonName) -> bool:
    """Whether one is the other with a mother's surname behind; one first name is too little: a son has his own."""
    return len(b.given) > 1 and (*b.given, *b.surname) == a.given and not b.initials


def _surnames(a: PersonName, b: PersonName) -> tuple[float, str]:
    one, two = (_without_articles(name.surname) for name in (a, b))
    if one == two:
        return SAME, "same surname"
    if one[:-1] and two[:-1] and [skeleton(w) for w in one[:-1]] != [skeleton(w) for w in two[:-1]]:
        return 0.0, "other particles"
    x, y = one[-1], two[-1]
    if skeleton(x) == skeleton(y):
        return (SPELLING if len(one) == len(two) else VARIANT), "surname spelt otherwise"
    if _sound_alike(x, y):
        return VARIANT, "surname with other vowels"
    close = min(len(x), len(y)) > 5 and x[0] == y[0] and not _gendered(x, y)
    if _one_vowel_apart(x, y) or (close and SequenceMatcher(a=x, b=y, autojunk=False).ratio() >= 0.85):
        return NEAR, "surname nearly the same"
    return 0.0, "other surname"


def _without_articles(surname: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(word for word in surname[:-1] if word not in known.articles())
    return (*kept, surname[-1])


def _sound_alike(x: str, y: str) -> bool:
    """Whether two words differ only in vowels inside, as transliterations from Arabic do."""
    x, y = skeleton(x), skeleton(y)
    return (
        x[:1] == y[:1]
        and len(consonants(x)) >= 3
        and consonants(x) == consonants(y)
        and (x[-1] == y[-1] or not (VOWELS.match(x[-1]) or VOWELS.match(y[-1])))
        and abs(len(x) - len(y)) <= 2
    )


def _one_vowel_apart(x: str, y: str) -> bool:
    """Whether words differ in a vowel inside: Khalid, Khaled. Other names do too, so that evidence decides."""
    x, y = skeleton(x), skeleton(y)
    differing = [at for at, (a, b) in enumerate(zip(x, y, strict=False)) if a != b]
    inside = len(x) == len(y) and len(differing) == 1 and 0 < differing[0] < len(x) - 1
    return inside and len(x) >= LONG and all(VOWELS.match(word[differing[0]]) is not None for word in (x, y))


def _one_letter_apart(x: str, y: str) -> bool:
    """Whether given names of which not both are known differ in a letter behind the first two, or a letter more."""
    if min(len(x), len(y)) < SHORT or x[:2] != y[:2] or None not in map(known.borne_by_women, (x, y)):
        return False
    short, long = sorted((x, y), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at:] == long[at + 1 :] or short[at + 1 :] == long[at + 1 :]


def _gendered(x: str, y: str) -> bool:
    """Whether one is a woman's form of the other's surname: Petrov, Petrova; Zelensky, Zelenska."""
    short, long = sorted((x, y), key=len)
    return (long[-1] == "a") != (short[-1] == "a")


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str]:
    if not a or not b:
        return 0.0, "a bare surname"
    if "".join(a) == "".join(b) and max(map(len, a)) > 1:
        return FULL, "same given name"
    score, how = _first_names(a, b)
    if score and _contradict(a[1:], b[1:]):
        return 0.0, "other middle name"
    return score, how


def _first_names(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str]:
    x, y = a[0], b[0]
    if x == y and len(x) > 1:
        return FIRST, "same first name"
    if 1 in {len(x), len(y)}:
        firsts, others = ({form[0] for form in (word, *known.forms_of(word))} for word in (x, y))
        return (INITIAL, "an initial") if firsts & others else (0.0, "another initial")
    return _spelt(a, b)


def _spelt(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str]:
    """How alike two given names are whose first words are not the same and no initials."""
    x, y = a[0], b[0]
    if known.forms_of(x) & known.forms_of(y):
        return FORM, "a form of the first name"
    if skeleton(x) == skeleton(y) or skeleton("".join(a)) == skeleton("".join(b)):
        return FORM, "first name spelt otherwise"
    alike = (
        (_sound_alike, SOUND, "first name with other vowels"),
        (_one_vowel_apart, VOWEL, "first name with another vowel"),
        (_one_letter_apart, LETTER, "first name with another letter"),
    )
    if found := next(((score, how) for test, score, how in alike if test(x, y)), None):
        return found
    if (len(b) == 1 and y in a[1:]) or (len(a) == 1 and x in b[1:]):
        return MIDDLE, "known by the middle name"
    return 0.0, "another first name"


def _contradict(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have middle names or initials, and they differ."""
    return any(x != y and not (1 in {len(x), len(y)} and x[0] == y[0]) and skeleton(x) != skeleton(y)
               for x, y in zip(a, b, strict=False))  # fmt: skip


def blocks(name: PersonName) -> Iterable[tuple[str, str]]:
    """Keys of which two spellings of one full name share at least one.

    The sound of the surname with the initial of the first name, and the first name with how the surname begins. The
    word before the last can be the surname too.
    """
    firsts = {form for word in name.given for form in known.forms_of(word)}
    surnames = {name.core, *name.given[2:]}
    for form in firsts | set(name.given):
        for surname in surnames:
            yield consonants(surname) or surname, skeleton(form)[:1]
            if len(form) > 1:
                yield skeleton(form), surname[:2]
