"""What happened: which sentences are chosen, in which order, and what is said where there are none."""

from dataclasses import replace

import pytest

from communique.briefs import compose
from communique.briefs.render import RENDERERS
from communique.briefs.summary import MOST
from communique.domain import (
    Actor,
    ActorMention,
    Article,
    Corroboration,
    Document,
    Event,
    EventStatus,
    Outlet,
    Published,
    Record,
    Role,
    Span,
    Story,
)

Told = dict[str, list[tuple[int, str]]]


def page(number: int, title: str, *sentences: str, day: int = 1) -> tuple[Document, Article]:
    text = "\n\n".join((title, " ".join(sentences)))
    document = Document(id=f"d{number}", source=f"{number}.txt", sha256="", media_type="text/plain", text=text)
    article = Article(
        id=f"a{number}",
        document=document.id,
        title=document.span(0, len(title)),
        outlet=Outlet(name=f"Outlet {number}", how="stated"),
        published=Published(date=f"2031-03-{day:02}", precision="day", how="stated"),
        body=(document.span(len(title) + 2, len(text)),),
    )
    return document, article


def made(*pages: tuple[Document, Article], names: tuple[str, ...] = (), told: Told | None = None) -> Record:
    """A record in which the names are actors, and each event stands where the pages have the words."""
    documents, articles = zip(*pages, strict=True) if pages else ((), ())

    def everywhere(words: str, number: int | None = None) -> tuple[Span, ...]:
        held = [document for at, document in enumerate(documents) if number is None or at == number]
        return tuple(
            document.span(document.text.rindex(words), document.text.rindex(words) + len(words))
            for document in held
            if words in document.text
        )

    return Record(
        documents=documents,
        articles=articles,
        actors=tuple(
            Actor(
                id=name,
                name=name,
                type="person",
                mentions=tuple(ActorMention(span=span, form="named") for span in everywhere(name)),
            )
            for name in names
        ),
        events=tuple(
            Event(
                id=name,
                label=name,
                kind="event",
                type="CONSULT",
                status="occurred",
                mentions=tuple(span for number, words in places for span in everywhere(words, number)),
            )
            for name, places in (told or {}).items()
        ),
    )


CALL = page(
    0, "Ministers talk of reefs", "Ida Berg telephoned Juan Paz about the reefs on Monday.", "She left after it."
)
AGAIN = page(
    1,
    "Reefs: a call",
    "But the reefs brought Ida Berg to the telephone with Juan Paz.",
    "A cat of Max Horn slept through the whole week in Lima.",
    day=2,
)
TOLD: Told = {"call": [(0, "telephoned"), (1, "telephone")], "left": [(0, "left")], "slept": [(1, "slept")]}
NAMES = ("Ida Berg", "Juan Paz", "Max Horn")


def sentences(record: Record) -> list[str]:
    return [item.sentence.text for item in compose(record).summary]


def test_of_two_sentences_for_one_event_the_one_that_stands_on_its_own_is_taken_and_the_other_not_at_all() -> None:
    found = sentences(made(CALL, AGAIN, names=NAMES, told=TOLD))
    assert found[0] == "Ida Berg telephoned Juan Paz about the reefs on Monday."
    assert not [text for text in found if text.startswith(("But", "She"))]


def test_what_two_outlets_tell_says_so_and_where_it_stands() -> None:
    (first, *_) = compose(made(CALL, AGAIN, names=NAMES, told=TOLD)).summary
    assert (first.source, first.outlets, first.events) == (1, 2, ("call",))
    text = CALL[0].text
    assert first.sentence == CALL[0].span(text.index("Ida"), text.index(" She"))


@pytest.mark.parametrize(("status", "shown"), [("occurred", True), ("planned", True), ("hypothetical", False)])
def test_what_is_only_talked_of_did_not_happen(status: EventStatus, *, shown: bool) -> None:
    record = made(CALL, names=NAMES, told={"call": [(0, "telephoned")]})
    assert bool(sentences(replace(record, events=(replace(record.events[0], status=status),)))) is shown


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    document, article = page(0, "A call on reefs", "LIMA (Reefnews) — Ida Berg telephoned Juan Paz about the reefs.")
    record = made((document, article), names=NAMES, told={"call": [(0, "telephoned")]})
    start = document.text.index("LIMA")
    dated = replace(article, body=(document.span(start + len("LIMA "), len(document.text)),))
    assert sentences(replace(record, articles=(dated,))) == ["Ida Berg telephoned Juan Paz about the reefs."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Berg telephoned.",
        "“Ida Berg telephoned Juan Paz about all the reefs.",
        "Ida Berg telephoned Juan Paz about the reefs and",
        "Ida Berg, who telephoned Juan Paz about all the reefs.",
    ],
)
def test_what_is_no_whole_sentence_is_not_shown(sentence: str) -> None:
    assert sentences(made(page(0, "A call", sentence), names=NAMES, told={"call": [(0, "telephoned")]})) == []


def test_of_several_stories_the_largest_comes_first_and_there_are_eight_sentences_at_most() -> None:
    pages = [
        page(number, f"Reef {number} opens", f"Ida Berg opened reef number {number} for Juan Paz on Monday.")
        for number in range(20)
    ]
    record = made(*pages, names=NAMES, told={f"e{number}": [(number, "opened")] for number in range(20)})
    stories = (
        Story(id="s1", title="One reef", articles=("a0",)),
        Story(id="s2", title="Many reefs", articles=tuple(f"a{number}" for number in range(1, 20))),
    )
    found = compose(replace(record, stories=stories)).summary
    assert found[0].story == "Many reefs"
    assert len(found) <= MOST


def test_stories_of_one_size_are_told_in_the_order_in_which_they_are_listed() -> None:
    pages = [
        page(number, f"Reef {number} opens", f"Ida Berg opened reef number {number} in Lima.") for number in (0, 1)
    ]
    stories = (Story(id="z", title="First", articles=("a0",)), Story(id="a", title="Second", articles=("a1",)))
    brief = compose(replace(made(*pages, names=NAMES), stories=stories))
    assert [item.story for item in brief.summary] == [story.title for story in brief.stories] == ["First", "Second"]


def test_what_most_articles_begin_with_comes_first_and_is_told_once() -> None:
    record = made(
        page(0, "Reefs close", "Max Horn closed the northern reefs in Lima for good.", day=9),
        page(1, "Corals: a call", "Ida Berg telephoned Juan Paz about the dying corals.", day=2),
        page(2, "Northern reefs close", "The northern reefs in Lima were closed by Max Horn for good.", day=9),
        names=NAMES,
    )
    found = sentences(record)
    assert found[0] == "Max Horn closed the northern reefs in Lima for good."
    assert found[1:] == ["Ida Berg telephoned Juan Paz about the dying corals."]


@pytest.mark.parametrize(
    "sentence",
    [
        "“All the reefs will open again in spring,” she said of Lima.",
        "That was the one agreement that Ida Berg brought from Lima.",
        "After her arrival the reefs were closed by Ida Berg.",
        "In fact, Ida Berg was not even near the coast of Lima.",
        "Sailors, too, have asked Ida Berg for a larger harbour.",
    ],
)
def test_what_cannot_be_understood_alone_is_left_out_where_something_else_can(sentence: str) -> None:
    lead = "Max Horn closed the northern reefs in Lima for good."
    assert sentences(made(page(0, "Reefs close", lead, sentence), names=NAMES)) == [lead]


def test_who_is_named_in_part_is_introduced_first() -> None:
    pages = (
        page(0, "A rumour", "Berg swam around the southern islands with a turtle on Monday."),
        page(1, "A swim", "Ida Berg crossed the strait of whales and corals on Monday."),
    )
    assert sentences(made(*pages, names=("Ida Berg", "Berg")))[0].startswith("Ida Berg")


@pytest.mark.parametrize("form", RENDERERS)
def test_where_nothing_is_told_every_form_stays_readable(form: str) -> None:
    text = RENDERERS[form](compose(made(page(0, "Rain", "It rained."))), made(page(0, "Rain", "It rained.")))
    if form == "json":
        assert '"summary": []' in text
    else:
        assert "No article tells in a sentence of its own" in " ".join(text.split())
        assert "No statement was found." in text


def test_three_hundred_actors_and_no_dates_leave_a_brief_that_says_what_is_missing() -> None:
    names = tuple(f"Ann Lee{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(300))
    document, article = page(
        0, "A list", *(f"{name} signed the long letter about the reefs on Monday." for name in names)
    )
    told: Told = {name: [(0, f"{name} signed")] for name in names}
    record = made((document, replace(article, published=None, outlet=None)), names=names, told=told)
    brief = compose(record)
    assert 0 < len(brief.summary) <= MOST
    assert {"the date of publication is not known", "no statement was found"} <= {gap.what for gap in brief.gaps}
    assert "No statement was found." in RENDERERS["terminal"](brief, record)


FOUND = "A boy trapped in the Ostmark mine has been found dead after a search of three days."
SEARCH = page(0, "Search in the mine", "Rescuers in Ostmark search for a boy trapped in the mine near Reyle.", day=1)


def test_what_has_been_done_since_leads_though_more_articles_begin_with_what_was_before() -> None:
    others = page(1, "Boy in the mine", "Dozens of rescuers in Ostmark try to reach a boy trapped in the mine.", day=1)
    last = page(2, "Boy found dead", FOUND, day=4)
    told: Told = {"rescue": [(0, "search"), (1, "try to reach")], "death": [(2, "found dead")]}
    developing = made(SEARCH, others, last, names=("Ostmark",), told=told)
    assert sentences(developing)[0] == FOUND


@pytest.mark.parametrize(
    ("day", "event"),
    [(25, "death"), (4, "rescue")],
    ids=["long afterwards", "the same event once more"],
)
def test_what_is_no_turn_of_the_same_matter_does_not_lead(day: int, event: str) -> None:
    told: Told = {"rescue": [(0, "search")], "other": [(0, "trapped")]}
    told[event] = [*told.get(event, []), (1, "found dead")]
    assert sentences(made(SEARCH, page(1, "Boy found dead", FOUND, day=day), names=("Ostmark", "Reyle"), told=told))[
        0
    ].startswith("Rescuers")


def test_behind_the_lead_news_goes_back_to_what_led_to_it() -> None:
    pages = [
        page(0, "Reef talks", "Ida Berg met Juan Paz on Skerry about the reefs.", day=1),
        page(1, "Trawler held", "Juan Paz seized the trawler Havbris off Lund.", day=3),
        page(2, "Crew freed", "Ida Berg freed eleven sailors at Vik on Friday.", day=2),
    ]
    told: Told = {"talks": [(0, "met")], "seizure": [(1, "seized")], "release": [(2, "freed")]}
    brief = compose(made(*pages, names=("Ida Berg", "Juan Paz"), told=told))
    assert [item.source for item in brief.summary[1:]] == sorted(
        (item.source for item in brief.summary[1:]), reverse=True
    )
    assert len(brief.summary) == 3


def test_an_article_without_a_day_stands_where_what_it_tells_belongs() -> None:
    pages = [
        page(0, "Reef talks", "Ida Berg met Juan Paz on Skerry about the reefs.", day=1),
        page(1, "Trawler held", "Juan Paz seized the trawler Havbris off Lund.", day=2),
        page(2, "Crew freed", "Ida Berg freed eleven sailors at Vik on Friday."),
    ]
    told: Told = {"talks": [(0, "met")], "seizure": [(1, "seized")], "release": [(2, "freed")]}
    record = made(*pages, names=("Ida Berg", "Juan Paz"), told=told)
    events = [replace(event, date="2031-03-04" if event.id == "release" else None) for event in record.events]
    articles = [*record.articles[:2], replace(record.articles[2], published=None)]
    said = sentences(replace(record, articles=tuple(articles), events=tuple(events)))
    assert len(said) == 3
    assert "freed" in " ".join(said[:2])


def claim(record: Record, *words: tuple[int, str]) -> Record:
    """The record with a claim that rests on some words of its pages."""
    support = tuple(
        document.span(document.text.index(text), document.text.index(text) + len(text))
        for number, text in words
        for document in record.documents[number : number + 1]
    )
    made = Corroboration(id=words[0][1], claim=words[0][1], support=support, outlets=(), independent_origins=len(words))
    return replace(record, corroborations=(*record.corroborations, made))


def test_what_the_title_over_the_lead_tells_is_no_longer_new() -> None:
    quays, meeting = (
        "The old quays were locked by Max Horn for a year.",
        "Max Horn will meet Juan Paz in Quito to speak of herring.",
    )
    pages = (
        page(0, "The harbour shut", "Ida Berg telephoned Juan Paz about sailors and fishermen in Lima on Monday."),
        page(1, "Sailors", "Ida Berg telephoned Juan Paz of Lima about sailors.", quays),
        page(2, "Fishermen", "Juan Paz of Lima was telephoned by Ida Berg over fishermen.", meeting),
    )
    record = made(*pages, names=NAMES)
    assert sentences(claim(record, (0, "The harbour shut"), (1, "were locked")))[1:] == [meeting, quays]
    assert sentences(claim(record, (2, "Fishermen"), (1, "were locked")))[1:] == [quays, meeting]


def test_who_somebody_is_makes_no_news() -> None:
    record = made(
        page(0, "Reefs close", "Harbour master Ida Berg closed the reefs."),
        page(1, "A call", "Harbour master Ida Berg telephoned.", day=2),
        names=NAMES,
    )
    (berg, *others) = record.actors
    title = "Harbour master"
    evidence = tuple(d.span(at := d.text.index(title), at + len(title)) for d in record.documents)
    record = replace(record, actors=(replace(berg, roles=(Role(title="harbour master", evidence=evidence),)), *others))
    told = claim(record, (0, "Harbour master Ida Berg"), (1, "Harbour master Ida Berg"))
    news = claim(told, (0, "closed the reefs"), (1, "telephoned"))
    assert [item.claim for item in compose(news).agreements] == ["closed the reefs", "Harbour master Ida Berg"]
    assert {item.outlets for item in compose(told).summary} <= {1}


def test_what_the_latest_article_tells_is_not_left_out_for_being_little() -> None:
    deeds = "closed opened sold bought mapped fenced cleaned painted flooded".split()
    reefs = "northern southern eastern western outer inner upper lower central".split()
    early = tuple(
        page(number, f"The {reef} reef", f"Max Horn {deed} the {reef} reef in Lima.", day=2)
        for number, (deed, reef) in enumerate(zip(deeds, reefs, strict=True))
    )
    told: Told = {deed: [(number, deed)] for number, deed in enumerate(deeds)}
    late = page(len(deeds), "Tea", "Some cups of a cold tea were drunk at a small table near Ida Berg.", day=9)
    found = sentences(made(*early, late, names=NAMES, told=told))
    assert len(found) == MOST
    assert found[1].startswith("Some cups")
