/** Opens the print dialogue; where there is none, the button stays hidden. */
export class Print {
  static selector = '[data-module="print"]';

  /** @param {HTMLButtonElement} button is hidden until the script runs */
  constructor(button) {
    if (!window.print) return;
    button.addEventListener("click", () => window.print());
    button.hidden = false;
  }
}
