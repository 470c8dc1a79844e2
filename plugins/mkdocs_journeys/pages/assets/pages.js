// Filters of lists: the rows that match stay; the address keeps the choice, so that it can be sent to somebody.
(() => {
  const texts = new WeakMap();

  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };

  const matches = (row, name, wanted) =>
    name === "words"
      ? wanted.toLowerCase().split(/\s+/).every((word) => textOf(row).includes(word))
      : (row.dataset[name] || "").split("\n").includes(wanted);

  const chosen = (form) => [...new FormData(form)].filter(([, value]) => value.trim()).map(([name, value]) => [name, value.trim()]);

  const apply = (form, rows) => {
    const choices = chosen(form);
    const shown = rows.filter((row) => {
      row.hidden = !choices.every(([name, wanted]) => matches(row, name, wanted));
      return !row.hidden;
    });
    const text = form.dataset.shown.replace("%(shown)s", shown.length).replace("%(all)s", rows.length);
    form.querySelector("output").textContent = choices.length ? text : "";
    return choices;
  };

  const keep = (choices) => {
    const query = new URLSearchParams(choices).toString();
    history.replaceState(history.state, "", (query ? `?${query}` : location.pathname) + location.hash);
  };

  const restore = (form) => {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements.namedItem(name);
      if (field && "value" in field) field.value = value;
    }
  };

  const start = (form) => {
    const rows = [...form.closest(".jm-page").querySelectorAll("[data-jm-row]")];
    const update = () => keep(apply(form, rows));
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(update));
    form.hidden = false;
    restore(form);
    apply(form, rows);
  };

  const ready = () => document.querySelectorAll("form[data-jm-filter][hidden]").forEach(start);
  if (window.document$) window.document$.subscribe(ready);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
