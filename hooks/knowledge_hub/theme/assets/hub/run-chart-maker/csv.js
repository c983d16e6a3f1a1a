// The values of a chart with what was found, as comma-separated values.
import { cell } from "../worksheet/csv.js";
import { fill } from "./language.js";
import { createPointRows } from "./tables.js";

const BYTE_ORDER_MARK = "\uFEFF"; // without it, Excel takes UTF-8 for something else

/** The data table as a file that spreadsheets open; numbers and dates are written as programs read them. */
export function createCsv(series, words) {
  const { unit } = series.measure;
  const value = unit ? fill(words.value_in, { unit }) : words.value;
  const head = [words.when, value, words.people, words.median_label, words.signal];
  const rows = createPointRows(series, words).map(({ point, ...row }) => [
    point.date || point.when,
    point.isHidden ? row.value : figures(point.value),
    figures(point.n),
    figures(row.median),
    row.signal,
  ]);
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function figures(number) {
  return number === null ? "" : String(number);
}
