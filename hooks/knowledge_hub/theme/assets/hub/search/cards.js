// Builds what the search page shows of a found page. Texts come from the index and become text nodes, never HTML.

import { createElement, createItem, createLink, findSection } from "./results.js";
import { words } from "./words.js";

const WORD = /([\p{L}\p{N}\p{M}]+(?:[’'ʼʻ][\p{L}\p{M}]+)*)/gu;

/**
 * Returns the card of a found page: the card of every list, with the words that were looked for marked. `section` is
 * the number of its section that answers best, `root` the address of the site.
 */
export function createCard(found, { root, section = 0, isBest = false, isMeant }) {
  const { address, title, kind, type, summary, facts, picture } = found;
  const card = createElement("article", "hub-card hub-card--result");
  card.dataset.type = type;
  if (isBest) card.append(createElement("p", "hub-card__best", words.best));
  const heading = createElement("h3", "hub-card__title");
  heading.append(createLink(new URL(address, root).href, title));
  card.append(createKind(kind, type), heading);
  if (picture) {
    card.classList.add("hub-card--pictured");
    card.append(createPicture(picture, new URL(address, root)));
  }
  if (summary) {
    const text = createElement("p", "hub-card__summary");
    text.append(markWords(summary, isMeant));
    card.append(text);
  }
  const part = findSection(found, section, root);
  if (part) card.append(createList("hub-card__sections", [createLink(part.address, part.title)]));
  if (facts.length) card.append(createList("hub-card__facts", facts.map(createFact)));
  return card;
}

/** Returns a text in which every word that `isMeant` is marked. */
function markWords(text, isMeant) {
  const fragment = document.createDocumentFragment();
  text.split(WORD).forEach((piece, position) => {
    fragment.append(position % 2 && isMeant(piece) ? createElement("mark", "", piece) : piece);
  });
  return fragment;
}

/** Returns a fixed answer: a sentence with its links. */
export function createAnswer({ text, links = [] }, root) {
  const band = createElement("p", "hub-band", text);
  band.dataset.hubSearchAnswer = "";
  for (const [label, address] of links) band.append(" ", createLink(new URL(address, root).href, label));
  return band;
}

/** Returns a text as nodes, with a link in place of its blank {query}. */
export function createOffer(text, link) {
  const fragment = document.createDocumentFragment();
  const [before, after = ""] = text.split("{query}");
  fragment.append(before, link, after);
  return fragment;
}

// Its room on the card is fixed by the style, so nothing moves when it comes.
function createPicture([path, says], address) {
  const picture = createElement("img", "hub-card__picture");
  picture.loading = "lazy";
  picture.alt = says;
  picture.src = new URL(path, address).href;
  return picture;
}

function createKind(kind, type) {
  const element = createElement("p", "hub-card__kind");
  const icon = createElement("span", "hub-icon");
  icon.dataset.icon = type;
  icon.ariaHidden = "true";
  element.append(icon, ` ${kind}`);
  return element;
}

/** Returns a fact, which is a text or mark, text and outcome; a mark repeats its words for the eye only. */
function createFact(fact) {
  if (typeof fact === "string") return fact;
  const [symbol, text, outcome] = fact;
  const fragment = document.createDocumentFragment();
  const mark = createElement("span", "hub-mark", symbol);
  mark.dataset.outcome = outcome;
  mark.ariaHidden = "true";
  fragment.append(mark, ` ${text}`);
  return fragment;
}

function createList(className, items) {
  const list = createElement("ul", className);
  list.append(...items.map(createItem));
  return list;
}
