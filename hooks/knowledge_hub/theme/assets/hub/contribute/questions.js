// One question of the form: its answer, and what is said beside it.
import { clean, findWording } from "./gate.js";

export function readQuestion(element) {
  const { path, kind, columns, field } = element.dataset;
  const control = element.querySelector("select, textarea, input");
  const ticked = [...element.querySelectorAll("input:checked")].map((box) => box.value);
  const value = kind === "choices" ? ticked : control.value.trim();
  const label = element.querySelector("[data-label]").firstChild.data.trim();
  return { element, control, field, kind, label, value, path: JSON.parse(path), columns: JSON.parse(columns ?? "[]") };
}

/** Returns the answers that are texts, as { answer, text }. */
export function findTexts(answers) {
  return answers.filter(({ value }) => typeof value === "string").map((answer) => ({ answer, text: answer.value }));
}

export function cleanControl(control, gate) {
  const cleaned = clean(control.value, gate);
  if (cleaned !== control.value) control.value = cleaned;
}

export function showHint({ element, value }, gate) {
  const place = element.querySelector("[data-hint]");
  if (!place || typeof value !== "string") return;
  const hints = new Set(findWording(value, gate).map(({ message, help }) => `${message} ${help}`));
  place.textContent = [...hints].join(" ");
  place.hidden = hints.size === 0;
}

export function setMistake(element, mistake) {
  const place = element.querySelector("[data-error]");
  place.textContent = mistake?.message ?? "";
  place.hidden = !mistake;
  const controls = [...element.querySelectorAll("select, textarea, input:not([type=checkbox])")];
  for (const control of controls) control.removeAttribute("aria-invalid");
  const wrong = controls.includes(mistake?.answer.control) ? mistake.answer.control : controls[0];
  if (mistake) wrong?.setAttribute("aria-invalid", "true");
}
