// What a word of a question may stand for in the library: its own forms, words that begin so, a concept.

import { findBases } from "./inflections.js";

const CAPITALS_FACTOR = 1.5;
// Who writes AWARE doesn't ask for “aware”.
const SMALL_FACTOR = 0.3;
const START_FACTOR = 0.6;
const CONCEPT_FACTOR = 0.5;
const PHRASE_FACTOR = 0.7;
const MOST_STARTS = 30;

/**
 * Returns the words of a question to score documents by: those that say something, where there are any. Each
 * has `groups`, which are { group, factor }, `typed`, `folded`, `concepts`, and `isKnown`: whether the library has
 * anything for it.
 */
export async function findAlternatives(index, question) {
  const words = await resolveRuns(index, question.runs, resolveStop);
  return words.length ? words : resolveRuns(index, question.runs, resolveWord);
}

async function resolveRuns(index, runs, resolveStopWord) {
  const resolve = (word) => (word.isStop ? resolveStopWord : resolveWord)(index, word);
  const resolved = await Promise.all(runs.map((run) => resolveRun(index, run, resolve)));
  return resolved.flat().filter(Boolean);
}

/** A run with dashes is one word where the library has it so, else its parts. */
async function resolveRun(index, run, resolve) {
  const whole = run.length > 1 ? resolveWord(index, joinRun(run)) : undefined;
  const [joined, ...parts] = await Promise.all([whole, ...run.map(resolve)]);
  return joined?.isOwn ? [joined] : parts;
}

/** A word that says nothing in small letters, such as “or”, may be an abbreviation in capitals, or begin a phrase. */
async function resolveStop(index, word) {
  const group = word.capitals && (await index.findCapitals(word.capitals));
  if (group) return createWord(word, [{ group, factor: CAPITALS_FACTOR }]);
  const concepts = word.isPhrase ? await findConcepts(index, word) : [];
  return concepts.length ? createWord(word, concepts) : undefined;
}

function joinRun(run) {
  const concepts = new Map(run.flatMap((word) => [...word.concepts]));
  const written = run.map((word) => word.written).join("");
  const folded = run.map((word) => word.folded).join("");
  return { ...run.at(-1), written, folded, concepts, capitals: "" };
}

async function resolveWord(index, word) {
  const [capitals, own, starts, concepts] = await Promise.all([
    word.capitals ? index.findCapitals(word.capitals) : undefined,
    findOwn(index, word.folded),
    word.isStart ? index.findStarts(word.folded, MOST_STARTS) : [],
    findConcepts(index, word),
  ]);
  const groups = [
    { group: capitals, factor: CAPITALS_FACTOR },
    { group: own, factor: capitals ? SMALL_FACTOR : 1 },
    ...concepts,
    ...starts.map((group) => ({ group, factor: START_FACTOR })),
  ];
  return createWord(word, groups.filter(({ group }) => group));
}

function createWord({ written, folded, concepts }, groups) {
  return {
    typed: written,
    folded,
    groups,
    concepts: [...concepts.keys()],
    isOwn: groups.some(({ factor }) => factor >= 1),
    isKnown: groups.length > 0,
  };
}

/** Returns the group of a word, or else that of a word that it may be a form of. */
async function findOwn(index, folded) {
  for (const base of findBases(folded)) {
    const group = await index.find(base);
    if (group) return group;
  }
  return undefined;
}

/** Returns the groups of the concepts of a word that stand in the library. */
async function findConcepts(index, { concepts }) {
  const found = await Promise.all(
    [...concepts].map(async ([number, { isPhrase, beside }]) => ({
      group: await index.find(`~${number}`, beside),
      factor: isPhrase ? PHRASE_FACTOR : CONCEPT_FACTOR,
      isPhrase,
    })),
  );
  return found.filter(({ group }) => group);
}
