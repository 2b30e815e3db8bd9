import { stemmer } from "../vendor/stemmer.mjs";
import { SPELLINGS } from "./policy.mjs";

const WORD = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;
const COMPOUND = /[\p{L}\p{N}]+(?:[-/–][\p{L}\p{N}]+)+/gu;
const LONGEST = 40; // letters; whatever is longer is no word, and stemming it would take long
const known = new Map();

/** Gives the words of a text with their places: [{ word, start, end }]. */
export function placed(text) {
  return [...text.matchAll(WORD)].map((found) => ({ word: plain(found[0]), start: found.index, end: found.index + found[0].length }));
}

/** Gives the words of a text, in lower case and without accents. */
export function words(text) {
  return placed(text).map(({ word }) => word);
}

/** Gives compounds of a text written as one word: "trade-off" is "tradeoff". */
export function joined(text) {
  return [...text.matchAll(COMPOUND)].map((found) => plain(found[0].replace(/[-/–]/g, "")));
}

/** Gives what words with one meaning have in common: inflections and spellings are dropped. */
export function stem(word) {
  if (!known.has(word)) known.set(word, `~${stemmer(spelled(word))}`);
  return known.get(word);
}

/** Gives a word as it is compared: lower case, no accents, no possessive. */
export function plain(word) {
  const bare = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’']s$/, "").replaceAll("’", "'");
  return bare.slice(0, LONGEST);
}

function spelled(word) {
  return SPELLINGS.reduce((changed, [from, to]) => changed.replace(from, to), word);
}
