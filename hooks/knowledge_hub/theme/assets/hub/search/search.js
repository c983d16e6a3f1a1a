// The search page: asks the index for what its address says, and keeps the address true to what is shown.

import { ask, findNearWords, mend, mendWhole } from "./engine/asking.js";
import { Facets } from "./facets.js";
import { loadIndex, withIndex } from "./library.js";
import { createItem, createLink } from "./results.js";
import { keepScroll, noteScroll, restoreScroll } from "./scroll.js";
import { Sheet } from "./sheet.js";
import { PER_STEP, readState, writeState } from "./state.js";
import { View } from "./view.js";
import { fill, words } from "./words.js";

const PAUSE = 100;
const NARROW = window.matchMedia("(max-width: 60em)");

const page = document.querySelector('[data-hub-component="search"]');
const part = (name) => page.querySelector(`[data-hub-search-${name}]`);
const input = part("input");
const facets = new Facets(part("facets"), () => change());
const sheet = new Sheet(part, NARROW);
const view = new View(part);
let shown = PER_STEP;
let question = 0;
let timer = 0;
let searching = 0;

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => change({ keepsHistory: true }), PAUSE);
});
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  change();
});
part("sort").addEventListener("change", () => change());
part("more").addEventListener("click", showMore);
part("clear").addEventListener("click", () => {
  facets.chosen = {};
  change();
  input.focus();
});
window.addEventListener("popstate", restore);
keepScroll();
// That it can't be had is said when a question is asked.
loadIndex().catch(() => {});
begin();

/** Shows what the address says, and what a reader on a slow line did before this script was there. */
function begin() {
  const early = current();
  const state = readAddress();
  const together = { ...state, q: early.q || state.q, filters: join(state.filters, early.filters) };
  if (writeState(location.href, together) === writeState(location.href, state)) {
    restore();
  } else {
    fillIn(together);
    change({ keepsHistory: true });
  }
}

function join(filters, others) {
  const facetNames = new Set([...Object.keys(filters), ...Object.keys(others)]);
  const valuesOf = (name) => [...new Set([...(filters[name] ?? []), ...(others[name] ?? [])])];
  return Object.fromEntries([...facetNames].map((name) => [name, valuesOf(name)]));
}

function readAddress() {
  return readState(location.href, (facet, value) => facets.has(facet, value));
}

function fillIn(state) {
  input.value = state.q;
  facets.chosen = state.filters;
  part("sort").value = state.sort;
  shown = state.shown;
}

/** Shows what the address says, as far down as its reader was. */
async function restore() {
  fillIn(readAddress());
  if (await run()) restoreScroll();
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
  noteScroll();
  if (keepsHistory) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
}

function current() {
  return { q: input.value, filters: facets.chosen, sort: part("sort").value };
}

/**
 * Asks and shows what the page's fields say; returns whether nothing else was asked meanwhile. `onFailure` says what
 * becomes of the page where the index can't be had.
 */
async function run(onFailure = () => view.fail()) {
  const mine = (question += 1);
  const state = current();
  const hasFilters = Object.keys(state.filters).length > 0;
  const isAsked = Boolean(state.q.trim()) || hasFilters;
  clearTimeout(searching);
  showChips();
  part("start").hidden = isAsked;
  part("bar").hidden = !isAsked;
  if (!isAsked) {
    view.clear();
    facets.showCounts(facets.totals);
    return true;
  }
  // What is at hand is shown before this is due.
  searching = setTimeout(() => view.say(words.searching));
  const isCurrent = () => mine === question;
  try {
    await withIndex((index) => answer(index, { ...state, hasFilters }, isCurrent));
  } catch {
    if (isCurrent()) {
      clearTimeout(searching);
      onFailure();
    }
  }
  return isCurrent();
}

async function answer(index, state, isCurrent) {
  const own = await ask(index, state.q, state);
  const missing = own.unknown;
  // Only where the reader's own words find nothing at all are others asked for them.
  const better = missing.length && own.total === 0 ? await mendWhole(index, state.q, missing) : "";
  const found = better ? await ask(index, better, state) : own;
  if (!isCurrent()) return;
  clearTimeout(searching);
  const isOffered = missing.length > 0 && own.total > 0;
  view.showAnswers(found.answers);
  view.expectOffer(isOffered);
  view.describe(found, { asked: found.asked, missing, shown, hasFilters: state.hasFilters });
  sheet.say(found.ids.length);
  if (!(await view.showCards(index, found, shown, isCurrent))) return;
  if (isOffered) await showOffer(index, state, missing, isCurrent);
  if (missing.length && found.total === 0) await showNearWords(index, missing, isCurrent);
  const counts = await found.count();
  if (isCurrent()) facets.showCounts(counts);
}

/** Shows the next step of the results. */
async function showMore() {
  const before = part("list").children.length;
  const mine = question + 1;
  shown += PER_STEP;
  await run(() => {
    shown -= PER_STEP;
    part("more").hidden = false;
    view.say(words.failed);
  });
  if (mine !== question) return;
  writeAddress(true);
  part("list").children[before]?.querySelector("a").focus();
}

async function showOffer(index, state, missing, isCurrent) {
  const better = await mend(index, state.q, missing);
  if (better && isCurrent()) view.showOffer(createLink(addressOf(better, state.filters), better));
}

/** Offers words of the library that are near to those which found nothing. */
async function showNearWords(index, missing, isCurrent) {
  const near = await findNearWords(index, missing.join(" "));
  if (isCurrent()) view.showNearWords(near.map((word) => createLink(addressOf(word, {}), word)));
}

function addressOf(q, filters) {
  return writeState(location.href, { q, filters, sort: "", shown: PER_STEP });
}

function showChips() {
  const chips = facets.createChips(() => {
    change();
    (part("chips").querySelector("button") ?? input).focus();
  });
  part("chips").replaceChildren(...chips.map(createItem));
  part("chips").hidden = chips.length === 0;
  part("filter-count").textContent = chips.length ? ` ${fill(words.in_use, { number: chips.length })}` : "";
}
