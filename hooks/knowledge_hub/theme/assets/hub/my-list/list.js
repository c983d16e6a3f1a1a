// The reader's list, wherever it lives: in the address of this tab, or on the device, if the reader has chosen so.

import { readList, ROOT, writeList } from "./addresses.js";
import { forget, keep, KEY, readKept } from "./device.js";

const CHANGED = "hub:list";

/**
 * Returns { pages, lost, isKept, kept }: what is on the list, how much of the address is no page, whether the device
 * keeps it, and what the device keeps. A list in the address is shown before the one that is kept.
 */
export function readCurrent() {
  const kept = readKept();
  const given = readList(location.href);
  if (!given) return { pages: kept ?? [], lost: 0, isKept: kept !== null, kept };
  return { ...given, isKept: false, kept };
}

/** Puts other pages on the list, where it lives; one that the device can't keep any more goes to the address. */
export function writeCurrent(pages) {
  if (readCurrent().isKept && keep(pages)) tellChange();
  else showInAddress(pages);
}

/** Keeps a list on the device from now on; returns whether the browser has done so. */
export function keepOnDevice(pages) {
  const isKept = keep(pages);
  if (isKept) showInAddress([]);
  return isKept;
}

/** Takes the list off the device, into the address. */
export function takeOffDevice() {
  const { pages } = readCurrent();
  forget();
  showInAddress(pages);
}

/** Calls `hear` whenever the list has changed, here or in another tab. */
export function hearOfChanges(hear) {
  addEventListener(CHANGED, hear);
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && hear());
}

/** Brings the list to the page that was opened: what was changed later comes along when a reader goes back. */
export function arrive() {
  addEventListener("pageshow", ({ persisted }) => persisted && catchUp());
  const { type } = performance.getEntriesByType("navigation")[0] ?? {};
  if (type === "back_forward") catchUp();
  // A link from a colleague has nothing to do with the pages that were open in this tab before.
  else if (type === "navigate" && !document.referrer.startsWith(ROOT.href)) note({ isEntrance: true });
}

/** Browsers that don't tell the addresses of a tab show the list as it was then. */
function catchUp() {
  const entries = globalThis.navigation ? findEntries(navigation.entries(), navigation.currentEntry.index) : [];
  const newest = entries.reduce((best, entry) => (changedAt(entry) > changedAt(best) ? entry : best), undefined);
  if (!newest?.url || changedAt(newest) === changedAt(navigation.currentEntry)) return;
  showInAddress(readList(newest.url)?.pages ?? [], changedAt(newest));
}

/** Returns those pages of the tab that were reached from one another. */
function findEntries(entries, here) {
  const isEntrance = (entry) => entry.getState()?.isEntrance;
  const start = entries.findLastIndex((entry) => entry.index <= here && isEntrance(entry));
  const end = entries.findIndex((entry) => entry.index > here && isEntrance(entry));
  return entries.slice(Math.max(start, 0), end < 0 ? undefined : end);
}

function showInAddress(pages, time = Date.now()) {
  const state = noted();
  history.replaceState(history.state, "", writeList(location.href, pages));
  note({ ...state, listChanged: time });
  tellChange();
}

function note(state) {
  globalThis.navigation?.updateCurrentEntry({ state });
}

function noted() {
  return globalThis.navigation?.currentEntry.getState() ?? {};
}

function changedAt(entry) {
  return entry?.getState()?.listChanged ?? 0;
}

function tellChange() {
  dispatchEvent(new Event(CHANGED));
}
