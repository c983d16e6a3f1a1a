// The list in the address, the same on all pages of a tab: what was changed later comes along when a reader goes back.
// Browsers with the Navigation API tell the addresses of a tab. In others the tab has the newest list as its name, which
// is on no disk and ends with the tab.

import { choosePages, readList, ROOT, writeList } from "./addresses.js";

const NAMED = `hub.list ${ROOT.pathname} `;
// Nothing that is a page.
const APART = `${NAMED}-`;

/** Puts a list into the address, as the newest one of this tab. */
export function showInAddress(pages) {
  replace({ pages, time: Date.now() });
}

/** Puts the newest list of this tab into the address; returns whether something had been changed since. */
export function catchUp() {
  const newest = globalThis.navigation ? findNewest() : readName();
  if (newest) replace(newest);
  return newest !== null;
}

/** Tells what was open in this tab before from what comes: a link from a colleague has nothing to do with it. */
export function begin() {
  if (globalThis.navigation) note({ isEntrance: true });
  else if (window.name.startsWith(NAMED)) window.name = APART;
}

/** Puts a list into the address as a link would have done that leads here: nothing of it has changed. */
export function carryInAddress(pages) {
  history.replaceState(history.state, "", writeList(location.href, pages));
}

function replace({ pages, time }) {
  const state = noted();
  carryInAddress(pages);
  if (globalThis.navigation) note({ ...state, listChanged: time });
  else if (isOurs(window.name)) window.name = NAMED + pages.join(",");
}

function findNewest() {
  const { currentEntry } = navigation;
  const entries = findEntries(navigation.entries(), currentEntry.index);
  const newest = entries.reduce((best, entry) => (changedAt(entry) > changedAt(best) ? entry : best), undefined);
  if (!newest?.url || changedAt(newest) === changedAt(currentEntry)) return null;
  return { pages: readList(newest.url)?.pages ?? [], time: changedAt(newest) };
}

/** Returns those pages of the tab that were reached from one another. */
function findEntries(entries, here) {
  const isEntrance = (entry) => entry.getState()?.isEntrance;
  const start = entries.findLastIndex((entry) => entry.index <= here && isEntrance(entry));
  const end = entries.findIndex((entry) => entry.index > here && isEntrance(entry));
  return entries.slice(Math.max(start, 0), end < 0 ? undefined : end);
}

function readName() {
  if (!window.name.startsWith(NAMED) || window.name === APART) return null;
  const pages = choosePages(window.name.slice(NAMED.length).split(","));
  const shown = readList(location.href)?.pages ?? [];
  return pages.join() === shown.join() ? null : { pages };
}

/** A name that somebody else gave the tab stays. */
function isOurs(name) {
  return name === "" || (name.startsWith(NAMED) && name !== APART);
}

function note(state) {
  navigation.updateCurrentEntry({ state });
}

function noted() {
  return globalThis.navigation?.currentEntry.getState() ?? {};
}

function changedAt(entry) {
  return entry?.getState()?.listChanged ?? 0;
}
