// The search page: asks the index for what its address says, and keeps the address true to what is shown.

import { Facets } from "./facets.js";
import { findNearWords, search } from "./index.js";
import { createCard, createElement, describeFound } from "./results.js";
import { countResults, fill, lowerFirst, words } from "./words.js";
import { PER_STEP, readState, writeState } from "./state.js";

const PAUSE = 250;
const NARROW = window.matchMedia("(max-width: 60em)");

const page = document.querySelector('[data-hub-component="search"]');
const part = (name) => page.querySelector(`[data-hub-search-${name}]`);
const input = part("input");
const facets = new Facets(part("facets"), { onChange: () => change(), onOpen: () => run() });
let shown = PER_STEP;
let pages = [];
let question = 0;
let timer = 0;

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => change({ keepsHistory: true }), PAUSE);
});
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  change();
});
part("sort").addEventListener("change", () => change());
part("more").addEventListener("click", () => showMore().catch(() => say(words.failed)));
part("clear").addEventListener("click", () => {
  facets.chosen = {};
  change();
  input.focus();
});
window.addEventListener("popstate", restore);
part("filters").open = !NARROW.matches;
// A reader on a slow phone may have begun before this script was there.
if (input.value && !readState(location.href, () => true).q) change({ keepsHistory: true });
else restore();

/** Shows what the address says. */
function restore() {
  const state = readState(location.href, (facet, value) => facets.has(facet, value));
  input.value = state.q;
  facets.chosen = state.filters;
  part("sort").value = state.sort;
  shown = state.shown;
  run();
}

/** Writes what the reader chose into the address and shows it; typing doesn't fill the history. */
function change({ keepsHistory = false } = {}) {
  clearTimeout(timer);
  shown = PER_STEP;
  writeAddress(keepsHistory);
  run();
}

function writeAddress(keepsHistory) {
  const address = writeState(location.href, { ...current(), shown });
  if (address === location.href) return;
  if (keepsHistory) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

function current() {
  return { q: input.value, filters: facets.chosen, sort: part("sort").value };
}

async function run() {
  const { q, filters, sort } = current();
  const mine = (question += 1);
  showChips();
  const isAsked = Boolean(q.trim()) || Object.keys(filters).length > 0;
  part("start").hidden = isAsked;
  part("bar").hidden = !isAsked;
  if (!isAsked) {
    clear();
    facets.showCounts(facets.totals);
    return;
  }
  try {
    const found = await search(q, { filters, sort, facets: facets.counted });
    if (mine !== question) return;
    facets.showCounts(found.counts);
    await show(found, q, mine);
  } catch {
    if (mine === question) fail();
  }
}

async function show(found, query, mine) {
  const { results } = found;
  const cards = await Promise.all(results.slice(0, shown).map(createResult));
  if (mine !== question) return;
  pages = results;
  part("list").replaceChildren(...cards);
  part("more").hidden = results.length <= shown;
  part("filters-done").textContent = fill(words.show, { results: lowerFirst(countResults(results.length)) });
  part("nothing").hidden = results.length > 0;
  part("clear").hidden = Object.keys(facets.chosen).length === 0;
  say(describeFound(found));
  if (results.length === 0) await showNearWords(query, mine);
}

async function createResult(result) {
  return createCard(await result.data());
}

async function showMore() {
  const mine = question;
  const next = pages.slice(shown, shown + PER_STEP);
  const cards = await Promise.all(next.map(createResult));
  if (mine !== question) return;
  shown += next.length;
  writeAddress(true);
  part("list").append(...cards);
  part("more").hidden = pages.length <= shown;
  cards[0]?.querySelector("a").focus();
}

/** Offers words of the library that are near to those which found nothing. */
async function showNearWords(query, mine) {
  const near = query.trim() ? await findNearWords(query).catch(() => []) : [];
  if (mine !== question) return;
  const links = near.map((word) => {
    const item = document.createElement("li");
    const link = createElement("a", "", word);
    link.href = writeState(location.href, { q: word, filters: {}, sort: "", shown: PER_STEP });
    item.append(link);
    return item;
  });
  part("near").hidden = links.length === 0;
  part("near-words").replaceChildren(...links);
}

function showChips() {
  const chips = facets.createChips(() => {
    change();
    (part("chips").querySelector("button") ?? input).focus();
  });
  part("chips").replaceChildren(...chips.map((chip) => asItem(chip)));
  part("chips").hidden = chips.length === 0;
  part("filter-count").textContent = chips.length ? ` ${fill(words.in_use, { number: chips.length })}` : "";
}

function asItem(child) {
  const item = document.createElement("li");
  item.append(child);
  return item;
}

function clear() {
  pages = [];
  part("list").replaceChildren();
  part("more").hidden = true;
  part("nothing").hidden = true;
  say("");
}

function fail() {
  clear();
  part("start").hidden = false;
  part("bar").hidden = false;
  say(words.failed);
}

function say(text) {
  // The same words again would not be read out, nor need they be.
  if (part("status").textContent !== text) part("status").textContent = text;
}
