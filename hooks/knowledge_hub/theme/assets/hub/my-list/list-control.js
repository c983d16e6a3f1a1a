// Puts the page on the reader's list and takes it off again; on every page, with the list's way from page to page.

import { MOST, pageAt } from "./addresses.js";
import { carryAlong } from "./carrying.js";
import { arrive, hearOfChanges, readCurrent, writeCurrent } from "./list.js";

const controls = [...document.querySelectorAll('[data-hub-component="list-control"]')];
const words = JSON.parse(controls[0]?.dataset.words ?? "{}");
const page = pageAt(location.href);

function show() {
  const { pages } = readCurrent();
  for (const control of controls) {
    control.hidden = page === null;
    control.querySelector("[data-list-toggle]").textContent = pages.includes(page) ? words.remove : words.add;
    const link = control.querySelector("[data-list-open]");
    link.textContent = fill(words.open, pages.length);
    link.hidden = pages.length === 0;
  }
}

/** Returns what the reader hears of it. */
function toggle() {
  const { pages } = readCurrent();
  if (pages.includes(page)) {
    writeCurrent(pages.filter((other) => other !== page));
    return words.removed;
  }
  if (pages.length >= MOST) return fill(words.full, MOST);
  writeCurrent([...pages, page]);
  return readCurrent().isKept ? words.added_kept : words.added;
}

function fill(text, number) {
  return text.replace("{number}", number);
}

for (const control of controls) {
  control.querySelector("[data-list-toggle]").addEventListener("click", () => {
    control.querySelector("[data-list-status]").textContent = toggle();
  });
}
hearOfChanges(show);
arrive();
carryAlong();
show();
