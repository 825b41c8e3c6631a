import pytest

from communique.domain import Mention, Span
from communique.record.places import Setting, city_of, closeness, home_of, locate, setting, together


def named(*names: str) -> list[Mention]:
    return [
        Mention(span=Span(document="d", start=0, end=len(name), text=name), type="place", form="named")
        for name in names
    ]


@pytest.mark.parametrize(
    ("names", "printed", "country", "latitude"),
    [
        (("Rovaniemi", "Finland"), "Rovaniemi, Finland", "FIN", 66.5),
        (("Sochi",), "Sochi", "RUS", 43.6),
        (("Oslo", "Norway"), "Oslo, Norway", "NOR", 59.9),
        (("Peru",), "Peru", "PER", None),
        (("northern Peru",), "northern Peru", "PER", None),
        (("Norwegian",), "Norway", "NOR", None),
        (("Black Sea",), "Black Sea", None, None),
        (("Kremlin",), "Kremlin", "RUS", 55.8),
        (("Westgate prison", "Kenya"), "Westgate prison, Kenya", "KEN", None),
    ],
)
def test_a_place_is_the_narrowest_named_with_the_state_named_with_it(
    names: tuple[str, ...], printed: str, country: str | None, latitude: float | None
) -> None:
    where = locate(names, Setting())
    assert where is not None
    place = together([where])
    assert place is not None
    assert (place.name, place.country) == (printed, country)
    assert place.latitude == (pytest.approx(latitude, abs=0.1) if latitude else None)


def test_a_place_is_called_what_most_reports_call_it() -> None:
    told = [locate([name], Setting(states={"BRA": 1})) for name in ("Foz do Iguaçu", "Foz do Iguacu", "Foz do Iguacu")]
    place = together([where for where in told if where])
    assert place is not None
    assert place.name == "Foz do Iguacu"


def test_no_names_are_no_place() -> None:
    assert locate([], Setting()) is None
    assert locate(["  "], Setting()) is None
    assert together([]) is None


@pytest.mark.parametrize(
    ("names", "states", "country"),
    [
        (("Tripoli",), {}, "LBY"),
        (("Tripoli",), {"LBN": 1}, "LBN"),
        (("Tripoli", "Lebanon"), {}, "LBN"),
        (("Moscow",), {"USA": 9}, "RUS"),
        (("Springfield",), {"USA": 1}, "USA"),
    ],
)
def test_of_cities_with_one_name_the_state_told_or_named_and_size_decide(
    names: tuple[str, ...], states: dict[str, int], country: str
) -> None:
    where = locate(names, Setting(states=states))
    assert where is not None
    assert where.place.country == country


def test_a_name_that_many_cities_of_one_state_bear_has_no_coordinates() -> None:
    where = locate(["Springfield"], Setting())
    assert where is not None
    assert where.place.latitude is None


@pytest.mark.parametrize(
    ("others", "dateline", "country"),
    [
        (("Tbilisi",), None, "GEO"),
        (("Atlanta", "Florida"), None, "USA"),
        ((), "Atlanta", "USA"),
        ((), None, "GEO"),
        (("Batumi", "Washington"), None, "GEO"),
    ],
)
def test_the_right_georgia_is_told_by_the_other_places(
    others: tuple[str, ...], dateline: str | None, country: str
) -> None:
    where = locate(["Georgia"], setting(named("Georgia", *others), dateline))
    assert where is not None
    assert where.place.country == country


@pytest.mark.parametrize(
    ("dateline", "states", "home"),
    [
        ("OSLO (AP) -", {}, "NOR"),
        ("TRIPOLI, Lebanon (AP) —", {"LBY": 3}, "LBN"),
        ("ROME, Ga. -", {}, "USA"),
        ("TUNIS, March 14 (Reuters) -", {"LBY": 3, "TUN": 1}, "TUN"),
    ],
)
def test_a_dateline_tells_the_state_that_news_comes_from(dateline: str, states: dict[str, int], home: str) -> None:
    assert home_of(dateline, states) == home


def test_a_dateline_of_two_cities_is_of_neither() -> None:
    assert city_of("TUNIS/BEIRUT, March 14 (Reuters) -", Setting()) is None
    found = city_of("TUNIS, Tunisia (AP) —", Setting())
    assert found is not None
    assert found.place.name == "Tunis"


def test_places_are_compared_by_where_they_lie() -> None:
    def near(a: str, b: str) -> float:
        return closeness(locate([a], Setting()), locate([b], Setting()))

    assert near("Odesa", "Odessa") == 1
    assert 0 < near("Sochi", "Russia") < 1
    assert near("Sochi", "Moscow") == -1
    assert near("Sochi", "Finland") == -1
    assert near("Sochi", "Hotel Meridian") == 0
    assert -1 < near("Sochi", "Brennavik") < 0
    assert near("Lamu county", "Lamu") == 1
    assert closeness(None, locate(["Sochi"], Setting())) == 0


def test_a_town_is_narrower_than_the_region_told_with_it() -> None:
    found = locate(["Lamu county", "Brennavik"], Setting())
    assert found is not None
    assert found.place.name == "Brennavik"


@pytest.mark.parametrize(
    ("states", "home", "whose"),
    [
        ({"NOR": 5, "PER": 2}, None, ("NOR", True)),
        ({"NOR": 3, "PER": 3}, None, (None, False)),
        ({"NOR": 3, "PER": 5}, "NOR", ("NOR", False)),
        ({}, None, (None, False)),
    ],
)
def test_news_without_a_dateline_is_of_the_state_of_which_it_tells_most(
    states: dict[str, int], home: str | None, whose: tuple[str | None, bool]
) -> None:
    here = Setting(states=states, home=home)
    assert (here.at_home, here.domestic) == whose
