// Shows only the entries of a long reference page that have the words which a reader types; nothing is loaded for it.
const lookup = document.querySelector('[data-hub-component="lookup"]');
const filter = lookup.querySelector("[data-lookup-filter]");
const status = lookup.querySelector("[data-lookup-status]");

/** A text as it is compared: without capitals and accents. */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** An entry with all that it says; its own link says the same in each. */
function readEntry(element) {
  const link = element.querySelector(".hub-lookup__anchor").textContent;
  return { element, text: fold(element.textContent.replace(link, "")) };
}

const entries = [...lookup.querySelectorAll("[data-lookup-entry]")].map(readEntry);

/** A letter without an entry in sight goes, and so does the way to it. */
function showLetters() {
  for (const group of lookup.querySelectorAll("[data-lookup-group]")) {
    group.hidden = !group.querySelector("[data-lookup-entry]:not([hidden])");
    const id = group.getAttribute("aria-labelledby");
    lookup.querySelector(`.hub-lookup__letters a[href="#${CSS.escape(id)}"]`).parentElement.hidden = group.hidden;
  }
}

function describe(number) {
  const words = filter.value.trim();
  if (words === "") return "";
  if (number === 0) return lookup.dataset.nothing.replace("{words}", words);
  return lookup.dataset.shown.replace("{number}", number).replace("{all}", entries.length);
}

function show() {
  const words = fold(filter.value).split(/\s+/);
  for (const { element, text } of entries) element.hidden = !words.every((word) => text.includes(word));
  showLetters();
  status.textContent = describe(entries.filter(({ element }) => !element.hidden).length);
}

/** A link to an entry leads to it, whatever was typed before, and to all that it says. */
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.matches("[data-lookup-entry]")) target.querySelector("details")?.setAttribute("open", "");
  if (!target.closest("[hidden]")) return;
  filter.value = "";
  show();
  target.scrollIntoView();
}

// A page with one letter has no filter.
filter?.addEventListener("input", show);
addEventListener("hashchange", reveal);
reveal();
