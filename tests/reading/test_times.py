from collections.abc import Callable
from datetime import date
from time import process_time
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.domain import TimeExpression
from communique.domain.moments import Moment, Unit, moment
from communique.domain.readings import TimeType
from communique.domain.times import interval
from communique.reading.times import candidates, holidays

WEDNESDAY = "2019-05-15"

Times = Callable[..., tuple[TimeExpression, ...]]


def values(found: tuple[TimeExpression, ...]) -> dict[str, str | None]:
    return {expression.span.text: expression.value for expression in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met on 6 May 2019.", {"6 May 2019": "2019-05-06"}),
        ("They met on Monday, May 6, 2019, at noon.", {"Monday, May 6, 2019, at noon": "2019-05-06T12:00"}),
        ("They met on Sept. 3rd, 1997.", {"Sept. 3rd, 1997": "1997-09-03"}),
        ("The summit of June 28-29 ended well.", {"June 28-29": "2019-06-28/2019-06-29"}),
        ("It was filed on 2019-03-04.", {"2019-03-04": "2019-03-04"}),
        ("It was filed on 25/12/2018.", {"25/12/2018": "2018-12-25"}),
        ("The pact was signed in March 2015.", {"March 2015": "2015-03"}),
        ("The pact was signed in 2015.", {"2015": "2015"}),
        ("The pact dates from the early 1990s.", {"the early 1990s": "199"}),
        ("The palace is of the 18th century.", {"the 18th century": "17"}),
        ("He resigned in the spring of 2014.", {"the spring of 2014": "2014-SP"}),
        ("Sales fell in the third quarter of 2018.", {"the third quarter of 2018": "2018-Q3"}),
        ("Sales fell in the first half of 2018.", {"the first half of 2018": "2018-H1"}),
        ("The war lasted from 1992 to 1995.", {"1992": "1992", "1995": "1995"}),
        ("He left on Christmas Eve 2018.", {"Christmas Eve 2018": "2018-12-24"}),
    ],
)
def test_dates_that_tell_their_year(read_times: Times, text: str, expected: dict[str, str]) -> None:
    assert values(read_times(text)) == expected
    assert values(read_times(text, None)) == (dict.fromkeys(expected) if "28-29" in text else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met yesterday and talk again today.", {"yesterday": "2019-05-14", "today": "2019-05-15"}),
        ("They will meet the day after tomorrow.", {"the day after tomorrow": "2019-05-17"}),
        ("They met last week.", {"last week": "2019-W19"}),
        ("He told ABC's “This Week” on Sunday.", {"Sunday": "2019-05-12"}),
        ("They met on Monday, and rockets fell the next day.", {"Monday": "2019-05-13", "the next day": "2019-05-14"}),
        ("Police cleared the square overnight.", {"overnight": "2019-05-14/2019-05-15"}),
        ("He was elected earlier this month.", {"earlier this month": "2019-05"}),
        ("They met last month.", {"last month": "2019-04"}),
        ("They will meet next year.", {"next year": "2020"}),
        ("He resigned two years ago.", {"two years ago": "2017"}),
        ("He resigned about two weeks ago.", {"about two weeks ago": "2019-W18"}),
        ("He resigned ten days ago.", {"ten days ago": "2019-05-05"}),
        ("She was arrested in late December.", {"late December": "2018-12"}),
        ("He leaves at the end of next month.", {"the end of next month": "2019-06"}),
        ("They met over the weekend.", {"the weekend": "2019-W19-WE"}),
        ("They met last summer.", {"last summer": "2018-SU"}),
        ("They met on Sunday night.", {"Sunday night": "2019-05-12TNI"}),
        ("They met this morning.", {"this morning": "2019-05-15TMO"}),
        ("They met at 9:30 a.m. on Tuesday.", {"9:30 a.m. on Tuesday": "2019-05-14T09:30"}),
        ("They met on Tuesday at 15:30 GMT.", {"Tuesday at 15:30 GMT": "2019-05-14T15:30"}),
        ("They met on Good Friday.", {"Good Friday": "2019-04-19"}),
        ("They now disagree.", {"now": "PRESENT_REF"}),
        ("They have recently disagreed.", {"recently": "PAST_REF"}),
    ],
)
def test_dates_told_from_the_articles_date(read_times: Times, text: str, expected: dict[str, str]) -> None:
    assert values(read_times(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met on Friday.", "2019-05-10"),
        ("The ministers will meet on Friday.", "2019-05-17"),
        ("The ministers plan to meet on Friday.", "2019-05-17"),
        ("The ministers have met on Friday.", "2019-05-10"),
        ("A meeting is scheduled for Friday.", "2019-05-17"),
        ("The ministers met last Wednesday.", "2019-05-08"),
        ("The ministers met on Wednesday.", "2019-05-15"),
        ("The ministers will meet next Wednesday.", "2019-05-22"),
        ("The ministers met in November.", "2018-11"),
        ("The ministers will meet in November.", "2019-11"),
        ("The ministers met on 3 December.", "2018-12-03"),
        ("The ministers will meet on 3 December.", "2019-12-03"),
        ("The ministers meet on Friday.", "2019-05-17"),
        ("The minister called a meeting of the council for Friday.", "2019-05-17"),
        ("The ministers are to meet on Friday.", "2019-05-17"),
        ("The ministers are meeting on Friday.", "2019-05-17"),
        ("Minister to visit the port on Friday", "2019-05-17"),
        ("Friday's raid is a crime.", "2019-05-10"),
        ("The king is mourning the dead of a raid on Friday.", "2019-05-10"),
        ("He is accused of robbing a bank on Friday.", "2019-05-10"),
        ("The envoy is in Oslo for talks on Friday.", "2019-05-17"),
        ("They discussed the raids in the autumn.", "2018-FA"),
        ("The king faces a vote in November.", "2019-11"),
        ("After winning Tuesday's vote, the king must prepare for more.", "2019-05-14"),
        ("The king had called off a rally slated for Friday.", "2019-05-17"),
        ("The king scheduled a meeting for Friday.", "2019-05-17"),
        ("The vote had been scheduled for Friday.", "2019-05-10"),
        ("The talks were to be the first since the collapse of the pact in November.", "2018-11"),
        ("The king offered to host another meeting in November.", "2019-11"),
        ("Six were killed when shells hit a village on Friday.", "2019-05-10"),
        ("The pact enters into force on 1 January.", "2020-01-01"),
        ("Polls were put off until next April.", "2020-04"),
        ("Polls were held last May.", "2018-05"),
        ("Polls were held in January of last year.", "2018-01"),
        ("Polls were put off until next spring.", "2020-SP"),
        ("The ministers will meet next Friday.", "2019-05-24"),
        ("The ministers meet this Friday.", "2019-05-17"),
        ("The ministers met on June 27 last year.", "2018-06-27"),
        ("The general was set free on Friday.", "2019-05-10"),
        ("The captives were let go on Friday.", "2019-05-10"),
        ("The troops ought to have left on Friday.", "2019-05-10"),
        ("He was accused of having robbed a bank in August.", "2018-08"),
        ("The union wants everything shut on Friday.", "2019-05-17"),
        ("The airport has suspended all flights until Friday.", "2019-05-17"),
        ("The schools stayed closed until Friday.", "2019-05-10"),
        ("The king has called the house into session on Friday.", "2019-05-17"),
        ("The king prepared for Friday's summit.", "2019-05-17"),
        ("The bishops offered a truce for Christmas.", "2019-12-25"),
        ("The vote has slid to November.", "2019-11"),
        ("The king said that June was too early.", "2019-06"),
        ("Nobody has heard from him since June.", "2018-06"),
        ("The ministers met on Monday, 24 December.", "2018-12-24"),  # in 2019 it is a Tuesday
    ],
)
def test_tense_tells_what_is_past_and_what_is_coming(read_times: Times, text: str, expected: str) -> None:
    (found,) = read_times(text)
    assert found.value == expected


def test_a_day_is_told_from_another_beside_it(read_times: Times) -> None:
    told = values(read_times("Ana Ito, freed a day earlier, spoke on Friday. She had met him two days earlier."))
    assert told == {"a day earlier": "2019-05-09", "Friday": "2019-05-10", "two days earlier": "2019-05-08"}
    told = values(read_times("She spoke on Friday and met him later in the day. Six have died since then."))
    assert told == {"Friday": "2019-05-10", "later in the day": "2019-05-10", "then": "2019-05-10"}
    (alone,) = read_times("They met late in the day, and have not met since then.", None)[:1]
    assert alone.value is None
    assert values(read_times("He was held on May 6, a week after he fled.")) == {"May 6": "2019-05-06", "a week": "P1W"}
    assert read_times("He was held on May 6 a day after he fled.")[-1].type == "DURATION"


def test_the_last_date_told_dates_what_follows(read_times: Times) -> None:
    text = (
        "She arrived on 6 May 2017, a day late. The following day she met the king. She had called him the day before."
    )
    assert values(read_times(text)) == {
        "6 May 2017": "2017-05-06",
        "a day": "P1D",
        "The following day": "2017-05-07",
        "the day before": "2017-05-06",
    }
    assert values(read_times("He won in March 2014. That year he married. Two years later he lost.")) == {
        "March 2014": "2014-03",
        "That year": "2014",
        "Two years later": "2016",
    }


def test_a_weekday_is_told_from_the_day_last_told(read_times: Times) -> None:
    told = "The bridge fell on 6 May 2017. Cracks were seen {}."
    assert values(read_times(told.format("on the Tuesday before")))["the Tuesday before"] == "2017-05-02"
    assert values(read_times(told.format("the previous Tuesday")))["the previous Tuesday"] == "2017-05-02"
    assert values(read_times(told.format("the Tuesday after")))["the Tuesday after"] == "2017-05-09"


def test_a_bare_hour_is_of_the_day_last_told_unless_the_news_has_moved_on(read_times: Times) -> None:
    told = "The fighting began on May 6. The truce {} at midnight."
    assert values(read_times(told.format("was broken"), "2017-05-17"))["midnight"] == "2017-05-06T24:00"
    assert values(read_times(told.format("will start"), "2017-05-17"))["midnight"] == "2017-05-17T24:00"


def test_a_bare_month_goes_on_from_another_year_within_its_paragraph_only(read_times: Times) -> None:
    told = "The deal was signed in July 2015. It was ratified in September."
    assert values(read_times(told))["September"] == "2015-09"
    assert values(read_times(told.replace(". It", ".\nIt")))["September"] == "2018-09"


def test_the_year_behind_the_second_of_two_dates_is_the_first_ones_too(read_times: Times) -> None:
    text = "It ran from November to December 2016, and from 28 January to 3 February 2014."
    assert values(read_times(text)) == {
        "November": "2016-11",
        "December 2016": "2016-12",
        "28 January": "2014-01-28",
        "3 February 2014": "2014-02-03",
    }


def test_a_quarter_is_what_a_year_ago_compares_with(read_times: Times) -> None:
    text = "Sales rose 5% in the first quarter from $20 million a year earlier."
    assert values(read_times(text)) == {"the first quarter": "2019-Q1", "a year earlier": "2018-Q1"}
    assert values(read_times("He was elected a year ago.")) == {"a year ago": "2018"}
    text = "Sales rose in the first quarter; in the same period last year, and in the 2016 period, they fell."
    assert values(read_times(text)) == {
        "the first quarter": "2019-Q1",
        "the same period last year": "2018-Q1",
        "the 2016 period": "2016-Q1",
    }
    assert values(read_times("Crime fell in the same period last year.")) == {"the same period last year": None}


@pytest.mark.parametrize(
    ("text", "words", "value", "kind"),
    [
        ("The talks lasted three days.", "three days", "P3D", "DURATION"),
        ("The talks lasted nearly four hours.", "nearly four hours", "PT4H", "DURATION"),
        ("The talks lasted twenty-five minutes.", "twenty-five minutes", "PT25M", "DURATION"),
        ("The talks lasted half an hour.", "half an hour", "PT30M", "DURATION"),
        ("They had a half-hour call.", "half-hour", "PT30M", "DURATION"),
        ("The strike will last 24 hours.", "24 hours", "PT24H", "DURATION"),
        ("They spoke for two hours and 40 minutes.", "two hours and 40 minutes", "PT2H40M", "DURATION"),
        ("The trial took a year and seven months.", "a year and seven months", "P1Y7M", "DURATION"),
        ("He had three hundred and five days.", "three hundred and five days", "P305D", "DURATION"),
        ("They had four thousand one hundred hours.", "four thousand one hundred hours", "PT4100H", "DURATION"),
        ("The mourning lasted a single day.", "a single day", "P1D", "DURATION"),
        ("The strike lasted the whole week.", "the whole week", "P1W", "DURATION"),
        ("The talks went on for another month.", "another month", "P1M", "DURATION"),
        ("The talks lasted two and a half hours.", "two and a half hours", "PT2.5H", "DURATION"),
        ("The two-and-a-half-hour talks ended.", "two-and-a-half-hour", "PT2.5H", "DURATION"),
        ("A 30-day deadline was set.", "30-day", "P30D", "DURATION"),
        ("It was the worst in two decades.", "two decades", "P20Y", "DURATION"),
        ("Prices rose over the past three months.", "the past three months", "P3M", "DURATION"),
        ("Prices rose in recent years.", "recent years", "PXY", "DURATION"),
        ("They had talked for weeks.", "weeks", "PXW", "DURATION"),
        ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2", "SET"),
        ("They meet every two years.", "every two years", "P2Y", "SET"),
        ("They meet each July.", "each July", "XXXX-07", "SET"),
        ("It costs $3 million a year.", "a year", "P1Y", "SET"),
        ("They meet twice a week.", "a week", "P1W", "SET"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1", "SET"),
    ],
)
def test_how_long_and_how_often(read_times: Times, text: str, words: str, value: str, kind: str) -> None:
    (found,) = read_times(text)
    assert (found.span.text, found.value, found.type) == (words, value, kind)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on 31 February.",
        "He spoke on February 29, 2019.",
        "He spoke on 31 June 2018.",
        "He spoke on Monday, 7 May 2019.",  # a Tuesday
        "He spoke on 03/04/2019.",  # in March or in April
        "He spoke on 6 May 0000.",
        "He spoke on 31 December 9999.",
        "It ends in the year 9999.",
        "He was born in the year 0000.",
        "It opens at 25:70 GMT.",
    ],
)
def test_a_date_that_cannot_be_is_kept_without_a_value(read_times: Times, text: str) -> None:
    (found,) = read_times(text)
    assert found.value is None


@pytest.mark.parametrize(
    "text",
    ["He spoke on Tuesday.", "He spoke last week.", "He spoke two days ago.", "He spoke on 6 May.", "He spoke in May.",
     "He spoke on Tuesday night.", "He spoke yesterday.", "He spoke that day.", "He spoke at Easter."],
)  # fmt: skip
def test_without_the_articles_date_what_needs_it_has_no_value(read_times: Times, text: str) -> None:
    (undated,) = read_times(text, None)
    (misdated,) = read_times(text, "May 15", "day")
    assert undated.value is None
    assert misdated.value is None


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("He spoke last year.", "2018", "2018"),
        ("He spoke last month.", "2019-04", None),
        ("He spoke in March.", "2019-03", None),
        ("He spoke on Tuesday.", None, None),
        ("He spoke last week.", None, None),
    ],
)
def test_a_value_is_no_more_precise_than_the_articles_date(
    read_times: Times, text: str, month: str | None, year: str | None
) -> None:
    assert [found.value for found in read_times(text, "2019-05", "month")] == [month]
    assert [found.value for found in read_times(text, "2019", "year")] == [year]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.",
        "Theresa May said no.",
        "He asked for a second opinion.",
        "About three-quarters of the 2,000 guests left.",
        "The 44-year-old envoy lives on $1999.",
        "The fall of the town and a fall in prices hurt.",
        "They left as soon as they could.",
        "UN resolution 2231, resolution 1701, Agenda 2063 and Boeing 737.",
        "",
    ],
)
def test_what_tells_no_time(read_times: Times, text: str) -> None:
    assert values(read_times(text)) == {}


def test_the_edge_of_the_calendar(read_times: Times) -> None:
    text = "He spoke two thousand years ago, last year, last week and ten days ago, and will again tomorrow."
    for day in ("0001-01-01", "9999-12-31"):
        for found in read_times(text, day):
            assert found.value is None or found.value.startswith("P") or interval(found.value)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            "May march 31 February 29 2019 0000 9999 the last next every a few two days weeks year's ago earlier Monday"
            " Tuesday, tomorrow night at 10:30 p.m. 25:99 century 20th 1990s quarter first Q5 of and - 6-8"
            " ٣ ₂ ² K ſ mıdnight"
            " noon Christmas Easter since by , . \u00a0 \n % $3 1,000 1.5 half an hour fiscal before after that".split(
                " "
            )
        )
        | st.text(max_size=6),
        max_size=30,
    ),
    st.sampled_from([None, "0001-01-01", "9999-12-31", "2019-05-15", "nonsense"]),
)
def test_any_text_is_read_into_sound_spans(read_times: Times, words: list[str], published: str | None) -> None:
    text = " ".join(words)
    found = read_times(text, published)
    at = 0
    for expression in found:
        span = expression.span
        assert at <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text == span.text.strip()
        assert expression.type in get_args(TimeType)
        assert expression.value is None or expression.value.isascii()
        at = span.end
    assert found == read_times(text, published)


@pytest.mark.parametrize("words", ["the early late mid ", "1,", "a few a few ", "Monday, ", "twenty ", "- ", "10:10"])
def test_no_text_takes_long(words: str) -> None:
    begun = process_time()
    for _ in candidates((words * 40_000)[:40_000]):
        pass
    assert process_time() - begun < 10  # half a second, where a machine is idle


@given(st.sampled_from(get_args(Unit)), st.dates())
def test_a_moment_holds_the_day_that_it_was_made_from(unit: Unit, day: date) -> None:
    made = moment(unit, day)
    days = interval(made.value or "")
    if days is None:  # at the edge of the calendar
        assert day.year in {1, 9999} or day.year < 100
    else:
        assert days[0] <= day <= days[1] or unit == "weekend"
        assert made == moment(unit, days[0])


@given(st.sampled_from(get_args(Unit)), st.integers(-(10**7), 10**7))
def test_a_moment_out_of_the_calendar_has_no_value(unit: Unit, number: int) -> None:
    value = Moment(unit=unit, number=number).value
    assert value is None or interval(value)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2019, date(2019, 4, 21)),
        ("easter", 2000, date(2000, 4, 23)),
        ("good friday", 2024, date(2024, 3, 29)),
        ("thanksgiving", 2018, date(2018, 11, 22)),
        ("christmas eve", 2018, date(2018, 12, 24)),
        ("ramadan", 2019, None),
        ("easter", 0, None),
    ],
)
def test_holidays(name: str, year: int, day: date | None) -> None:
    assert holidays.day(name, year) == day
