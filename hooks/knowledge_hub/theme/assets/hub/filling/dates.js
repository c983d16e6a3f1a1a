// Fields for dates, where there is something to fill in: browsers print the letters of an empty one. So it is a line for
// words without scripts, and on paper.

/** Makes fields for dates of the lines for them. What somebody has begun to write stays as it is. */
export function offerDates(root) {
  setType(root, "date");
  window.addEventListener("beforeprint", () => setType(root, "text"));
  window.addEventListener("afterprint", () => setType(root, "date"));
}

function setType(root, type) {
  for (const input of root.querySelectorAll("[data-date]")) {
    if (!input.value && !input.validity.badInput) input.type = type;
  }
}
