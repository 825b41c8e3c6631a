from collections.abc import Callable

import pytest

from communique import reading
from communique.domain import Article, Dateline, Document, Furniture, Reading
from communique.models import Models

Read = Callable[..., Reading]


def named(reading: Reading) -> list[tuple[str, str]]:
    return [(m.span.text, m.type) for m in reading.mentions if m.form == "named"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Secretary of State Ann Lee met the envoys.", "Ann Lee", "person"),
        ("The crowd waited for Senator Juan Carlos Ortega Ruiz.", "Juan Carlos Ortega Ruiz", "person"),
        ("The flow fell by half in two days, said Water Minister Dilnoza Ergasheva.", "Dilnoza Ergasheva", "person"),
        ("He discussed it by telephone with Kazakh President Nurlan-Ali Tokaro.", "Nurlan-Ali Tokaro", "person"),
        ("Ships sailed through the Strait of Hormuz on Monday.", "Strait of Hormuz", "place"),
        ("Tensions on the Korean peninsula rose again.", "Korean peninsula", "place"),
        ("He was born in Western Australia.", "Western Australia", "place"),
        ("Both signed the Harbour Safety Agreement in Oslo.", "Harbour Safety Agreement", "agreement"),
        ("She lost the 2016 election.", "2016 election", "election"),
        ("They won the 2019 Norwegian parliamentary election.", "2019 Norwegian parliamentary election", "election"),
        ("The Fishing Council of the North Coast objected.", "Fishing Council of the North Coast", "org"),
        ("The envoy told the Coastal Council on Monday to wait.", "Coastal Council", "org"),
        ("The minister welcomed Greta von der Linde at the airport.", "Greta von der Linde", "person"),
        ("The Coastal People's Party won five seats.", "Coastal People's Party", "party"),
        ("They boarded the trawler Nordlys at dawn.", "Nordlys", "vehicle"),
        ("The crew of the cargo ship Grey Heron were questioned.", "Grey Heron", "vehicle"),
        ("Foreign Minister Salim al-Mansour signed the deal on Monday.", "Salim al-Mansour", "person"),
        ("Lawyers said the Slovak Emil Havlik, 57, could be freed.", "Emil Havlik", "person"),
        ("The case went to the Coastal Trade Organization on June 15.", "Coastal Trade Organization", "org"),
        ("The Fair Shore party called a rally. Fair Shore wants a new vote.", "Fair Shore", "party"),
        ("HMS Redoubtable sailed close to the coast.", "HMS Redoubtable", "vehicle"),
        ("The ship Captain Berg commanded sank.", "Berg", "person"),
        ("Its spokesman, Rear Adm. Arturo Delgado, saw the ship burn.", "Arturo Delgado", "person"),
        ("They asked Colin Ferrant of the Lund Policy Institute about it.", "Colin Ferrant", "person"),
        ("They asked Colin Ferrant of the Lund Policy Institute about it.", "Lund Policy Institute", "org"),
        ("His Armenian opposite number, Tigran Petrosyan, refused.", "Tigran Petrosyan", "person"),
        ("The crew is to be handed over in Sfax on Sunday.", "Sfax", "place"),
        ("Two teachers were shot dead in Brannholm on Thursday.", "Brannholm", "place"),
        ("Soldiers fired on a post near Varukh two hours later.", "Varukh", "place"),
        ("He accused them of massing tanks near the village of Varukh.", "Varukh", "place"),
        ("Shells fell on a crowded market in Ar-Tavir, Norway.", "Ar-Tavir", "place"),
        ("She walked across the Kalundu border crossing on Wednesday.", "Kalundu", "place"),
        ("She was held at the Brannholm crossing.", "Brannholm", "place"),
        ("The governor of Brannholm, Carl Hansen, thanked them.", "Brannholm", "place"),
    ],
)
def test_a_name_has_its_right_words_and_type(read: Read, text: str, name: str, kind: str) -> None:
    assert (name, kind) in named(read(text))


def test_a_ship_once_introduced_is_no_person(read: Read) -> None:
    text = "They boarded the trawler Nordlys at dawn. Oslo said the Nordlys was lost. Ann Lee spoke of the Nordlys."
    kinds = [kind for name, kind in named(read(text)) if name == "Nordlys"]
    assert len(kinds) > 1
    assert set(kinds) == {"vehicle"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Secretary of State Ann Lee met the envoys.", "State"),
        ("The European response was slow.", "European"),
        ("The Attorney General resigned.", "Attorney General"),
        ("In 2016 he said that the next election would be his last.", "2016 he said that the next election"),
        ("They told us to leave.", "us"),
        ("Brexit will cost many of these jobs, the banks said.", "Brexit"),
        ("Storm Ciara is expected to reach the coast on Monday.", "Storm Ciara"),
        ("Hurricane Maria killed dozens of people on the island.", "Maria"),
        ("Michael Jordan smiled.", "Jordan"),
        ("“I am a lawyer by training. I do not know about antennas,” he said.", "antennas"),
        ("Getty Images Anna Berg waves to the crowd.", "Getty Images Anna Berg"),
    ],
)
def test_what_is_no_name_of_an_actor(read: Read, text: str, wrong: str) -> None:
    assert wrong not in [text for text, _ in named(read(text))]


@pytest.mark.parametrize("words", ["U.S.-Russia", "US-Russia", "Norway–Russia"])
def test_two_states_in_one_word_are_two(read: Read, words: str) -> None:
    found = [(text, kind) for text, kind in named(read(f"It would help the {words} relationship."))]
    assert len(found) == 2
    assert {kind for _, kind in found} == {"state"}


def article(models: Models, **parts: str) -> Reading:
    """An article of these parts, each a line of one document."""
    text = "\n".join(parts.values())
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    spans, at = {}, 0
    for kind, part in parts.items():
        spans[kind] = document.span(at, at + len(part))
        at += len(part) + 1
    caption, body = spans.get("caption"), spans["body"]
    place = parts.get("dateline", "")
    return reading.read(
        Article(
            id="a",
            document="d",
            title=spans.get("title"),
            body=(document.span(spans["dateline"].start, body.end) if place else body,),
            dateline=Dateline(place=place, span=spans["dateline"]) if place else None,
            furniture=(Furniture(kind="caption", span=caption),) if caption else (),
        ),
        models,
    )


def test_in_a_headline_only_what_the_article_prints_counts(models: Models) -> None:
    found = article(models, title="Berg Hold 'Good Talks' With Hansen", body="Anna Berg met Viktor Hansen in Oslo.")
    assert [text for text, _ in named(found)] == ["Berg", "Hansen", "Anna Berg", "Viktor Hansen", "Oslo"]


def test_captions_name_but_do_not_speak(models: Models) -> None:
    found = article(models, caption="Anna Berg said it would rain in Oslo.", body="The talks failed on Monday.")
    assert named(found) == [("Anna Berg", "person"), ("Oslo", "place")]
    assert found.attributions == ()


def test_a_dateline_names_its_places(models: Models) -> None:
    found = article(models, dateline="BERGEN, Norway (AP) —", body="The talks failed on Monday.")
    assert named(found) == [("BERGEN", "place"), ("Norway", "state")]
    found = article(models, dateline="BERGEN** —", body="The talks failed on Monday.")
    assert named(found) == [("BERGEN", "place")]
    found = article(models, dateline="BERGEN, March 3, 2031 -", body="The talks failed on Monday.")
    assert named(found) == [("BERGEN", "place")]


@pytest.mark.parametrize(
    ("first", "text", "name", "town"),
    [
        (
            "Brazil and Norway agreed on Thursday.",
            "Seventeen were held by police in Foz do Iguacu.",
            "Foz do Iguacu",
            True,
        ),
        (
            "Chile and Norway agreed on Thursday.",
            "Seventeen were held by police in Foz do Iguacu.",
            "Foz do Iguacu",
            False,
        ),
        ("The United States won.", "Police near Mobile held two.", "Mobile", True),
        ("The United States won.", "The mayor met Mobile on Friday.", "Mobile", False),
        ("The United States won.", "Ann Mobile spoke to Mobile in a hall.", "Mobile", False),
        ("The United States won.", "The “Bell report” was read.", "Bell", True),
        ("The United States won.", "The “Bell report” was read. Bell finished with 14 points.", "Bell", False),
        ("The United States won.", "The “Bell report” was read, Senator Ann Bell said.", "Bell", False),
    ],
)
def test_a_town_of_a_state_told_of_is_known(read: Read, first: str, text: str, name: str, town: object) -> None:
    assert ((name, "place") in named(read(first, text))) is town
