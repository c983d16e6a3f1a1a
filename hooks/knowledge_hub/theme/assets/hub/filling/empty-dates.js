/** On paper an empty date is a line to write on, not the letters of a date; browsers know no style for it. */
export function markEmptyDates(root) {
  window.addEventListener("beforeprint", () => {
    for (const input of root.querySelectorAll('input[type="date"]')) input.toggleAttribute("data-empty", !input.value);
  });
}
