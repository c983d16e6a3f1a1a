// An answer of several rows, each with the same fields, such as the steps of a toolkit.

/** Returns the rows that have something in them, each { values, controls } by the names of the columns. */
export function readRows(element) {
  return itemsOf(element)
    .map((item) => {
      const controls = Object.fromEntries(columnsOf(item));
      const filled = Object.entries(controls).map(([name, { value }]) => [name, value.trim()]);
      return { values: Object.fromEntries(filled.filter(([, value]) => value)), controls };
    })
    .filter(({ values }) => Object.keys(values).length);
}

/** Makes the question hold these rows; texts that have no column are left out and returned. */
export function writeRows(element, rows) {
  fit(element, Math.max(rows.length, 1));
  return itemsOf(element).flatMap((item, index) => {
    const columns = columnsOf(item);
    const row = rows[index] ?? {};
    for (const [name, control] of columns) control.value = typeof row[name] === "string" ? row[name] : "";
    const names = new Set(columns.map(([name]) => name));
    return Object.entries(row).filter(([name]) => !names.has(name)).map(([, value]) => value);
  });
}

/** Returns the rows of a text with a bar between the fields of each line, as it was written before there were fields. */
export function splitRows(element, text) {
  const names = columnsOf(itemsOf(element)[0]).map(([name]) => name);
  return text.split("\n").filter((line) => line.trim()).map((line) => {
    const parts = line.split("|");
    const values = [...parts.slice(0, names.length - 1), parts.slice(names.length - 1).join("|")];
    return Object.fromEntries(names.map((name, index) => [name, (values[index] ?? "").trim()]));
  });
}

/** Returns what a field of a row is called where it stands alone, such as "Step 2, Title of the step". */
export function nameControl(control) {
  const row = control.closest("[data-row-item]").querySelector("[data-row-name]").textContent;
  return `${row}, ${control.labels[0].textContent}`;
}

/** Lets the reader add and remove rows; `changed` is called after each removal. */
export function startRows(element, changed) {
  name(element);
  element.addEventListener("click", ({ target }) => {
    const action = target.closest("[data-row-action]")?.dataset.rowAction;
    if (action === "add") {
      fit(element, itemsOf(element).length + 1);
      columnsOf(itemsOf(element).at(-1))[0][1].focus();
    } else if (action === "remove") {
      target.closest("[data-row-item]").remove();
      name(element);
      element.querySelector('[data-row-action="add"]').focus();
      changed();
    }
  });
}

function fit(element, number) {
  const items = itemsOf(element);
  for (const item of items.slice(number)) item.remove();
  for (let index = items.length; index < number; index += 1) items[0].parentElement.append(createEmpty(items[0]));
  name(element);
}

function createEmpty(item) {
  const copy = item.cloneNode(true);
  for (const [, control] of columnsOf(copy)) {
    control.value = "";
    control.removeAttribute("aria-invalid");
  }
  for (const said of copy.querySelectorAll("[data-count], [data-error]")) said.hidden = true;
  return copy;
}

// What a row is called, and the ids in it, hold its number.
function name(element) {
  itemsOf(element).forEach((item, index) => {
    const words = `${element.dataset.row} ${index + 1}`;
    const renumber = (text) => text.replaceAll(new RegExp(`${element.id}-\\d+-`, "g"), `${element.id}-${index + 1}-`);
    for (const part of [item, ...item.querySelectorAll("[id], [for], [aria-describedby]")]) {
      for (const attribute of ["id", "for", "aria-describedby", "aria-labelledby"]) {
        if (part.hasAttribute(attribute)) part.setAttribute(attribute, renumber(part.getAttribute(attribute)));
      }
    }
    item.querySelector("[data-row-name]").textContent = words;
    const remove = item.querySelector('[data-row-action="remove"]');
    remove.textContent = element.dataset.remove.replace("{row}", words);
    remove.hidden = itemsOf(element).length === 1;
  });
}

function itemsOf(element) {
  return [...element.querySelectorAll("[data-row-item]")];
}

function columnsOf(item) {
  return [...item.querySelectorAll("[data-column]")].map((part) => [
    part.dataset.column,
    part.querySelector("input, textarea"),
  ]);
}
