// Numbers and dates in the page's own language.

/** The language of the page, English where it names none that the browser knows. */
export const LANGUAGE = findLanguage(document.documentElement.lang);
/** The sign between whole numbers and decimals in that language. */
export const DECIMAL_SIGN = new Intl.NumberFormat(LANGUAGE)
  .formatToParts(0.5)
  .find((part) => part.type === "decimal").value;
/** Whether dates in figures name the month before the day. */
export const IS_MONTH_FIRST = findMonthFirst();

const FORMATS = new Map();

/** A value as readers see it, with its unit; more than two decimals only near zero. */
export function numberWords(value, unit = "") {
  const number = format(value, Math.abs(value) >= 0.1 ? 2 : 6);
  return unit ? `${number} ${unit}` : number;
}

/** A coordinate with at most one decimal. */
export function coordinate(number) {
  const text = round(number, 1).replace(/\.0$/, "");
  return text === "-0" ? "0" : text;
}

/** The sentence of a key with its blanks filled in. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
}

/** The text as it begins a sentence: “points” becomes “Points”, “PHQ-9 points” and “mL” stay. */
export function upperFirst(text) {
  const [first] = text.split(" ");
  return first !== first.toLocaleLowerCase(LANGUAGE) ? text : text.charAt(0).toLocaleUpperCase(LANGUAGE) + text.slice(1);
}

function format(value, decimals) {
  if (!FORMATS.has(decimals)) FORMATS.set(decimals, new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: decimals }));
  return FORMATS.get(decimals).format(Number(round(value, decimals)));
}

// Halves go to the even neighbor, as in the build; toFixed() knows each number exactly, and takes them up.
function round(value, decimals) {
  const size = Math.abs(value);
  const isHalf = (size * 2 ** (decimals + 1)) % 2 === 1;
  const text = size.toFixed(decimals);
  const isOdd = Number(text.at(-1)) % 2 === 1;
  const sign = value < 0 ? "-" : "";
  return sign + (isHalf && isOdd ? (size - 10 ** -(decimals + 2)).toFixed(decimals) : text);
}

function findLanguage(name) {
  try {
    return Intl.getCanonicalLocales(name)[0] ?? "en";
  } catch {
    return "en";
  }
}

function findMonthFirst() {
  const parts = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "numeric", year: "numeric" })
    .formatToParts(new Date(2000, 0, 1))
    .map((part) => part.type);
  return parts.indexOf("month") < parts.indexOf("day");
}
