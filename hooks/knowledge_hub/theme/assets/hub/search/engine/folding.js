// Words as search compares them. The index is made by the same rule, in knowledge_hub/search/.

const GROUPED = /(^|[^0-9])([0-9]{1,3}(?:[,\u00a0\u2009\u202f][0-9]{3})+)(?![0-9])/g;
const BETWEEN_GROUPS = /[^0-9]/g;
const APOSTROPHES = /[’‘ʼʻ\u0060´′]/g;
const MARKS = /\p{Mn}/gu;
const POSSESSIVE = /([\p{L}\p{N}])'[sS](?![\p{L}\p{N}])/gu;
const WITHIN_WORD = /(\p{L})'(?=\p{L})/gu;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
const LETTER = /[ßæœøłđðþı]/g;
const RUN = /[\p{L}\p{N}]+(?:[-‐‑‒–—−/][\p{L}\p{N}]+)*/gu;
const WORD = /[\p{L}\p{N}]+/gu;

/** Returns a text in which what makes no difference is gone, but for capitals. */
function smooth(text) {
  const ungrouped = text.replace(GROUPED, (_, before, number) => before + number.replace(BETWEEN_GROUPS, ""));
  const plain = ungrouped.replace(APOSTROPHES, "'").normalize("NFKD").replace(MARKS, "");
  return plain.replace(POSSESSIVE, "$1").replace(WITHIN_WORD, "$1");
}

function lower(text) {
  return text.toLowerCase().replace(LETTER, (letter) => LETTERS[letter]);
}

export function fold(text) {
  return lower(smooth(text));
}

/**
 * Returns the words of a text, those between which a dash stands without spaces as one run: each run is
 * a list of words, and each word has `written` and `folded`.
 */
export function splitRuns(text) {
  const runs = smooth(text).match(RUN) ?? [];
  return runs.map((run) => run.match(WORD).map((written) => ({ written, folded: lower(written) })));
}

/** Returns the words of a text one by one, folded. */
export function splitWords(text) {
  return splitRuns(text).flatMap((run) => run.map((word) => word.folded));
}
