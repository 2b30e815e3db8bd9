import { explain, link, option } from "./results.mjs";

/** Milliseconds without a key before passages are asked for. */
const PAUSE = 120;

/** A field with results below it, after the combobox pattern: focus stays in the field, arrows choose. */
export class SearchBox {
  static count = 0;

  /**
   * @param {HTMLFormElement} form theme/partials/search-box.html
   * @param {{ root: string, client: import("./client.mjs").Client }} given the site's address, and who finds
   */
  constructor(form, { root, client }) {
    Object.assign(this, { form, root, client, shown: 0 });
    this.name = `search-${SearchBox.count++}`;
    for (const part of ["input", "kinds", "status", "results", "none", "nearest", "error", "help", "retry"]) {
      this[part] = form.querySelector(`[data-search-${part}]`);
    }
    this.results.id = `${this.name}-results`;
    this.input.setAttribute("aria-controls", this.results.id);
    this.radios = [...this.kinds.querySelectorAll("input")];
    for (const radio of this.radios) radio.name = `${this.name}-kind`;
    this.seen = new IntersectionObserver((entries) => this.see(entries), { root: this.results });
    this.listen();
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.kinds.addEventListener("change", () => this.search());
    this.retry.addEventListener("click", () => this.load());
  }

  /** Loads the index; what was typed meanwhile is searched then. */
  async load() {
    this.error.hidden = true;
    try {
      await this.client.load();
      await this.search();
    } catch {
      this.fail();
    }
  }

  /** Takes news of the service: with more of the index, the same words may find more. */
  take(state) {
    this.partly = state === "partly";
    this.search();
  }

  /** Begins anew, without a filter. */
  reset() {
    this.radios[0].checked = true;
  }

  get kind() {
    return this.radios.find(({ checked }) => checked).value;
  }

  async search() {
    const query = this.input.value;
    const asked = (this.asked = Symbol(query));
    if (!query.trim()) return this.empty();
    if (!this.client.isLoaded) return this.load();
    try {
      const found = await this.client.ask("search", { query, kind: this.kind });
      if (asked === this.asked) this.show(query, found);
    } catch {
      if (asked === this.asked) this.fail();
    }
  }

  show(query, found) {
    this.found = found;
    this.results.dataset.query = query;
    const given = { root: this.root, kinds: this.names(), marks: found.marks };
    this.seen.disconnect();
    this.results.replaceChildren(...found.results.map((result, at) => option(result, given, `${this.name}-${at}`)));
    this.options = [...this.results.querySelectorAll("[data-search-result]")];
    this.options[0]?.toggleAttribute("data-definition", found.results[0].at === found.definition);
    this.nearest.replaceChildren(...found.nearest.map((result) => inItem(link(result, { ...given, marks: "" }))));
    this.count(found);
    this.choose(0);
    this.results.scrollTop = 0;
    for (const made of this.options) this.seen.observe(made);
  }

  /** Says how many there are, and shows only what there is. */
  count({ results, total, counts }) {
    const sum = Object.values(counts).reduce((all, one) => all + one, 0);
    for (const radio of this.radios) {
      const number = radio.value ? (counts[radio.value] ?? 0) : sum;
      radio.parentElement.hidden = !number && !radio.checked;
      radio.parentElement.querySelector("[data-count]").value = number;
    }
    this.say({ kinds: sum > 0, none: sum === 0, results: results.length > 0 });
    const missing = this.partly ? " The full text could not be loaded; only titles and terms were searched." : "";
    this.status.toggleAttribute("data-shown", Boolean(missing));
    this.status.textContent = `${total === 0 ? "Nothing found" : total === 1 ? "1 result" : `${total} results`}.${missing}`;
    this.input.ariaExpanded = String(results.length > 0);
  }

  empty() {
    this.found = undefined;
    this.options = [];
    this.results.replaceChildren();
    this.status.textContent = "";
    this.input.ariaExpanded = "false";
    this.input.removeAttribute("aria-activedescendant");
    this.say({ help: true });
  }

  fail() {
    this.empty();
    this.say({ error: true });
    this.status.textContent = "The search index could not be loaded.";
  }

  say(parts) {
    for (const part of ["kinds", "none", "results", "help", "error"]) this[part].hidden = !parts[part];
  }

  names() {
    return Object.fromEntries(this.radios.map(({ value, dataset }) => [value, dataset.one]));
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.options?.length) this.choose((this.chosen + step + this.options.length) % this.options.length);
    else if (event.key !== "Enter" || event.isComposing) return;
    else this.open(event.ctrlKey || event.metaKey);
    event.preventDefault();
  }

  choose(at) {
    this.options[this.chosen]?.setAttribute("aria-selected", "false");
    this.chosen = at;
    const made = this.options[at];
    if (!made) return this.input.removeAttribute("aria-activedescendant");
    made.setAttribute("aria-selected", "true");
    made.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", made.id);
  }

  open(aside) {
    const made = this.options?.[this.chosen];
    if (aside && made) window.open(made.href, "_blank", "noopener");
    else made?.click();
  }

  /** Asks for the passages of results that came into view, once the reader pauses. */
  see(entries) {
    clearTimeout(this.pause);
    for (const { target, isIntersecting } of entries) target.toggleAttribute("data-seen", isIntersecting);
    this.pause = setTimeout(() => this.explain(), PAUSE);
  }

  async explain() {
    const { marks, definition } = this.found ?? {};
    const wanted = (this.options ?? []).filter(({ dataset }) => "seen" in dataset && !("explained" in dataset));
    if (!wanted.length) return;
    const entries = wanted.map(({ dataset }) => Number(dataset.searchResult));
    const told = await this.client.ask("passages", { marks, definition, entries }).catch(() => []);
    told.forEach((one, at) => explain(wanted[at], one));
  }
}

function inItem(made) {
  const item = document.createElement("li");
  item.append(made);
  return item;
}
