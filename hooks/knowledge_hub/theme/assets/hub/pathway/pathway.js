// Lets a reader tick what is read of a pathway, and keeps that on this device only where the reader chooses so.
import { openStore, parseEntry } from "../keeping/store.js";

const root = document.querySelector('[data-hub-component="pathway"]');
const words = JSON.parse(root.dataset.words);
// No worksheet has a name of three parts.
const store = openStore(`pathways/${root.dataset.pathway}/steps`);
const steps = [...root.querySelectorAll("[data-pathway-step]")];
const keep = root.querySelector("[data-pathway-keep]");

function boxOf(step) {
  return step.querySelector("[data-pathway-done]");
}

function say(text) {
  root.querySelector("[data-pathway-status]").textContent = text;
}

function showProgress() {
  const done = steps.filter((step) => boxOf(step).checked).length;
  const text = done === steps.length ? words.finished : words.progress;
  root.querySelector("[data-pathway-count]").textContent = text.replace("{done}", done).replace("{all}", steps.length);
  root.querySelector("[data-pathway-bar]").value = done;
  for (const step of steps) step.toggleAttribute("data-done", boxOf(step).checked);
}

function save() {
  const done = steps.filter((step) => boxOf(step).checked).map((step) => [step.dataset.pathwayStep, true]);
  if (store.write({ answers: Object.fromEntries(done) }) !== null) return true;
  keep.checked = false;
  say(words.blocked);
  return false;
}

/** Shows what is kept. Where nothing is, the boxes stay as the reader has left them on this page. */
function bringBack() {
  const kept = parseEntry(store.text())?.answers;
  keep.checked = Boolean(kept);
  for (const step of kept ? steps : []) boxOf(step).checked = kept[step.dataset.pathwayStep] === true;
  showProgress();
}

root.addEventListener("change", ({ target }) => {
  if (target === keep) {
    if (!keep.checked) say(store.end("stopped") ? words.off : words.not_erased);
    else if (save()) say(words.on);
    return;
  }
  showProgress();
  if (keep.checked) save();
});
// Another tab, or the way back to this page.
window.addEventListener("storage", ({ key }) => {
  if (key === store.key || key === null) bringBack();
});
window.addEventListener("pageshow", bringBack);

for (const part of root.querySelectorAll("[data-pathway-with-js]")) part.hidden = false;
bringBack();
