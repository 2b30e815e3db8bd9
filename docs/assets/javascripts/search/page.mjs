import { SearchBox } from "./box.mjs";
import { Client } from "./client.mjs";
import { siteRoot } from "./dialog.mjs";

/** The search as a page: the query stands in its address. */
export class SearchPage {
  static selector = '[data-module="search-page"]';

  /** @param {HTMLElement} place holds what readers without script see */
  constructor(place) {
    const form = document.querySelector("[data-search-dialog] [data-search-box]").cloneNode(true);
    for (const part of form.querySelectorAll("[data-search-close], [data-search-keys]")) part.closest("button, label").remove();
    place.replaceChildren(form);
    const root = siteRoot();
    const client = new Client(`${root}search/`, (state) => this.box.take(state));
    this.box = new SearchBox(form, { root, client });
    this.box.input.value = new URLSearchParams(location.search).get("q") ?? "";
    this.box.input.addEventListener("input", () => this.keep());
    this.box.load();
    this.box.input.focus();
  }

  keep() {
    const query = this.box.input.value;
    history.replaceState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
  }
}
