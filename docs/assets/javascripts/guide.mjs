// Starts the components a page has. One that fails is told in the console and stops no other.
import { Filter } from "./components/filter.mjs";
import { OpenTarget } from "./components/open-target.mjs";

for (const Component of [Filter, OpenTarget]) {
  for (const root of document.querySelectorAll(Component.selector)) {
    try {
      new Component(root);
    } catch (error) {
      console.error(`${Component.name} could not start`, error);
    }
  }
}
