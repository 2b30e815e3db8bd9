/** Marks in the contents of the page the section that the reader is in. */
export class Contents {
  static selector = '[data-module="contents"]';
  static line = 0.25;
  /** Share of the window's height above which a heading counts as passed. */

  /** @param {HTMLElement} nav holds a link for each section */
  constructor(nav) {
    this.links = [...nav.querySelectorAll("a.contents__link")];
    this.targets = this.links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const mark = () => this.mark();
    addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
    mark();
  }

  mark() {
    const passed = this.targets.findLastIndex((target) => target?.getBoundingClientRect().top < innerHeight * Contents.line);
    if (passed === this.passed) return;
    this.passed = passed;
    this.links.forEach((link, index) => link.toggleAttribute("data-here", index === passed));
    if (passed >= 0) this.links[passed].scrollIntoView({ block: "nearest" });
  }
}
