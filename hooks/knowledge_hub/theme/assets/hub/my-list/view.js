// Builds what the list shows. All texts become text nodes, never HTML.

import { addressOf, ROOT } from "./addresses.js";

/** Returns the place of a page on the list; its card comes later. `act` hears what the reader wants with it. */
export function createItem(page, words, act) {
  const item = create("li", "hub-my-list__item");
  const row = create("div", "hub-my-list__page");
  const card = create("div", "hub-my-list__card", words.loading);
  const actions = create("div", "hub-my-list__actions");
  for (const [name, text] of Object.entries({ up: words.up, down: words.down, remove: words.remove })) {
    actions.append(createButton(name, text, () => act(name, item)));
  }
  row.append(card, actions);
  item.append(row);
  nameItem(item, page);
  return item;
}

/** Fills in what is known of a page: its card, or that it is no longer there, or can't be had. */
export function fillItem(item, content) {
  item.querySelector(".hub-my-list__card").replaceChildren(content);
}

/** Says for whom the buttons aren't seen beside their page what each of them is for. */
export function nameItem(item, title) {
  for (const button of item.querySelectorAll("button")) {
    button.ariaLabel = `${button.textContent}: ${title}`;
  }
}

/** Says which way there is no way: a button that vanished would take the focus with it. */
export function markEnds(items) {
  items.forEach((item, place) => {
    item.querySelector('[data-list-action="up"]').ariaDisabled = String(place === 0);
    item.querySelector('[data-list-action="down"]').ariaDisabled = String(place === items.length - 1);
  });
}

export function createCard({ page, title, summary, type, kind, facts }) {
  const card = create("article", "hub-card hub-card--listed");
  const heading = create("h2", "hub-card__title");
  heading.append(createLink(addressOf(page), title));
  if (kind) card.append(createKind(kind, type));
  card.append(heading);
  if (summary) card.append(create("p", "hub-card__summary", summary));
  if (facts.length) card.append(createFacts(facts));
  card.append(create("p", "hub-my-list__address", addressOf(page).href));
  return card;
}

/** Returns a card that says what became of a page of which nothing can be shown. */
export function createNotice(page, text, link = null) {
  const card = create("div", "hub-card hub-card--listed hub-my-list__notice");
  card.append(create("p", "", text), create("p", "hub-my-list__gone", addressOf(page).pathname));
  if (link) {
    const way = create("p", "");
    way.append(createLink(link.address, link.text));
    card.append(way);
  }
  return card;
}

/** Returns a search for a page by the words of its address. */
export function searchFor(page) {
  const address = new URL("search/", ROOT);
  const words = page.split("/").at(-1).replaceAll(/[-_.~]+/g, " ").trim();
  address.searchParams.set("q", words);
  return { address, words };
}

function createButton(name, text, act) {
  const button = create("button", "hub-button", text);
  button.type = "button";
  button.dataset.listAction = name;
  button.addEventListener("click", act);
  return button;
}

function createKind(kind, type) {
  const element = create("p", "hub-card__kind");
  const icon = create("span", "hub-icon");
  icon.dataset.icon = type;
  icon.ariaHidden = "true";
  element.append(icon, ` ${kind}`);
  return element;
}

function createFacts(facts) {
  const list = create("ul", "hub-card__facts");
  for (const [symbol, text, outcome] of facts) {
    const item = document.createElement("li");
    if (symbol) {
      const mark = create("span", "hub-mark", symbol);
      mark.dataset.outcome = outcome;
      mark.ariaHidden = "true";
      item.append(mark, " ");
    }
    item.append(text);
    list.append(item);
  }
  return list;
}

function createLink(address, text) {
  const link = create("a", "", text);
  link.href = address;
  return link;
}

function create(name, className, text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}
