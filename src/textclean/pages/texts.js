// What a view shows: the text before and after, and each change with its place in both.
function buildViews(views) {
  const built = [];
  for (const view of views) {
    const before = view.text ?? (view.after != null ? built[view.after].after : built[view.like].before);
    const parts = [];
    let at = 0;
    let to = 0;
    const changes = view.changes.map(([a, b, replacement, reasons], number) => {
      parts.push(before.slice(at, a), replacement);
      const c = to + a - at;
      at = b;
      to = c + replacement.length;
      return { number, a, b, c, d: to, reasons };
    });
    parts.push(before.slice(at));
    built.push({ ...view, before, after: parts.join(""), changes });
  }
  return built;
}

// Rows end where a line ends in both texts at once; a row holds as many lines of each as changes run across.
function buildRows({ before, after, changes }) {
  const rows = [];
  let row = { a: 0, c: 0, line: 1, newLine: 1, changes: [] };
  let at = 0;
  let to = 0;
  let feed = before.indexOf("\n");
  const close = () => {
    rows.push({ ...row, b: at, d: to });
    const line = row.line + lineFeeds(before, row.a, at);
    const newLine = row.newLine + lineFeeds(after, row.c, to);
    row = { a: at, c: to, line, newLine, changes: [] };
  };
  const copyUntil = (end) => {
    while (feed >= 0 && feed < end) {
      if (feed >= at) {
        to += feed + 1 - at;
        at = feed + 1;
        close();
      }
      feed = before.indexOf("\n", Math.max(feed + 1, at));
    }
    to += end - at;
    at = end;
  };
  for (const change of changes) {
    copyUntil(change.a);
    row.changes.push(change);
    at = change.b;
    to = change.d;
    if (change.a < at && change.c < to && before[at - 1] === "\n" && after[to - 1] === "\n") close();
  }
  copyUntil(before.length);
  if (row.a < at || row.c < to || row.changes.length) close();
  return rows;
}

function lineFeeds(text, start, end) {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

// Stretches of rows that nothing of interest stands in are folded, but for a few around what does.
const AROUND = 2;
const FEWEST_FOLDED = 4;

function foldRows(rows, isOfInterest) {
  const near = new Uint8Array(rows.length);
  rows.forEach((row, number) => {
    if (isOfInterest(row)) near.fill(1, Math.max(0, number - AROUND), number + AROUND + 1);
  });
  const folds = [];
  if (!near.includes(1)) return folds;
  for (let start = 0; start < rows.length; start += 1) {
    if (near[start]) continue;
    let end = start;
    while (end < rows.length && !near[end]) end += 1;
    if (end - start >= FEWEST_FOLDED) folds.push({ start, end });
    start = end;
  }
  return folds;
}
