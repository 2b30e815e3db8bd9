import { Marker } from "./marks.mjs";

const NAME = "found";

/** Marks the searched words on the page that a result led to, until the reader dismisses them. */
export class Found {
  static selector = "main > article";

  /** @param {HTMLElement} article whose words are marked, those of `?h=` in the address */
  constructor(article) {
    const marker = new Marker(new URLSearchParams(location.search).get("h") ?? "");
    const ranges = globalThis.Highlight ? [...textNodes(article)].flatMap((node) => within(node, marker)) : [];
    if (!ranges.length) return;
    CSS.highlights.set(NAME, new Highlight(...ranges));
    this.offer(article);
    addEventListener("keydown", (this.listener = ({ key }) => key === "Escape" && this.remove()));
  }

  offer(article) {
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "found-remove";
    this.button.dataset.foundRemove = "";
    this.button.textContent = "Remove marks";
    this.button.addEventListener("click", () => this.remove());
    article.after(this.button);
  }

  remove() {
    CSS.highlights.delete(NAME);
    this.button.remove();
    removeEventListener("keydown", this.listener);
    history.replaceState(null, "", location.pathname + location.hash);
  }
}

function* textNodes(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield walker.currentNode;
}

function within(node, marker) {
  return marker.ranges(node.data).map(({ start, end }) => {
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range;
  });
}
