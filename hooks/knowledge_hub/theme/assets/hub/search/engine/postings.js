// In which documents a group of words stands: decoded once, into typed arrays.

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const VALUES = new Uint8Array(128);
for (let digit = 0; digit < DIGITS.length; digit += 1) VALUES[DIGITS.charCodeAt(digit)] = digit;

// How much a word says by each weight: BM25 of the frequency that the digit stands for. With the usual k1 = 1.2 a word
// said often enough somewhere in a page weighs as much as one in its title.
const K1 = 4;
const SATURATION = Float64Array.from(DIGITS, (_, weight) => {
  const frequency = 0.25 * 1.18 ** weight;
  return frequency / (K1 + frequency);
});

const DIGIT_VALUES = Uint8Array.from(DIGITS, (_, digit) => digit);

/** Returns how rare a word is that `size` of `count` documents have. */
export function rarity(size, count) {
  return Math.log(1 + (count - size + 0.5) / (size + 0.5));
}

export function createGroup(key, [forms, deltas, weights, sections], shard, count) {
  return {
    key,
    forms,
    shard,
    size: deltas.length,
    idf: rarity(deltas.length, count),
    ids: addUp(deltas),
    saturations: readDigits(weights, new Float64Array(weights.length), SATURATION),
    sections: readDigits(sections, new Uint8Array(sections.length), DIGIT_VALUES),
  };
}

/** Fills an array with what stands in `values` for each digit: a plain loop, for a common word has thousands of them. */
function readDigits(digits, numbers, values) {
  for (let place = 0; place < digits.length; place += 1) numbers[place] = values[VALUES[digits.charCodeAt(place)]];
  return numbers;
}

/** Returns the numbers of which the first one and the differences are given. */
export function addUp(deltas) {
  const numbers = new Int32Array(deltas.length);
  let number = 0;
  for (let place = 0; place < deltas.length; place += 1) {
    number += deltas[place];
    numbers[place] = number;
  }
  return numbers;
}
