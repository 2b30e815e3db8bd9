/** Opens the search from its link or by a key; until then nothing of it is loaded. */
export class SearchTrigger {
  static selector = "[data-search-open]";
  static letters = new Set(["/", "s", "f"]);
  static typing = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]";
  static key = "guide:search-keys";

  /** @param {HTMLAnchorElement} link leads to the topics where this does not run */
  constructor(link) {
    this.link = link;
    Object.assign(link, { role: "button", ariaHasPopup: "dialog", ariaKeyShortcuts: "/ s f Control+K Meta+K" });
    link.addEventListener("click", (event) => this.open(event));
    link.addEventListener("keydown", (event) => event.key === " " && this.open(event));
    for (const near of ["pointerenter", "focus"]) link.addEventListener(near, () => this.prepare());
    for (const also of document.querySelectorAll("[data-search-also]")) also.addEventListener("click", (event) => this.open(event));
    document.querySelector("[data-search-dialog]").addEventListener("close", () => link.focus({ preventScroll: true }));
    document.addEventListener("keydown", (event) => this.isCall(event) && this.open(event));
  }

  search() {
    this.made ??= import("../search/dialog.mjs").then(({ SearchDialog }) => new SearchDialog());
    return this.made;
  }

  prepare() {
    if (!navigator.connection?.saveData) this.search().then((search) => search.prepare(), () => {});
  }

  /** Opens at once, so that no letter is lost while the rest is loaded. */
  async open(event) {
    event.preventDefault();
    const dialog = document.querySelector("[data-search-dialog]");
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("[data-search-input]").select();
    try {
      (await this.search()).opened();
    } catch {
      location.assign(this.link.href);
    }
  }

  /** Tells whether a key asks for the search: Ctrl+K anywhere, a letter where nothing is typed. */
  isCall({ key, target, ctrlKey, metaKey, altKey, isComposing }) {
    if (document.querySelector("dialog[open]") || altKey || isComposing) return false;
    if (ctrlKey || metaKey) return key === "k";
    return SearchTrigger.letters.has(key) && !target.closest(SearchTrigger.typing) && SearchTrigger.areLettersOn();
  }

  static turnLetters(on) {
    try {
      localStorage.setItem(SearchTrigger.key, on ? "on" : "off");
    } catch {
      // Without storage the choice is forgotten.
    }
  }

  static areLettersOn() {
    try {
      return localStorage.getItem(SearchTrigger.key) !== "off";
    } catch {
      return true;
    }
  }
}
