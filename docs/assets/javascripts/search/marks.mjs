import { STOP } from "./policy.mjs";
import { placed, stem, words } from "./words.mjs";

/** Finds phrases in texts, in any inflection and spelling; small words inside a phrase do not matter. */
export class Marker {
  /** @param {string} marks what Engine.search gives: "rate limit,throttl*" */
  constructor(marks) {
    const wanted = marks.toLowerCase().split(",").filter(Boolean);
    this.begun = wanted.filter((one) => one.endsWith("*")).map((one) => one.slice(0, -1));
    this.byFirst = new Map();
    for (const one of wanted) if (!one.endsWith("*")) this.add(words(one).map(stem));
  }

  add(phrase) {
    this.byFirst.set(phrase[0], [...(this.byFirst.get(phrase[0]) ?? []), phrase]);
  }

  /** Gives the places of all phrases in a text, in their order: [{ start, end, what }]. */
  ranges(text) {
    const all = placed(text);
    const found = [];
    for (let at = 0; at < all.length; at++) {
      const last = this.longest(all, at);
      if (last < 0) continue;
      found.push({ start: all[at].start, end: all[last].end, what: stem(all[at].word) });
      at = last;
    }
    return found;
  }

  longest(all, at) {
    const first = all[at].word;
    const ends = (this.byFirst.get(stem(first)) ?? []).map((phrase) => end(phrase, all, at));
    return Math.max(-1, ...ends, this.begun.some((begun) => first.startsWith(begun)) ? at : -1);
  }
}

/** Gives where a phrase that begins at a word ends; -1 if it does not stand there. */
function end(phrase, all, at) {
  for (const wanted of phrase.slice(1)) {
    do at++;
    while (at < all.length && stem(all[at].word) !== wanted && STOP.has(all[at].word));
    if (at >= all.length || stem(all[at].word) !== wanted) return -1;
  }
  return at;
}
