// The page of one document of a large run.
{
  const data = readData("document");
  const reading = new Reading({
    run: new URL("../index.html", location).pathname,
    last: data.number + (data.more ? 2 : 1),
    total: null,
    address: (number, reason) => `${String(number).padStart(6, "0")}.html${reason ? `#reason=${encodeURIComponent(reason)}` : ""}`,
  });
  reading.show(data.number, data);
}
