/** Shows the note of a figure beside its number, so that the reader need not leave the line. */
export class Notes {
  static selector = ".footnote";

  /** @param {HTMLElement} notes is the list at the end of the page */
  constructor(notes) {
    this.notes = notes;
    this.tip = document.createElement("div");
    this.tip.className = "note-tip";
    this.tip.popover = "manual";
    this.tip.setAttribute("role", "tooltip");
    this.tip.id = "note-tip";
    this.tip.addEventListener("pointerenter", () => clearTimeout(this.leaving));
    this.tip.addEventListener("pointerleave", () => this.leave());
    notes.append(this.tip);
    for (const reference of document.querySelectorAll("a.footnote-ref")) this.listen(reference);
    addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
    addEventListener("scroll", () => this.hide(), { passive: true });
  }

  listen(reference) {
    for (const arrives of ["pointerenter", "focus"]) reference.addEventListener(arrives, () => this.show(reference));
    reference.addEventListener("pointerleave", () => this.leave());
    reference.addEventListener("blur", () => this.hide());
  }

  show(reference) {
    clearTimeout(this.leaving);
    const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
    if (!note || this.shown === reference) return;
    this.hide();
    this.fill(note);
    this.tip.showPopover();
    this.place(reference.getBoundingClientRect());
    reference.setAttribute("aria-describedby", this.tip.id);
    this.shown = reference;
  }

  fill(note) {
    const copy = note.cloneNode(true);
    for (const back of copy.querySelectorAll(".footnote-backref")) back.remove();
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    this.tip.replaceChildren(...copy.childNodes);
  }

  place(anchor) {
    const tip = this.tip.getBoundingClientRect();
    const left = Math.min(Math.max(8, anchor.left - 24), innerWidth - tip.width - 8);
    const above = anchor.top - tip.height - 6;
    this.tip.style.left = `${left}px`;
    this.tip.style.top = `${above > 8 ? above : anchor.bottom + 6}px`;
  }

  leave() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.hide(), 200);
  }

  hide() {
    if (!this.shown) return;
    this.shown.removeAttribute("aria-describedby");
    this.shown = undefined;
    this.tip.hidePopover();
  }
}

/** Starts the notes of the page at the number the reader is near. */
export function showNotes(reference) {
  new Notes(document.querySelector(Notes.selector)).show(reference);
}
