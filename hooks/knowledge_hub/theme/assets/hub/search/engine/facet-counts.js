// How many documents each value of a facet has, and which pass the values that a reader chose.

import { addUp } from "./postings.js";

/** Returns the documents of each value of each facet. */
export function decodeFacets(content) {
  return Object.entries(content).map(([facet, values]) => [
    facet,
    Object.entries(values).map(([value, deltas]) => [value, addUp(deltas)]),
  ]);
}

/**
 * Returns how documents fare with the chosen values: within a facet one value or another will do, and every
 * facet has to be met. `passes` tells it of a document.
 */
export function createFilter(facets, chosen, count) {
  const failures = new Uint8Array(count);
  const met = new Map();
  for (const [facet, values] of Object.entries(chosen)) {
    if (values.length === 0) continue;
    const isMet = new Uint8Array(count);
    const [, known] = facets.find(([name]) => name === facet) ?? [facet, []];
    for (const [value, ids] of known) if (values.includes(value)) for (const id of ids) isMet[id] = 1;
    isMet.forEach((is, id) => (failures[id] += 1 - is));
    met.set(facet, isMet);
  }
  return { failures, met, passes: (id) => failures[id] === 0 };
}

/** Returns how many of the found documents each value would give: a facet's own choice is left aside. */
export function countValues(facets, found, { failures, met }) {
  const counts = {};
  for (const [facet, values] of facets) {
    const isMet = met.get(facet);
    counts[facet] = {};
    for (const [value, ids] of values) {
      let count = 0;
      for (const id of ids) {
        if (found[id] && failures[id] === (isMet && !isMet[id] ? 1 : 0)) count += 1;
      }
      counts[facet][value] = count;
    }
  }
  return counts;
}
