// Builds what search shows of a page. Texts come from the index and become text nodes, never HTML.

import { countResults, fill, words } from "./words.js";

const SECTIONS = 3;
const MARK = /<mark>(.*?)<\/mark>/gs;

/** Returns the card of a found page: the card of every list, with the places where the words stand. */
export function createCard(page) {
  const { title, kind, summary, facts } = page.meta;
  const card = createElement("article", "hub-card hub-card--result");
  card.dataset.type = page.filters.type?.[0] ?? "";
  const heading = createElement("h3", "hub-card__title");
  heading.append(createLink(page.url, title));
  card.append(createKind(kind, card.dataset.type), heading);
  if (page.meta.picture) {
    card.classList.add("hub-card--pictured");
    card.append(createPicture(page));
  }
  card.append(createElement("p", "hub-card__summary", summary));
  const places = createPlaces(page);
  if (places) card.append(places);
  const outcome = page.filters.outcome?.[0];
  if (facts) card.append(createList("hub-card__facts", facts.split(" | ").map((fact) => createFact(fact, outcome))));
  return card;
}

/** Returns an excerpt as text and <mark> elements. */
function markedText(excerpt) {
  const fragment = document.createDocumentFragment();
  excerpt.split(MARK).forEach((piece, position) => {
    fragment.append(position % 2 ? createElement("mark", "", unescape(piece)) : unescape(piece));
  });
  return fragment;
}

/** Returns what was found in words, such as "No page has “telehelth”. 7 results for “telehealth”." */
export function describeFound({ results, asked, missing }) {
  const quoted = missing.map((word) => `“${word}”`).join(` ${words.or} `);
  const lost = missing.length ? fill(words.lost, { words: quoted }) : "";
  const number = countResults(results.length);
  const found = asked ? fill(words.asked, { results: number, query: asked }) : missing.length ? "" : `${number}.`;
  return [lost, found].filter(Boolean).join(" ");
}

// Its room on the card is fixed by the style, so nothing moves when it comes.
function createPicture(page) {
  const picture = createElement("img", "hub-card__picture");
  picture.loading = "lazy";
  picture.alt = page.meta["picture-words"] ?? "";
  picture.src = page.url + page.meta.picture;
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

/** Returns a fact; an outcome's mark, which repeats its word, is for the eye only. */
function createFact(fact, outcome) {
  const [, symbol, text] = /^([^\p{L}\p{N}\s]{1,2}) (.*)/u.exec(fact) ?? [];
  if (!symbol) return fact;
  const fragment = document.createDocumentFragment();
  const mark = createElement("span", "hub-mark", symbol);
  mark.dataset.outcome = outcome;
  mark.ariaHidden = "true";
  fragment.append(mark, ` ${text}`);
  return fragment;
}

function createPlaces(page) {
  const sections = page.sub_results
    .filter((section) => section.anchor && section.anchor.id !== "sources" && section.excerpt.includes("<mark>"))
    .sort((a, b) => b.locations.length - a.locations.length)
    .slice(0, SECTIONS);
  if (sections.length === 0) {
    if (!page.excerpt.includes("<mark>")) return null;
    const excerpt = createElement("p", "hub-card__excerpt");
    excerpt.append(markedText(page.excerpt));
    return excerpt;
  }
  const places = sections.map((section) => {
    const place = document.createDocumentFragment();
    const excerpt = createElement("span", "hub-card__excerpt");
    excerpt.append(markedText(withoutTitle(section)));
    place.append(createLink(section.url, section.title), " ", excerpt);
    return place;
  });
  return createList("hub-card__sections", places);
}

/** Returns a section's excerpt without the heading with which its text begins. */
function withoutTitle({ excerpt, title }) {
  return excerpt.startsWith(`${title}. `) ? excerpt.slice(title.length + 2) : excerpt;
}

/** Returns an element with a class and either text or nothing in it. */
export function createElement(name, className, text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function createLink(address, text) {
  const link = createElement("a", "", text);
  link.href = address;
  return link;
}

function createList(className, items) {
  const list = createElement("ul", className);
  for (const item of items) {
    const entry = document.createElement("li");
    entry.append(item);
    list.append(entry);
  }
  return list;
}

// Pagefind escapes these two and no others.
function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}
