import { entries, texts } from "./index.mjs";
import { Likeness } from "./likeness.mjs";
import { best, Lookup } from "./lookup.mjs";
import { ALIKE, BEGINNING, KINDS, LONGEST, NAMED, PAGE, PARTIAL, SOFT, SOFTENED, TAIL, TELLING_NAME, WAYS, WHOLE } from "./policy.mjs";
import { asked, isHalfTyped, Synonyms } from "./query.mjs";
import { distance } from "./spelling.mjs";
import { stem, words } from "./words.mjs";

/** Ranks the entries of the guide for a query; knows nothing of pages, files or the network. */
export class Engine {
  /**
   * @param {object} titles the content of titles.json
   * @param {object} [more] the content of words.json; without it, only names are searched
   */
  constructor(titles, more) {
    this.entries = entries(titles);
    if (more) this.entries.push(...entries(more.catalogue, this.entries));
    const searches = more?.asked.map((line) => line.split(",")) ?? [];
    const held = more ? texts(more, this.entries.length) : [];
    this.lookup = new Lookup(this.entries, held, searches, titles.synonyms.flat().flatMap(words));
    this.soft = new Set([...SOFT, ...(more?.common ?? [])]);
    this.isWord = (word) => this.lookup.spelling.known.has(word);
    const named = this.entries.map(names).filter((group) => group.length > 1);
    this.synonyms = new Synonyms([...titles.synonyms, ...named], this.isWord, this.lookup.pairs);
    this.companies = new Set(this.entries.filter(({ kind }) => kind === "company").flatMap(({ title }) => words(title)));
    this.byName = new Map();
    this.written = this.entries.map(() => []);
    this.entries.forEach((entry, at) => this.name(entry, at));
    this.likeness = new Likeness(this.entries.map((entry, at) => [...names(entry), ...(searches[at] ?? [])].map((name) => this.stems(name))));
  }

  stems(name) {
    return this.synonyms.telling(name).map(stem);
  }

  name(entry, at) {
    for (const name of names(entry)) {
      const said = this.synonyms.telling(name);
      this.written[at].push(said.join(""));
      const tooShort = ["chapter", "case"].includes(entry.kind) && entry.level > 1 && said.length < TELLING_NAME;
      if (!tooShort) this.byName.set(key(said), [...(this.byName.get(key(said)) ?? []), at]);
    }
  }

  /**
   * Gives { found: entry numbers, the best first; definition: the term that was typed, if one was;
   * marks: the phrases to mark, as "rate limit,throttl*" }.
   */
  search(query) {
    const typed = asked(query, this.synonyms);
    const half = isHalfTyped(query);
    const own = typed.map((word, at) => this.word(word, half && at === typed.length - 1));
    const meant = own.map(({ instead }, at) => (this.isPart(typed, at) ? typed[at] : (instead[0] ?? typed[at])));
    const looked = this.synonyms.cut(meant).map((unit) => this.unit(unit.others, own.splice(0, unit.words.length)));
    const whole = this.byName.get(key(meant)) ?? [];
    return {
      found: this.rank(looked, whole, this.likeness.of(meant.map(stem)), half && meant.join("")),
      marks: [...new Set(looked.flatMap(({ marks }) => marks))].slice(0, LONGEST.marks).join(","),
      definition: whole.find((at) => this.entries[at].kind === "term"),
    };
  }

  /** Tells whether a word of a query and its neighbour are one word of the guide, as in "snow flake". */
  isPart(typed, at) {
    return this.isWord(typed[at] + typed[at + 1]) || this.isWord(typed[at - 1] + typed[at]);
  }

  /** Looks up a unit of the query, its words and its other names: which entries hold it, how well and how much of it. */
  unit(others, own) {
    const renamed = best(new Map(), ...others.map((phrase) => this.lookup.phrase(phrase, WAYS.synonym)));
    const weight = own.reduce((sum, one) => sum + one.weight, 0) || this.rarity(renamed.size);
    const hits = new Map([...renamed].map(([at, score]) => [at, { score, held: weight }]));
    for (const at of new Set(own.flatMap(({ scores }) => [...scores.keys()]))) {
      const holding = own.filter(({ scores }) => scores.has(at));
      const score = holding.reduce((sum, { scores, share }) => sum + scores.get(at) * share, 0);
      const held = holding.reduce((sum, one) => sum + one.weight, 0);
      const other = hits.get(at);
      hits.set(at, { score: Math.max(score, other?.score ?? 0), held: other?.held ?? held });
    }
    return { hits, weight, marks: [...own.flatMap(({ marks }) => marks), ...others.map((phrase) => phrase.join(" "))] };
  }

  word(word, half) {
    const found = this.lookup.word(word, half);
    const share = this.soft.has(word) ? SOFTENED : this.companies.has(word) ? NAMED : 1;
    return { ...found, weight: this.rarity(found.scores.size) * share, share };
  }

  /** How much a word that so many entries hold tells; one that none holds tells nothing. */
  rarity(entries) {
    return entries ? Math.log(1 + this.entries.length / entries) : 0;
  }

  rank(looked, whole, alike, begun) {
    const weight = looked.reduce((sum, unit) => sum + unit.weight, 0);
    const scores = new Map();
    for (const at of new Set(looked.flatMap(({ hits }) => [...hits.keys()]))) {
      const more = begun && this.begins(at, begun) ? BEGINNING : 1;
      scores.set(at, this.score(at, looked, weight) * (1 + ALIKE * (alike.get(at) ?? 0)) * more);
    }
    const least = Math.max(0, ...scores.values()) * TAIL;
    const first = (at) => (whole.includes(at) ? WHOLE[this.entries[at].kind] : 0);
    const kept = [...scores].filter(([at, score]) => score >= least || first(at));
    return kept.sort(([a, scoreA], [b, scoreB]) => first(b) - first(a) || scoreB - scoreA || a - b).map(([at]) => at);
  }

  score(at, looked, weight) {
    const hits = looked.map((unit) => unit.hits.get(at)).filter(Boolean);
    const part = hits.reduce((sum, { held }) => sum + held, 0) / weight;
    const score = hits.reduce((sum, hit) => sum + hit.score, 0);
    const { kind, level } = this.entries[at];
    return score * KINDS[kind] * (level === 1 ? PAGE : 1) * (PARTIAL.least + (1 - PARTIAL.least) * part ** PARTIAL.power);
  }

  /** Tells whether a name of an entry begins with what was typed. */
  begins(at, typed) {
    return this.written[at].some((name) => name.startsWith(typed));
  }

  /** Gives the entries whose names are most like a query that found nothing. */
  nearest(query, count) {
    const typed = key(words(query.slice(0, LONGEST.query)).slice(0, 4)).slice(0, 30);
    const unlike = (name) => distance(typed, key(words(name)), Infinity) / Math.max(typed.length, 1);
    const terms = this.entries.flatMap((entry, at) => (entry.kind === "term" ? [[at, Math.min(...names(entry).map(unlike))]] : []));
    return terms.sort(([, a], [, b]) => a - b).slice(0, count).map(([at]) => at);
  }
}

function names({ title, aliases, late }) {
  return late ? [] : [title, ...aliases];
}

function key(said) {
  return said.map(stem).join("").replaceAll("~", "");
}
