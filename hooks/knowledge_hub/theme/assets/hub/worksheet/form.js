// Reads and writes the fields of one worksheet. Answers are plain data by the ids of fields and columns.
import { isEmpty } from "../keeping/merge.js";
import { markMistake } from "./mistakes.js";

/** A table can't grow longer. */
export const MOST_ROWS = 200;

export function read(form) {
  return Object.fromEntries(fieldsOf(form).map((field) => [field.dataset.field, readField(field)]));
}

/** Makes the form hold these answers, and returns { field, answer } of each that has no place in it. */
export function write(form, answers) {
  const fields = new Map(fieldsOf(form).map((field) => [field.dataset.field, field]));
  return Object.entries(answers).flatMap(([name, answer]) => {
    const field = fields.get(name);
    const lost = field ? writeField(field, answer) : [answer];
    return lost.filter((one) => !isEmpty(one)).map((one) => ({ field: name, answer: one }));
  });
}

export function clear(form) {
  for (const field of fieldsOf(form)) {
    if (field.dataset.type === "table") fitRows(field, startRows(field));
    for (const input of inputsOf(field)) empty(input);
  }
}

/** Adds a row to a table; returns its number, 0 where the table is as long as it may be. */
export function addRow(field, { focus = true } = {}) {
  const { body } = partsOf(field);
  if (body.rows.length >= MOST_ROWS) return 0;
  const row = body.rows[body.rows.length - 1].cloneNode(true);
  body.append(row);
  for (const cell of cellsOf(row)) empty(inputOf(cell));
  numberRow(field, row, body.rows.length);
  if (focus) inputOf(cellsOf(row)[0]).focus();
  return body.rows.length;
}

/** Takes a row out of its table; the only one that is left is emptied. Returns its number. */
export function removeRow(field, row) {
  const { body } = partsOf(field);
  const at = [...body.rows].indexOf(row);
  if (body.rows.length === 1) for (const cell of cellsOf(row)) empty(inputOf(cell));
  else row.remove();
  [...body.rows].slice(at).forEach((other, index) => numberRow(field, other, at + index + 1));
  const next = body.rows[Math.min(at, body.rows.length - 1)];
  next.querySelector('[data-worksheet-action="remove-row"]').focus();
  return at + 1;
}

export function hasContent(row) {
  return cellsOf(row).some((cell) => inputOf(cell).value !== "");
}

// The worksheet with its answers in words, for files that people read.
export function describe(root) {
  return [...root.querySelectorAll("[data-worksheet-section]")].map((section) => ({
    title: section.dataset.worksheetSection,
    fields: fieldsOf(section).map(describeField),
  }));
}

function describeField(field) {
  const { label, type } = field.dataset;
  if (type === "table") {
    const { heads, body } = partsOf(field);
    const columns = heads.map((head) => head.textContent);
    const rows = [...body.rows].map((row) => cellsOf(row).map((cell) => inputOf(cell).value));
    return { label, columns, rows: rows.filter((row) => row.some(Boolean)) };
  }
  if (type === "scale") {
    const chosen = field.querySelector("input:checked");
    return { label, text: chosen ? chosen.closest("label").innerText.replace(/\s+/g, " ").trim() : "" };
  }
  const answer = readField(field);
  return { label, text: Array.isArray(answer) ? answer.join("; ") : answer };
}

function readField(field) {
  switch (field.dataset.type) {
    case "table":
      return [...partsOf(field).body.rows].map((row) =>
        Object.fromEntries(cellsOf(row).map((cell) => [cell.dataset.column, inputOf(cell).value])),
      );
    case "choices":
      return [...field.querySelectorAll("input:checked")].map((input) => input.value);
    case "choice":
    case "scale":
      return field.querySelector("input:checked")?.value ?? "";
    default:
      return inputOf(field).value;
  }
}

// Each of these returns what has no place, as it was.
function writeField(field, answer) {
  switch (field.dataset.type) {
    case "table":
      return Array.isArray(answer) ? writeRows(field, answer) : [answer];
    case "choices":
      return Array.isArray(answer) ? tick(field, answer) : [answer];
    case "choice":
    case "scale":
      return tick(field, isEmpty(answer) ? [] : [answer]);
    default:
      return setValue(inputOf(field), answer) ? [] : [answer];
  }
}

function writeRows(field, rows) {
  const { body } = partsOf(field);
  const filled = rows.reduce((most, row, index) => (isEmpty(row) ? most : index + 1), 0);
  fitRows(field, Math.max(filled, Math.min(startRows(field), Math.max(rows.length, 1))));
  return rows.flatMap((row, index) => {
    if (row === null || typeof row !== "object" || !body.rows[index]) return [row];
    const cells = new Map(cellsOf(body.rows[index]).map((cell) => [cell.dataset.column, cell]));
    return Object.entries(row)
      .filter(([column, answer]) => !(cells.has(column) && setValue(inputOf(cells.get(column)), answer)))
      .map(([column, answer]) => (isEmpty(answer) ? "" : `${index + 1}, ${column}: ${answer}`));
  });
}

function fitRows(field, number) {
  const { body } = partsOf(field);
  while (body.rows.length > Math.max(number, 1)) body.rows[body.rows.length - 1].remove();
  while (body.rows.length < number && addRow(field, { focus: false }));
}

function tick(field, answers) {
  const wanted = new Set(answers.map(String));
  for (const input of inputsOf(field)) input.checked = wanted.delete(input.value);
  return answers.filter((answer) => wanted.has(String(answer)));
}

// A date or a choice that isn't one is refused by the browser itself.
function setValue(input, answer) {
  if (isEmpty(answer)) {
    empty(input);
    return true;
  }
  if (typeof answer !== "string" && typeof answer !== "number") return false;
  // Setting what is there already would move the caret.
  if (input.value !== String(answer)) input.value = String(answer);
  return input.value !== "";
}

function empty(input) {
  if (input.type === "radio" || input.type === "checkbox") {
    input.checked = false;
  } else {
    input.value = "";
    input.style.height = "";
  }
  markMistake(input);
}

function fieldsOf(part) {
  return [...part.querySelectorAll("[data-field]")];
}

function inputsOf(part) {
  return [...part.querySelectorAll("input, textarea, select")];
}

function inputOf(part) {
  return part.querySelector("input, textarea, select");
}

function partsOf(field) {
  return { heads: [...field.querySelectorAll("thead [data-column]")], body: field.querySelector("tbody") };
}

function cellsOf(row) {
  return [...row.querySelectorAll("[data-column]")];
}

function startRows(field) {
  return Number(field.dataset.rows);
}

// The words of a row hold its number: "Row 2" and "What, row 2".
function numberRow(field, row, number) {
  const within = field.dataset.rowNameWithin.replace("{number}", number);
  row.querySelector("[data-row-name]").textContent = field.dataset.rowName.replace("{number}", number);
  row.querySelector("[data-removes]").textContent = `${number}, ${field.dataset.label}`;
  for (const cell of cellsOf(row)) {
    inputOf(cell).setAttribute("aria-label", `${cell.dataset.label}, ${within}`);
  }
}
