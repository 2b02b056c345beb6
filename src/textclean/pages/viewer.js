// One text beside another: rows, folds, the chosen rules, the current change.

class Viewer {
  constructor() {
    byId("step").addEventListener("change", () => this.chooseView(Number(byId("step").value)));
    byId("unfold").addEventListener("click", () => this.unfoldAll());
    byId("previous-change").addEventListener("click", () => this.go(-1));
    byId("next-change").addEventListener("click", () => this.go(1));
    byId("text").addEventListener("click", (event) => {
      const change = event.target.closest("[data-change]");
      if (change && getSelection().isCollapsed) this.select(Number(change.dataset.change), false);
    });
  }

  // Takes a document; `reason` is the rule to look at alone, where one is asked for.
  show(data, reason) {
    this.data = data;
    this.views = buildViews(data.views);
    this.chosen = new Set(reason && data.reasons.includes(reason) ? [data.reasons.indexOf(reason)] : []);
    this.evidence = null;
    byId("name").textContent = data.name;
    byId("about").replaceChildren(...data.about.flatMap((one, at) => [at ? " · " : "", element("bdi", {}, one)]));
    byId("step").replaceChildren(
      ...this.views.map((view, number) =>
        element("option", { value: number }, `${view.label} (${counted(view.changes.length, "change")})`)),
    );
    showSide(this);
    this.chooseView(0);
  }

  get view() { return this.views[this.number]; }

  chooseView(number) {
    this.number = number;
    byId("step").value = number;
    this.rows = buildRows(this.view);
    this.changeRows = new Map(this.rows.flatMap((row, at) => row.changes.map((change) => [change.number, at])));
    this.current = -1;
    if (number !== 0) this.evidence = null;
    this.showRules();
    this.draw();
  }

  showRules() {
    const counts = new Map();
    for (const { reasons } of this.view.changes) for (const one of reasons) counts.set(one, (counts.get(one) || 0) + 1);
    const ordered = [...counts].sort((one, other) => other[1] - one[1]);
    const rules = byId("rules");
    rules.hidden = ordered.length === 0;
    rules.open = rules.open || isRoomy() || this.chosen.size > 0;
    rules.querySelector(".count").textContent = ordered.length;
    rules.querySelector("div").replaceChildren(
      ...ordered.map(([reason, count]) =>
        element(
          "button",
          { type: "button", class: "chip", "aria-pressed": String(this.chosen.has(reason)), title: this.data.meanings[reason], onclick: (event) => this.toggle(reason, event.currentTarget) },
          this.data.reasons[reason], " ", element("span", { class: "count" }, count.toLocaleString("en")),
        )),
    );
  }

  toggle(reason, button) {
    if (!this.chosen.delete(reason)) this.chosen.add(reason);
    button.setAttribute("aria-pressed", String(this.chosen.has(reason)));
    this.current = -1;
    this.draw();
  }

  isChosen({ reasons }) {
    return this.chosen.size === 0 || reasons.some((one) => this.chosen.has(one));
  }

  // Draws everything anew; folds are closed but for those that hold the evidence.
  draw() {
    this.active = this.view.changes.filter((change) => this.isChosen(change)).map((change) => change.number);
    const folds = foldRows(this.rows, (row) => row.changes.some((change) => this.isChosen(change)));
    const [low, high] = this.evidence || [0, 0];
    const body = document.createDocumentFragment();
    let at = 0;
    for (const { start, end } of [...folds, { start: this.rows.length, end: this.rows.length }]) {
      for (; at < start; at += 1) body.append(this.drawRow(this.rows[at]));
      const holdsEvidence = this.evidence && start < end && this.rows[start].a < high && low < this.rows[end - 1].b;
      if (start < end && !holdsEvidence) {
        body.append(this.drawFold(start, end));
        at = end;
      }
    }
    const [before, after] = this.view.sides;
    const head = element("div", { role: "row", class: "row head" },
      element("div", { role: "columnheader" }, before), element("div", { role: "columnheader" }, after));
    byId("text").replaceChildren(element("div", { role: "rowgroup" }, head), element("div", { role: "rowgroup", class: "rows" }, body));
    byId("unfold").hidden = !byId("text").querySelector(".fold");
    this.tell();
  }

  drawFold(start, end) {
    const lines = this.rows[end - 1].line - this.rows[start].line + 1;
    const button = element("button", { type: "button" }, `Show ${counted(lines, "unchanged line")}`);
    const fold = element("div", { role: "row", class: "fold" }, element("div", { role: "cell" }, button));
    fold.unfold = () => {
      const rows = this.rows.slice(start, end).map((row) => this.drawRow(row));
      const hadFocus = fold.contains(document.activeElement);
      fold.replaceWith(...rows);
      if (hadFocus) { rows[0].tabIndex = -1; rows[0].focus({ preventScroll: true }); }
      byId("unfold").hidden = !byId("text").querySelector(".fold");
    };
    button.addEventListener("click", fold.unfold);
    return fold;
  }

  unfoldAll() {
    for (const fold of [...byId("text").querySelectorAll(".fold")]) fold.unfold();
    byId("text").focus({ preventScroll: true });
  }

  drawRow(row) {
    const { before, after, changes } = this.view;
    const changed = row.changes.some((change) => this.isChosen(change));
    const draw = (tag) => (change, parts, empty) => {
      const off = this.isChosen(change) ? "" : " off";
      const title = change.reasons.map((one) => this.data.reasons[one]).join(", ");
      return element(empty ? "span" : tag, { class: `change${empty ? " gap" : ""}${off}`, "data-change": change.number, tabindex: "-1", title }, ...parts);
    };
    const side = (text, options) => element("div", { role: "cell", class: "cell" }, ...drawLines(text, options));
    return element("div", { role: "row", class: changed ? "row changed" : "row" },
      side(before, {
        start: row.a, end: row.b, number: row.line, evidence: this.evidence, draw: draw("del"),
        spans: row.changes.map((change) => ({ low: change.a, high: change.b, change })),
      }),
      side(after, {
        start: row.c, end: row.d, number: row.newLine, evidence: null, draw: draw("ins"),
        spans: row.changes.map((change) => ({ low: change.c, high: change.d, change })),
      }));
  }

  // Steps to the next change that is chosen, or the one before; past the ends, says so.
  go(step) {
    const at = this.active.indexOf(this.current);
    const next = at < 0 ? (step > 0 ? 0 : this.active.length - 1) : at + step;
    if (next < 0 || next >= this.active.length) return false;
    this.select(this.active[next], true);
    return true;
  }

  select(number, scroll) {
    this.current = number;
    for (const one of byId("text").querySelectorAll(".current")) one.classList.remove("current");
    const shown = [...byId("text").querySelectorAll(`[data-change="${number}"]`)];
    for (const one of shown) one.classList.add("current");
    const target = shown.find((one) => one.matches("ins")) || shown[0];
    if (target) {
      target.focus({ preventScroll: true });
      if (scroll) bringIntoView(target);
    }
    this.tell();
  }

  // Says in the dock where the reader is.
  tell() {
    const { changes, before, after } = this.view;
    const total = this.active.length;
    const change = changes[this.current];
    const position = this.active.indexOf(this.current) + 1;
    byId("previous-change").disabled = byId("next-change").disabled = total === 0;
    if (!change) {
      const rest = changes.length - total;
      const what = total ? counted(total, "change") : "No change";
      byId("status").replaceChildren(rest ? `${what} chosen, ${rest.toLocaleString("en")} others dimmed` : what);
      return;
    }
    const row = this.rows[this.changeRows.get(change.number)];
    const line = row.line + lineFeeds(before, row.a, change.a);
    const quote = (tag, text) => (text ? element(tag, {}, visibleText(text.length > 60 ? `${text.slice(0, 40)}…` : text)) : "nothing");
    byId("status").replaceChildren(
      element("b", {}, `${position} of ${total}`), ` line ${line.toLocaleString("en")} `,
      ...change.reasons.map((one) => element("span", { class: "rule" }, this.data.reasons[one], " ")),
      element("span", { class: "quote" }, quote("del", before.slice(change.a, change.b)), " → ", quote("ins", after.slice(change.c, change.d))),
      element("span", { class: "meaning" }, change.reasons.map((one) => this.data.meanings[one] || "").join(" ")),
    );
  }

  // Marks a span of the first view's text, and shows it.
  point(span, label) {
    this.evidence = span;
    if (this.number !== 0) this.chooseView(0);
    else this.draw();
    const mark = byId("text").querySelector("mark");
    if (mark) bringIntoView(mark, "center");
    if (span) byId("status").replaceChildren(element("b", {}, label));
  }
}
