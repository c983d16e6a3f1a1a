// Answers a question from the index: what is found, in which order, and what else there is to say.

import { findAlternatives } from "./alternatives.js";
import { findAnswers } from "./answers.js";
import { countValues, createFilter, decodeFacets } from "./facet-counts.js";
import { fold, splitWords } from "./folding.js";
import { findPhrases } from "./phrases.js";
import { readQuestion } from "./question.js";
import { findSection, isClearlyFirst, scoreDocuments, sortByReview, sortByScore } from "./scoring.js";
import { nearWords } from "./spelling.js";

const SHORTEST_MENDED = 4;
const TYPED = /[\p{L}\p{N}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu;

/**
 * Returns what the library has for a question:
 *
 * `asked` is what was looked for, `ids` are the documents, the best first, `total` how many there would be without
 * the filters, `unknown` the typed words that the library has nothing for, `answers` the fixed ones.
 * `count()` gives the number of documents by facet and value, `section(id)` the number of the section of a
 * document that answers best, `isBest` says whether the first document is clearly the answer, and `isMeant(word)`
 * whether a word in a text is one of those looked for.
 */
export async function ask(index, text, { filters = {}, sort = "" } = {}) {
  const question = readQuestion(text, index);
  const hasFilters = Object.values(filters).some((values) => values.length);
  const facets = () => index.file(index.entry.facets, decodeFacets);
  const saying = question.words.filter((word) => !word.isStop).map((word) => word.folded);
  const [words, named, inPhrases, known] = await Promise.all([
    findAlternatives(index, question),
    index.findNamed(saying),
    question.phrases.length ? findPhrases(index, question.phrases) : undefined,
    hasFilters ? facets() : [],
  ]);
  const scored = words.length ? scoreDocuments(words, index.count, index.ranks, named) : findAll(index, question);
  inPhrases?.forEach((is, id) => (scored.found[id] &= is));
  const filter = createFilter(known, filters, index.count);
  const byReview = sort === "reviewed" || words.length === 0;
  const ids = (byReview ? sortByReview : sortByScore)(scored, filter.passes);
  return {
    asked: question.asked,
    ids,
    total: scored.found.reduce((sum, is) => sum + is, 0),
    unknown: words.filter((word) => !word.isKnown).map((word) => word.typed),
    answers: findAnswers(index.entry.answers, question.words),
    count: async () => countValues(await facets(), scored.found, filter),
    section: (id) => findSection(scored, id),
    isBest: !byReview && isClearlyFirst(scored, ids),
    isMeant: createMeant(index, words),
  };
}

/** Returns a question with the nearest word of the library in place of each unknown one, "" where there is none. */
export async function mend(index, text, unknown) {
  return replaceWords(text, await findNearest(index, unknown));
}

/** The same where every unknown word has a near one: who asks for hotels in Paris doesn't mean “hotels in parts”. */
export async function mendWhole(index, text, unknown) {
  const near = await findNearest(index, unknown);
  return [...near.values()].every(Boolean) ? replaceWords(text, near) : "";
}

async function findNearest(index, unknown) {
  const known = await index.file(index.entry.words);
  return new Map(unknown.map((word) => [fold(word), findNear(word, known, 1)[0]]));
}

function replaceWords(text, near) {
  const better = text.replace(TYPED, (word) => near.get(fold(word)) ?? word).trim();
  return better === text.trim() ? "" : better;
}

/** Returns words of the library near to those of a question. */
export async function findNearWords(index, text) {
  const known = await index.file(index.entry.words);
  return [...new Set(splitWords(text).flatMap((word) => findNear(word, known, 3)))];
}

function findNear(word, known, most) {
  const folded = fold(word);
  if (folded.length < SHORTEST_MENDED || /\d/.test(folded)) return [];
  return nearWords(folded, known, most).filter((near) => near !== folded);
}

/** A question without a word finds everything, one that has signs only finds nothing. */
function findAll(index, { asked }) {
  const count = index.count;
  const found = new Uint8Array(count).fill(asked ? 0 : 1);
  return { found, weighed: [] };
}

function createMeant(index, words) {
  const own = words.flatMap((word) => word.groups.map(({ group }) => group));
  const forms = new Set(own.flatMap((group) => group.forms.map((form) => form.toLowerCase())));
  const phrases = new Set(words.flatMap((word) => word.concepts.flatMap((number) => index.entry.concepts[number])));
  return (word) => {
    const folded = fold(word);
    return forms.has(folded) || phrases.has(index.stems.get(folded));
  };
}
