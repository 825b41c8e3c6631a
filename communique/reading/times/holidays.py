"""Holidays that news is dated by."""

from datetime import date, timedelta

FIXED = {
    "new year's day": (1, 1), "new year's": (1, 1), "valentine's day": (2, 14), "st patrick's day": (3, 17),
    "may day": (5, 1), "bastille day": (7, 14), "halloween": (10, 31), "veterans day": (11, 11),
    "armistice day": (11, 11), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26), "new year's eve": (12, 31), "all saints' day": (11, 1),
}  # fmt: skip
NTH = {"thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1)}
"""Month, weekday and which of them: the fourth Thursday of November."""
EASTER = {"good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "ash wednesday": -46, "pentecost": 49}
UNDATED = ("ramadan", "eid al-fitr", "eid al-adha", "passover", "yom kippur", "rosh hashanah", "hanukkah", "diwali",
           "nowruz", "lunar new year", "chinese new year", "memorial day", "independence day", "election day",
           "national day", "victory day")  # fmt: skip
"""Of other calendars, or of a different day from country to country: found, not dated."""

NAMES = (*FIXED, *NTH, *EASTER, *UNDATED)


def day(name: str, year: int) -> date | None:
    """The day of a holiday in a year; None where it is not known."""
    if not 1 <= year <= 9999:
        return None
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in NTH:
        month, weekday, count = NTH[name]
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    return easter(year) + timedelta(days=EASTER[name]) if name in EASTER else None


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher, Nature 1876)."""
    century, rest = divmod(year, 100)
    moon = year % 19
    age = (19 * moon + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - age - rest % 4) % 7
    month, days = divmod(age + weekday - 7 * ((moon + 11 * age + 22 * weekday) // 451) + 114, 31)
    return date(year, month, days + 1)
