"""Articles made for these tests, of outlets and places that do not exist."""

from communique.domain import Article, Document, Furniture, FurnitureKind, Outlet, Published

FERRY = """\
Two ferries collided in thick fog off Hallow Sound on Sunday night, and eleven passengers were taken to hospital, the \
Merrow coast guard said.

The Aurora, which was carrying cars and timber to the mainland, struck the smaller Petrel shortly before midnight \
about four miles from the lighthouse.

Divers searched the wreck of the Petrel until dawn but found nobody inside, a spokeswoman for the coast guard told \
reporters at the harbour.

“We were asleep and then the wall was gone,” said one passenger, Ivo Tarn, who swam to a raft with his two children.

An inquiry will look at why neither captain had slowed down although the harbour office had warned of fog since the \
early evening.

The shipping line that runs the Aurora suspended all sailings for two days and offered to pay the families of \
the injured.
"""
FERRY_ELSEWHERE = """\
Eleven people are in hospital after a collision between the ferries Aurora and Petrel near Hallow Sound.

Fog lay over the water when the ships met, and survivors climbed into rafts. “We were asleep and then the wall was \
gone,” Ivo Tarn recalled.

Merrow's coast guard has asked both captains for their logs. The Petrel sank within the hour; the lighthouse keeper \
sounded the alarm.
"""
TALKS = """\
Fishery ministers from Norwick and Ostmark ended three days of talks in Brellin without a treaty on herring quotas.

Minister Ilse Brandt said that her trawlers would keep to last year's quota for now. Her counterpart Tomas Reyle spoke \
of a frank exchange and invited her to Ostmark in the spring.

Herring stocks have fallen by a third in ten years, according to the marine institute of Brellin, and both governments \
blame the trawlers of the other.
"""
LIBRARY = """\
The city library of Pellworth lends musical instruments from next week, among them forty violins, a harp and a set of \
kettledrums.

Readers may keep an instrument for a month. Librarian Dora Quill said that the harp had come from the estate of a \
pharmacist who never learned to play it.
"""


def article(
    key: str,
    text: str,
    title: str | None = None,
    *,
    published: str | None = None,
    outlet: str | None = None,
    credit: tuple[FurnitureKind, str] | None = None,
) -> Article:
    """An article of these paragraphs, with a line of furniture below them if need be."""
    parts = [part for part in text.strip().split("\n\n") if part]
    whole = "\n\n".join([*([title] if title else []), *parts, *([credit[1]] if credit else [])])
    document = Document(id=f"d-{key}", source=f"{key}.txt", sha256="", media_type="text/plain", text=whole)
    at, spans = 0, []
    for part in ([title] if title else []) + parts:
        at = whole.index(part, at)
        spans.append(document.span(at, at + len(part)))
        at += len(part)
    last = document.span(len(whole) - len(credit[1]), len(whole)) if credit else None
    return Article(
        id=key,
        document=document.id,
        title=spans[0] if title else None,
        outlet=Outlet(name=outlet, how="metadata") if outlet else None,
        published=Published(date=published, precision="day", how="metadata") if published else None,
        body=tuple(spans[1:] if title else spans),
        furniture=(Furniture(kind=credit[0], span=last),) if credit and last else (),
    )
