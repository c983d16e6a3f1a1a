// A reader's question as words to look for: quoted phrases, abbreviations, concepts, words that say nothing.

import { splitRuns } from "./folding.js";
import { findBases } from "./inflections.js";

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
 * (the reader may still be typing it), `isQuoted`, `concepts`: by its number, for each concept, whether a phrase of several
 * words stands for it, `isPhrase`, and the word `beside` which the index has it,
 * and `isPhrase`: it stands for a phrase of words that say nothing one by one, such as “who does what”.
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
    word.isPhrase = false;
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
  const bases = words.map((word) => (word.isQuoted ? '"' : findBase(word.folded, stems)));
  const names = bases.map((base) => stems.get(base) ?? base);
  let start = 0;
  while (start < names.length) {
    let length = Math.min(longest, names.length - start);
    while (length && !numbers.has(names.slice(start, start + length).join(" "))) length -= 1;
    const covered = words.slice(start, start + length);
    const own = names.slice(start, start + length);
    const beside = bases[start + findLongest(own)];
    for (const word of covered) {
      for (const concept of numbers.get(own.join(" "))) word.concepts.set(concept, { isPhrase: length > 1, beside });
    }
    if (length > 1 && covered.every((word) => word.isStop)) covered[0].isPhrase = true;
    start += Math.max(length, 1);
  }
}

/** Returns the form that a word may be one of, itself where no phrase has any. */
function findBase(word, stems) {
  return findBases(word).find((form) => stems.has(form)) ?? word;
}

/** Returns the place of the longest word, the last of equals. */
function findLongest(words) {
  const lengths = words.map((word) => Array.from(word).length);
  return lengths.lastIndexOf(Math.max(...lengths));
}

/** Tells whether words stand in a row somewhere among others. */
export function hasRow(words, row) {
  return words.some((_, start) => row.every((word, place) => words[start + place] === word));
}
