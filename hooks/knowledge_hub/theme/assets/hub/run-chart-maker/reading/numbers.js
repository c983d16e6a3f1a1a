// Numbers as teams write them: with a percent sign, a decimal comma, groups of thousands.
import { DECIMAL_SIGN } from "../language.js";

const GROUPS = /^\d{1,3}([.,]\d{3})+$/;
const NUMBER = /^[-+]?[\d.,]*\d[.,]?$/;
const NOTHING = new Set(["", "-", "–", "—", ".", "n/a", "na"]);
const LARGEST = 1e12;

/** Whether a cell says that there is no value. */
export function isNothing(text) {
  return NOTHING.has(text.trim().toLowerCase());
}

/** Whether a cell holds a number. */
export function isNumber(text) {
  return NUMBER.test(bare(text));
}

/** A function that reads the numbers of one column as it writes them: null for what is none. */
export function createReader(texts) {
  const decimal = findDecimalSign(texts.map(bare).filter((text) => NUMBER.test(text)));
  return (text) => {
    const written = bare(text);
    if (!NUMBER.test(written)) return null;
    const number = Number(inFigures(written, decimal));
    return Number.isFinite(number) && Math.abs(number) < LARGEST ? number : null;
  };
}

function bare(text) {
  return text.replace(/[\s\u00A0\u202F'’%]/g, "").replace("−", "-");
}

// What can be read in two ways, such as 1,234, is read as the rest of its column, or as the page's language has it.
function findDecimalSign(texts) {
  const signs = texts.map(surelyDecimal).filter(Boolean);
  return signs.includes(",") ? "," : (signs[0] ?? DECIMAL_SIGN);
}

function surelyDecimal(text) {
  const signs = [...text.matchAll(/[.,]/g)].map(([sign]) => sign);
  if (signs.includes(".") && signs.includes(",")) return signs.at(-1);
  return signs.length === 1 && !GROUPS.test(text.replace(/^[-+]/, "")) ? signs[0] : null;
}

function inFigures(text, decimal) {
  const sign = surelyDecimal(text) ?? (text.split(decimal).length === 2 ? decimal : "");
  const other = sign === "," ? "." : ",";
  if (sign) return text.replaceAll(other, "").replace(sign, ".");
  return text.replace(/[.,]/g, "");
}
