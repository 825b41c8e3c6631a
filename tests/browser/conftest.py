"""Briefs in a real browser: Debian's Chromium, driven by Playwright. Without either of them these tests skip."""

import importlib
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from communique import pipeline
from communique.briefs import compose
from communique.briefs.render import html
from communique.domain import Record
from communique.settings import Settings
from communique.sources import items

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
EXAMPLES = "examples"
PAGES = (EXAMPLES, "talks", "one story", "another story")
LONGEST = 4  # articles of a story

Opener = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    pytest.importorskip("playwright", reason="playwright is not installed (dependency group browser)")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    driver = importlib.import_module("playwright.sync_api")
    with driver.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def record() -> Record:
    """What the program finds in the example pages, with the issues that stand beside them."""
    settings = Settings(issues=str(ROOT / "examples" / "arctic-issues.yaml"))
    return read(ROOT / "examples" / "arctic-talks", settings)


def read(path: Path, settings: Settings | None = None) -> Record:
    settings = settings or Settings()
    return pipeline.read(items([str(path)], settings, sys.stdin.buffer), settings)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[], Record]], Path]:
    """Writes the brief of a record, once a session."""
    folder = tmp_path_factory.mktemp("briefs")

    def write(name: str, make: Callable[[], Record]) -> Path:
        path = folder / f"{name.replace(' ', '-')}.html"
        if not path.exists():
            record = make()
            path.write_text(html.render(compose(record), record), "utf-8")
        return path

    return write


@pytest.fixture(scope="session", params=PAGES)
def brief(
    request: pytest.FixtureRequest,
    browser: Any,
    record: Record,
    written: Callable[[str, Callable[[], Record]], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The page of the examples; where the public data is there, also of the talks case and of two stories."""
    assert browser
    if request.param == EXAMPLES:
        return written(EXAMPLES, lambda: record)
    if not SHARED.is_dir():
        pytest.skip("there is no shared folder beside the project")
    if request.param == "talks":
        return written("talks", lambda: read(SHARED / "cases" / "talks" / "sources"))
    folder = tmp_path_factory.mktemp("story")
    (folder / "articles.jsonl").write_text(story(PAGES.index(request.param) - 2), "utf-8")
    return written(request.param, lambda: read(folder))


def story(number: int) -> str:
    """The first articles of one of the largest stories of the public clusters, as JSON lines."""
    lines = (SHARED / "data" / "clusters" / "articles.jsonl").read_text("utf-8").splitlines()
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(json.loads(line)["event"], []).append(line)
    return "\n".join(sorted(found.values(), key=len, reverse=True)[number][:LONGEST])


@pytest.fixture
def show(browser: Any) -> Iterator[Opener]:
    """Opens a page; when the test is over, says what it asked for over the network and what errors it had."""
    asked: list[str] = []
    wrong: list[str] = []
    tabs: list[Any] = []

    def opener(path: Path, hash_: str = "", width: int = 1280, **options: Any) -> Any:
        tab = browser.new_page(viewport={"width": width, "height": 900}, **options)
        tabs.append(tab)
        tab.set_default_timeout(20_000)
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: wrong.append(message.text))
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.goto(path.as_uri() + hash_)
        return tab

    yield opener
    for tab in tabs:
        tab.close()
    assert {url.partition("#")[0].partition(":")[0] for url in asked} == {"file"}
    assert len(asked) == len(tabs)
    assert wrong == []


@pytest.fixture(scope="session")
def pile() -> Callable[..., Record]:
    """Makes a record of many articles, as the benchmark does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "bench"))
        made: Callable[..., Record] = importlib.import_module("page").pile
        return made
