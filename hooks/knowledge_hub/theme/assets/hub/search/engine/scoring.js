// Which documents answer a question, and how well: pure functions over typed arrays.

import { rarity } from "./postings.js";

// A document that has less of a question than this, by how rare its words are, and less than two or half of them, is
// no answer to it.
export const LEAST_COVERAGE = 0.55;
// Where more words were asked, a document that happens to have them all may say less than one about most of them.
const MOST_WORDS_ALL_FIRST = 2;
const CLEAR_LEAD = 1.6;
const CALLED_SO = 2;

/**
 * Returns { scores, found, isWhole, steps, weighed }: for each of `count` documents its score, whether it is an
 * answer, whether it has every word, and the step on which it stands: those that are called just as was asked, `named`,
 * are above those with every word of a short question, and these above all others. For each word it says how
 * rare it is, and in which section of each document it stands.
 */
export function scoreDocuments(words, count, ranks = [], named = []) {
  const scores = new Float64Array(count);
  const rarities = new Float64Array(count);
  const matched = new Uint8Array(count);
  let whole = 0;
  const weighed = words.map((word) => {
    const idf = weighWord(word, count);
    const { best, sections } = scoreWord(word, idf, count);
    whole += idf;
    for (let id = 0; id < count; id += 1) {
      if (best[id] === 0) continue;
      scores[id] += best[id];
      rarities[id] += idf;
      matched[id] += 1;
    }
    return { idf, sections };
  });
  const found = new Uint8Array(count);
  const isWhole = new Uint8Array(count);
  const steps = new Uint8Array(count);
  const areAllFirst = words.length <= MOST_WORDS_ALL_FIRST;
  for (let id = 0; id < count; id += 1) {
    if (matched[id] === 0) continue;
    isWhole[id] = matched[id] === words.length ? 1 : 0;
    steps[id] = areAllFirst ? isWhole[id] : 0;
    const coverage = isWhole[id] ? 1 : rarities[id] / whole;
    scores[id] *= coverage;
    found[id] = coverage >= LEAST_COVERAGE || matched[id] >= Math.max(2, words.length / 2) ? 1 : 0;
  }
  for (const id of named) [found[id], steps[id]] = [1, CALLED_SO];
  for (const [factor, ids] of ranks) for (const id of ids) scores[id] *= factor;
  return { scores, found, isWhole, steps, weighed };
}

/**
 * A word is as rare as its own group, or as what its phrase means: “works” is everywhere, “does it work” isn't. Where
 * the library hasn't it, it is as rare as all of its alternatives together.
 */
function weighWord({ groups }, count) {
  const own = groups.find(({ factor }) => factor >= 1);
  const phrases = groups.filter(({ isPhrase }) => isPhrase).map(({ group, factor }) => factor * group.idf);
  if (own) return Math.max(own.group.idf, ...phrases);
  const seen = new Uint8Array(count);
  for (const { group } of groups) for (const id of group.ids) seen[id] = 1;
  return rarity(seen.reduce((sum, is) => sum + is, 0), count);
}

/** The score of a word for a document is that of the best of its alternatives. */
function scoreWord({ groups }, idf, count) {
  const best = new Float64Array(count);
  const sections = new Uint8Array(count);
  for (const { group, factor, isPhrase } of groups) {
    const weight = factor * (isPhrase ? group.idf : Math.min(group.idf, idf));
    for (let place = 0; place < group.size; place += 1) {
      const id = group.ids[place];
      const score = weight * group.saturations[place];
      if (score <= best[id]) continue;
      best[id] = score;
      sections[id] = group.sections[place];
    }
  }
  return { best, sections };
}

// A key holds in one number a document's step, its score as 31 bits, and its own number, small ones last.
const IDS = 2 ** 20;
const STEP = 2 ** 31;

/** Returns the documents that `passes` lets through, the best first; equals stand by their numbers. */
export function sortByScore({ scores, found, steps }, passes) {
  const bits = new Uint32Array(Float32Array.from(scores).buffer);
  const keys = new Float64Array(found.length);
  let size = 0;
  for (let id = 0; id < found.length; id += 1) {
    if (!found[id] || !passes(id)) continue;
    keys[size] = (steps[id] * STEP + bits[id]) * IDS + (IDS - 1 - id);
    size += 1;
  }
  return Array.from(keys.subarray(0, size).sort(), (key) => IDS - 1 - (key % IDS)).reverse();
}

/** Returns the documents that `passes` lets through by their numbers: the newest review first. */
export function sortByReview({ found }, passes) {
  const ids = [];
  found.forEach((is, id) => is && passes(id) && ids.push(id));
  return ids;
}

/** Tells whether the first of the sorted documents is called as was asked, or clearly better than the second. */
export function isClearlyFirst({ scores, isWhole, steps }, [first, second]) {
  if (steps[first] === CALLED_SO) return true;
  if (first === undefined || !isWhole[first]) return false;
  return second === undefined || scores[first] >= CLEAR_LEAD * scores[second];
}

/** Returns the number of the section in which most of a question stands in a document, 0 for none. */
export function findSection({ weighed }, id) {
  const sums = new Map();
  for (const { idf, sections } of weighed) {
    if (sections[id]) sums.set(sections[id], (sums.get(sections[id]) ?? 0) + idf);
  }
  const [best] = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return best?.[0] ?? 0;
}
