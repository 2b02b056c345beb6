// Everything in one file: the list and the documents take turns, by what stands behind the # of the address.
{
  const address = (number, reason) => `#document=${number}${reason ? `&reason=${encodeURIComponent(reason)}` : ""}`;
  const overview = byId("overview");
  const article = byId("viewer");
  const title = document.title;
  const last = Number(article.dataset.last);
  const run = location.pathname;
  startListing({ run, address });
  const reading = new Reading({ run, last, total: last, address });
  let first = true;
  const turn = () => {
    const number = readHash().get("document");
    const data = number === null ? null : readData(`document-${number}`);
    overview.hidden = Boolean(data);
    article.hidden = !data;
    if (data) {
      reading.show(Number(number), data, !first);
    } else if (!first) {
      document.title = title;
      overview.querySelector("h1").focus({ preventScroll: true });
    }
    first = false;
  };
  addEventListener("hashchange", turn);
  turn();
}
