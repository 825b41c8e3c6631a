"""How the benchmark of days reads links between events and times. The text is invented."""

import importlib
from datetime import date
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[1] / "bench"
PAGE = """<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2031-03-05">March 5</TIMEX3></DCT>
<TEXT>Anna <EVENT eid="e1">met</EVENT> Carl <TIMEX3 tid="t1" type="DATE" value="2031-03-04">Tuesday</TIMEX3> in
<TIMEX3 tid="t2" type="DATE" value="2031">2031</TIMEX3>. The <EVENT eid="e2">meeting</EVENT> was
<EVENT eid="e3">long</EVENT>, he <EVENT eid="e4">said</EVENT>.</TEXT>
<MAKEINSTANCE eventID="e1" eiid="i1"/><MAKEINSTANCE eventID="e2" eiid="i2"/>
<MAKEINSTANCE eventID="e3" eiid="i3"/><MAKEINSTANCE eventID="e4" eiid="i4"/>
<TLINK relType="IS_INCLUDED" eventInstanceID="i1" relatedToTime="t2"/>
<TLINK relType="INCLUDES" timeID="t1" relatedToEventInstance="i1"/>
<TLINK relType="IDENTITY" eventInstanceID="i2" relatedToEventInstance="i1"/>
<TLINK relType="BEFORE" eventInstanceID="i3" relatedToTime="t0"/>
<TLINK relType="SIMULTANEOUS" eventInstanceID="i4" relatedToTime="t0"/></TimeML>"""


def test_an_event_is_of_the_shortest_time_that_a_link_puts_it_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(BENCH))
    dating = importlib.import_module("dating")
    page = tmp_path / "page.tml"
    page.write_text(PAGE, "utf-8")
    article, told = dating.linked(page)
    assert [article.body[0].text[event.start : event.end] for event in told] == ["met", "meeting", "long", "said"]
    tuesday, wednesday = date(2031, 3, 4), date(2031, 3, 5)
    assert [event.days for event in told] == [(tuesday,) * 2, (tuesday,) * 2, None, (wednesday,) * 2]
    assert dating.compatible((tuesday, wednesday), (wednesday, wednesday))
    assert not dating.compatible((tuesday, tuesday), (wednesday, wednesday))
