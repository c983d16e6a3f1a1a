// What the list says of a page, read from the page itself: so any page can be on a list, and none shows what an
// address makes up.

import { addressOf, pageAt } from "./addresses.js";

/**
 * Returns { page, title, summary, type, kind, facts } of a page, null where there is none any more. A page that has
 * moved has its new place as `page`. It rejects where the page can't be had just now.
 */
export async function fetchCard(page) {
  const found = await fetchPage(page);
  const next = found && findNewPlace(found, page);
  if (!next) return found && readCard(found, page);
  const moved = await fetchPage(next);
  return moved && readCard(moved, next);
}

async function fetchPage(page) {
  const response = await fetch(addressOf(page));
  if (response.status === 404 || response.status === 410) return null;
  if (!response.ok) throw new Error(`${response.status} ${page}`);
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) return null;
  // Nothing in it runs or is loaded.
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Returns where a page says that it has moved to, within this site. */
function findNewPlace(found, page) {
  const refresh = found.querySelector('meta[http-equiv="refresh"]')?.content ?? "";
  const target = /url=(.+)$/i.exec(refresh)?.[1];
  return target ? pageAt(new URL(target, addressOf(page))) : null;
}

function readCard(found, page) {
  const heading = found.querySelector("main h1");
  heading?.querySelectorAll(".headerlink").forEach((link) => link.remove());
  const told = JSON.parse(found.querySelector("[data-list-card]")?.dataset.listCard ?? "{}");
  const title = (heading ?? found.querySelector("title"))?.textContent.trim() || page;
  const summary = found.querySelector('meta[name="description"]')?.content ?? "";
  return { page, title, summary, type: "", kind: "", facts: [], ...told };
}
