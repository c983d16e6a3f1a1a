// Reads and writes the fields of one worksheet. Answers are plain data by the ids of fields and columns.

const MOST_ROWS = 200;

export function read(form) {
  return Object.fromEntries(fieldsOf(form).map((field) => [field.dataset.field, readField(field)]));
}

// Fills in what fits and returns how many answers did not.
export function write(form, answers) {
  const fields = new Map(fieldsOf(form).map((field) => [field.dataset.field, field]));
  let lost = 0;
  for (const [name, answer] of Object.entries(answers)) {
    const field = fields.get(name);
    if (!isEmpty(answer) && !(field && writeField(field, answer))) lost += 1;
  }
  return lost;
}

export function clear(form) {
  for (const field of fieldsOf(form)) {
    for (const row of field.querySelectorAll("[data-added]")) row.remove();
    for (const input of inputsOf(field)) empty(input);
  }
}

export function hasAnswers(form) {
  return Object.values(read(form)).some((answer) => !isEmpty(answer));
}

// Returns the number of the new row, or 0 where the table is as long as it may be.
export function addRow(field, { focus = true } = {}) {
  const body = field.querySelector("tbody");
  const number = body.rows.length + 1;
  if (number > MOST_ROWS) return 0;
  const row = body.rows[body.rows.length - 1].cloneNode(true);
  row.dataset.added = "";
  for (const cell of row.cells) {
    const input = inputOf(cell);
    empty(input);
    input.setAttribute("aria-label", `${cell.dataset.label}, row ${number}`);
  }
  body.append(row);
  if (focus) inputOf(row.cells[0]).focus();
  return number;
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
    const columns = [...field.querySelectorAll("thead th")].map((head) => head.textContent);
    const rows = [...field.querySelector("tbody").rows].map((row) =>
      [...row.cells].map((cell) => inputOf(cell).value),
    );
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
      return [...field.querySelector("tbody").rows].map((row) =>
        Object.fromEntries([...row.cells].map((cell) => [cell.dataset.column, inputOf(cell).value])),
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

function writeField(field, answer) {
  switch (field.dataset.type) {
    case "table":
      return Array.isArray(answer) && answer.every((row, index) => writeRow(field, index, row));
    case "choices":
      return Array.isArray(answer) && answer.every((one) => check(field, one));
    case "choice":
    case "scale":
      return check(field, answer);
    default:
      return setValue(inputOf(field), answer);
  }
}

function writeRow(field, index, row) {
  if (row === null || typeof row !== "object") return false;
  const body = field.querySelector("tbody");
  if (isEmpty(row) && index >= body.rows.length) return true;
  while (body.rows.length <= index) {
    if (!addRow(field, { focus: false })) return false;
  }
  const cells = new Map([...body.rows[index].cells].map((cell) => [cell.dataset.column, cell]));
  return Object.entries(row).every(([column, answer]) => {
    const cell = cells.get(column);
    return isEmpty(answer) || Boolean(cell && setValue(inputOf(cell), answer));
  });
}

function check(field, answer) {
  const input = inputsOf(field).find((one) => one.value === String(answer));
  if (input) input.checked = true;
  return Boolean(input);
}

// A date or a choice that isn't one is refused by the browser itself.
function setValue(input, answer) {
  if (typeof answer !== "string" && typeof answer !== "number") return false;
  input.value = String(answer);
  return input.value !== "" || answer === "";
}

function empty(input) {
  if (input.type === "radio" || input.type === "checkbox") {
    input.checked = false;
  } else {
    input.value = "";
    input.style.height = "";
  }
}

function isEmpty(answer) {
  if (answer === null || answer === undefined || answer === "") return true;
  return typeof answer === "object" && Object.values(answer).every(isEmpty);
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
