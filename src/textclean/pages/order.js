// The order of the list, and what it was filtered by, kept for the pages that are opened from it.
const ORDER = "textclean-order";

function rememberOrder(run, order) {
  try { sessionStorage.setItem(ORDER, JSON.stringify({ run, order, hash: location.hash })); } catch { /* the run's own order it is */ }
}

function recallOrder(run) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(ORDER));
    return kept && kept.run === run ? kept : {};
  } catch {
    return {};
  }
}
