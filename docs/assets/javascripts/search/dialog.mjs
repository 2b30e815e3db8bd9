import { SearchBox } from "./box.mjs";
import { SearchTrigger } from "../components/search-trigger.mjs";
import { Client } from "./client.mjs";

/** The search over the page: it begins anew on opening; the trigger takes the focus back. */
export class SearchDialog {
  constructor() {
    this.dialog = document.querySelector("[data-search-dialog]");
    const root = siteRoot();
    this.client = new Client(`${root}search/`, (state) => this.box.take(state));
    this.box = new SearchBox(this.dialog.querySelector("[data-search-box]"), { root, client: this.client });
    this.dialog.querySelector("[data-search-close]").addEventListener("click", () => this.dialog.close());
    this.keepLetters(this.dialog.querySelector("[data-search-keys]"));
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
    this.dialog.addEventListener("click", (event) => this.click(event));
  }

  /** Lets readers turn the shortcuts of one letter off, which may get in the way of dictation. */
  keepLetters(box) {
    box.checked = SearchTrigger.areLettersOn();
    box.addEventListener("change", () => SearchTrigger.turnLetters(box.checked));
  }

  /** Loads the index before it is needed. */
  prepare() {
    this.client.load().catch(() => {});
  }

  /** Takes over after the trigger opened the dialog. */
  opened() {
    this.box.reset();
    this.box.load();
  }

  /** Closes on a click beside the dialog, and when a link leads to this very page. */
  click({ target, ctrlKey, metaKey, shiftKey }) {
    const leaves = target.closest("a") && !ctrlKey && !metaKey && !shiftKey;
    if (leaves || target === this.dialog) this.dialog.close();
  }
}

/** Gives the address of the site's first page, with a slash at its end. */
export function siteRoot() {
  const { root } = document.querySelector("[data-search-open]").dataset;
  return new URL(`${root.replace(/\/$/, "")}/`, location.href).href;
}
