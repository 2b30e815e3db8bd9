import { Engine } from "./engine.mjs";
import { Marker } from "./marks.mjs";
import { marked, passage } from "./passage.mjs";

/** Results that are handed out: drawing them takes most of the time of a letter on a slow machine. */
const MOST = 20;
const NEAREST = 5;

/** Loads the index and answers queries, in a worker or, where there is none, in the page. */
export class Service {
  /**
   * @param {string} folder the address of the index, with a slash at its end
   * @param {(state: "names" | "all" | "partly") => void} tell is called when more can be found than before
   */
  constructor(folder, tell) {
    this.folder = folder;
    this.tell = tell;
    this.parts = new Map();
  }

  /** Loads the index, as far as it is not there; rejects when not even the names are to be had. */
  async load() {
    this.titles ??= await this.names();
    if (!this.complete) this.words();
  }

  async names() {
    const titles = await read(`${this.folder}titles.json`, { cache: "no-cache" });
    this.engine = new Engine(titles);
    this.tell("names");
    return titles;
  }

  async words() {
    this.complete = true;
    try {
      this.engine = new Engine(this.titles, await read(`${this.folder}${this.titles.edition}/words.json`));
      this.tell("all");
    } catch {
      this.complete = false;
      this.tell("partly");
    }
  }

  /** Gives what a query finds: results of a kind ("" for all), the number of each kind, and what to mark. */
  search({ query, kind }) {
    const { found, marks, definition } = this.engine.search(query);
    const counts = {};
    for (const at of found) counts[this.kind(at)] = (counts[this.kind(at)] ?? 0) + 1;
    const shown = found.filter((at) => !kind || this.kind(at) === kind);
    return {
      results: shown.slice(0, MOST).map((at) => this.result(at)),
      total: shown.length,
      counts,
      marks,
      definition,
      nearest: found.length ? [] : this.engine.nearest(query, NEAREST).map((at) => this.result(at)),
    };
  }

  kind(at) {
    return this.engine.entries[at].kind;
  }

  result(at) {
    const { url, anchor, kind, level, title, chapter, section } = this.engine.entries[at];
    return { at, url, anchor, kind, title, place: level === 1 ? [] : [chapter, section].filter(Boolean) };
  }

  /** Gives title and passage of entries, each in turns plain and marked; what cannot be loaded is left out. */
  async passages({ marks, entries, definition }) {
    const marker = new Marker(marks);
    const said = await Promise.all(entries.map((at) => this.text(at).catch(() => "")));
    return entries.map((at, index) => this.passage(at, said[index], marker, at === definition));
  }

  passage(at, text, marker, isDefinition) {
    const { title, late } = this.engine.entries[at];
    const [sentence, rest] = late && text ? text.split("\n") : [title, text];
    return { at, title: marked(sentence, marker), passage: passage(rest, marker, isDefinition) };
  }

  async text(at) {
    let [number, first] = [0, 0];
    while (first + this.titles.parts[number] <= at) first += this.titles.parts[number++];
    if (!this.parts.has(number)) this.parts.set(number, read(`${this.folder}${this.titles.edition}/${number}.json`));
    try {
      return (await this.parts.get(number))[at - first];
    } catch (error) {
      this.parts.delete(number);
      throw error;
    }
  }
}

async function read(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}
