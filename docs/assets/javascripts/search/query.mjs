import { LONGEST, STOP } from "./policy.mjs";
import { stem, words } from "./words.mjs";

/**
 * Gives the words that carry the meaning of a text; all of them if none does.
 * `isPair` knows two words that mean something together: "over" counts in "over engineering".
 */
export function telling(text, isPair) {
  const all = words(text);
  const kept = all.filter((word, at) => !STOP.has(word) || isPair(word, all[at + 1]) || isPair(all[at - 1], word));
  return kept.length ? kept : all;
}

/** Tells whether the last word may go on. */
export function isHalfTyped(query) {
  return /[\p{L}\p{N}]$/u.test(query.slice(0, LONGEST.query));
}

/** Groups of phrases that mean the same, found by their stems. */
export class Synonyms {
  /**
   * @param {string[][]} groups
   * @param {(word: string) => boolean} isWord knows the words of the guide
   * @param {Map<string, string[]>} pairs the two words of a name that a joined one stands for
   */
  constructor(groups, isWord, pairs) {
    this.isWord = isWord;
    this.pairs = pairs;
    this.byPhrase = new Map();
    this.longest = 2;
    const all = groups.map((group) => group.map(words).filter(({ length }) => length));
    this.small = new Set(all.flat().filter((phrase) => phrase.every((word) => STOP.has(word))).map((phrase) => phrase.join(" ")));
    for (const group of groups) this.add(group.map((name) => this.telling(name)).filter(({ length }) => length));
  }

  /** Gives the words of a text that carry its meaning. Two small words may do so too: one word when joined, or "why us". */
  telling(text) {
    return telling(text, (first, second) => this.isWord(first + second) || this.small.has(`${first} ${second}`));
  }

  add(phrases) {
    for (const phrase of phrases) {
      const key = keyOf(phrase);
      this.longest = Math.max(this.longest, phrase.length);
      const others = phrases.filter((other) => keyOf(other) !== key);
      this.byPhrase.set(key, [...(this.byPhrase.get(key) ?? []), ...others]);
    }
  }

  /** Cuts words into the longest known phrases and single words: [{ words, others }]. */
  cut(all) {
    const units = [];
    for (let at = 0; at < all.length; at += units.at(-1).words.length) units.push(this.unit(all, at));
    return units;
  }

  unit(all, at) {
    for (let length = Math.min(this.longest, all.length - at); length; length--) {
      const phrase = all.slice(at, at + length);
      const others = this.others(phrase);
      if (others.length || length === 1) return { words: phrase, others };
    }
  }

  /** Gives the other names of a phrase; two words may also be written as one, and one as two. */
  others(phrase) {
    const one = phrase.join("");
    const joined = phrase.length === 2 && this.isWord(one) ? [[one]] : [];
    const parted = phrase.length === 1 && this.pairs.has(one) ? [this.pairs.get(one)] : [];
    return [...(this.byPhrase.get(keyOf(phrase)) ?? []), ...joined, ...parted];
  }
}

/** Gives the words of a query that carry its meaning. */
export function asked(query, synonyms) {
  return synonyms.telling(query.slice(0, LONGEST.query)).slice(0, LONGEST.words);
}

function keyOf(phrase) {
  return phrase.map(stem).join(" ");
}
