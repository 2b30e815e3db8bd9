/** Opens the answer of the card that the address points to, now and when the address changes. */
export class OpenTarget {
  static selector = "body";

  constructor() {
    this.open();
    window.addEventListener("hashchange", () => this.open());
  }

  open() {
    const card = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const answer = card && card.querySelector(":scope > details");
    if (answer) answer.open = true;
  }
}
