// A filled-in worksheet as comma-separated values (RFC 4180) that Excel and others open as they are.

const BYTE_ORDER_MARK = "\uFEFF"; // without it, Excel takes UTF-8 for something else
// Spreadsheets run a cell that starts like a formula (OWASP, CSV injection). A plain number is none.
const FORMULA = /^[\s\u0000]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

export function createCsv({ title, sections, scores, address }) {
  const rows = [
    ["Worksheet", title],
    ["From", address],
    [],
    ["Section", "Question", "Answer"],
    ...sections.flatMap((section) => section.fields.flatMap((field) => fieldRows(section.title, field))),
  ];
  if (scores) rows.push([], ["Scores", scores]);
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

export function cell(text) {
  const guarded = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

function fieldRows(section, field) {
  if (!field.columns) return [[section, field.label, field.text]];
  return [
    [section, field.label, ...field.columns],
    ...field.rows.map((row, index) => [section, `${field.label}, row ${index + 1}`, ...row]),
  ];
}
