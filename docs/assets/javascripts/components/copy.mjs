/** Copies the code of a block; the button only exists where the browser can do it. */
export class Copy {
  static selector = ".text pre > code";

  /** @param {HTMLElement} code is the text to copy */
  constructor(code) {
    if (!navigator.clipboard) return;
    this.code = code;
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "copy";
    this.button.textContent = "Copy";
    this.button.addEventListener("click", () => this.copy());
    code.parentElement.before(this.button);
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.code.textContent);
      this.button.textContent = "Copied";
    } catch {
      this.button.textContent = "Select and copy by hand";
    }
  }
}
