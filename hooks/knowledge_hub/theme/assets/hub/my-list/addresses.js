// A list as an address has it: pages of this site by their paths below its root, and nothing else.

export const ROOT = new URL("../../../", import.meta.url);
export const MOST = 50;

const NAME = "list";
// What begins with a letter, a digit or a line leads neither up nor out.
const PART = String.raw`[\p{L}\p{N}_][\p{L}\p{N}\p{M} ._~-]*`;
const PAGE = new RegExp(`^${PART}(?:/${PART})*$`, "u");
const LONGEST = 300;
// Tools, which hold nothing that one would take along.
const TOOLS = ["my-list", "search"];

/** Returns { pages, lost } of an address, null where it has no list; `lost` counts what can't be pages of this site. */
export function readList(address) {
  const text = new URL(address).searchParams.get(NAME);
  if (text === null) return null;
  const asked = [...new Set(text.split(",").map((page) => page.replace(/^\/|\/$/g, "")))].filter(Boolean);
  const pages = choosePages(asked);
  return { pages, lost: asked.length - pages.length };
}

/** Returns an address with a list in place of the one that it has; no pages are no list. */
export function writeList(address, pages) {
  const url = new URL(address);
  if (url.searchParams.has(NAME)) url.searchParams.delete(NAME);
  if (pages.length) url.search += `${url.search ? "&" : "?"}${NAME}=${pages.map(encodeURI).join(",")}`;
  return url.href;
}

/** Returns what of some texts may be pages, as many as a list has room for. */
export function choosePages(texts) {
  return texts.filter(isPage).slice(0, MOST);
}

/** Returns the page at an address, null for what can't be on a list. */
export function pageAt(address) {
  const path = pathBelowRoot(address);
  return isPage(path) ? path : null;
}

export function addressOf(page) {
  return new URL(`${encodeURI(page)}/`, ROOT);
}

/** Tells whether an address leads to a page of this site, tools and home included, and to no file. */
export function isOnSite(address) {
  return pathBelowRoot(address) !== null;
}

function isPage(text) {
  return typeof text === "string" && text.length <= LONGEST && PAGE.test(text) && !TOOLS.includes(text);
}

function pathBelowRoot(address) {
  const { origin, pathname } = new URL(address);
  if (origin !== ROOT.origin || !pathname.startsWith(ROOT.pathname)) return null;
  if (!/(?:\/|\/index\.html)$/.test(pathname)) return null;
  const path = pathname.slice(ROOT.pathname.length).replace(/(?:^|\/)(?:index\.html)?$/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
