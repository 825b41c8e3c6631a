"""A record made by hand: four pages of three invented outlets about a meeting of two invented ministers."""

import pytest

from communique.domain import (
    Actor,
    ActorMention,
    Article,
    Dateline,
    Document,
    Event,
    Failure,
    Furniture,
    MentionForm,
    Outlet,
    Place,
    Published,
    Record,
    Role,
    Span,
    Statement,
)

COURIER = """\
Harbour Courier

Home | World | Sport

Ministers leave island talks with little to show

Tuesday, 4 March 2031

Foreign Minister Ilse Brandt of Norwick greets Tomas Reyle before the talks. Photo: A. Penn

SKERRY POINT — Foreign Minister Ilse Brandt said on Tuesday that fishing boats would “stay in port” until a
deal is signed.

“We came a long way,” she told reporters, “but not far enough.” Rights groups said crews had been held for 40 days.

Brandt added that Reyle had promised her a reply within a week.
"""

BULLETIN = """\
<script>alert("bulletin")</script>
Talks on Skerry Point: frank, says Reyle

Tomas Reyle, the foreign minister of Ostmark, called the meeting “frank & useful”. “We came a long way, but not far
enough,” he quoted his guest as saying.

Brandt and Reyle agreed that experts would meet again in April.

Rights groups warned that crews had been held for 44 days.

Read also: Storm closes harbour
"""

LEDGER = """\
He said the boats would sail again. "No one is a hostage," it was said.

Reyle said
- nothing of the crews
1. nothing of the *dates*.
"""

SECOND = """\
Elsewhere, the weather: rain.
"""


def document(name: str, text: str) -> Document:
    return Document(id=name, source=f"pages/{name}.txt", sha256="0" * 64, media_type="text/plain", text=text)


DOCUMENTS = {name: document(name, text) for name, text in [("courier", COURIER), ("bulletin", BULLETIN)]}
DOCUMENTS["ledger"] = document("ledger", LEDGER + SECOND)


def words(name: str, text: str, after: str = "") -> Span:
    """The first place in the document where the words stand, behind others if need be."""
    page = DOCUMENTS[name]
    start = page.text.index(text, page.text.index(after) if after else 0)
    return page.span(start, start + len(text))


def lines(name: str, *texts: str) -> tuple[Span, ...]:
    return tuple(words(name, text) for text in texts)


def named(name: str, text: str, after: str = "", form: MentionForm = "named") -> tuple[ActorMention]:
    return (ActorMention(span=words(name, text, after), form=form),)


ARTICLES = (
    Article(
        id="a-ledger",
        document="ledger",
        body=lines("ledger", *LEDGER.strip().split("\n\n")),
    ),
    Article(
        id="a-bulletin",
        document="bulletin",
        title=words("bulletin", "Talks on Skerry Point: frank, says Reyle"),
        outlet=Outlet(name="The Ostmark Bulletin", how="url"),
        published=Published(date="2031-03-05", precision="day", how="feed"),
        body=lines("bulletin", *BULLETIN.split("\n\n")[1:4]),
        furniture=(
            Furniture(kind="navigation", span=words("bulletin", '<script>alert("bulletin")</script>')),
            Furniture(kind="teaser", span=words("bulletin", "Read also: Storm closes harbour")),
        ),
    ),
    Article(
        id="a-courier",
        document="courier",
        title=words("courier", "Ministers leave island talks with little to show"),
        outlet=Outlet(name="Harbour Courier", how="stated", evidence=words("courier", "Harbour Courier")),
        published=Published(
            date="2031-03-04", precision="day", how="stated", evidence=words("courier", "Tuesday, 4 March 2031")
        ),
        dateline=Dateline(place="Skerry Point", span=words("courier", "SKERRY POINT —")),
        body=lines("courier", *(part.strip() for part in COURIER.split("\n\n")[5:])),
        furniture=(
            Furniture(kind="about-outlet", span=words("courier", "Harbour Courier")),
            Furniture(kind="navigation", span=words("courier", "Home | World | Sport")),
            Furniture(kind="date-stamp", span=words("courier", "Tuesday, 4 March 2031")),
            Furniture(kind="caption", span=words("courier", COURIER.split("\n\n")[4].partition(" Photo:")[0])),
            Furniture(kind="photo-credit", span=words("courier", "Photo: A. Penn")),
        ),
    ),
    Article(
        id="a-second",
        document="ledger",
        outlet=Outlet(name="Evening Ledger", how="inferred"),
        body=lines("ledger", SECOND.strip()),
    ),
)

ACTORS = (
    Actor(
        id="brandt",
        name="Ilse Brandt",
        type="person",
        sector="GOV",
        roles=(
            Role(
                title="Foreign Minister",
                of="norwick",
                from_="2030-09-01",
                evidence=(words("courier", "Foreign Minister", "SKERRY"),),
            ),
            Role(
                title="foreign minister",
                of="norwick",
                from_="2030-09-01",
                evidence=(words("courier", "Foreign Minister", "2031"),),
            ),
            Role(title="Chair of the League"),
        ),
        mentions=(
            *named("courier", "Ilse Brandt", "Tuesday"),
            *named("courier", "Ilse Brandt", "SKERRY"),
            *named("courier", "she", form="pronoun"),
            *named("courier", "Brandt", "Brandt added"),
            *named("courier", "her", "promised", form="pronoun"),
            *named("bulletin", "his guest", form="nominal"),
            *named("bulletin", "Brandt", "Brandt and"),
        ),
    ),
    Actor(
        id="norwick",
        name="Norwick",
        type="state",
        mentions=named("courier", "Norwick"),
    ),
    Actor(
        id="reyle",
        name="Tomas Reyle",
        type="person",
        mentions=(
            *named("courier", "Tomas Reyle"),
            *named("courier", "Reyle", "added"),
            *named("bulletin", "Reyle"),
            *named("bulletin", "Tomas Reyle"),
            *named("bulletin", "he", "enough", form="pronoun"),
            *named("bulletin", "Reyle", "Brandt and"),
            *named("ledger", "Reyle"),
        ),
    ),
    Actor(
        id="experts",
        name="experts",
        type="group",
        mentions=named("bulletin", "experts", form="nominal"),
    ),
    Actor(
        id="point",
        name="Skerry Point",
        type="place",
        mentions=(*named("courier", "SKERRY POINT"), *named("bulletin", "Skerry Point")),
    ),
)

STATEMENTS = (
    Statement(
        id="port",
        article="a-courier",
        kind="mixed",
        speakers=("brandt",),
        speaker=words("courier", "Foreign Minister Ilse Brandt", "SKERRY"),
        cue=words("courier", "said"),
        content=lines("courier", "that fishing boats would “stay in port” until a\ndeal is signed"),
        verbatim=lines("courier", "“stay in port”"),
        confidence=0.9,
    ),
    Statement(
        id="long-way",
        article="a-courier",
        kind="direct",
        speakers=("brandt",),
        speaker=words("courier", "she"),
        cue=words("courier", "told"),
        content=lines("courier", "“We came a long way,”", "“but not far enough.”"),
        verbatim=lines("courier", "“We came a long way,”", "“but not far enough.”"),
        confidence=0.9,
    ),
    Statement(
        id="reply",
        article="a-courier",
        kind="indirect",
        speakers=("brandt",),
        speaker=words("courier", "Brandt", "enough"),
        cue=words("courier", "added"),
        content=lines("courier", "that Reyle had promised her a reply within a week"),
        confidence=0.8,
    ),
    Statement(
        id="promise",
        article="a-courier",
        kind="indirect",
        speakers=("reyle",),
        speaker=words("courier", "Reyle", "added"),
        cue=words("courier", "promised"),
        content=lines("courier", "a reply within a week"),
        addressees=("brandt",),
        nested_in="reply",
        confidence=0.4,
    ),
    Statement(
        id="crews-40",
        article="a-courier",
        kind="indirect",
        speaker=words("courier", "Rights groups"),
        cue=words("courier", "said", "Rights groups"),
        content=lines("courier", "crews had been held for 40 days"),
        confidence=0.7,
    ),
    Statement(
        id="frank",
        article="a-bulletin",
        kind="mixed",
        speakers=("reyle",),
        speaker=words("bulletin", "Tomas Reyle, the foreign minister of Ostmark,"),
        cue=words("bulletin", "called"),
        content=lines("bulletin", "the meeting “frank & useful”"),
        said_on="2031-03-04",
        occasion="talks",
        confidence=0.9,
    ),
    Statement(
        id="guest",
        article="a-bulletin",
        kind="direct",
        speakers=("brandt",),
        speaker=words("bulletin", "his guest"),
        cue=words("bulletin", "quoted"),
        content=lines("bulletin", "“We came a long way, but not far\nenough,”"),
        confidence=0.9,
    ),
    Statement(
        id="april",
        article="a-bulletin",
        kind="indirect",
        speakers=("reyle", "brandt"),
        speaker=words("bulletin", "Brandt and Reyle"),
        cue=words("bulletin", "agreed"),
        content=lines("bulletin", "that experts would meet again in April"),
        confidence=0.9,
    ),
    Statement(
        id="crews-44",
        article="a-bulletin",
        kind="indirect",
        speaker=words("bulletin", "Rights groups"),
        cue=words("bulletin", "warned"),
        content=lines("bulletin", "that crews had been held for 44 days"),
        confidence=0.7,
    ),
    Statement(
        id="sail",
        article="a-ledger",
        kind="indirect",
        speaker=words("ledger", "He"),
        cue=words("ledger", "said"),
        content=lines("ledger", "the boats would sail again"),
        confidence=0.9,
    ),
    Statement(
        id="hostage",
        article="a-ledger",
        kind="direct",
        cue=words("ledger", "said", "hostage"),
        content=lines("ledger", '"No one is a hostage,"'),
        confidence=0.9,
    ),
    Statement(
        id="nothing",
        article="a-ledger",
        kind="indirect",
        speakers=("reyle",),
        speaker=words("ledger", "Reyle"),
        cue=words("ledger", "said", "Reyle"),
        content=lines("ledger", "- nothing of the crews\n1. nothing of the *dates*"),
        confidence=0.9,
    ),
)


EVENTS = (
    Event(
        id="april-talks",
        label="Meeting of experts",
        type="CONSULT",
        kind="meeting",
        actors=("experts",),
        date="2031-04",
        status="planned",
        mentions=lines("bulletin", "experts would meet again in April"),
    ),
    Event(
        id="held",
        label="Detention of crews",
        type="COERCE",
        mode="arrest",
        kind="arrest",
        status="alleged",
        mentions=(
            words("courier", "crews had been held for 40 days"),
            words("bulletin", "crews had been held for 44 days"),
        ),
    ),
    Event(
        id="promised",
        label="Pledge of Tomas Reyle to Ilse Brandt",
        type="AGREE",
        kind="pledge",
        actors=("reyle",),
        recipients=("brandt",),
        date="2031-03-04/2031-03-11",
        date_how="relative",
        status="occurred",
        mentions=lines("courier", "Reyle had promised her a reply within a week"),
    ),
    Event(
        id="sailing",
        label="Boats & <crews> sail",
        kind="departure",
        status="planned",
        mentions=lines("ledger", "the boats would sail again"),
    ),
    Event(
        id="talks",
        label="Meeting of Ilse Brandt and Tomas Reyle",
        type="CONSULT",
        kind="meeting",
        actors=("brandt",),
        recipients=("reyle",),
        place=Place(name="Skerry Point", country="NOR"),
        date="2031-03-04",
        date_how="stated",
        status="occurred",
        mentions=(
            words("courier", "island talks"),
            words("courier", "the talks"),
            words("bulletin", "Talks on Skerry Point"),
            words("bulletin", "the meeting"),
        ),
    ),
)
TIMELINE = ("talks", "promised", "april-talks", "held", "sailing")


@pytest.fixture
def record() -> Record:
    return Record(
        documents=(*DOCUMENTS.values(), document("blank", "\n")),
        articles=ARTICLES,
        actors=ACTORS,
        statements=STATEMENTS,
        events=EVENTS,
        timeline=TIMELINE,
        failures=(Failure(source="pages/photo.txt", stage="sources", reason="it is a picture, not text"),),
    )
