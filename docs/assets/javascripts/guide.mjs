// Starts the components a page has, and loads only those. One that fails is told in the console and stops no other.
import { Scheme } from "./components/scheme.mjs";
import { SearchTrigger } from "./components/search-trigger.mjs";

const later = {
  '[data-module="filter"]': () => import("./components/filter.mjs"),
  '[data-module="search-page"]': () => import("./search/page.mjs"),
  '[data-module="print"]': () => import("./components/print.mjs"),
  ".text pre > code": () => import("./components/copy.mjs"),
};

function start(Component) {
  for (const root of document.querySelectorAll(Component.selector)) new Component(root);
}

async function startAll(module) {
  Object.values(await module).forEach(start);
}

for (const Component of [Scheme, SearchTrigger]) attempt(() => start(Component));
for (const [selector, load] of Object.entries(later)) {
  if (document.querySelector(selector)) attempt(() => startAll(load()));
}

const contents = document.querySelector('[data-module="contents"]');
if (contents?.checkVisibility()) attempt(() => startAll(import("./components/contents.mjs")));

const openTarget = () => attempt(async () => (await import("./components/open-target.mjs")).openTarget());
if (location.hash) openTarget();
addEventListener("hashchange", openTarget);

const nearNote = ({ target }) => {
  if (!target.closest?.("a.footnote-ref")) return;
  for (const near of ["pointerover", "focusin"]) removeEventListener(near, nearNote);
  attempt(async () => (await import("./components/notes.mjs")).showNotes(target.closest("a.footnote-ref")));
};
for (const near of ["pointerover", "focusin"]) addEventListener(near, nearNote);

if (new URLSearchParams(location.search).get("h")) attempt(() => startAll(import("./search/found.mjs")));

async function attempt(step) {
  try {
    await step();
  } catch (error) {
    console.error("A part of the page could not start", error);
  }
}
