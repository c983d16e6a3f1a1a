// Quoted words: the documents in which they stand in a row.

/** Returns for each document whether every phrase of a question stands in it. */
export async function findPhrases(index, phrases) {
  const found = new Uint8Array(index.count).fill(1);
  const rows = await Promise.all(phrases.map((phrase) => findRow(index, phrase)));
  for (const row of rows) found.forEach((_, id) => (found[id] &= row.has(id) ? 1 : 0));
  return found;
}

/** Returns the documents in which the words of a phrase stand one after another. */
async function findRow(index, phrase) {
  const groups = await Promise.all(phrase.map((word) => index.find(word.folded)));
  if (groups.includes(undefined)) return new Set();
  if (groups.length === 1) return new Set(groups[0].ids);
  const places = await Promise.all(groups.map((group) => placesOf(index, group)));
  const [first, ...others] = places;
  const ids = [...first].filter(([id, starts]) =>
    [...starts].some((start) => others.every((other, step) => other.get(id)?.has(start + step + 1))),
  );
  return new Set(ids.map(([id]) => id));
}

async function placesOf(index, group) {
  const positions = await index.positions(group);
  return new Map(positions.map((deltas, place) => [group.ids[place], new Set(addUpAll(deltas))]));
}

function addUpAll(deltas) {
  let position = 0;
  return deltas.map((delta) => (position += delta));
}
