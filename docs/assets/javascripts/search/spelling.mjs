import { BEGUN, slips } from "./policy.mjs";

/** Finds the words of a vocabulary that a misspelt word may stand for. */
export class Spelling {
  /** @param {Iterable<string>} vocabulary */
  constructor(vocabulary) {
    this.known = new Set(vocabulary);
    this.letters = Uint32Array.from(this.known, letters);
  }

  /**
   * Gives the nearest words, the likest of them, and how many letters differ;
   * `half` means that more letters may follow, if no word is near.
   */
  near(word, half) {
    const whole = this.within(slips(word.length), word, false);
    return whole.found.length || !half ? whole : this.within(Math.min(slips(word.length), BEGUN), word, true);
  }

  within(most, word, half) {
    const own = letters(word);
    let allowed = most;
    let found = [];
    let at = 0;
    for (const known of this.known) {
      const theirs = this.letters[at++];
      if (known.length < word.length - allowed || (!half && known.length > word.length + allowed)) continue;
      if (isMore(own & ~theirs, allowed) || (!half && isMore(theirs & ~own, allowed))) continue;
      const away = distance(word, known, allowed, half);
      if (away > allowed) continue;
      if (away < allowed) found = [];
      allowed = away;
      found.push(known);
    }
    return { found: likest(found, word), away: allowed };
  }

  /** Gives the two known words that a word is made of, or nothing. */
  parts(word) {
    for (let at = word.length - 3; at >= 3; at--) {
      const pair = [word.slice(0, at), word.slice(at)];
      if (pair.every((part) => this.known.has(part))) return pair;
    }
  }
}

/** Gives those with the same letters in another order if there are any, else those with the same first letter. */
function likest(found, word) {
  const swapped = found.filter((known) => known.length === word.length && letters(known) === letters(word));
  const begun = found.filter((known) => known[0] === word[0]);
  return [swapped, begun, found].find(({ length }) => length) ?? [];
}

/** Gives a set of the letters of a word, a bit for each; one slip changes one letter of it at most. */
function letters(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}

/** Tells whether a set holds more letters than `most`. */
function isMore(bits, most) {
  let left = bits;
  for (let count = 0; left; count++) {
    if (count === most) return true;
    left &= left - 1;
  }
  return false;
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
