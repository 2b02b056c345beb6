"use strict";
const byId = (id) => document.getElementById(id);

// Builds an element; text is always set as text, never as markup.
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

const counted = (number, one, many) => `${number.toLocaleString("en")} ${number === 1 ? one : many || one + "s"}`;

// Whether there is room for what can wait.
const isRoomy = () => matchMedia("(min-width: 69rem)").matches;

// The smallest motion that still shows where one has come to.
function bringIntoView(target, block) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: block || "center", behavior: calm ? "auto" : "smooth" });
}

function readData(id) {
  const holder = document.getElementById(id);
  return holder ? JSON.parse(holder.textContent) : null;
}

// Values behind the # of the address, such as #document=3&reason=wrap.join.
function readHash() {
  return new URLSearchParams(location.hash.slice(1));
}

{
  const button = document.getElementById("theme");
  let theme = memory.read("theme") || "auto";
  const tell = () => { button.textContent = `Theme: ${theme}`; };
  button.addEventListener("click", () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    memory.write("theme", theme);
    showTheme(theme);
    tell();
  });
  tell();
}
