/** Shows only the rows of a table whose data-filter-<name> holds each chosen word. */
export class Filter {
  static selector = '[data-module="filter"]';

  /** @param {HTMLFormElement} form has a select for each filter and an output for the count */
  constructor(form) {
    this.form = form;
    this.count = form.querySelector("output");
    this.rows = [...document.getElementById(form.dataset.target).querySelectorAll("tbody tr")];
    form.hidden = false;
    form.addEventListener("change", () => this.apply());
    form.addEventListener("submit", (event) => event.preventDefault());
    this.apply();
  }

  apply() {
    const chosen = [...new FormData(this.form)].filter(([, value]) => value);
    let shown = 0;
    for (const row of this.rows) {
      row.hidden = !chosen.every(([name, value]) => row.getAttribute(`data-filter-${name}`).split(" ").includes(value));
      shown += row.hidden ? 0 : 1;
    }
    this.count.textContent = `${shown} of ${this.rows.length} shown`;
  }
}
