// A reader's question as words to look for: quoted phrases, abbreviations, concepts, words that say nothing.

import { splitRuns } from "./folding.js";

const LONGEST_QUESTION = 300;
const MOST_WORDS = 32;
const SHORTEST_START = 3;
const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]/g;
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const CAPITAL = /\p{Lu}/gu;
const SMALL = /\p{Ll}/u;

/**
 * Returns { asked, runs, phrases, words } of a question: the runs of words between which a dash stands,
 * the quoted phrases as lists of words, and all its words one by one.
 *
 * A word has `written`, `folded`, `capitals` (the abbreviation that it may be, or ""), `isStop`, `isStart`
 * (the reader may still be typing it), `isQuoted`, and `concepts`: the factor of each concept by its number.
 */
export function readQuestion(text, { stop, stems, phrases: known }) {
  const asked = text.slice(0, LONGEST_QUESTION).trim();
  const phrases = [];
  const runs = [];
  let rest = MOST_WORDS;
  asked.split(QUOTED).forEach((piece, position) => {
    const isQuoted = position % 2 === 1;
    const found = splitRuns(piece).slice(0, rest);
    rest -= found.length;
    const marked = found.map((run) => run.map((word) => ({ ...word, isQuoted, concepts: new Map() })));
    runs.push(...marked);
    if (isQuoted && marked.length) phrases.push(marked.flat());
  });
  const words = runs.flat();
  const areCapitals = words.length === 1 || SMALL.test(asked);
  for (const word of words) {
    word.isStop = stop.has(word.folded);
    word.capitals = areCapitals ? abbreviationOf(word.written) : "";
    word.isStart = false;
  }
  const last = words.at(-1);
  if (last && !last.isQuoted && ENDS_IN_WORD.test(asked)) last.isStart = last.folded.length >= SHORTEST_START;
  addConcepts(words, stems, known);
  return { asked, runs, phrases, words };
}

/** Returns the abbreviation that a word with two capitals is, without the s of its plural. */
export function abbreviationOf(written) {
  const capitals = written.match(CAPITAL) ?? [];
  return capitals.length < 2 ? "" : written.replace(/s$/, "");
}

/** Gives every word that a phrase covers the phrase's concepts: the longest phrase first, from left to right. */
function addConcepts(words, stems, { numbers, longest }) {
  const names = words.map((word) => (word.isQuoted ? '"' : (stems.get(word.folded) ?? word.folded)));
  let start = 0;
  while (start < names.length) {
    let length = Math.min(longest, names.length - start);
    while (length && !numbers.has(names.slice(start, start + length).join(" "))) length -= 1;
    for (const word of words.slice(start, start + length)) {
      const concepts = numbers.get(names.slice(start, start + length).join(" "));
      for (const concept of concepts) word.concepts.set(concept, length);
    }
    start += Math.max(length, 1);
  }
}

/** Tells whether words stand in a row somewhere among others. */
export function hasRow(words, row) {
  return words.some((_, start) => row.every((word, place) => words[start + place] === word));
}
