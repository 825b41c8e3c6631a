"""Datelines, bylines, languages: what the first lines of a report tell."""

import pytest

from communique.articles.bylines import name_bounds
from communique.articles.datelines import dateline
from communique.articles.language import other_language


@pytest.mark.parametrize(
    ("text", "place", "words", "agency"),
    [
        ("SOCHI: The ministers met.", "Sochi", "SOCHI:", None),
        ("CARACAS, Venezuela (AP) — The court met.", "Caracas", "CARACAS, Venezuela (AP) —", "AP"),
        ("BRENNA (Norland) (AFP) - The envoys met.", "Brenna", "BRENNA (Norland) (AFP) -", "AFP"),
        ("GENEVA, March 3 (Reuters) - The envoys met.", "Geneva", "GENEVA, March 3 (Reuters) -", "Reuters"),
        ("MOSCOW, May 15. /TASS/. The envoys met.", "Moscow", "MOSCOW, May 15. /TASS/.", "TASS"),
        ("Brenna, 3 May 2031 - The envoys met.", "Brenna", "Brenna, 3 May 2031 -", None),
        ("LONDON — The envoys met.", "London", "LONDON —", None),
        ("PORT-AU-PRINCE, Haiti — The envoys met.", "Port-au-Prince", "PORT-AU-PRINCE, Haiti —", None),
        ("BEIJING, May 15 (Xinhua) -- The envoys met.", "Beijing", "BEIJING, May 15 (Xinhua) --", "Xinhua"),
        ("RIO DE JANEIRO — The envoys met.", "Rio de Janeiro", "RIO DE JANEIRO —", None),
        ("Kabul: The envoys met.", "Kabul", "Kabul:", None),
        ("Panmunjom (South Korea) (AFP) - The envoys met.", "Panmunjom", "Panmunjom (South Korea) (AFP) -", "AFP"),
        ("(CNN) The envoys met.", None, "(CNN)", "CNN"),
        ("Geneva CNN  — The envoys met.", "Geneva", "Geneva CNN  —", "CNN"),
        ("TALLINN--The envoys met.", "Tallinn", "TALLINN--", None),
        ("OSLO (Northwire) – The envoys met.", "Oslo", "OSLO (Northwire) –", "Northwire"),
        ("Oslo (Northwire) — The envoys met.", "Oslo", "Oslo (Northwire) —", "Northwire"),
    ],
)
def test_datelines(text: str, place: str | None, words: str, agency: str | None) -> None:
    found = dateline(text)
    assert found
    assert (found.place, text[: found.end].strip(), found.agency) == (place, words, agency)


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING: The envoys met.",
        "ANALYSIS — The envoys met.",
        "PARTYGOERS in Berlin saw the envoys.",
        "Lindo: We will not go.",
        "Sten (left) — who took no questions — shook hands.",
        "NATO (North Atlantic Treaty Organization) — The allies met.",
        "HAMAS (Gaza) — The group said so.",
        "The envoys met - and parted.",
        "NATO and the EU met.",
        "UN officials said so.",
        "",
    ],
)
def test_beginnings_that_are_no_dateline(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By Jane Roe and John Doe, Reuters", "Jane Roe and John Doe"),
        ("By Jane Roe | The Harbour Courier", "Jane Roe"),
        ("By Jane Roe Fox News", "Jane Roe"),
        ("BYLINE: By JANE ROE", "JANE ROE"),
        ("Jane Roe  | 20.03.2024 - Update : 21.03.2024", "Jane Roe"),
        ("By The Associated Press", "The Associated Press"),
        ("BY JANE ROE IN GENEVA", "JANE ROE"),
        ("Jane Roe in Geneva", "Jane Roe"),
        ("Jane Roe, Moscow correspondent", "Jane Roe"),
        ("By Jane Roe May 14, 2019", "Jane Roe"),
        ("Written by Jane van der Roe", "Jane van der Roe"),
        ("By Monday the talks were over.", None),
        ("By the numbers", None),
        ("Riots in Paris", None),
        ("Talks in Geneva", None),
        ("Jane Roe, the minister, said so.", None),
    ],
)
def test_bylines(text: str, names: str | None) -> None:
    bounds = name_bounds(text)
    assert (bounds and text[slice(*bounds)]) == names


ENGLISH = "The ministers of both countries met in the old customs house and said they would meet again in spring."
FRENCH = (
    "Le ministre des Affaires étrangères est arrivé lundi dans la capitale pour des entretiens avec son homologue,"
    " alors que les tensions montent entre les deux pays depuis plusieurs semaines."
)
CHINESE = "外交部发言人在例行记者会上表示，中方愿同各方一道努力，推动地区局势尽快缓和。"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, None),
        (ENGLISH + " " + FRENCH, None),
        ("Rovaniemi, Kirkenes, Tromsø", None),
        ("", None),
        ("12345 !!!", None),
        ("外交部", None),
        (FRENCH, "fr"),
        (CHINESE, "zh"),
        ("Министр иностранных дел прибыл в столицу для переговоров со своим коллегой.", "ru"),
    ],
)
def test_only_what_is_surely_not_english_is_refused(text: str, code: str | None) -> None:
    assert other_language(text) == code
