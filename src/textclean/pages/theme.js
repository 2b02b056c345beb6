// The theme that the reader chose last, before anything is drawn.
"use strict";
const THEMES = ["auto", "light", "dark"];
const memory = {
  read(key) { try { return localStorage.getItem("textclean-" + key); } catch { return null; } },
  write(key, value) { try { localStorage.setItem("textclean-" + key, value); } catch { /* a private window keeps nothing */ } },
};
function showTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
showTheme(memory.read("theme") || "auto");
