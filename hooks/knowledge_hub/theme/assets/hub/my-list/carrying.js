// Takes a list that lives in the address along to the pages that a reader opens from here, in this tab or another.

import { isOnSite, writeList } from "./addresses.js";
import { readCurrent } from "./list.js";

/** A link gets the list when it is about to be used, so that its address can still be copied without. */
export function carryAlong() {
  for (const type of ["pointerdown", "focusin", "click"]) {
    addEventListener(type, ({ target }) => takeAlong(target.closest?.("a[href]")), true);
  }
  addEventListener("submit", ({ target }) => addToForm(target), true);
}

function takeAlong(link) {
  if (!link || link.matches('[download], [href^="#"], [data-list-own]')) return;
  // Links within drawings have their address as text in the attribute only.
  const written = link.getAttribute("href");
  if (!URL.canParse(written, document.baseURI)) return;
  const { href } = new URL(written, document.baseURI);
  if (!isOnSite(href)) return;
  const address = writeList(href, carriedPages());
  if (address !== href) link.setAttribute("href", address);
}

function addToForm(form) {
  if (form.method !== "get" || !isOnSite(form.action)) return;
  form.querySelector("[data-list-carried]")?.remove();
  const pages = carriedPages();
  if (!pages.length) return;
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name: "list", value: pages.join(",") });
  field.dataset.listCarried = "";
  form.append(field);
}

/** Where the device keeps a list, the reader goes on with that one. */
function carriedPages() {
  const { pages, kept } = readCurrent();
  return kept ? [] : pages;
}
