"""What a reader does with a brief: goes where links lead, looks at evidence, prints, on wide and narrow screens."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.briefs import compose
from communique.domain import Record

Opener = Callable[..., Any]

# Whether what has this id can be seen; an empty anchor stands for what follows it.
SEEN = """(id) => {
  const found = document.getElementById(id);
  const part = found && found.tagName === "A" && !found.textContent ? found.nextElementSibling : found;
  const box = part?.getBoundingClientRect();
  return Boolean(box && part.checkVisibility() && box.bottom > 0 && box.top < innerHeight && box.height > 0);
}"""
# Of each kind of item the first, the last, and the first that is folded away.
TARGETS = """(kinds) => kinds.flatMap((kind) => {
  const all = [...document.querySelectorAll(`main [id^="${kind}-"]`)];
  const folded = all.filter((part) => part.parentElement.closest("details:not([open])"));
  return [...new Set([all[0], folded[0], all.at(-1)].filter(Boolean).map((part) => part.id))];
})"""
KINDS = ["s", "ev", "c", "p", "m", "e", "w", "v", "a"]
FOCUSED = """() => {
  const part = document.activeElement;
  const before = window.before;
  window.before = part;
  const box = part.getBoundingClientRect();
  return {
    name: part.tagName,
    seen: part.checkVisibility() && box.bottom > 0 && box.top < innerHeight,
    ahead: !before || Boolean(before.compareDocumentPosition(part) & Node.DOCUMENT_POSITION_FOLLOWING),
  };
}"""


def test_the_contents_lead_to_every_section(show: Opener, brief: Path) -> None:
    tab = show(brief)
    sections = tab.locator("main > section").evaluate_all("all => all.map((section) => section.id)")
    links = tab.locator("nav > ul > li > a")
    assert links.evaluate_all("all => all.map((link) => link.hash.slice(1))") == sections
    for number, section in enumerate(sections):
        links.nth(number).click()
        tab.wait_for_function(SEEN, arg=f"{section}-title" if tab.locator(f"#{section}-title").count() else section)


def test_a_link_to_any_kind_of_item_shows_it_even_where_it_is_folded_away(show: Opener, brief: Path) -> None:
    tab = show(brief)
    targets = tab.evaluate(TARGETS, KINDS)
    assert {target.partition("-")[0] for target in targets} >= {"s", "p", "e", "w", "v", "a"}
    for target in targets:
        tab.evaluate("(id) => { location.hash = id; }", target)
        tab.wait_for_function(SEEN, arg=target)


def test_a_link_from_outside_opens_the_page_at_the_item(show: Opener, brief: Path) -> None:
    folded = show(brief).locator(".page mark[id^='e-']").last.get_attribute("id")
    tab = show(brief, f"#{folded}")
    tab.wait_for_function(SEEN, arg=folded)
    assert tab.locator("mark.on").count() >= 1


def test_evidence_opens_beside_the_statement_and_closes_with_escape(show: Opener, brief: Path) -> None:
    tab = show(brief)
    link = tab.locator("#said figcaption a[href^='#e-']").nth(1)
    link.focus()
    tab.keyboard.press("Enter")
    tab.locator("#panel").wait_for(state="visible")
    name = (link.get_attribute("href") or "").removeprefix("#e-")
    marked = tab.locator("#panel mark.on")
    assert marked.count() >= 1
    assert all(name in (part.get_attribute("data-s") or "").split() for part in marked.all())
    assert marked.first.evaluate("(part) => part === document.activeElement")
    assert tab.url.endswith(f"#s-{name}")
    tab.wait_for_function(SEEN, arg=f"s-{name}")
    tab.keyboard.press("Escape")
    tab.locator("#panel").wait_for(state="hidden")
    assert link.evaluate("(part) => part === document.activeElement")


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_a_cell_of_the_matrix_opens_its_evidence_in_place(show: Opener, brief: Path, hand: str) -> None:
    tab = show(brief)
    cell = tab.locator("#stand .cell").first
    if not cell.count():
        pytest.skip("nobody takes a stance on this page")
    if hand == "mouse":
        cell.locator("summary").click()
    else:
        cell.locator("summary").focus()
        tab.keyboard.press("Enter")
    evidence = cell.locator(".why a").first
    evidence.wait_for(state="visible")
    if hand == "mouse":
        evidence.click()
    else:
        tab.keyboard.press("Tab")
        assert evidence.evaluate("(part) => part === document.activeElement")
        tab.keyboard.press("Enter")
    tab.locator("#panel :is(mark.on, .word)").first.wait_for(state="visible")
    tab.keyboard.press("Escape")
    assert evidence.evaluate("(part) => part === document.activeElement")


def test_tab_goes_on_through_the_page_and_shows_where_it_is(show: Opener, brief: Path) -> None:
    tab = show(brief)
    assert tab.locator("[tabindex]:not([tabindex='0'])").count() == 0
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => document.activeElement.className") == "skip"
    for _ in range(30):
        focus = tab.evaluate(FOCUSED)
        assert focus["seen"], focus
        assert focus["ahead"], focus
        tab.keyboard.press("Tab")


def test_nothing_reaches_out_of_a_narrow_screen(show: Opener, brief: Path) -> None:
    tab = show(brief, width=360)
    width = "() => document.documentElement.scrollWidth"
    assert tab.evaluate(width) == 360
    assert tab.evaluate("() => [...document.querySelectorAll('.matrix')].every((m) => m.scrollWidth <= m.clientWidth)")
    tab.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert tab.evaluate(width) == 360


def test_on_a_narrow_screen_a_reference_leads_into_the_page_of_the_source(show: Opener, brief: Path) -> None:
    tab = show(brief, width=360)
    link = tab.locator("#said figcaption a[href^='#e-']").first
    link.click()
    tab.wait_for_function(SEEN, arg=(link.get_attribute("href") or "").removeprefix("#"))
    assert not tab.locator("#panel").is_visible()


def test_on_paper_what_is_folded_is_there_and_the_panel_is_not(show: Opener, brief: Path) -> None:
    tab = show(brief)
    tab.locator("#said figcaption a[href^='#e-']").first.click()
    tab.locator("#panel").wait_for(state="visible")
    tab.emulate_media(media="print")
    assert not tab.locator("#panel").is_visible()
    assert not tab.locator("nav").is_visible()
    folded = tab.locator("main .more:not([open]) :is(li:not(.names li), p, section)")
    assert folded.count() == folded.evaluate_all("all => all.filter((part) => part.checkVisibility()).length")


# Of the many parts that are alike, all but the first few are taken out before axe looks, which takes long.
ALIKE = """() => document.querySelectorAll(`
  .voice:nth-of-type(n+4), .report:nth-of-type(n+3), .line:nth-of-type(n+4), .actor:nth-of-type(n+3),
  .source:nth-of-type(n+3), .page p:nth-of-type(n+7), .mark:nth-of-type(n+5),
  :is(.entry, .point, .names li, .passing li, .matrix tr):nth-of-type(n+5)
`).forEach((part) => part.remove())"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(show: Opener, brief: Path, scheme: str) -> None:
    axe = importlib.import_module("axe_playwright_python.sync_playwright").Axe()
    tab = show(brief, color_scheme=scheme)
    if cell := tab.locator("#stand .cell summary").all():
        cell[0].click()
    tab.evaluate(ALIKE)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if scheme == "dark":  # but for its colours it is the same page
        options["runOnly"] = ["color-contrast"]
    found = axe.run(tab, options=options).response["violations"]
    assert [(item["id"], [node["html"][:200] for node in item["nodes"][:3]]) for item in found] == []


def test_what_a_large_page_keeps_packed_is_unpacked_when_looked_for(
    show: Opener, record: Record, written: Callable[[str, Callable[[], Record]], Path], pile: Callable[..., Record]
) -> None:
    path = written("large", lambda: pile(record, 140))
    tab = show(path)
    assert tab.locator("template.packed").count() > 5
    quiet = compose(record).voices[-1].reports[0].lines[0].statement
    for target in (f"s-{quiet}-15", f"e-{quiet}-15"):
        assert tab.locator(f"#{target}").count() == 0
        tab.evaluate("(id) => { location.hash = id; }", target)
        tab.wait_for_function(SEEN, arg=target)
    fold = tab.locator("#sources > .more:has(> .packed) > summary").last
    fold.click()
    tab.locator("#sources > .more[open] .source").last.wait_for(state="visible")
