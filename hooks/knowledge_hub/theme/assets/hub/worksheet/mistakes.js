// Marks what isn't what its field asks for. It is kept as it was typed, so that nothing is lost.

const NUMBER = /^\s*[+\-−–]?(?:\d{1,3}(?:,\d{3})+|\d*)(?:[.,]\d+)?\s*%?\s*$/;

/** Says beside an input what is wrong with its value, or takes back what was said. */
export function markMistake(input) {
  const message = findMistake(input);
  const isMarked = input.hasAttribute("aria-invalid");
  if (!message && !isMarked) return;
  input.toggleAttribute("aria-invalid", Boolean(message));
  if (message) input.setAttribute("aria-invalid", "true");
  const note = input.parentElement.querySelector("[data-mistake]") ?? input.parentElement.appendChild(createNote());
  note.textContent = message;
  note.hidden = !message;
}

function findMistake(input) {
  const { notANumber, notADate } = input.closest("[data-not-a-number]").dataset;
  if ("number" in input.dataset && !NUMBER.test(input.value)) return notANumber;
  // A date of which only a part is filled in has no value at all.
  return input.validity.badInput ? notADate : "";
}

function createNote() {
  const note = document.createElement("p");
  note.className = "hub-field__error";
  note.dataset.mistake = "";
  note.setAttribute("role", "status");
  return note;
}
