// One question of the form: its answer, and what is said beside it.
import { clean, findWording } from "./gate.js";
import { nameControl, readRows } from "./rows.js";

export function readQuestion(element) {
  const { path, kind, field } = element.dataset;
  const control = element.querySelector("select, textarea, input");
  const label = element.querySelector("[data-label]").firstChild.data.trim();
  const answer = { element, control, field, kind, label, path: JSON.parse(path) };
  if (kind === "rows") {
    const rows = readRows(element);
    return { ...answer, rows, value: rows.map(({ values }) => values) };
  }
  const ticked = [...element.querySelectorAll("input:checked")].map((box) => box.value);
  return { ...answer, value: kind === "choices" ? ticked : control.value.trim() };
}

/** Returns the answers that are texts, as { answer, text }; each answer names the control of its text. */
export function findTexts(answers) {
  return answers.flatMap((answer) => {
    if (answer.rows) return answer.rows.flatMap((row) => findRowTexts(answer, row));
    return typeof answer.value === "string" ? [{ answer, text: answer.value }] : [];
  });
}

function findRowTexts(answer, { values, controls }) {
  return Object.entries(values).map(([name, text]) => {
    const control = controls[name];
    return { answer: { ...answer, control, label: `${answer.label}, ${nameControl(control)}` }, text };
  });
}

export function cleanControl(control, gate) {
  const cleaned = clean(control.value, gate);
  if (cleaned !== control.value) control.value = cleaned;
}

export function showHint(answer, gate) {
  const place = answer.element.querySelector("[data-hint]");
  if (!place) return;
  const found = findTexts([answer]).flatMap(({ text }) => findWording(text, gate));
  const hints = new Set(found.map(({ message, help }) => `${message} ${help}`));
  place.textContent = [...hints].join(" ");
  place.hidden = hints.size === 0;
}

export function setMistake(element, mistake) {
  const places = [...element.querySelectorAll("[data-error]")];
  // Beside the field of a row, where it is one.
  const nearest = places.find((place) => place.parentElement === mistake?.answer.control?.parentElement) ?? places[0];
  for (const place of places) {
    place.textContent = place === nearest ? (mistake?.message ?? "") : "";
    place.hidden = !place.textContent;
  }
  const controls = [...element.querySelectorAll("select, textarea, input:not([type=checkbox])")];
  for (const control of controls) control.removeAttribute("aria-invalid");
  const wrong = controls.includes(mistake?.answer.control) ? mistake.answer.control : controls[0];
  if (mistake) wrong?.setAttribute("aria-invalid", "true");
}
