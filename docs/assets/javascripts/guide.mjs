// Starts the components a page has, and loads only those. One that fails is told in the console and stops no other.
import { OpenTarget } from "./components/open-target.mjs";
import { Scheme } from "./components/scheme.mjs";
import { SearchTrigger } from "./components/search-trigger.mjs";

const later = {
  '[data-module="contents"]': () => import("./components/contents.mjs"),
  '[data-module="filter"]': () => import("./components/filter.mjs"),
  '[data-module="search-page"]': () => import("./search/page.mjs"),
  ".footnote": () => import("./components/notes.mjs"),
  ".text pre > code": () => import("./components/copy.mjs"),
};

function start(Component) {
  for (const root of document.querySelectorAll(Component.selector)) new Component(root);
}

for (const Component of [OpenTarget, Scheme, SearchTrigger]) attempt(() => start(Component));
for (const [selector, load] of Object.entries(later)) {
  if (document.querySelector(selector)) attempt(async () => Object.values(await load()).forEach(start));
}

if (new URLSearchParams(location.search).get("h")) attempt(async () => start((await import("./search/found.mjs")).Found));

async function attempt(step) {
  try {
    await step();
  } catch (error) {
    console.error("A part of the page could not start", error);
  }
}
