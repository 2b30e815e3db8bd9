import { plain } from "./words.mjs";

/* Reads the files of exports/search_index.py: entries column by column, words and their places shortened. */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-./:;=?@[]^_{|}~";
const LAST = 64;
const VALUE = new Map([...DIGITS].map((digit, value) => [digit, value]));

/**
 * Gives the entries of a catalogue: { url, anchor, kind, level, title, late, aliases, chapter, section }.
 * `others` are entries read before, which may hold the page that an entry stands on.
 */
export function entries({ pages, kinds, levels, anchors, titles, aliases }, others = []) {
  const urls = pages.flatMap(([url, count]) => Array(count).fill(url));
  const made = urls.map((url, at) => ({
    url,
    anchor: anchors[at],
    kind: kinds[at],
    level: Number(levels[at]),
    title: titles[at] ?? spelled(anchors[at]),
    late: at >= titles.length,
    aliases: aliases[at] ?? [],
  }));
  const whole = [...others, ...made].filter(({ level }) => level === 1);
  placeAll(made, new Map(whole.map(({ url, title }) => [url, title])));
  return made;
}

/** Tells where each entry stands: its chapter, and the section above it. */
function placeAll(made, chapters) {
  let section = "";
  for (const entry of made) {
    if (entry.level < 3) section = entry.level === 2 ? entry.title : "";
    entry.chapter = chapters.get(entry.url);
    entry.section = entry.level === 3 ? section : "";
  }
}

/** Gives for each entry the words of its text: [["latency", ...], ...]. */
export function texts({ words, places }, count) {
  const held = Array.from({ length: count }, () => []);
  const written = places.split(" ");
  let before = "";
  words.split(" ").forEach((shortened, at) => {
    before = before.slice(0, VALUE.get(shortened[0])) + shortened.slice(1);
    const word = plain(before);
    for (const number of numbers(written[at])) held[number].push(word);
  });
  return held;
}

function* numbers(written) {
  let number = -1;
  for (let at = 0; at < written.length; at++) {
    const rests = [];
    while (VALUE.get(written[at]) >= LAST) rests.push(VALUE.get(written[at++]) - LAST);
    let distance = VALUE.get(written[at]);
    for (const rest of rests.reverse()) distance = distance * (DIGITS.length - LAST) + rest + LAST;
    number += distance + 1;
    yield number;
  }
}

function spelled(anchor) {
  const said = anchor.replaceAll("-", " ");
  return said[0].toUpperCase() + said.slice(1);
}
