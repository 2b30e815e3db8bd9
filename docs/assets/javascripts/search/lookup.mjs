import MiniSearch from "../vendor/minisearch.mjs";
import { BM25, FIELDS, PREFIX_IN_TEXT, SHARED, WAYS } from "./policy.mjs";
import { Spelling } from "./spelling.mjs";
import { joined, stem, words } from "./words.mjs";

const INSIDE = /^[^/]+\/[^/]+/;
const NAMES = ["title", "alias"];

/** Looks up single words in the entries: as typed, by their stem, by their beginning, by their neighbours. */
export class Lookup {
  /**
   * @param {object[]} entries see index.mjs
   * @param {string[][]} bodies the words of each entry's text
   * @param {string[][]} asked what readers type for each entry
   * @param {string[]} others words that are spelt right although no entry need hold them
   */
  constructor(entries, bodies, asked, others = []) {
    const isShared = shared(entries);
    const documents = entries.map((entry, at) => ({
      at,
      asked: words((asked[at] ?? []).join(" , ")),
      ...fields(entry, isShared(entry), bodies[at] ?? []),
    }));
    const held = documents.flatMap((document) => Object.keys(FIELDS).flatMap((field) => document[field]));
    this.spelling = new Spelling([...held, ...others]);
    this.index = new MiniSearch({
      idField: "at",
      fields: Object.keys(FIELDS),
      stringifyField: (value) => value,
      tokenize: (value) => value,
      processTerm: (word) => [word, stem(word)],
    });
    this.index.addAll(documents);
    this.pairs = new Map(entries.flatMap(({ late, title }) => (late ? [] : pairs(words(title)))));
    this.looked = new Map();
    this.initials = initials(documents);
  }

  /** Gives { scores, marks, instead }: scores by entry, what to mark, and the words taken for one that nobody knows. */
  word(word, half) {
    const key = `${word}${half ? "…" : ""}`;
    if (!this.looked.has(key)) this.looked.set(key, this.look(word, half));
    return this.looked.get(key);
  }

  look(word, half) {
    if (half && word.length === 1) return { scores: this.initials.get(word) ?? new Map(), marks: [], instead: [] };
    const scores = best(this.find(word), this.find(stem(word), WAYS.stem));
    if (half) best(scores, this.find(word, 1, { prefix: true, fields: word.length < PREFIX_IN_TEXT ? NAMES : undefined }));
    const isBegun = half && !this.spelling.known.has(word);
    if (scores.size) return { scores, marks: isBegun ? [word, `${word}*`] : [word], instead: [] };
    const near = this.near(word, half);
    return near.away === 1 && near.instead.length ? near : (this.parts(word) ?? near);
  }

  parts(word) {
    const pair = this.spelling.parts(word);
    if (pair) return { scores: all(pair.map((part) => this.word(part).scores), WAYS.split), marks: [pair.join(" ")], instead: [] };
  }

  near(word, half) {
    const { found, away } = this.spelling.near(word, half);
    const scores = new Map();
    for (const other of found) best(scores, this.find(other, WAYS.near[away]), this.find(stem(other), WAYS.near[away]));
    return { scores, marks: found, instead: found, away };
  }

  /** Gives the scores of entries that hold all words of a phrase. */
  phrase(phrase, weight) {
    return all(phrase.map((word) => this.word(word).scores), weight);
  }

  find(term, weight = 1, options = {}) {
    const hits = this.index.search(term, { ...SEARCH, ...options });
    return new Map(hits.map(({ id, score }) => [id, score * weight]));
  }
}

const SEARCH = {
  boost: FIELDS,
  bm25: BM25,
  weights: { prefix: WAYS.prefix, fuzzy: 0 },
  tokenize: (term) => [term],
  processTerm: (term) => term,
};

/** Gives the words of an entry by field; a heading that others have too says no more than a word of the page does. */
function fields({ title, late, anchor, aliases, chapter, section }, isOnMany, text) {
  const page = named(`${chapter ?? ""} , ${section}`);
  if (isOnMany) return { title: [], alias: [], page: [...page, ...named(title)], text };
  const other = [...aliases, anchor.replaceAll("-", " ")].join(" , ");
  return { title: late ? [] : named(title), alias: named(other), page, text };
}

/** Gives a test for headings that stand on many pages; on the first page of a folder they head what holds for all of them. */
function shared(entries) {
  const count = new Map();
  for (const { title, level } of entries) if (level > 1) count.set(title, (count.get(title) ?? 0) + 1);
  return ({ title, level, url }) => level > 1 && count.get(title) >= SHARED && INSIDE.test(url);
}

/** Gives the entries by the letter with which their title or another name begins; one letter is answered from these. */
function initials(documents) {
  const found = new Map();
  for (const { at, title, alias } of documents) {
    for (const letter of new Set([title[0]?.[0], alias[0]?.[0]])) found.set(letter, (found.get(letter) ?? new Map()).set(at, 1));
  }
  return found;
}

function named(text) {
  return [...words(text), ...joined(text)];
}

/** Gives two words that stand together, by what they are when written as one. */
function pairs(said) {
  return said.slice(1).map((word, at) => [said[at] + word, [said[at], word]]);
}

/** Keeps the higher score of each entry in the first map. */
export function best(scores, ...others) {
  for (const other of others) for (const [at, score] of other) if (score > (scores.get(at) ?? 0)) scores.set(at, score);
  return scores;
}

function all([first, ...rest], weight) {
  const held = [...first].filter(([at]) => rest.every((scores) => scores.has(at)));
  return new Map(held.map(([at, score]) => [at, weight * rest.reduce((sum, scores) => sum + scores.get(at), score)]));
}
