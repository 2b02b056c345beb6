// Single keys, which a reader can switch off, and never while something is typed or a chord is held.
function listenToKeys(actions) {
  const box = byId("keys-on");
  box.checked = memory.read("keys") !== "off";
  box.addEventListener("change", () => memory.write("keys", box.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea");
    if (typing || !box.checked || byId("viewer").hidden || event.ctrlKey || event.metaKey || event.altKey || !(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  });
}
