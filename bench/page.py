"""The HTML brief of a thousand articles: its size, and how long a browser takes to open and to scroll it.

The pile is made from the record of the example pages, copied with new ids and with other letters in its words, so that
no two copies share a text. Without a browser (Chromium, and Playwright to drive it) the times are not a number.
"""

import dataclasses
import importlib.util
import math
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figures import ROOT, Figures, show

from communique import pipeline
from communique.briefs import compose
from communique.briefs.render import html
from communique.domain import Outlet, Record
from communique.settings import Settings
from communique.sources import items

EXAMPLES = ROOT / "examples"
ARTICLES = 1000
SCROLLS, RUNS = 20, 3
TEXTS = frozenset({"text", "name", "label", "title", "toward", "claim", "about"})
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"
SCROLL = """async (times) => {
  const begun = performance.now();
  for (let n = 1; n <= times; n++) {
    scrollTo(0, document.documentElement.scrollHeight * n / times);
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - begun;
}"""
OPENED = """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"""


def measure(_shared: Path) -> Figures:
    """Build the page, and open it where there is a browser."""
    record = pile(examples(), ARTICLES)
    begun = time.process_time()
    page = html.render(compose(record), record)
    figures = {"page.1000.CPU seconds to build": time.process_time() - begun}
    figures["page.1000.MB"] = len(page.encode()) / 1e6
    figures["page.1000.seconds to open"], figures["page.1000.seconds to scroll"] = opened(page)
    return figures


def examples() -> Record:
    """What the program finds in the example pages."""
    settings = Settings(issues=str(EXAMPLES / "arctic-issues.yaml"))
    return pipeline.read(items([str(EXAMPLES / "arctic-talks")], settings, sys.stdin.buffer), settings)


def pile(record: Record, articles: int) -> Record:
    """A record of so many articles or a few more: copies of this one, each with its own ids and words."""
    names = [field.name for field in dataclasses.fields(record) if isinstance(getattr(record, field.name), tuple)]
    ids = {item.id for name in names for item in getattr(record, name) if hasattr(item, "id")}
    ids -= {issue.id for issue in record.issues}
    shuffle = random.Random(1)  # noqa: S311 - the same pile every time
    copies = [record]
    for number in range(1, math.ceil(articles / len(record.articles))):
        letters: dict[int, int] = {}
        for kind in (VOWELS, CONSONANTS):
            other = "".join(shuffle.sample(kind, len(kind)))
            letters |= str.maketrans(kind + kind.upper(), other + other.upper())
        copies.append(_copied(record, "", {name: f"{name}-{number}" for name in ids}, letters))
    together: dict[str, Any] = {name: tuple(item for copy in copies for item in getattr(copy, name)) for name in names}
    return dataclasses.replace(record, **together | {"issues": record.issues})


def _copied(value: Any, name: str, ids: Mapping[str, str], letters: Mapping[int, int]) -> Any:
    """The value with every id changed and the words of every field of TEXTS put into other letters."""
    if isinstance(value, str):
        return ids[value] if value in ids else value.translate(letters) if name in TEXTS else value
    if isinstance(value, tuple):
        return tuple(_copied(item, name, ids, letters) for item in value)
    if isinstance(value, Outlet):  # the same few outlets in all copies
        return dataclasses.replace(value, evidence=_copied(value.evidence, "", ids, letters))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return type(value)(**{key: _copied(item, key, ids, letters) for key, item in held.items()})
    return value


def opened(page: str) -> tuple[float, float]:
    """Seconds to the first frame of the page, and to scroll through it in steps that are each drawn: the best run."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None or importlib.util.find_spec("playwright") is None:
        return math.nan, math.nan
    driver = importlib.import_module("playwright.sync_api")
    with tempfile.TemporaryDirectory() as folder, driver.sync_playwright() as playwright:
        path = Path(folder, "brief.html")
        path.write_text(page, "utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        times = []
        for _ in range(RUNS):
            tab = browser.new_page(viewport={"width": 1280, "height": 900})
            tab.goto(path.as_uri())
            times.append((tab.evaluate(OPENED) / 1000, tab.evaluate(SCROLL, SCROLLS) / 1000))
            tab.close()
        browser.close()
    return min(times, key=sum)


if __name__ == "__main__":
    show(measure, __doc__)
