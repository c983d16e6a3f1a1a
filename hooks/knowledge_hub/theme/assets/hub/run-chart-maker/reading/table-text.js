// Pasted text as rows of cells: from a spreadsheet, a file of comma-separated values, a list.
import { readDate } from "../dates.js";

const DECIMAL_COMMA = /^\s*[-+−]?[\d.'’\s]*\d,\d+\s*%?\s*$/u;
const THOUSANDS = /^\s*[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*%?\s*$/u;
const PLAIN_NUMBER = /^\s*[-+−]?\d[\d.'’]*\s*%?\s*$/u;
const DATE_AND_VALUE = /^(.*\S)\s+([-+−]?[\d.,]+\s*%?)$/u;

/** The rows of a pasted text, each a list of trimmed cells; a table that lies on its side is set upright. */
export function readTable(text) {
  const lines = text.replace(/\r\n?|\u2028/g, "\n").split("\n");
  const separator = findSeparator(lines);
  const rows = separator ? splitCells(lines.join("\n"), separator) : lines.map(splitLine);
  return setUpright(trimRows(rows.map((row) => row.map((cell) => cell.trim()))));
}

function findSeparator(lines) {
  for (const sign of ["\t", ";"]) {
    if (lines.some((line) => line.includes(sign))) return sign;
  }
  const withComma = lines.filter((line) => line.includes(","));
  return withComma.length > 0 && !hasDecimalCommas(lines, withComma) ? "," : null;
}

// “85,5” below “90” is one column of values; “1,85” below “2,90” below “3,78” counts its lines.
function hasDecimalCommas(lines, withComma) {
  const filled = lines.filter((line) => line.trim());
  const isDate = (line) => readDate(line) !== null || readDate(DATE_AND_VALUE.exec(line.trim())?.[1] ?? "") !== null;
  const isNumber = (line) => [DECIMAL_COMMA, THOUSANDS, PLAIN_NUMBER].some((form) => form.test(line));
  if (withComma.every(isDate)) return true;
  const whole = withComma.map((line) => Number(line.split(",")[0]));
  const counts = whole.length > 2 && whole.every((number, index) => index === 0 || number === whole[index - 1] + 1);
  return filled.slice(1).every(isNumber) && withComma.every(isNumber) && !counts;
}

// Without a sign between them, a date and a value are still told apart.
function splitLine(line) {
  const parts = DATE_AND_VALUE.exec(line.trim());
  return parts && readDate(line) === null && readDate(parts[1]) !== null ? [parts[1], parts[2]] : [line];
}

// A cell in quotation marks may hold the separator and ends of lines (RFC 4180).
function splitCells(text, separator) {
  const rows = [[""]];
  let isQuoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place];
    const row = rows.at(-1);
    if (sign === '"' && isQuoted && text[place + 1] === '"') row[row.length - 1] += text[(place += 1)];
    else if (sign === '"' && (isQuoted || row.at(-1) === "")) isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) row.push("");
    else if (sign === "\n" && !isQuoted) rows.push([""]);
    else row[row.length - 1] += sign;
  }
  return rows;
}

function trimRows(rows) {
  const isFilled = (row) => row.some((cell) => cell !== "");
  const first = rows.findIndex(isFilled);
  return first < 0 ? [] : rows.slice(first, rows.findLastIndex(isFilled) + 1);
}

function setUpright(rows) {
  const isLong = rows.length === 1 && rows[0].length > 2;
  const hasDatesOnTop = rows.length > 1 && rows[0].filter((cell) => readDate(cell)).length > 1;
  if (!isLong && !hasDatesOnTop) return rows;
  return rows[0].map((_, index) => rows.map((row) => row[index] ?? ""));
}
