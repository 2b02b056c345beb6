// Draws one side of a row, line by line, with what cannot be seen as escapes.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![ \u3000])\p{Zs}/u;
const UNSEEN_OR_BLANKS = new RegExp(`${UNSEEN.source}| +`, "gu");
const SHORT = { "\n": "\\n", "\t": "\\t", "\r": "\\r", "\f": "\\f", "\v": "\\v" };

function escapeOf(character) {
  if (character in SHORT) return SHORT[character];
  const code = character.codePointAt(0).toString(16);
  if (code.length <= 2) return `\\x${code.padStart(2, "0")}`;
  return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
}

// `edges` says which blanks would not show: those at the end of a line, or both ends of a change.
function* visibleParts(text, { start, end }) {
  let at = 0;
  for (const { 0: found, index } of text.matchAll(UNSEEN_OR_BLANKS)) {
    const behind = index + found.length;
    const blank = found[0] === " ";
    if (blank && !((start && index === 0) || (end && behind === text.length))) continue;
    if (at < index) yield text.slice(at, index);
    yield element("span", { class: "unseen" }, blank ? "·".repeat(found.length) : escapeOf(found));
    at = behind;
  }
  if (at < text.length) yield text.slice(at);
}

const visibleText = (text) =>
  [...visibleParts(text, { start: true, end: true })].map((part) => part.textContent ?? part).join("");

// Cuts text[start:end] where changes begin and end and where the evidence does.
function* cutText(start, end, spans, evidence) {
  const [from, until] = evidence || [-1, -1];
  const cut = function* (low, high, change) {
    const edges = [low, ...[from, until].filter((edge) => low < edge && edge < high), high];
    for (let i = 1; i < edges.length; i += 1) {
      yield { low: edges[i - 1], high: edges[i], change, marked: from <= edges[i - 1] && edges[i] <= until && low < high };
    }
  };
  let at = start;
  for (const { low, high, change } of spans) {
    if (at < low) yield* cut(at, low, null);
    yield* cut(low, high, change);
    at = high;
  }
  if (at < end) yield* cut(at, end, null);
}

// Returns the lines of text[start:end]: `spans` are its changes, `draw` makes the element of one.
function drawLines(text, { start, end, number, spans, evidence, draw }) {
  const nextFeed = (at) => {
    const found = text.indexOf("\n", at);
    return found < 0 ? text.length : found;
  };
  const lines = [];
  let feed = -1;
  let line;
  const open = () => {
    line = element("span", { class: "code", dir: "auto" });
    lines.push(element("div", { class: "line" }, element("span", { class: "number", "aria-hidden": "true" }, String(number)), line));
    number += 1;
  };
  open();
  for (const { low, high, change, marked } of cutText(start, end, spans, evidence)) {
    const wrap = (parts, empty) => {
      let made = parts;
      if (change) made = [draw(change, parts, empty)];
      if (marked) made = [element("mark", {}, ...made)];
      line.append(...made);
    };
    if (low === high) wrap([], true);
    for (let at = low; at < high; ) {
      if (feed < at) feed = nextFeed(at);
      const stop = Math.min(feed, high);
      const atLineEnd = stop === feed;
      const parts = [...visibleParts(text.slice(at, stop), { start: Boolean(change), end: Boolean(change) || atLineEnd })];
      at = stop;
      const ends = stop < high;
      if (ends) {
        if (change) parts.push(element("span", { class: "unseen" }, "\\n"));
        at += 1;
      }
      if (parts.length) wrap(parts, false);
      if (ends && at < end) open();
    }
  }
  return lines;
}
