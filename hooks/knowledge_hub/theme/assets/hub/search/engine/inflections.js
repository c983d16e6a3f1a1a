// What a typed word may be a form of, where the library doesn't have it itself: “speaking” of “speak”. The index
// has only the forms that stand in the library, so that nothing here has to be a language's whole grammar.

const SHORTEST = 5;

/** Returns a word and then what it may be an inflected form of, the likeliest first. */
export function findBases(word) {
  if (word.length < SHORTEST) return [word];
  return [word, ...cutEnding(word), `${word}s`];
}

function cutEnding(word) {
  const without = (letters) => word.slice(0, -letters);
  if (word.endsWith("ies")) return [`${without(3)}y`, without(1)];
  if (word.endsWith("es")) return [without(1), without(2)];
  if (word.endsWith("s")) return word.endsWith("ss") ? [] : [without(1)];
  for (const ending of ["ing", "ed"]) {
    if (word.endsWith(ending)) return [...undouble(without(ending.length)), `${without(ending.length)}e`];
  }
  return [];
}

/** “plann” is of “plan”, “call” may be itself. */
function undouble(word) {
  return word.at(-1) === word.at(-2) ? [word, word.slice(0, -1)] : [word];
}
