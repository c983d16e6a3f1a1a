// Every search box: focuses it on "/" or "f", and brings suggestions when a reader first comes to it.
// The rest of search is fetched only then.

const boxes = [...document.querySelectorAll('[data-hub-component="search-box"]')];

for (const box of boxes) {
  const input = box.querySelector("[data-hub-search-input]");
  const list = box.querySelector("[data-hub-search-suggestions]");
  // The search page shows its results while the reader types.
  if (box.closest('[data-hub-component="search"]')) continue;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  // A reader on a slow line may be in it already.
  if (document.activeElement === input) bring(box, input);
  else bringOnFocus(box, input);
}

function bringOnFocus(box, input) {
  input.addEventListener("focus", () => bring(box, input), { once: true });
}

/** The box works without suggestions; what didn't come is tried again the next time. */
function bring(box, input) {
  import("./suggestions.js").then(({ suggest }) => suggest(box)).catch(() => bringOnFocus(box, input));
}

document.addEventListener("keydown", (event) => {
  if (!["/", "f"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]") || !shortcutsAreOn()) return;
  const inputs = boxes.map((box) => box.querySelector("[data-hub-search-input]")).filter((input) => input.offsetParent);
  const input = inputs.find((candidate) => candidate.closest("main")) ?? inputs[0];
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

function shortcutsAreOn() {
  try {
    return localStorage.getItem("hub.shortcuts") !== "off";
  } catch {
    return true;
  }
}
