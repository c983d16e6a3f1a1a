// Dates as teams write them, read as a year, a month or a day; and as readers see them.
import { IS_MONTH_FIRST, LANGUAGE } from "./language.js";

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;
const ISO = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?$/;
const FIGURES = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/;
const MONTH_AND_YEAR = /^(\d{1,2})[-/.](\d{4})$/;
// “15th”, “15 de marzo”: longer words than these belong to a sentence, not to a date.
const LONGEST_PARTICLE = 2;
const WORDS = /\p{L}+/gu;

const MONTHS = findMonthNames();

/** A date of text as { year, month, day }, without what it doesn't name; null where it is none. */
export function readDate(text, isMonthFirst = IS_MONTH_FIRST) {
  const written = text.trim();
  return check(readFigures(written, isMonthFirst) ?? readWords(written));
}

/** Whether the day comes first in these texts: some first figure is too large for a month. Null where nothing tells. */
export function findOrder(texts) {
  const found = texts.map((text) => FIGURES.exec(text.trim())).filter(Boolean);
  if (found.some((parts) => Number(parts[1]) > 12)) return "day";
  if (found.some((parts) => Number(parts[3]) > 12)) return "month";
  if (found.some((parts) => parts[2] === ".")) return "day";
  return null;
}

/** Where a date lies on a line, in months; a month lies in its middle, a year in the middle of its months. */
export function monthPosition({ year, month, day }) {
  if (!month) return year * 12 + 6;
  const start = year * 12 + month - 1;
  return day ? start + (day - 1) / daysIn(year, month) : start + 0.5;
}

/** The date in words, as far as it is known. */
export function dateWords({ year, month, day }) {
  if (!month) return String(year);
  return name(year, month, day ?? 1, { year: "numeric", month: "long", ...(day && { day: "numeric" }) });
}

/** The start of a month on an axis: January is named by its year, and the first one has it beside its name. */
export function tickWords(month, isFirst) {
  const [year, number] = [Math.floor(month / 12), month % 12];
  if (number === 0) return String(year);
  return name(year, number + 1, 1, isFirst ? { month: "short", year: "numeric" } : { month: "short" });
}

/** The date as programs read it. */
export function isoDate({ year, month, day }) {
  const parts = [month, day].filter(Boolean).map((part) => String(part).padStart(2, "0"));
  return [year, ...parts].join("-");
}

function name(year, month, day, options) {
  return new Intl.DateTimeFormat(LANGUAGE, { ...options, timeZone: "UTC" }).format(Date.UTC(year, month - 1, day));
}

function readFigures(text, isMonthFirst) {
  const iso = ISO.exec(text);
  if (iso) return named(iso[1], iso[2], iso[3]);
  const short = MONTH_AND_YEAR.exec(text);
  if (short) return named(short[2], short[1]);
  const parts = FIGURES.exec(text);
  if (!parts) return null;
  return isMonthFirst ? named(parts[4], parts[1], parts[3]) : named(parts[4], parts[3], parts[1]);
}

// “Mar 2026”, “March 15, 2026”, “15. März 2026”, “Mar-26” as spreadsheets write it.
function readWords(text) {
  const words = text.toLocaleLowerCase(LANGUAGE).match(WORDS) ?? [];
  const months = words.map((word) => MONTHS.get(word)).filter(Boolean);
  const figures = text.match(/\d+/g) ?? [];
  if (months.length !== 1 || words.some((word) => word.length > LONGEST_PARTICLE && !MONTHS.has(word))) return null;
  if (figures.length < 1 || figures.length > 2 || figures.at(-1).length < 2) return null;
  return named(figures.at(-1), months[0], figures.length === 2 ? figures[0] : undefined);
}

function named(year, month, day) {
  const number = (text) => (text === undefined ? undefined : Number(text));
  return { year: String(year).length === 4 ? Number(year) : 2000 + Number(year), month: number(month), day: number(day) };
}

function check(date) {
  if (!date || date.year < EARLIEST_YEAR || date.year > LATEST_YEAR) return null;
  const { year, month, day } = date;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > daysIn(year, month))) return null;
  return date;
}

function daysIn(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

// The names of the months in the page's language and in English, long and short.
function findMonthNames() {
  const names = new Map([["sept", 9]]);
  for (const language of ["en", LANGUAGE]) {
    for (const length of ["long", "short"]) {
      const format = new Intl.DateTimeFormat(language, { month: length, day: "numeric", timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2001, month - 1, 1)).find(({ type }) => type === "month").value;
        names.set(part.toLocaleLowerCase(language).replace(/\P{L}/gu, ""), month);
      }
    }
  }
  return names;
}
