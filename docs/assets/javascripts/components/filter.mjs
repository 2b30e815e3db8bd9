/** Shows only the rows and cells of a table whose data-filter-<name> holds each chosen word; the choice stands in the address. */
export class Filter {
  static selector = '[data-module="filter"]';

  /** @param {HTMLFormElement} form has a select for each filter and an output for the count */
  constructor(form) {
    this.form = form;
    this.count = form.querySelector("output");
    const table = document.getElementById(form.dataset.target);
    this.rows = [...table.querySelectorAll("tbody tr")];
    const named = [...form.querySelectorAll("select")].map((select) => `:is(th, td)[data-filter-${select.name}]`);
    this.cells = [...table.querySelectorAll(named.join())];
    this.choose(new URLSearchParams(location.search));
    form.hidden = false;
    form.addEventListener("change", () => this.apply(true));
    form.addEventListener("submit", (event) => event.preventDefault());
    this.apply(false);
  }

  /** Takes over the choices of an address; words that no option has are left alone. */
  choose(wanted) {
    for (const select of this.form.querySelectorAll("select")) {
      const word = wanted.get(select.name);
      if ([...select.options].some((option) => option.value === word)) select.value = word;
    }
  }

  apply(byHand) {
    const chosen = [...new FormData(this.form)].filter(([, value]) => value);
    if (!byHand && !chosen.length) {
      this.count.textContent = `${this.rows.length} of ${this.rows.length} shown`;
      return;
    }
    for (const part of [...this.rows, ...this.cells]) part.hidden = !chosen.every((choice) => fits(part, choice));
    const shown = this.rows.filter((row) => !row.hidden).length;
    this.count.textContent = `${shown} of ${this.rows.length} shown`;
    if (byHand) history.replaceState(null, "", `?${new URLSearchParams(chosen)}${location.hash}`);
  }
}

/** Tells whether a row or cell holds the chosen word; what says nothing about the choice fits. */
function fits(part, [name, value]) {
  const words = part.getAttribute(`data-filter-${name}`);
  return words === null || words.split(" ").includes(value);
}
