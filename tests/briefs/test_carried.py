"""Claims that an event or an utterance tells are taken once."""

from communique.briefs.carried import Carried
from communique.domain import Corroboration, Document, Span

TEXTS = ("The trawler sank off Skerry.", "A trawler sank, Tarn said.")
DOCUMENTS = [
    Document(id=f"d{n}", source="s", sha256="", media_type="text/plain", text=text) for n, text in enumerate(TEXTS)
]


def words(number: int, text: str) -> Span:
    start = TEXTS[number].index(text)
    return DOCUMENTS[number].span(start, start + len(text))


def claim(name: str, *support: Span) -> Corroboration:
    return Corroboration(id=name, claim=name, support=support, outlets=(), independent_origins=2)


def test_a_claim_is_taken_by_what_holds_all_its_passages() -> None:
    sinking = claim("sinking", words(0, "trawler sank off Skerry"), words(1, "trawler sank"))
    place = claim("place", words(0, "Skerry"), words(1, "Tarn"))
    carried = Carried((sinking, place))
    assert carried.take([words(0, "sank"), words(1, "sank")]) == [sinking]
    assert carried.take([words(0, "sank"), words(1, "sank")]) == []
    assert carried.rest() == (place,)


def test_nothing_is_taken_where_nothing_is_claimed() -> None:
    assert Carried(()).take([words(0, "sank")]) == []
