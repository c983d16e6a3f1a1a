// The answers of the form as plain data by the ids of their questions, for keeping them. Files and promises stay out.
import { readRows, splitRows, writeRows } from "./rows.js";

export function read(form) {
  return Object.fromEntries(questionsOf(form).map(([id, element]) => [id, readAnswer(element)]));
}

/** Makes the form hold these answers, and returns { field, answer } of each that has no place in it. */
export function write(form, answers) {
  const questions = new Map(questionsOf(form));
  return Object.entries(answers).flatMap(([id, answer]) => {
    const element = questions.get(id);
    const lost = element ? writeAnswer(element, answer) : [answer].flat();
    return lost.filter((one) => typeof one === "string" && one).map((one) => ({ field: id, answer: one }));
  });
}

export function clear(form) {
  for (const [, element] of questionsOf(form)) writeAnswer(element, element.dataset.kind === "choices" ? [] : "");
}

function questionsOf(form) {
  return [...form.querySelectorAll("[data-question]")].map((element) => [element.id || controlOf(element).id, element]);
}

function readAnswer(element) {
  if (element.dataset.kind === "rows") return readRows(element).map(({ values }) => values);
  if (element.dataset.kind !== "choices") return controlOf(element).value;
  return [...element.querySelectorAll("input:checked")].map((box) => box.value);
}

function writeAnswer(element, answer) {
  if (element.dataset.kind === "choices") {
    const wanted = new Set([answer].flat());
    for (const box of element.querySelectorAll("input")) box.checked = wanted.delete(box.value);
    return [...wanted];
  }
  if (element.dataset.kind === "rows") {
    return writeRows(element, Array.isArray(answer) ? answer.map(Object) : splitRows(element, String(answer)));
  }
  if (typeof answer !== "string") return [answer].flat();
  const control = controlOf(element);
  if (control.value !== answer) control.value = answer;
  return control.value === answer.replace(/\r\n?/g, "\n") ? [] : [answer];
}

function controlOf(element) {
  return element.querySelector("select, textarea, input");
}
