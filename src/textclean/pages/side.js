// The fields, warnings and other figures beside a text; each that has a place in it leads there.
function showSide(viewer) {
  const { data } = viewer;
  let pressed = null;
  const pointer = (span, label, ...content) => {
    if (!span) return element("span", { class: "plain" }, ...content);
    const button = element("button", { type: "button", class: "pointer", "aria-pressed": "false" }, ...content);
    button.addEventListener("click", () => {
      const again = pressed === button;
      if (pressed) pressed.setAttribute("aria-pressed", "false");
      pressed = again ? null : button;
      if (pressed) pressed.setAttribute("aria-pressed", "true");
      viewer.point(again ? null : span, label);
    });
    return button;
  };
  const where = (line) => (line ? ` · line ${line.toLocaleString("en")}` : "");
  const item = ({ label, value, note, line, span, parts }) =>
    element("li", {},
      pointer(span, `${label}${where(line)}`,
        element("b", {}, label), " ", element("span", { class: "value", dir: "auto" }, value),
        element("small", {}, (note || "") + (note ? where(line) : where(line).replace(" · ", "")))),
      ...(parts && parts.length ? [element("details", {}, element("summary", {}, counted(parts.length, "block")), element("ul", {}, ...parts.map(item)))] : []));
  byId("side").replaceChildren(
    ...data.side.map(({ title, items, empty }) =>
      element("details", { open: isRoomy() },
        element("summary", {}, element("h2", {}, title), " ", element("span", { class: "count" }, items.length)),
        items.length ? element("ul", {}, ...items.map(item)) : "",
        empty ? element("p", { class: "muted" }, empty) : "")),
  );
}
