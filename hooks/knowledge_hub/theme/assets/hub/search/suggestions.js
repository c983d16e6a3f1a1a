// Suggestions below a search box, after the ARIA combobox pattern with a list.

import { ask, mendWhole } from "./engine/asking.js";
import { ROOT, loadIndex, withIndex } from "./library.js";
import { createElement, describeFound, findSection } from "./results.js";
import { countWords, fill, words } from "./words.js";

const MOST = 6;
const PAUSE = 150;

/** Brings suggestions to a box whose input has just been focused. */
export function suggest(box) {
  const input = box.querySelector("[data-hub-search-input]");
  const list = box.querySelector("[data-hub-search-suggestions]");
  const announcement = box.querySelector("[data-hub-search-announcement]");
  let active = -1;
  let timer = 0;

  loadIndex().catch(() => {});
  input.addEventListener("input", update);
  input.addEventListener("keydown", handleKey);
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => open(event.target.closest('[role="option"]')));
  if (input.value) update();

  function update() {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  }

  async function show() {
    const query = input.value;
    if (!query.trim()) return close();
    const found = await withIndex((index) => suggestPages(index, query)).catch(() => null);
    if (query !== input.value || document.activeElement !== input) return undefined;
    if (!found) return announceFailure();
    const options = found.pages.map(createOption);
    if (options.length) options.push(createOption({ address: allResults(query), title: fill(words.all, found) }));
    options.forEach((option, position) => (option.id = `${list.id}-${position}`));
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    activate(-1);
    const number = found.pages.length;
    announcement.textContent = number ? countWords(number, words.suggestion, words.suggestions) : describeFound(found);
    return undefined;
  }

  function announceFailure() {
    close();
    announcement.textContent = words.failed;
  }

  function allResults(query) {
    const address = new URL(box.action);
    address.searchParams.set("q", query);
    return address.href;
  }

  function activate(position) {
    active = position;
    [...list.children].forEach((option, other) => option.setAttribute("aria-selected", String(other === position)));
    const option = list.children[position];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function handleKey(event) {
    const number = list.hidden ? 0 : list.children.length;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (move && !number) {
      update();
    } else if (move) {
      event.preventDefault();
      // One place more than there are options: between the last and the first the reader is back in the box.
      activate(((active + 1 + move + number + 1) % (number + 1)) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      open(list.children[active]);
    } else if (event.key === "Escape" && number) {
      event.preventDefault();
      close();
    }
  }

  function open(option) {
    if (option) window.location.assign(withList(option.dataset.hubAddress));
  }

  function close() {
    clearTimeout(timer);
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    activate(-1);
    announcement.textContent = "";
  }
}

/** Returns the first pages for a question, those for the nearest words where it finds nothing. */
async function suggestPages(index, query) {
  const own = await ask(index, query);
  const missing = own.unknown;
  const better = missing.length && own.total === 0 ? await mendWhole(index, query, missing) : "";
  const found = better ? await ask(index, better) : own;
  const first = found.ids.slice(0, MOST);
  const pages = await Promise.all(first.map(async (id) => createSuggestion(await index.title(id), found.section(id))));
  return { pages, number: found.ids.length, asked: found.asked, missing };
}

function createSuggestion(found, number) {
  const { address, title, kind } = found;
  const section = findSection(found, number, ROOT);
  return { address: section?.address ?? new URL(address, ROOT).href, title, kind, section: section?.title };
}

function createOption({ address, title, kind, section }) {
  const option = createElement("li", "hub-search-box__suggestion");
  option.setAttribute("role", "option");
  option.dataset.hubAddress = address;
  option.append(createElement("span", "", title));
  const about = [kind, section].filter(Boolean).join(" › ");
  if (about) option.append(createElement("span", "hub-search-box__kind", ` ${about}`));
  return option;
}

/** Returns an address with the reader's list, if this page's has one. */
function withList(address) {
  const target = new URL(address);
  const list = new URL(window.location).searchParams.get("list");
  if (list) target.searchParams.set("list", list);
  return target.href;
}
