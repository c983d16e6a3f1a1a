// What suggestions and results have in common. Texts come from the index and become text nodes, never HTML.

import { countResults, fill, words } from "./words.js";

/** Returns { address, title } of a section of a found page, undefined for none. */
export function findSection({ address, sections }, number, root) {
  const [place, title] = sections[number - 1] ?? [];
  if (!title) return undefined;
  // A place is a fragment, or a page below the found one with its fragment.
  const target = new URL(place.includes("#") ? place : `#${place}`, new URL(address, root));
  return { address: target.href, title };
}

/** Returns what was found in words, such as "No page has “telehelth”. 7 results for “telehealth”." */
export function describeFound({ number, asked, missing }) {
  const quoted = missing.map((word) => `“${word}”`).join(` ${words.or} `);
  const lost = missing.length ? fill(words.lost, { words: quoted }) : "";
  if (missing.length && number === 0) return lost;
  const results = countResults(number);
  const found = asked ? fill(words.asked, { results, query: asked }) : `${results}.`;
  return [lost, found].filter(Boolean).join(" ");
}

/** Returns an element with a class and either text or nothing in it. */
export function createElement(name, className, text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

export function createLink(address, text) {
  const link = createElement("a", "", text);
  link.href = address;
  return link;
}

export function createItem(content) {
  const item = document.createElement("li");
  item.append(content);
  return item;
}
