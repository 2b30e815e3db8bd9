// Starts the components a page has, and loads only those. One that fails is told in the console and stops no other.
import { OpenTarget } from "./components/open-target.mjs";
import { Scheme } from "./components/scheme.mjs";

const later = {
  '[data-module="contents"]': () => import("./components/contents.mjs"),
  '[data-module="filter"]': () => import("./components/filter.mjs"),
  ".footnote": () => import("./components/notes.mjs"),
  ".text pre > code": () => import("./components/copy.mjs"),
};

function start(Component) {
  for (const root of document.querySelectorAll(Component.selector)) new Component(root);
}

for (const Component of [OpenTarget, Scheme]) attempt(() => start(Component));
for (const [selector, load] of Object.entries(later)) {
  if (document.querySelector(selector)) attempt(async () => Object.values(await load()).forEach(start));
}

async function attempt(step) {
  try {
    await step();
  } catch (error) {
    console.error("A part of the page could not start", error);
  }
}
