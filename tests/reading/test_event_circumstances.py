"""When and where events are told to be. Ministers and meetings are invented."""

from collections.abc import Callable

import pytest

from communique import reading
from communique.domain import Article, Dateline, Document, EventMention, Published, Reading
from communique.models import Models

Read = Callable[..., Reading]


def one(found: Reading, kind: str) -> EventMention:
    events = [event for event in found.events if event.kind == kind]
    assert len(events) == 1, [(e.kind, e.trigger.text) for e in found.events]
    return events[0]


def places(found: Reading, event: EventMention) -> list[str]:
    return [found.mentions[index].span.text for index in event.places]


def time(found: Reading, event: EventMention) -> str | None:
    return None if event.time is None else found.times[event.time].span.text


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("Both sides spoke about the Peru crisis.", "crisis", ["Peru"]),
        ("They fear Serbia's humanitarian crisis.", "crisis", ["Serbia"]),
        ("The Norwegian election was close.", "election", ["Norwegian"]),
        ("They spoke about the Peru plane crash.", "crash", ["Peru"]),
        ("Anna Berg was at a White House meeting on Friday.", "meeting", ["White House"]),
        ("Anna Berg met Carl Hansen in a dacha in the resort of Sochi.", "meeting", ["Sochi"]),
        ("Anna Berg met Carl Hansen during her visit to Oslo.", "meeting", ["Oslo"]),
        ("Anna Berg met Carl Hansen on the sidelines of a summit in Oslo.", "meeting", ["Oslo"]),
        ("Anna Berg shakes hands with Carl Hansen as they meet in Oslo.", "handshake", ["Oslo"]),
        ("A blast near Oslo killed two people.", "killing", ["Oslo"]),
        ("A bomb exploded in Oslo, killing two people.", "killing", ["Oslo"]),
        ("Two people died in the Peru plane crash.", "death", ["Peru"]),
        ("Anna Berg was shot and killed in Oslo.", "shooting", ["Oslo"]),
        ("Anna Berg went to Oslo, where she met Carl Hansen.", "meeting", ["Oslo"]),
        ("Anna Berg flew to Oslo to meet Carl Hansen.", "meeting", ["Oslo"]),
        ("Police and fans exchanged fire during a fair in the town of Brenna.", "clash", ["Brenna"]),
        ("Anna Berg met Carl Hansen at Oslo's airport.", "meeting", ["Oslo"]),
        ("Six miners were rescued off the Norwegian coast.", "rescue", ["Norwegian"]),
        ("Two suspects in the Kenya bombing were held.", "bombing", ["Kenya"]),
        ("Ten people were killed when shells landed in a market in Oslo.", "killing", ["Oslo"]),
        ("He deplored the shelling of Oslo, in which ten people died.", "death", ["Oslo"]),
        ("Rebels attacked the town of Brenna.", "attack", ["Brenna"]),
        ("Police in Oslo arrested Anna Berg.", "arrest", ["Oslo"]),
        ("The largest number of attacks happened in Oslo.", "attack", ["Oslo"]),
        ("The first meeting, set to take place in Oslo, is a secret.", "meeting", ["Oslo"]),
        ("Bombings at embassies in Oslo killed two people.", "killing", ["Oslo"]),
        ("Fans rallied in Oslo on Sunday, and two were killed when police fired.", "killing", ["Oslo"]),
        ("Police used tear gas against fans in Oslo and arrested six of them.", "arrest", ["Oslo"]),
        ("Anna Berg was captured and taken to Oslo.", "capture", []),
        ("A pilot was captured on Peruvian territory.", "capture", ["Peruvian"]),
        ("Peru's army attacked a post on Peruvian sand.", "attack", []),
        ("Anna Berg will travel to Oslo next week for talks with Carl Hansen.", "meeting", ["Oslo"]),
        ("Anna Berg cancelled a trip to Oslo, where she was to meet Carl Hansen.", "meeting", ["Oslo"]),
        ("Anna Berg, speaking in Oslo, accused Carl Hansen of fraud.", "accusation", ["Oslo"]),
        (
            "Conversations between Anna Berg and Carl Hansen went on, but since the blast in Oslo there was a change.",
            "meeting",
            [],
        ),
        ("A bomb tore through a market in the town of Brenna, killing two.", "killing", ["Brenna"]),
        ("The army sent 300 extra troops to Sultan Kudarat province.", "deployment", ["Sultan Kudarat"]),
        ("Anna Berg went to Oslo on Friday and met Carl Hansen there.", "meeting", ["Oslo"]),
        ("Police arrested a man in the Oslo bombing.", "arrest", []),
        ("Norway closed the crossing at Brenna.", "closure", ["Brenna"]),
        ("A meeting of both leaders is planned for Thursday in Oslo.", "meeting", ["Oslo"]),
        ("Norway shut the Brenna crossing.", "closure", ["Brenna"]),
        ("A bomb killed two people near the Serbian border.", "killing", []),
        ("Norway's support for Serbia was strong.", "political support", []),
        ("The Russia talks were held in May.", "meeting", []),
    ],
)
def test_words_around_an_event_tell_where_it_is(read: Read, text: str, kind: str, where: list[str]) -> None:
    found = read(text)
    event = one(found, kind)
    assert places(found, event) == where
    assert not set(event.places) & {*event.actors, *event.recipients}


@pytest.mark.parametrize(
    ("text", "kind", "where"),
    [
        ("In Oslo, fans marched to the port on Monday. Police detained four.", "detention", ["Oslo"]),
        ("Fans marched in Oslo on Monday after a blast in Bergen. Police detained four.", "detention", []),
        ("Fans marched in Oslo on Monday. In 2005 police detained four.", "detention", []),
        ("Fans marched in Oslo on Monday. Police in Bergen detained four.", "detention", ["Bergen"]),
        ("Fans marched in Oslo on Monday. Anna Berg accused the police of fraud.", "accusation", []),
        ("Anna Berg will visit Oslo on Friday. She will meet Carl Hansen.", "meeting", ["Oslo"]),
        ("The rain fell in Oslo. Fans attacked police in the city on Monday.", "attack", ["Oslo"]),
    ],
)
def test_what_follows_is_at_the_scene_told_before(read: Read, text: str, kind: str, where: list[str]) -> None:
    found = read(text)
    assert places(found, one(found, kind)) == where


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway bombed Serbia for two weeks.", "air strike"),
        ("They condemned the invasion of Serbia by Norway.", "war"),
        ("Norway pulled troops from Serbia.", "withdrawal of troops"),
    ],
)
def test_a_state_to_which_war_comes_or_that_troops_leave_is_the_place_too(read: Read, text: str, kind: str) -> None:
    found = read(text)
    event = one(found, kind)
    assert places(found, event) == ["Serbia"]
    assert {*event.places} <= {*event.recipients}


def test_here_is_where_the_article_was_written(models: Models) -> None:
    text = "OSLO - Two people were shot dead here on Monday."
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    dateline = Dateline(place="Oslo", span=document.span(0, 4))
    article = Article(id="a", document="d", body=(document.span(0, len(text)),), dateline=dateline)
    found = reading.read(article, models)
    assert places(found, one(found, "killing")) == ["OSLO"]


def test_another_paragraph_is_another_scene(read: Read) -> None:
    found = read("Fans marched in Oslo on Monday.", "Police detained four.")
    assert places(found, one(found, "detention")) == []


def test_the_country_is_the_one_last_named(read: Read) -> None:
    found = read("Ukraine is large. They spoke of Norway's attack on rebels in the country.")
    assert places(found, one(found, "attack")) == ["Ukraine"]


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Anna Berg has not seen him since July, when she met Carl Hansen in Oslo.", "meeting", "July"),
        ("Norway voiced hope on Tuesday as Anna Berg welcomed Carl Hansen.", "welcome", "Tuesday"),
        ("Twelve miners were killed when a roof collapsed on Sunday.", "killing", "Sunday"),
        ("It is not clear what caused the crash, which happened early on Sunday in Peru.", "crash", "early on Sunday"),
        ("The minister's cabinet on Wednesday approved a transfer of funds.", "legislation", "Wednesday"),
        ("Nine guests were killed in a New Year's Eve boat crash in Peru.", "killing", "New Year's Eve"),
        ("Two sailors died in a fire at a port near Oslo on May 6.", "death", "May 6"),
        ("Norway asked Carl Hansen to resign before the end of May.", "resignation", None),
        ("The government on Thursday began to release prisoners of Norland.", "release", "Thursday"),
        ("Norway denounced the rebels' attack of Monday.", "criticism", None),
        ("They spoke of a meeting of ministers, held in northern Norway on May 6.", "meeting", "May 6"),
        ("Last week, Anna Berg told Carl Hansen in a phone call that it was late.", "phone call", "Last week"),
        ("He left the town after the disputed election in 2024.", "election", "2024"),
        ("Anna Berg met Carl Hansen while the rain fell on Monday.", "meeting", None),
        ("Carl Hansen, who was shot on Monday, died in hospital on Friday.", "death", "Friday"),
        ("On Monday, Oslo got a statue of the man whom rebels killed.", "killing", None),
        ("On Monday, fans saw the sea before Carl Hansen died.", "death", None),
        ("His death is a theme of Monday's debate.", "death", None),
        ("On Tuesday, police were calm, unlike on Monday, when they arrested Carl Hansen.", "arrest", "Monday"),
        ("Norway asked Carl Hansen to resign by the end of May.", "resignation", None),
        ("The king spoke of the election, which is expected in May.", "election", "May"),
        ("Norway missed talks with Peru scheduled for Friday.", "meeting", "Friday"),
        ("The king was bound by the May 6 treaty signed by Anna Berg.", "agreement signed", "May 6"),
        ("Police arrested Carl Hansen without a warrant Sunday.", "arrest", "Sunday"),
        ("The bomb killed nine people, including two fans, on Sunday.", "killing", "Sunday"),
    ],
)
def test_words_around_an_event_tell_when_it_was(read: Read, text: str, kind: str, when: str | None) -> None:
    found = read(text)
    assert time(found, one(found, kind)) == when


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Norway denied it at a UN Security Council meeting in May.", "meeting", "May"),
        ("Anna Berg told Carl Hansen so in a phone call on Sunday.", "phone call", "Sunday"),
        (
            "Norway and Peru agreed on Tuesday to open the road, after talks between their ministers.",
            "meeting",
            "Tuesday",
        ),
        ("Twelve people were killed on Sunday in an attack on a market.", "attack", "Sunday"),
        ("Carl Hansen has been under house arrest since early March.", "detention", "early March"),
        ("A bid by the opposition last week to spur an uprising failed.", "uprising", "last week"),
        ("Anna Berg flew to Oslo on Monday and met Carl Hansen.", "meeting", "Monday"),
        ("Norway expelled Carl Hansen in May, accusing Peru of spying.", "accusation", "May"),
        ("Anna Berg flew to Oslo, where she met Carl Hansen on Friday.", "visit", "Friday"),
        ("They remember the 2011 uprising that toppled Carl Hansen.", "power struggle", "2011"),
        ("Talks between Norway and Peru collapsed on May 6.", "meeting", "May 6"),
        ("Norway agreed to it on Friday after Anna Berg met Carl Hansen.", "meeting", "Friday"),
        ("Anna Berg pressed Carl Hansen to free them in their call on Sunday.", "appeal", "Sunday"),
        ("On Friday, the army sent troops to Oslo and the rebels attacked Peru.", "attack", "Friday"),
        ("On Friday, the army sent troops to Oslo and the rebels later attacked Peru.", "attack", None),
        ("Anna Berg visited Carl Hansen in prison on Friday.", "detention", None),
        ("Norway replied on Friday by expelling Carl Hansen.", "expulsion", "Friday"),
        ("On Friday, Anna Berg plans to hold talks with Carl Hansen.", "meeting", "Friday"),
        ("Norway signed a pact with Peru in 2020 and has sent troops to Serbia.", "deployment", None),
        ("Norway arrested Carl Hansen on Monday and later expelled him.", "expulsion", None),
        ("Norway signed the treaty on Monday after the war with Peru.", "war", None),
        ("Anna Berg flew in on Monday from Oslo, where she met Carl Hansen.", "meeting", None),
    ],
)
def test_an_event_is_of_the_day_of_the_deed_that_it_goes_with(
    read: Read, text: str, kind: str, when: str | None
) -> None:
    found = read(text)
    assert time(found, one(found, kind)) == when


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Fans marched in Oslo on Monday. Police detained four.", "detention", "Monday"),
        ("A concert drew fans to Oslo on Monday. Police detained four, and they hurt two.", "detention", "Monday"),
        ("Fans marched in Oslo on Monday. Four fans were detained, police said.", "detention", "Monday"),
        ("Fans marched in Oslo on Monday. Police have detained four.", "detention", None),
        ("Fans marched in Oslo on Monday. Police later detained four.", "detention", None),
        ("Fans, who marched in Oslo on Monday, are angry. Police detained four.", "detention", None),
        ("Fans will march in Oslo on Monday. Police detained four.", "detention", None),
        ("Fans marched in 2005. Police detained four.", "detention", None),
        ("Fans marched in Oslo on Monday. Peru accused Norway of fraud.", "accusation", None),
        ("Anna Berg flew to Oslo on Monday. She accused Norway of fraud.", "accusation", "Monday"),
        ("A bomb hit a bus in Oslo on Monday. The raid in 2005 was worse. Police detained four.", "detention", None),
    ],
)
def test_what_a_paragraph_goes_on_to_tell_is_of_the_day_told(
    read: Read, text: str, kind: str, when: str | None
) -> None:
    found = read(text)
    assert time(found, one(found, kind)) == when


def test_a_day_told_holds_for_one_more_paragraph(read: Read) -> None:
    found = read("Fans marched in Oslo on Monday.", "Police detained four.", "Rain fell.", "Fans killed Carl Hansen.")
    assert (time(found, one(found, "detention")), time(found, one(found, "killing"))) == ("Monday", None)


def test_a_past_day_is_that_of_an_appeal_and_not_of_what_it_asks_for(models: Models) -> None:
    text = "Anna Berg pressed Carl Hansen to free Maria Vik on Sunday."
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    published = Published(date="2019-05-15", precision="day", how="stated")
    article = Article(id="a", document="d", body=(document.span(0, len(text)),), published=published)
    found = reading.read(article, models)
    assert {event.kind: time(found, event) for event in found.events} == {"appeal": "Sunday", "release": None}


def test_who_is_met_for_talks_takes_part(read: Read) -> None:
    found = read("Anna Berg met Carl Hansen in Oslo for talks that lasted an hour.")
    event = one(found, "meeting")
    together = (*event.actors, *event.recipients)
    assert {found.mentions[index].span.text for index in together} == {"Anna Berg", "Carl Hansen"}


def test_elections_are_where_the_only_others_of_the_article_are(read: Read) -> None:
    found = read("Serbia meddled in Norwegian elections. The 2016 election was fair.")
    assert [places(found, event) for event in found.events] == [["Norwegian"]] * len(found.events)
    both = read("The Norwegian election was close. The Serbian election was calm. The 2016 election was fair.")
    assert places(both, both.events[-1]) == []
    vote = read("Serbia meddled in the Norwegian election. Anna Berg warned Serbia to stay out of next year's vote.")
    assert places(vote, one(vote, "vote")) == ["Norwegian"]


def test_the_year_behind_an_election_dates_nothing_else(read: Read) -> None:
    found = read("Carl Hansen was jailed after the disputed re-election in 2024.")
    assert time(found, one(found, "election")) == "2024"
    assert time(found, one(found, "detention")) is None


def test_what_is_told_as_present_is_not_of_long_ago(models: Models) -> None:
    text = "Police arrest Carl Hansen in the 2015 murder of a judge."
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    published = Published(date="2031-03-04", precision="day", how="stated")
    article = Article(id="a", document="d", published=published, body=(document.span(0, len(text)),))
    found = reading.read(article, models)
    assert [time(found, one(found, kind)) for kind in ("arrest", "killing")] == [None, "2015"]


def test_since_looks_back(models: Models) -> None:
    text = "He is the first to see her since July."
    document = Document(id="d", source="s", sha256="", media_type="text/plain", text=text)
    published = Published(date="2019-05-15", precision="day", how="stated")
    article = Article(id="a", document="d", body=(document.span(0, len(text)),), published=published)
    assert [told.value for told in reading.read(article, models).times] == ["2018-07"]


def test_what_is_said_shares_no_time_with_what_is_told(read: Read) -> None:
    found = read("On Monday, Anna Berg said that Norway had bombed Serbia.")
    assert time(found, one(found, "air strike")) is None


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Anna Berg told Carl Hansen in a phone call that it was late.", "phone call", {"Anna Berg"}, {"Carl Hansen"}),
        ("Anna Berg spoke with Carl Hansen by phone on Friday.", "phone call", {"Anna Berg"}, {"Carl Hansen"}),
        ("Anna Berg said in a post on Friday that it was late.", "post", {"Anna Berg"}, set()),
        ("Anna Berg pressed for Serbia to leave the town.", "demand", {"Anna Berg"}, {"Serbia"}),
        ("Anna Berg raised the issue of prisoners.", "issue raised", {"Anna Berg"}, set()),
        ("Anna Berg's disputed re-election was close.", "election", {"Anna Berg"}, set()),
        ("Anna Berg and Carl Hansen pose before their talks.", "meeting", {"Anna Berg"}, {"Carl Hansen"}),
    ],
)
def test_who_calls_posts_presses_and_talks(
    read: Read, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    found = read(text)
    event = one(found, kind)
    assert {found.mentions[i].span.text for i in event.actors} == actors
    assert {found.mentions[i].span.text for i in event.recipients} == recipients


@pytest.mark.parametrize(
    ("text", "kind", "type_", "status"),
    [
        ("They asked about reports that Norway may be planning to deploy troops to Serbia.", "deployment", "MOBILIZE",
         "alleged"),
        ("Norway should work to ease the crisis in Peru.", "crisis", None, "occurred"),
        ("Anna Berg confirmed the absence of any collusion between Norway and Serbia.", "collusion", "COOPERATE",
         "denied"),
        ("Threats against Serbia have come from Norway.", "threat", "THREATEN", "occurred"),
        ("Anna Berg said that there were threats against Serbia.", "threat", "THREATEN", "alleged"),
        ("Norway tried to oust Carl Hansen.", "power struggle", "COERCE", "occurred"),
        ("Students tried to oust Carl Hansen.", "power struggle", "PROTEST", "occurred"),
        ("They hope to spur a military uprising.", "uprising", "PROTEST", "hypothetical"),
        ("Anna Berg spoke by phone with Carl Hansen on Friday.", "phone call", "CONSULT", "occurred"),
        ("Anna Berg is to meet Carl Hansen.", "meeting", "CONSULT", "planned"),
        ("Anna Berg will be in Oslo for talks with Carl Hansen.", "meeting", "CONSULT", "planned"),
    ],
)  # fmt: skip
def test_what_it_is_and_whether_it_came_to_pass(
    read: Read, text: str, kind: str, type_: str | None, status: str
) -> None:
    event = one(read(text), kind)
    assert (event.type, event.status) == (type_, status)


@pytest.mark.parametrize(
    "text",
    ["Meddling with elections is a sport.", "They eased the pain.", "He left his post in May.", "The video was long."],
)
def test_no_certain_event_is_told(read: Read, text: str) -> None:
    kinds = {event.kind for event in read(text).events}
    assert not kinds & {"election", "easing", "post"}


def test_what_was_decided_on_a_day_was_done_on_it(read: Read) -> None:
    found = read("The harbour council decided on June 9 to ban Norwegian ships from the port.")
    assert time(found, one(found, "ban")) == "June 9"
    found = read("The harbour council asked on June 9 to ban Norwegian ships from the port.")
    assert time(found, one(found, "ban")) is None
