// The reader's list, wherever it lives: in the address of this tab, or on the device, if the reader has chosen so.

import { readList, ROOT } from "./addresses.js";
import { forget, keep, KEY, readKept } from "./device.js";
import { begin, carryInAddress, catchUp, showInAddress } from "./tab.js";

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
  else putInAddress(pages);
}

/** Keeps a list on the device from now on; returns whether the browser has done so. */
export function keepOnDevice(pages) {
  const isKept = keep(pages);
  if (isKept) putInAddress([]);
  return isKept;
}

/** Takes the list off the device, into the address. */
export function takeOffDevice() {
  const { pages } = readCurrent();
  forget();
  putInAddress(pages);
}

/** Calls `hear` whenever the list has changed, here or in another tab. */
export function hearOfChanges(hear) {
  addEventListener(CHANGED, hear);
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && hear());
}

/** Brings the list to the page that was opened, or opened again. */
export function arrive() {
  addEventListener("pageshow", ({ persisted }) => persisted && bringAlong());
  addEventListener("popstate", bringAlong);
  const { type } = performance.getEntriesByType("navigation")[0] ?? {};
  if (type === "back_forward") bringAlong();
  else if (type === "navigate") comeFrom(document.referrer);
}

/** Takes over the list of the page before: a reader on a slow line may follow a link before it has got it. */
function comeFrom(address) {
  if (!address.startsWith(ROOT.href)) return begin();
  const { pages = [] } = readList(address) ?? {};
  if (pages.length === 0 || readList(location.href) || readKept()) return undefined;
  carryInAddress(pages);
  return tellChange();
}

function bringAlong() {
  if (catchUp()) tellChange();
}

function putInAddress(pages) {
  showInAddress(pages);
  tellChange();
}

function tellChange() {
  dispatchEvent(new Event(CHANGED));
}
