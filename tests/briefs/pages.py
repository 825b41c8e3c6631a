"""Four pages of three invented outlets about a meeting of two invented ministers, and words in them."""

from communique.domain import ActorMention, Document, MentionForm, Span

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
