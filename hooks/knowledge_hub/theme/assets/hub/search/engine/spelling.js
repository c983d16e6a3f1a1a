// Which known words are a slip away from a typed one.

// From so many letters on a word may have two slips.
const LONG = 8;

/** Returns up to `most` of the known words near `typed`: the fewest slips first, then as `known` has them. */
export function nearWords(typed, known, most = 1) {
  const word = typed.toLowerCase();
  const allowed = word.length < LONG ? 1 : 2;
  return known
    .map((candidate) => ({ candidate, slips: countSlips(word, candidate.toLowerCase(), allowed) }))
    .filter(({ slips }) => slips <= allowed)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/**
 * Returns the Damerau-Levenshtein distance (optimal string alignment): letters added, left out,
 * replaced, or swapped with their neighbor. Gives up above `most` and returns Infinity.
 */
export function countSlips(a, b, most = Infinity) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let beforeLast = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + differs);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    if (Math.min(...row) > most) return Infinity;
    [beforeLast, last] = [last, row];
  }
  return last[b.length] > most ? Infinity : last[b.length];
}
