/** Shows only the rows of a table whose data-filter-<name> holds each chosen word; the choice stands in the address. */
export class Filter {
  static selector = '[data-module="filter"]';

  /** @param {HTMLFormElement} form has a select for each filter and an output for the count */
  constructor(form) {
    this.form = form;
    this.count = form.querySelector("output");
    this.rows = [...document.getElementById(form.dataset.target).querySelectorAll("tbody tr")];
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
    let shown = 0;
    if (!byHand && !chosen.length) {
      this.count.textContent = `${this.rows.length} of ${this.rows.length} shown`;
      return;
    }
    for (const row of this.rows) {
      row.hidden = !chosen.every(([name, value]) => row.getAttribute(`data-filter-${name}`).split(" ").includes(value));
      shown += row.hidden ? 0 : 1;
    }
    this.count.textContent = `${shown} of ${this.rows.length} shown`;
    if (byHand) history.replaceState(null, "", `?${new URLSearchParams(chosen)}${location.hash}`);
  }
}
