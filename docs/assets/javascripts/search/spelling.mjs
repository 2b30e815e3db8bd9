import { BEGUN, slips } from "./policy.mjs";

/** Finds the words of a vocabulary that a misspelt word may stand for. */
export class Spelling {
  /** @param {Iterable<string>} vocabulary */
  constructor(vocabulary) {
    this.known = new Set(vocabulary);
  }

  /**
   * Gives the nearest words, those with the same first letter if there are any, and how many letters differ;
   * `half` means that more letters may follow, if no word is near.
   */
  near(word, half) {
    const whole = this.within(slips(word.length), word, false);
    return whole.found.length || !half ? whole : this.within(Math.min(slips(word.length), BEGUN), word, true);
  }

  within(most, word, half) {
    let allowed = most;
    let found = [];
    for (const known of this.known) {
      if (known.length < word.length - allowed || (!half && known.length > word.length + allowed)) continue;
      const away = distance(word, known, allowed, half);
      if (away > allowed) continue;
      if (away < allowed) found = [];
      allowed = away;
      found.push(known);
    }
    const alike = found.filter((known) => known[0] === word[0]);
    return { found: alike.length ? alike : found, away: allowed };
  }

  /** Gives the two known words that a word is made of, or nothing. */
  parts(word) {
    for (let at = word.length - 3; at >= 3; at--) {
      const pair = [word.slice(0, at), word.slice(at)];
      if (pair.every((part) => this.known.has(part))) return pair;
    }
  }
}

/**
 * Counts the letters to add, drop, change or swap with a neighbour between two words (optimal string alignment).
 * Gives more than `most` as soon as it is sure; with `half`, what follows in `known` is not counted.
 */
export function distance(word, known, most, half = false) {
  let [before, last] = [[], Array.from({ length: known.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= word.length; row++) {
    const next = [row];
    for (let column = 1; column <= known.length; column++) {
      const same = word[row - 1] === known[column - 1];
      next[column] = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const swapped = word[row - 1] === known[column - 2] && word[row - 2] === known[column - 1];
      if (row > 1 && column > 1 && swapped) next[column] = Math.min(next[column], before[column - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return half ? Math.min(...last) : last[known.length];
}
