// One document after the other, as in the list the reader came from, else as in the run.
// `address` gives the link of a document by its number; `last` is the number behind the last one known, `total` theirs.
class Reading {
  constructor({ run, last, total, address }) {
    Object.assign(this, { run, last, total, address });
    this.viewer = new Viewer();
    listenToKeys({
      n: () => this.viewer.go(1) || this.leave(),
      j: () => this.viewer.go(1) || this.leave(),
      p: () => this.viewer.go(-1),
      k: () => this.viewer.go(-1),
      "]": () => this.follow("next-document"),
      "[": () => this.follow("previous-document"),
      s: () => this.viewer.chooseView((this.viewer.number + 1) % this.viewer.views.length),
      e: () => this.viewer.unfoldAll(),
      i: () => this.follow("home"),
      "?": () => { const keys = document.querySelector(".keys"); keys.open = !keys.open; },
    });
  }

  // Shows a document; `arriving` from another place in the same page, the reader starts at its name.
  show(number, data, arriving) {
    this.leaving = false;
    const reason = readHash().get("reason");
    const { order, hash } = recallOrder(this.run);
    const at = order ? order.indexOf(number) : -1;
    const beside = (step) => (at >= 0 ? order[at + step] : number + step >= 0 && number + step < this.last ? number + step : undefined);
    this.link("previous-document", beside(-1), reason);
    this.link("next-document", beside(1), reason);
    const [place, total] = at >= 0 ? [at, order.length] : [number, this.total];
    byId("place").textContent = `${(place + 1).toLocaleString("en")}${total ? ` of ${total.toLocaleString("en")}` : ""}`;
    byId("home").hash = hash || "#";
    document.title = `${data.name} – textclean`;
    this.viewer.show(data, reason);
    if (arriving) {
      scrollTo(0, 0);
      byId("name").focus({ preventScroll: true });
    }
    if (reason) this.viewer.go(1);
  }

  link(id, number, reason) {
    const link = byId(id);
    link.hidden = number === undefined;
    if (number !== undefined) link.href = this.address(number, reason);
    else link.removeAttribute("href");
  }

  follow(id) {
    const link = byId(id);
    if (!link.hidden) link.click();
  }

  // Past the last change, the next document comes at the second call, so that nobody leaves by surprise.
  leave() {
    const next = byId("next-document");
    if (this.leaving && !next.hidden) next.click();
    else byId("status").textContent = next.hidden ? "No further change, and no further document" : "No further change; n again opens the next document";
    this.leaving = true;
  }
}
