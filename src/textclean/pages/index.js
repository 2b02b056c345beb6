// The list of a large run, whose documents are pages of their own.
startListing({
  run: location.pathname,
  address: (number, reason) => `documents/${String(number).padStart(6, "0")}.html${reason ? `#reason=${encodeURIComponent(reason)}` : ""}`,
});
