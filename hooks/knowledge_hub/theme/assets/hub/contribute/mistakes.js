// What has to be mended before a record can be handed in: each a message, and the answer that it is about.
import { findPersonal } from "./gate.js";
import { createSlug } from "./record-file.js";
import { nameControl } from "./rows.js";
import { findMistakes } from "./schema-check.js";

const NO_ADDRESS = "The address of the page is made of the letters a to z and the digits in the title, and this title has none that work. Add a few words in plain letters.";
const NOT_PROMISED = "Tick every box.";
const MISSING = "This needs an answer.";

export function findUnanswered(answers) {
  const empty = answers.filter(({ element, value }) => "required" in element.dataset && value.length === 0);
  return empty.map((answer) => ({ answer, message: MISSING }));
}

export function findBroken(record, answers, schema) {
  // What is missing of a picture is said beside its file.
  const found = findMistakes(record, schema).filter(({ path }) => path[0] !== "pictures");
  const broken = found.map(({ path, message }) => ({ answer: findAnswer(answers, path), message }));
  const title = answers[0];
  return title.value && !createSlug(title.value) ? [{ answer: title, message: NO_ADDRESS }, ...broken] : broken;
}

// A mistake belongs to the question whose answer it lies in, or that would fill what is missing.
function findAnswer(answers, path) {
  const fits = (answer) => {
    const length = Math.min(answer.path.length, path.length);
    return answer.path.slice(0, length).join() === path.slice(0, length).join();
  };
  const answer = answers.find(fits) ?? answers[0];
  const [number, name] = path.slice(answer.path.length);
  const control = answer.rows?.[number]?.controls[name];
  return control ? { ...answer, control, label: `${answer.label}, ${nameControl(control)}` } : answer;
}

/** Returns what is personal in texts, which are { answer, text }. */
export function findAllPersonal(texts, gate) {
  return texts.flatMap(({ answer, text }) =>
    findPersonal(text, gate).map(({ message, help }) => ({ answer, message: `${message} ${help}` })),
  );
}

export function findUnpromised(element) {
  const boxes = [...element.querySelectorAll("input")];
  if (boxes.every((box) => box.checked)) return [];
  const label = element.querySelector("legend").textContent;
  return [{ answer: { element, label, control: boxes.find((box) => !box.checked) }, message: NOT_PROMISED }];
}
