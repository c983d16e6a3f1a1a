// What search says by itself: the words of content/words.yml, which come with the search box.

export const words = JSON.parse(document.querySelector("[data-hub-words]").dataset.hubWords);

/** Returns a text with its blanks, such as {number}, filled in. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
}

/** Returns how many results or suggestions there are, such as "1 result" and "12 results". */
export function countWords(number, one, many) {
  return fill(number === 1 ? one : many, { number: number.toLocaleString("en-US") });
}

/** Returns a text as it stands within a sentence: "No results" becomes "no results", "PHQ-9" stays. */
export function lowerFirst(text) {
  const rest = text.split(" ")[0].slice(1);
  const isPlainWord = rest === "" || (/^\p{Ll}/u.test(rest) && rest === rest.toLowerCase());
  return isPlainWord ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** Returns how many results there are, in words. */
export function countResults(number) {
  return number === 0 ? words.none : countWords(number, words.one, words.many);
}
