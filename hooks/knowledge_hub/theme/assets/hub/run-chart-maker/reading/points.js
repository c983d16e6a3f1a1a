// What somebody pasted as the points of a measure, with remarks on whatever could be read in another way.
import { dateWords, findOrder, isoDate, monthPosition, readDate } from "../dates.js";
import { IS_MONTH_FIRST, fill } from "../language.js";
import { createReader, isNothing, isNumber } from "./numbers.js";
import { readTable } from "./table-text.js";

const MOST_ROWS = 1000;
const MOST_NAMED = 3;

/** The columns of a pasted text: their names and rows, and which of them has the values where nobody says. */
export function readColumns(text, words) {
  const rows = readTable(text);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const valueColumn = findValueColumn(rows, width);
  const head = rows[0]?.[valueColumn] ?? "";
  const hasHead = rows.length > 1 && !isNumber(head) && !isNothing(head) && !readDate(rows[0][0]);
  const names = Array.from(
    { length: width },
    (_, index) => (hasHead && rows[0][index]) || fill(words.column, { number: index + 1 }),
  );
  const first = hasHead ? 2 : 1;
  return { names, hasHead, first, rows: hasHead ? rows.slice(1) : rows, width, valueColumn };
}

/** The points in these columns: `people` is the column of group sizes, if there is one. */
export function readPoints(columns, { values = columns.valueColumn, people = null }, words) {
  const { width, first } = columns;
  const numbered = columns.rows.map((cells, index) => ({ cells, line: index + first }));
  const rows = (width > 1 ? numbered.filter(({ cells }) => cells.some(Boolean)) : numbered).slice(0, MOST_ROWS);
  const cell = (row, column) => row.cells[column] ?? "";
  const read = createReader(rows.map((row) => cell(row, values)));
  const readPeople = createReader(people === null ? [] : rows.map((row) => cell(row, people)));
  const { places, remarks, isMonthFirst } = placeRows(rows, width > 1, words);
  const points = rows.map((row, index) => ({
    ...places[index],
    value: read(cell(row, values)),
    n: people === null ? null : readPeople(cell(row, people)),
  }));
  const unread = rows.filter((row) => !isNothing(cell(row, values)) && read(cell(row, values)) === null);
  if (columns.rows.length > MOST_ROWS) remarks.push(fill(words.too_many, { number: MOST_ROWS }));
  remarks.push(...nameUnread(unread.map((row) => ({ line: row.line, text: cell(row, values) })), words));
  return {
    points,
    hasDates: points.every((point) => point.date) && points.length > 0,
    names: new Map(points.filter((point) => point.name).map((point) => [point.position, point.name])),
    isMonthFirst,
    hasPercent: rows.some((row) => cell(row, values).includes("%")),
    remarks,
  };
}

/** Reads the place of a change or a new baseline: a date among dates, the name or number of a point among others. */
export function readPlace(text, { hasDates, points, isMonthFirst }) {
  const written = text.trim();
  if (hasDates) {
    const date = readDate(written, isMonthFirst);
    return date && { position: monthPosition(date), when: dateWords(date) };
  }
  const named = points.find((point) => point.when.toLowerCase() === written.toLowerCase());
  const number = /^\D{0,12}?(\d{1,4})$/.exec(written)?.[1];
  const point = named ?? points.find(({ position }) => position === Number(number));
  return point ? { position: point.position, when: point.when } : null;
}

/** The changes in a text, one a line: where each stands, and what it was; `unread` are lines that name no place. */
export function readChanges(text, read) {
  const changes = [];
  const unread = [];
  for (const line of text.split("\n").map((written) => written.trim()).filter(Boolean)) {
    const change = readChange(line, read);
    if (change) changes.push(change);
    else unread.push(line);
  }
  changes.sort((first, second) => first.position - second.position);
  return { changes, unread };
}

// The longest beginning that names a place; what follows says what changed.
function readChange(line, read) {
  const ends = [...line.matchAll(/[\s:;,–—-]+|$/gu)].map((found) => found.index).reverse();
  for (const end of ends.filter((place) => place > 0)) {
    const place = readPlace(line.slice(0, end), read);
    if (place) return { ...place, title: line.slice(end).replace(/^[\s:;,–—-]+/u, "") };
  }
  return null;
}

// The first column stands for time. Percentages are what most teams chart; else it is the first with numbers.
function findValueColumn(rows, width) {
  const others = Array.from({ length: width }, (_, index) => index).slice(1);
  const holds = (index, test) => rows.filter((row) => test(row[index] ?? "")).length * 2 >= rows.length;
  const percent = others.find((index) => holds(index, (cell) => cell.includes("%") && isNumber(cell)));
  return percent ?? others.find((index) => holds(index, isNumber)) ?? (width > 1 ? 1 : 0);
}

function placeRows(rows, hasNames, words) {
  if (!hasNames) return { places: rows.map((_, index) => placeInOrder("", index, words)), remarks: [] };
  const texts = rows.map((row) => row.cells[0] ?? "");
  const order = findOrder(texts);
  const isMonthFirst = order ? order === "month" : IS_MONTH_FIRST;
  const dates = texts.map((text) => readDate(text, isMonthFirst));
  const unread = dates.findIndex((date) => date === null);
  if (unread < 0) return { places: dates.map(placeInTime), remarks: [], isMonthFirst };
  const places = texts.map((text, index) => placeInOrder(text, index, words));
  const isNearlyDated = dates.filter(Boolean).length * 2 > dates.length;
  const remark = fill(words.no_date, { text: texts[unread], line: rows[unread].line });
  return { places, remarks: isNearlyDated ? [remark] : [] };
}

function placeInTime(date) {
  return { position: monthPosition(date), when: dateWords(date), date: isoDate(date), name: "" };
}

function placeInOrder(name, index, words) {
  return { position: index + 1, when: name || fill(words.point, { number: index + 1 }), date: "", name };
}

function nameUnread(unread, words) {
  const named = unread.slice(0, MOST_NAMED).map((cell) => fill(words.no_number, cell));
  if (unread.length > MOST_NAMED) named.push(fill(words.more_unread, { number: unread.length - MOST_NAMED }));
  return named;
}
