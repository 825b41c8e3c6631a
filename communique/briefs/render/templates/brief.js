"use strict";
// Opens the source of a statement beside it on a wide screen; elsewhere, and without this script, the link jumps there.
(() => {
  const panel = document.getElementById("panel");
  const page = document.getElementById("panel-page");
  const wide = window.matchMedia("(min-width: 68rem)");
  let opener = null;

  const marked = (root, id) => root.querySelectorAll(`[data-s~="${CSS.escape(id)}"], [data-n~="${CSS.escape(id)}"]`);

  function highlight(root, id) {
    for (const old of root.querySelectorAll(".on")) old.classList.remove("on");
    const found = [...marked(root, id)];
    for (const part of found) part.classList.add("on");
    return found.find((part) => part.dataset.s?.split(" ").includes(id)) ?? found[0];
  }

  function show(id, link) {
    const anchor = document.getElementById(`e-${id}`);
    const source = anchor?.closest(".source");
    if (!source) return false;
    document.getElementById("panel-title").textContent = source.querySelector("h3").textContent;
    const where = link.closest(".report").querySelectorAll(".where > *");
    document.getElementById("panel-where").textContent = [...where].map((part) => part.textContent).join(", ");
    const copy = source.querySelector(".page").cloneNode(true);
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    page.replaceChildren(copy);
    document.querySelector(".line.on")?.classList.remove("on");
    const line = link.closest(".line");
    line.classList.add("on");
    opener = link;
    history.replaceState(null, "", `#s-${id}`); // the address now leads to this statement
    document.body.classList.add("reading");
    if (!panel.open) panel.show();
    const first = highlight(copy, id);
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
    line.scrollIntoView({ block: "nearest" }); // the lines have become narrower
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
    const folded = target.closest("details") ?? target.querySelector(":scope > details");
    if (folded) folded.open = true;
    if (id.startsWith("e-")) highlight(document.getElementById("sources"), id.slice(2));
    target.scrollIntoView({ block: id.startsWith("e-") ? "center" : "start" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("figcaption a[href^='#e-']");
    if (!link || !wide.matches || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (show(decodeURIComponent(link.hash.slice(3)), link)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) close();
  });
  document.getElementById("panel-close").addEventListener("click", close);
  wide.addEventListener("change", () => {
    if (!wide.matches && panel.open) close();
  });
  window.addEventListener("hashchange", reveal);
  reveal();
})();
