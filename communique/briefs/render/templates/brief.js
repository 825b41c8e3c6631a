"use strict";
// Opens the source of a statement or a name beside it on a wide screen; elsewhere, and without this script, the link jumps there.
(() => {
  const panel = document.getElementById("panel");
  const page = document.getElementById("panel-page");
  const wide = window.matchMedia("(min-width: 68rem)");
  let opener = null;

  const marked = (root, id) => root.querySelectorAll(`[data-s~="${CSS.escape(id)}"], [data-n~="${CSS.escape(id)}"]`);

  function highlight(root, id) {
    for (const old of root.querySelectorAll(".on, .word")) old.classList.remove("on", "word");
    const found = [...marked(root, id)];
    for (const part of found) part.classList.add(id.startsWith("w-") ? "word" : "on");
    return found.find((part) => part.dataset.s?.split(" ").includes(id)) ?? found[0];
  }

  // A statement is marked by its own id, the words for an event by that of their place.
  const item = (id) => (id.startsWith("e-") ? id.slice(2) : id);

  // What a link to words of a source stands for: the mark itself, or what follows an empty anchor.
  const place = (anchor) => (anchor.tagName === "A" ? anchor.nextElementSibling : anchor);

  function show(id, link) {
    const source = document.getElementById(id)?.closest(".source");
    if (!source) return false;
    document.getElementById("panel-title").textContent = source.querySelector("h3").textContent;
    document.getElementById("panel-where").textContent = source.dataset.where;
    const copy = source.querySelector(".page").cloneNode(true);
    const word = place(copy.querySelector(`#${CSS.escape(id)}`));
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    page.replaceChildren(copy);
    document.querySelector(".line.on")?.classList.remove("on");
    const line = link.closest(".line");
    line?.classList.add("on");
    opener = link;
    const from = link.closest(".line, .entry, .actor, .passing li");
    if (from) history.replaceState(null, "", `#${from.id}`); // the address now leads to what was asked about
    document.body.classList.add("reading");
    if (!panel.open) panel.show();
    const lit = highlight(copy, item(id));
    const first = id.startsWith("e-") ? lit : word;
    if (!lit) first.classList.add("word");
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
    (line ?? link).scrollIntoView({ block: "nearest" }); // the text has become narrower
    return true;
  }

  function close() {
    panel.close();
    document.body.classList.remove("reading");
    document.querySelector(".line.on")?.classList.remove("on");
    opener?.focus();
  }

  // A link into a page that is folded up: unfold it, and mark every part of the statement.
  function reveal() {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    const folded = target.closest("details") ?? target.querySelector(":scope > details:not(.more)");
    if (folded) folded.open = true;
    if (/^[ew]-/.test(id)) highlight(document.getElementById("sources"), item(id));
    target.scrollIntoView({ block: /^[ew]-/.test(id) ? "center" : "start" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("main a:is([href^='#e-'], [href^='#w-'])");
    if (!link || !wide.matches || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (show(decodeURIComponent(link.hash.slice(1)), link)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) close();
  });
  document.getElementById("panel-close").addEventListener("click", close);
  wide.addEventListener("change", () => {
    if (!wide.matches && panel.open) close();
  });
  // What is folded up on the screen is unfolded on paper, except the pages of the sources.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(".more:not([open])")];
    for (const part of unfolded) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of unfolded) part.open = false;
  });
  window.addEventListener("hashchange", reveal);
  reveal();
})();
