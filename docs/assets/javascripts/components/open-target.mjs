/** Opens the answer of the card that the address points to, now and when the address changes. */
export class OpenTarget {
  static selector = "body";

  constructor() {
    this.open();
    window.addEventListener("hashchange", () => this.open());
  }

  /** Gives the id in an address; one that cannot be decoded names nothing. */
  static id(hash) {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  }

  open() {
    const card = document.getElementById(OpenTarget.id(location.hash));
    const answer = card && card.querySelector(":scope > details");
    if (answer) answer.open = true;
  }
}
