// The list of documents: filtered, sorted, a page at a time; what is chosen stands in the address.
const PAGE = 100;
const MOST_TAGS = 4;

function readRows(data) {
  let last = "";
  return data.rows.map(([shared, rest, title, numbers, tags, page], at) => {
    last = last.slice(0, shared) + rest;
    return { at, name: last, title, numbers, tags, page, words: `${last}\n${title}`.toLowerCase() };
  });
}

function startListing({ run, address }) {
  const data = readData("listing");
  const rows = readRows(data);
  const form = byId("filters");
  const body = byId("documents").tBodies[0];
  const headers = [...byId("documents").querySelectorAll("th button")];
  let sort = data.sort;
  let found = [];
  let from = 0;

  for (const [facet, { name, values }] of data.facets.entries()) {
    const counts = new Array(values.length).fill(0);
    for (const row of rows) for (const one of row.tags[facet]) counts[one] += 1;
    form.elements[name].append(
      ...values.map((value, at) => element("option", { value }, `${value} (${counts[at].toLocaleString("en")})`)));
  }

  const compare = (one, other) => {
    const [column, direction] = sort;
    const order = column < 0 ? (one.name < other.name ? -1 : one.name > other.name ? 1 : 0) : one.numbers[column] - other.numbers[column];
    return direction * order || one.at - other.at;
  };

  const drawRow = (row) => {
    const reason = form.elements[data.facets[0].name].value;
    const name = row.page === null ? element("span", { dir: "auto" }, row.name)
      : element("a", { href: address(row.page, reason), dir: "auto" }, row.name);
    const tags = row.tags[0].map((one) => data.facets[0].values[one]);
    const more = tags.length > MOST_TAGS ? [` +${tags.length - MOST_TAGS}`] : [];
    return element("tr", {},
      element("th", { scope: "row" }, name, row.title ? element("small", { dir: "auto" }, row.title) : ""),
      ...row.numbers.map((number, at) => element("td", { "data-label": data.columns[at] }, number.toLocaleString("en"))),
      element("td", { class: "tags" }, tags.slice(0, MOST_TAGS).join(", "), ...more));
  };

  const draw = () => {
    const end = Math.min(from + PAGE, found.length);
    body.replaceChildren(...found.slice(from, end).map(drawRow));
    const shown = found.length > PAGE ? `, ${(from + 1).toLocaleString("en")} to ${end.toLocaleString("en")} shown` : "";
    byId("found").textContent = `${found.length.toLocaleString("en")} of ${counted(rows.length, "document")}${shown}`;
    byId("earlier").hidden = from === 0;
    byId("later").hidden = end >= found.length;
    headers.forEach((header, at) => {
      const column = at - 1;
      const state = column !== sort[0] ? "none" : sort[1] > 0 ? "ascending" : "descending";
      header.parentElement.setAttribute("aria-sort", state);
    });
  };

  const filter = () => {
    const wanted = data.facets.map(({ name, values }) => values.indexOf(form.elements[name].value));
    const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = rows
      .filter((row) => wanted.every((one, facet) => one < 0 || row.tags[facet].includes(one)) && words.every((word) => row.words.includes(word)))
      .sort(compare);
    from = 0;
    draw();
  };

  const remember = () => {
    const kept = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    if (String(sort) !== String(data.sort)) kept.set("sort", sort.join(","));
    try { history.replaceState(null, "", `#${kept}`); } catch { /* some viewers of files allow no address of its own */ }
  };

  const recall = () => {
    const kept = readHash();
    if (kept.has("document")) return;
    for (const field of form.elements) if (field.name) field.value = kept.get(field.name) || "";
    const [column, direction] = (kept.get("sort") || "").split(",").map(Number);
    sort = direction && column >= -1 && column < data.columns.length ? [column, Math.sign(direction)] : data.sort;
    filter();
  };

  form.addEventListener("input", () => { filter(); remember(); });
  form.addEventListener("change", (event) => { if (event.target.matches("select")) { filter(); remember(); } });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
  headers.forEach((header, at) => header.addEventListener("click", () => {
    const column = at - 1;
    sort = [column, column === sort[0] ? -sort[1] : column < 0 ? 1 : -1];
    filter();
    remember();
  }));
  const turnPage = (step) => { from += step; draw(); byId("documents").focus({ preventScroll: true }); bringIntoView(byId("documents"), "start"); };
  byId("earlier").addEventListener("click", () => turnPage(-PAGE));
  byId("later").addEventListener("click", () => turnPage(PAGE));
  body.addEventListener("click", () => rememberOrder(run, found.map((row) => row.page).filter((page) => page !== null)), true);
  for (const button of document.querySelectorAll("[data-facet]")) {
    button.addEventListener("click", () => {
      form.reset();
      form.elements[button.dataset.facet].value = button.dataset.value;
      filter();
      remember();
      form.elements[button.dataset.facet].focus({ preventScroll: true });
      bringIntoView(byId("list"), "start");
    });
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key !== "/" || typing || byId("overview").hidden || memory.read("keys") === "off") return;
    event.preventDefault();
    form.elements.q.focus();
  });
  addEventListener("hashchange", recall);
  recall();
  if (readHash().has("document")) filter();
}
