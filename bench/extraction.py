"""Whether the text of an HTML page is trafilatura's, with nothing but the page's title and head put before it.

Measured on the HTML page of the examples and on generated ones, which mix what news pages are made of at random (always
the same pages). Names are `extraction.MEASURE`.
"""

import io
import random
from pathlib import Path

import trafilatura
from figures import ROOT, Figures, show

from communique.errors import ItemFailed
from communique.settings import Settings
from communique.sources import items

PAGES = 100
WORDS = (
    "minister talks border the a of harbour ice treaty said crew and fleet Norway for on ships in with winter agreed "
    "paper cod signed by that had not yet which morning"
)


def measure(_shared: Path) -> Figures:
    """Extract every page both ways."""
    pages = [path.read_text("utf-8") for path in sorted((ROOT / "examples").rglob("*.html"))]
    pages += [_page(random.Random(seed)) for seed in range(PAGES)]  # noqa: S311 - the same pages every time
    same = [_same(page) for page in pages]
    return {"extraction.pages": len(pages), "extraction.same text": sum(same) / len(same)}


def _same(page: str) -> bool:
    """Whether our text is the peer's, or ends in it after the title line; both may find nothing."""
    peer = (trafilatura.extract(page, include_comments=False) or "").strip()
    try:
        (item,) = items(["-"], Settings(), io.BytesIO(page.encode()))
        ours = item.read()
    except ItemFailed:
        return not peer
    title = " ".join((ours.claims.title or "").split())
    return bool(peer) and ours.text.removeprefix(f"{title}\n\n").strip() in {peer, peer.removeprefix(title).strip()}


def _page(rng: random.Random) -> str:
    title = _words(rng, 8)
    blocks = "".join(_block(rng) for _ in range(rng.randint(0, 14)))
    menu = "".join(f"<li><a href='/{n}'>{_words(rng, 2)}</a></li>" for n in range(rng.randint(0, 8)))
    heading = f"<h1>{title}</h1>" if rng.random() < 0.8 else ""
    wrapper = rng.choice(("article", "main", "div class='story'", "section"))
    return (
        f"<html lang='en'><head><title>{title}</title></head><body><nav><ul>{menu}</ul></nav>"
        f"<{wrapper}>{heading}{blocks}</{wrapper.split()[0]}>"
        f"<aside><p>{_words(rng, 9)}</p></aside><footer><p>Copyright {_words(rng, 3)}</p></footer></body></html>"
    )


def _block(rng: random.Random) -> str:
    """A piece of a page: mostly paragraphs, now and then something else."""
    text = f"{_words(rng, rng.randint(4, 60)).capitalize()}."
    paragraph = f"<p>{text}</p>"
    return rng.choice((
        paragraph, paragraph, paragraph, paragraph,
        f"<p>{text} <a href='/x'>{_words(rng, 3)}</a> {text}<br>{text}</p>",
        f"<p>“{text}” <em>{_words(rng, 2)}</em> said.</p>",
        f"<h2>{_words(rng, 4)}</h2>",
        f"<blockquote><p>{text}</p></blockquote>",
        f"<ul><li>{text}</li><li>{_words(rng, 6)}</li></ul>",
        f"<figure><img src='/a.jpg' alt='{_words(rng, 3)}'><figcaption>{text}</figcaption></figure>",
        f"<table><tr><td>{_words(rng, 3)}</td><td>{rng.randint(1, 99)}</td></tr></table>",
        f"<div class='related'><a href='/y'>{_words(rng, 5)}</a></div>",
    ))  # fmt: skip


def _words(rng: random.Random, count: int) -> str:
    return " ".join(rng.choices(WORDS.split(), k=count))


if __name__ == "__main__":
    show(measure, __doc__)
