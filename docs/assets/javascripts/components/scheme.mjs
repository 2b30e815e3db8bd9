/** Switches between the light and the dark scheme, and keeps the choice where the browser lets it. */
export class Scheme {
  static selector = '[data-module="scheme"]';
  static key = "guide:scheme";

  /** @param {HTMLButtonElement} button holds its words in [data-scheme-label] */
  constructor(button) {
    this.label = button.querySelector("[data-scheme-label]");
    this.system = window.matchMedia("(prefers-color-scheme: dark)");
    this.system.addEventListener("change", () => this.tell());
    button.addEventListener("click", () => this.use(this.current === "dark" ? "light" : "dark"));
    button.hidden = false;
    this.tell();
  }

  get current() {
    return document.documentElement.dataset.scheme ?? (this.system.matches ? "dark" : "light");
  }

  use(scheme) {
    document.documentElement.dataset.scheme = scheme;
    this.tell();
    try {
      localStorage.setItem(Scheme.key, scheme);
    } catch {
      // Blocked or full storage: the choice holds for this page.
    }
  }

  tell() {
    this.label.textContent = `Use the ${this.current === "dark" ? "light" : "dark"} scheme`;
  }
}
