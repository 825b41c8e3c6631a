"""Actors of very many articles, simulated: does the time grow with their number only, and are the right ones merged?

Names are `actors.NUMBER.MEASURE`. `seconds` are of one processor. `precision` and `recall` are of pairs of chains (the
mentions of one person in one article) that are put together, against the person that the generator had in mind; `wrong`
is the count of actors that hold chains of two persons. `peer` is what putting the same strings together gives.
With `--full` also 100,000 articles (some minutes, several gigabytes).
"""

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from figures import Figures, show

from communique.domain import Description, Mention, Reading, Span
from communique.record.actors import resolve

SIZES = (1_000, 10_000)
FULL = (*SIZES, 100_000)
SEED = 4
GIVEN = """
    Michael William Robert James Thomas Richard Daniel Elizabeth Margaret Catherine Susan Anna Maria Laura Carlos Juan
    José Andrés Lucía Inés Sergei Dmitri Yevgeny Aleksandr Natalya Mikhail Nikolai Yulia Mohammed Ahmed Yousef Ibrahim
    Hussein Fatima Layla Karim Pierre Hélène François Jürgen Björn Łukasz Zoltán Viktor Amara Kofi Chinedu Priya Arjun
    Anil""".split()
NICKNAMES = {
    "Michael": "Mike", "William": "Bill", "Robert": "Bob", "James": "Jim", "Thomas": "Tom", "Richard": "Dick",
    "Daniel": "Dan", "Elizabeth": "Liz", "Margaret": "Maggie", "Susan": "Sue",
}  # fmt: skip
SPELLINGS = (
    ("ei", "ey"), ("ai", "ay"), ("dmitri", "dmitry"), ("Ye", "E"), ("sky", "skiy"), ("Mohammed", "Muhammad"),
    ("ss", "s"), ("Yousef", "Yusuf"), ("ü", "ue"), ("ö", "oe"), ("ks", "x"), ("Hussein", "Hossein"), ("yev", "iev"),
)  # fmt: skip
PLAIN = str.maketrans("áéíóúñüöłçèêø", "aeiounuolceeo")
ONSETS = "b br d dr f g gr h k kr l m n p pr r s sh st t tr v z ch".split()
VOWELS = "a e i o u á é í ó ö ü ai ei oo".split()
ENDINGS = "ov ev sky ski enko ez es son sen berg mann ini etti ard eau ić yan dze ian ani".split()
EASTERN = "Kim Lee Park Choi Wang Zhang Chen Nguyen Tran".split()
SYLLABLES = "jin min su ho won young hyun mei ling ping wei hua tao anh minh duc".split()
STATES = "USA RUS CHN DEU FRA MEX BRA IND EGY NGA".split()
TITLES = (
    "foreign minister",
    "president",
    "general",
    "senator",
    "opposition leader",
    "businessman",
    "professor",
    "judge",
)


@dataclass(frozen=True, slots=True)
class Someone:
    """A person that the generator has in mind."""

    given: str
    middle: str
    surname: str
    state: str
    title: str
    eastern: bool


class Generator:
    """Articles with persons named as the press names them, always the same for one seed."""

    def __init__(self, articles: int) -> None:
        self.random = random.Random(SEED)  # noqa: S311 - nothing secret
        self.articles = articles
        surnames = sorted({self._surname() for _ in range(200 + articles // 5)})
        self.people = [self._someone(surnames) for _ in range(50 + articles // 3)]
        self.weights = [1 / (rank + 20) for rank in range(len(self.people))]
        self.total = list(_running(self.weights))

    def readings(self) -> tuple[list[Reading], dict[tuple[str, int], int]]:
        """The readings of all articles, and the person that each mention (article, index) is of."""
        meant: dict[tuple[str, int], int] = {}
        readings = []
        for number in range(self.articles):
            article = f"a{number:06}"
            cast = dict.fromkeys(self.random.choices(range(len(self.people)), cum_weights=self.total, k=4))
            readings.append(self._reading(article, list(cast), meant))
        return readings, meant

    def _reading(self, article: str, cast: list[int], meant: dict[tuple[str, int], int]) -> Reading:
        mentions: list[Mention] = []
        descriptions: list[Description] = []
        chains = []
        for who in cast:
            person, first = self.people[who], len(mentions)
            names = [self._printed(person), person.surname] if self.random.random() < 0.9 else [person.surname]
            for name in names:
                start = 100 * len(mentions)
                span = Span(document=article, start=start, end=start + len(name), text=name)
                meant[article, len(mentions)] = who
                mentions.append(Mention(span=span, type="person", form="named"))
            if self.random.random() < 0.6:
                evidence = Span(document=article, start=start + 40, end=start + 42, text="so")
                descriptions.append(
                    Description(mention=first, title=person.title, country=person.state, evidence=evidence)
                )
            chains.append(tuple(range(first, len(mentions))))
        return Reading(
            article=article, mentions=tuple(mentions), chains=tuple(chains), descriptions=tuple(descriptions)
        )

    def _printed(self, person: Someone) -> str:
        """The full name as one outlet prints it."""
        given, surname, chance = person.given, person.surname, self.random.random
        if person.eastern:
            if chance() < 0.2:
                given = given.replace("-", " ").title()
            return f"{given} {surname}" if chance() < 0.2 else f"{surname} {given}"
        if given in NICKNAMES and chance() < 0.4:
            given = NICKNAMES[given]
        elif chance() < 0.05:
            given = f"{given[0]}."
        if person.middle and chance() < 0.2:
            given = f"{given} {person.middle[0]}."
        name = f"{given} {surname}"
        if chance() < 0.3:
            old, new = self.random.choice(SPELLINGS)
            name = name.replace(old, new)
        return name.translate(PLAIN) if chance() < 0.4 else name

    def _someone(self, surnames: list[str]) -> Someone:
        choice = self.random.choice
        eastern = self.random.random() < 0.1
        return Someone(
            given=f"{choice(SYLLABLES)}-{choice(SYLLABLES)}".title() if eastern else choice(GIVEN),
            middle=choice(GIVEN) if self.random.random() < 0.3 else "",
            surname=choice(EASTERN) if eastern else choice(surnames),
            state=choice(STATES), title=choice(TITLES), eastern=eastern,
        )  # fmt: skip

    def _surname(self) -> str:
        choice = self.random.choice
        middle = "".join(choice(ONSETS) + choice(VOWELS) for _ in range(self.random.choice((1, 1, 2))))
        particle = choice(("van der ", "de ", "al-")) if self.random.random() < 0.05 else ""
        return particle + (middle + choice(ONSETS) + choice(ENDINGS)).capitalize()


def measure(_: Path, sizes: Iterable[int] = SIZES) -> Figures:
    """Seconds of processor time and correctness by number of articles."""
    figures: Figures = {}
    for size in sizes:
        readings, meant = Generator(size).readings()
        begun = time.process_time()
        resolution = resolve(readings)
        seconds = time.process_time() - begun
        firsts = [(link.article, link.mention, link.actor) for link in resolution.links]
        people = [meant[article, mention] for article, mention, _ in firsts]
        strings = [_strings(reading) for reading in readings]
        named = {key: name for names in strings for key, name in names.items()}
        found = _pairs(zip((actor for *_, actor in firsts), people, strict=True))
        peer = _pairs(zip((named[article, mention] for article, mention, _ in firsts), people, strict=True))
        figures |= {
            f"actors.{size}.seconds": seconds,
            f"actors.{size}.milliseconds an article": 1000 * seconds / size,
            f"actors.{size}.chains": len(firsts),
            f"actors.{size}.precision": found[0],
            f"actors.{size}.recall": found[1],
            f"actors.{size}.wrong": found[2],
            f"actors.{size}.peer precision": peer[0],
            f"actors.{size}.peer recall": peer[1],
        }
    return figures


def _strings(reading: Reading) -> dict[tuple[str, int], str]:
    return {(reading.article, chain[0]): reading.mentions[chain[0]].span.text for chain in reading.chains}


def _pairs(labelled: Iterable[tuple[str, int]]) -> tuple[float, float, int]:
    """Precision and recall of pairs, and the number of groups that hold two persons."""
    both = Counter(labelled)
    of_group: dict[str, list[int]] = defaultdict(list)
    persons: Counter[int] = Counter()
    for (label, person), times in both.items():
        of_group[label].append(times)
        persons[person] += times
    right = sum(n * (n - 1) / 2 for n in both.values())
    found = sum(n * (n - 1) / 2 for n in map(sum, of_group.values()))
    wanted = sum(n * (n - 1) / 2 for n in persons.values())
    return right / max(found, 1), right / max(wanted, 1), sum(len(times) > 1 for times in of_group.values())


def _running(weights: Iterable[float]) -> Iterator[float]:
    total = 0.0
    for weight in weights:
        total += weight
        yield total


if __name__ == "__main__":
    sizes = FULL if "--full" in sys.argv else SIZES
    sys.argv = [word for word in sys.argv if word != "--full"]
    show(lambda shared: measure(shared, sizes), __doc__)
