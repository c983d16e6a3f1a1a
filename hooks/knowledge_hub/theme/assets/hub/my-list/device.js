// The list that a reader chose to keep: in this browser, for 30 days after the last change.

import { choosePages, ROOT } from "./addresses.js";

// Hubs of one owner can share an address but for the folder, and with it the storage.
export const KEY = `hub.list ${ROOT.pathname}`;
const DAYS = 30;

/** Returns the pages that are kept, null where the reader keeps no list. */
export function readKept() {
  try {
    const entry = JSON.parse(localStorage.getItem(KEY));
    if (entry?.expires > Date.now() && Array.isArray(entry.pages)) return choosePages(entry.pages);
    localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked, or something else wrote there: nothing is kept.
  }
  return null;
}

/** Keeps a list; returns whether the browser has done so. */
export function keep(pages) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ expires: Date.now() + DAYS * 86_400_000, pages }));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Where storage is blocked, nothing was kept.
  }
}
