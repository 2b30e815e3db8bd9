/** Characters of a passage: two lines on a desk, three or four on a phone. */
const LENGTH = 170;
/** A definition is shown whole. */
const WHOLE = 420;
/** How far back the beginning of a sentence is looked for. */
const BACK = 60;

/**
 * Gives the stretch of a text that holds most of what was searched, in turns plain and marked: ["a ", "cache", " is"].
 * A definition begins at its beginning.
 */
export function passage(text, marker, isDefinition = false) {
  const length = isDefinition ? WHOLE : LENGTH;
  const ranges = marker.ranges(text);
  const start = isDefinition ? 0 : beginning(text, ranges, length);
  const end = ending(text, start, length);
  return pieces(text, ranges.filter((range) => range.start >= start && range.end <= end), start, end);
}

/** Gives a text in turns plain and marked. */
export function marked(text, marker) {
  return pieces(text, marker.ranges(text), 0, text.length);
}

function pieces(text, ranges, start, end) {
  const parts = [];
  let at = start;
  for (const range of ranges) {
    parts.push(text.slice(at, range.start), text.slice(range.start, range.end));
    at = range.end;
  }
  parts.push(text.slice(at, end) + (end < text.length ? " …" : ""));
  if (start > 0) parts[0] = `… ${parts[0]}`;
  return parts;
}

function beginning(text, ranges, length) {
  let [most, best] = [0, 0];
  for (const { start } of ranges) {
    const inside = ranges.filter((other) => other.start >= start && other.end <= start + length);
    const different = new Set(inside.map(({ what }) => what)).size;
    if (different > most) [most, best] = [different, start];
  }
  if (best < BACK) return 0;
  const before = text.slice(best - BACK, best);
  const sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("? "), before.lastIndexOf(": "));
  return best - BACK + (sentence < 0 ? before.indexOf(" ", BACK / 2) : sentence + 1) + 1;
}

function ending(text, start, length) {
  if (text.length <= start + length) return text.length;
  const space = text.lastIndexOf(" ", start + length);
  return space > start ? space : start + length;
}
