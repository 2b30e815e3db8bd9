/* What makes one answer better than another: every number and list that decides a search, with its reason.
   Measured with data/search/queries.yml; `python -m pytest tests/search -s` prints what a change does. */

/** How much a word counts by where it stands. */
export const FIELDS = {
  title: 3.5, // a heading, a prompt or a name says what the whole entry is about
  alias: 3, // another name, or the words of an anchor, which is a name too
  page: 2.2, // "rice worked example": the section's own title lacks "rice"
  asked: 2.2, // what readers type for it (data/search/wordings.yml): as good as a name, but a guess about readers
  text: 1, // the yardstick
};

/** BM25: `k` is how much repeating helps, little, since the index keeps no counts; `b` how far long entries are held back. */
export const BM25 = { k: 0.6, b: 0.75, d: 0 };

/** How much a way of matching counts, beside the word as it was typed. */
export const WAYS = {
  stem: 0.9, // "negotiating" for "negotiation": nearly as good as the word itself
  synonym: 0.85, // "NPS" for "net promoter score": what has the searched words comes first, but not by saying one in passing
  prefix: 0.6, // the last word may be half typed; whole words come first
  near: [1, 0.6, 0.5, 0.4], // by letters that differ: a guess, only made for words that the guide does not have
  split: 0.85, // "ratelimit" for "rate limit"; a known word, "quickstart", also stands for two that a name has, as a synonym
};

/** Letters that may differ; more are only tried when fewer bring nothing, and a wrong guess is better than nothing found.
   Of guesses that are as near, those with the same first letter are taken, since it is seldom wrong: "goggle" is not "toggle". */
export function slips(length) {
  if (length < 5) return length < 3 ? 0 : 1;
  return length < 9 ? 2 : 3;
}

/** Letters that may differ in the beginning of a word that is being typed: beginnings are near each other. */
export const BEGUN = 1;

/** Letters and telling words of a query that are looked at, since a pasted page is no query; phrases to mark, since they go into addresses. */
export const LONGEST = { query: 300, words: 12, marks: 12 };

/** A name of fewer telling words, such as "Metrics", may head many sections; typing it asks for none of them. */
export const TELLING_NAME = 3;

/** A heading on so many pages, such as "API" in each case, says no more of its section than the name of the page does. */
export const SHARED = 4;

/** A prefix of one letter looks at names only; more would match half the guide. */
export const PREFIX_IN_TEXT = 3;

/** An entry with a part of the searched words keeps at least this share of its score, more by a power of the part.
   Little is kept, since in a large guide much is about one word of a query, and what is about all of them has to stand out. */
export const PARTIAL = { least: 0.08, power: 2 };

/** Entries below this share of the best score are left out: they only share a common word with the query. */
export const TAIL = 0.05;

/** Terms and claims are short, which BM25 takes for being to the point; a case shows one example of what a chapter explains;
   a sheet is what a company's name asks for. */
export const KINDS = { question: 1, framework: 1.05, chapter: 1, case: 0.85, term: 0.65, company: 1.1, claim: 0.75 };

/** How much more a page counts than its sections: who cannot tell which of them is meant starts at its top. */
export const PAGE = 1.1;

/** How much more a company's name counts among the searched words: an answer about another one is none. */
export const NAMED = 2;

/** How much more an entry counts whose name, or a search that readers were expected to type for it, is the query. */
export const ALIKE = 1.5;

/** How much more an entry counts whose name begins with all that was typed so far. */
export const BEGINNING = 1.6;

/** An entry whose whole title or name was typed comes before all others, a definition before a heading. */
export const WHOLE = { term: 4, question: 3, framework: 3, company: 3, case: 2, chapter: 2, claim: 1 };

/** Words of plain questions that say nothing about the topic. */
export const STOP = new Set(
  ("a also an and any are as at be been being but by can could did do does doing for from get give had has have having he her" +
    " him his how i if in into is it its just me my not of on or our out over own s shall she should so some such t tell" +
    " than that the their them then there these they this those to too up us very was we were what when where which while" +
    " who whom whose why will with would you your about mean meaning means define definition please much many even really only very get getting got" +
    " don't dont doesn't doesnt isn't isnt can't cant i'm im i've ive what's whats it's").split(" "),
);

/** Words that say little beside others ("how do I know that ..."; the guide is about nothing but platforms), and the share of their weight that they keep. */
export const SOFT = new Set(
  ("able answer answers bad best better between candidate candidates difference different enough example explain" +
    " find give good happens interview interviewer interviewers interviewing interviews keep know make management" +
    " manager managers need now ok okay platform platforms pm pms product question questions say start take tell" +
    " thing things two use vs want way whole work").split(" "),
);
export const SOFTENED = 0.3;

/** American and British spellings become one; what happens to other words does not matter, since both sides change. */
export const SPELLINGS = [
  [/isation/, "ization"],
  [/([^aeiou])is(e|ed|es|er|ers|ing|able)$/, "$1iz$2"],
  [/ys(e|ed|es|ing)$/, "yz$1"],
  [/^practis/, "practic"],
  [/([a-z]{2})our(?=s?$|al|ed|er|ing|ful|able|ite|hood)/, "$1or"],
  [/([^aeiou][bt])re(s|d)?$/, "$1er$2"],
  [/ogue(s?)$/, "og$1"],
  [/amme(s?)$/, "am$1"],
  [/([aeiou])ll(ed|ing|er|ers)$/, "$1l$2"],
  [/(defen|licen|offen|preten)ce/, "$1se"],
  [/dgement/, "dgment"],
  [/^artefact/, "artifact"],
  [/(fulfi|enro|insta)ll/, "$1l"],
  [/skillful/, "skilful"],
  [/^sceptic/, "skeptic"],
  [/^ageing$/, "aging"],
  [/^grey/, "gray"],
];
