// Shows mistakes: each beside its question, and all of them in one list above the form.
import { setMistake } from "./questions.js";

// One mistake a question is enough at a time; the summary keeps the order of the form. `reveal` shows the part of the
// form that an element lies in.
export function showMistakes(form, mistakes, reveal) {
  const shown = [];
  for (const element of form.querySelectorAll("[data-question], [data-added-file], [data-promises]")) {
    const mistake = mistakes.find(({ answer }) => answer.element === element);
    setMistake(element, mistake);
    if (mistake) shown.push(mistake);
  }
  showSummary(form, shown, reveal);
}

function showSummary(form, mistakes, reveal) {
  const find = (name) => form.querySelector(`[data-${name}]`);
  const summary = find("summary");
  summary.hidden = mistakes.length === 0;
  find("summary-title").textContent = mistakes.length === 1 ? "There is one thing to mend" : `There are ${mistakes.length} things to mend`;
  find("summary-list").replaceChildren(...mistakes.map((mistake) => createSummaryItem(mistake, reveal)));
  if (mistakes.length) summary.focus();
}

function createSummaryItem({ answer, message }, reveal) {
  const link = document.createElement("a");
  const target = answer.control ?? answer.element.querySelector("input");
  link.href = `#${target.id || answer.element.id}`;
  link.textContent = `${answer.label}${answer.label.endsWith("?") ? "" : ":"} ${message}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    reveal(target);
    target.focus();
  });
  const item = document.createElement("li");
  item.append(link);
  return item;
}
