// Switches only: without this script nothing is missing from a page.
(() => {
  "use strict";

  const all = (root, selector) => [...root.querySelectorAll(selector)];

  // The map: lanes and personas can be switched off, and the address keeps the choice.

  const KEYS = { lane: "hide", persona: "without" };

  function setUpMap(map) {
    const tools = map.querySelector(".jm-tools");
    if (tools?.hidden) setUpTools(map, tools);
    const views = map.querySelector(".jm-views");
    if (views?.hidden) setUpViews(map, views);
    setUpFullScreen(map, map.querySelector(".jm-full"));
  }

  function setUpTools(map, tools) {
    const boxes = all(tools, "input");
    const chosen = new URLSearchParams(location.search);
    for (const box of boxes) {
      box.checked = !(chosen.get(KEYS[box.name]) || "").split(" ").includes(box.value);
    }
    tools.hidden = false;
    tools.open = boxes.some((box) => !box.checked);
    tools.addEventListener("submit", (event) => event.preventDefault());
    tools.addEventListener("change", () => {
      show(map, boxes);
      keep(boxes);
    });
    show(map, boxes);
  }

  // What the curve shows: one view at a time, and the address keeps the choice.

  function setUpViews(map, views) {
    const choices = all(views, "input");
    const asked = new URLSearchParams(location.search).get("view");
    const chosen = choices.find((choice) => choice.value === asked) || choices[0];
    chosen.checked = true;
    views.hidden = false;
    views.addEventListener("submit", (event) => event.preventDefault());
    views.addEventListener("change", (event) => {
      showView(map, choices, event.target);
      keepView(event.target.value, choices[0].value);
    });
    showView(map, choices, chosen);
  }

  function showView(map, choices, chosen) {
    for (const choice of choices) {
      for (const part of all(map, `.jm-v-${choice.value}`)) part.toggleAttribute("hidden", choice !== chosen);
    }
  }

  function keepView(view, usual) {
    const address = new URL(location.href);
    if (view === usual) address.searchParams.delete("view");
    else address.searchParams.set("view", view);
    history.replaceState(history.state, "", address);
  }

  function off(boxes, name) {
    return boxes.filter((box) => box.name === name && !box.checked).map((box) => box.value);
  }

  function show(map, boxes) {
    for (const box of boxes.filter((one) => one.name === "lane")) {
      for (const part of all(map, `.jm-r-${box.value}`)) part.hidden = !box.checked;
    }
    const without = new Set(off(boxes, "persona"));
    for (const part of all(map, "[data-persona]")) {
      part.toggleAttribute("hidden", without.has(part.dataset.persona));
    }
    for (const step of all(map, "[data-personas]")) {
      step.classList.toggle("jm-off", step.dataset.personas.split(" ").every((id) => without.has(id)));
    }
  }

  function keep(boxes) {
    const address = new URL(location.href);
    for (const [name, key] of Object.entries(KEYS)) {
      const values = off(boxes, name);
      if (values.length) address.searchParams.set(key, values.join(" "));
      else address.searchParams.delete(key);
    }
    history.replaceState(history.state, "", address);
  }

  function setUpFullScreen(map, button) {
    if (!document.fullscreenEnabled || !button.hidden) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else map.requestFullscreen();
    });
  }

  // Tables: a button in each column's head sorts by it.

  function setUpTable(table) {
    const heads = all(table, "thead th");
    if (table.querySelector("thead button")) return;
    heads.forEach((head, column) => {
      if (!head.textContent.trim()) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, heads, column));
      head.append(button);
    });
  }

  function sort(table, heads, column) {
    const direction = heads[column].getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", direction);
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const sign = direction === "ascending" ? 1 : -1;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [sortKey(row.cells[column]), row]);
    rows.sort(([one], [other]) => (one === "") - (other === "") || sign * order(one, other, compare));
    body.append(...rows.map(([, row]) => row));
  }

  function sortKey(cell) {
    return cell ? (cell.dataset.sort ?? cell.textContent.trim()) : "";
  }

  function order(one, other, compare) {
    return one !== "" && other !== "" && !isNaN(one) && !isNaN(other) ? one - other : compare(one, other);
  }

  function start() {
    all(document, ".jm-map").forEach(setUpMap);
    all(document, "table[data-jm-sort]").forEach(setUpTable);
  }

  // Material's instant navigation changes pages without loading them anew, and says so here.
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
