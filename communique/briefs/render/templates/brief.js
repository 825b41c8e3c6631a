"use strict";
// Opens the source of a statement or a name beside it on a wide screen; elsewhere, and without this script, the link
// jumps there. Unfolds and unpacks what a link leads into.
(() => {
  const panel = document.getElementById("panel");
  const page = document.getElementById("panel-page");
  const wide = window.matchMedia("(min-width: 68rem)");
  let opener = null;

  // Packs (render/packing.py): each is inflated once.
  const inflated = new Map();

  function inflate(pack) {
    if (!inflated.has(pack)) {
      const bytes = Uint8Array.from(atob(pack.content.textContent), (letter) => letter.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
      inflated.set(pack, new Response(stream).text());
    }
    return inflated.get(pack);
  }

  async function unpack(pack) {
    const html = await inflate(pack);
    if (!pack.isConnected) return; // has been unpacked meanwhile
    pack.insertAdjacentHTML("beforebegin", html);
    pack.remove();
    inflated.delete(pack);
  }

  // The element of this id, out of its pack if need be.
  async function find(id) {
    for (const pack of document.getElementById(id) ? [] : document.querySelectorAll(".packed")) {
      if ((await inflate(pack)).includes(`id="${id}"`)) {
        await unpack(pack);
        break;
      }
    }
    return document.getElementById(id);
  }

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

  // Scrolls now and in the next frames: what comes into view may be of another height than was guessed.
  function settle(scroll, frames = 3) {
    scroll();
    if (frames) requestAnimationFrame(() => settle(scroll, frames - 1));
  }

  async function show(id, link) {
    const source = (await find(id))?.closest(".source");
    if (!source) return;
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
    const from = link.closest(":is(.line, .entry, .actor, .point, .cell, .passing li)[id]");
    if (from) history.replaceState(null, "", `#${from.id}`); // the address now leads to what was asked about
    document.body.classList.add("reading");
    if (!panel.open) panel.show();
    const lit = highlight(copy, item(id));
    const first = id.startsWith("e-") ? lit : word;
    if (!lit) first.classList.add("word");
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
    settle(() => (line ?? link).scrollIntoView({ block: "nearest" })); // the text has become narrower
  }

  function close() {
    panel.close();
    document.body.classList.remove("reading");
    document.querySelector(".line.on")?.classList.remove("on");
    opener?.focus();
  }

  // A link to what is packed or folded up: unfold all around it, or the page that it heads, and mark the statement.
  async function reveal() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    const there = document.getElementById(id) !== null;
    const target = await find(id);
    if (!target) return;
    if (!there) location.replace(`#${id}`); // so that it is the :target
    const own = target.querySelector(":scope > details:not(.more)");
    if (own) own.open = true;
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    if (/^[ew]-/.test(id)) highlight(document.getElementById("sources"), item(id));
    settle(() => target.scrollIntoView({ block: /^[ew]-/.test(id) ? "center" : "start" }));
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("main a:is([href^='#e-'], [href^='#w-'])");
    if (!link || !wide.matches || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    show(decodeURIComponent(link.hash.slice(1)), link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) close();
  });
  document.addEventListener(
    "toggle",
    (event) => {
      const part = event.target;
      if (part.tagName !== "DETAILS" || !part.open) return;
      for (const pack of part.querySelectorAll(":scope > .packed")) unpack(pack);
      if (part.classList.contains("cell")) part.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    true,
  );
  document.getElementById("panel-close").addEventListener("click", close);
  wide.addEventListener("change", () => {
    if (!wide.matches && panel.open) close();
  });
  // What is folded up on the screen is unfolded on paper, except what is packed and the pages of the sources.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll(".more:not([open], :has(> .packed))")];
    for (const part of unfolded) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of unfolded) part.open = false;
  });
  window.addEventListener("hashchange", reveal);
  reveal();
})();
