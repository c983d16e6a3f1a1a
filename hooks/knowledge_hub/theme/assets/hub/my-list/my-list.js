// The page of the reader's list: its cards in order, and what can be done with them.

import { MOST, ROOT, writeList } from "./addresses.js";
import { fetchCard } from "./cards.js";
import { hearOfChanges, keepOnDevice, readCurrent, takeOffDevice, writeCurrent } from "./list.js";
import { createCard, createItem, createNotice, fillItem, markEnds, nameItem, searchFor } from "./view.js";

const root = document.querySelector('[data-hub-component="my-list"]');
const words = JSON.parse(root.dataset.words);
// Each page's place on the list, made once.
const items = new Map();
let before = [];

const part = (name) => root.querySelector(`[data-list-part="${name}"]`);
const fill = (text, value) => text.replace("{value}", () => value);

function show() {
  const { pages, lost, isKept, kept } = readCurrent();
  const isForeign = kept !== null && !isKept;
  const focused = document.activeElement;
  part("items").replaceChildren(...pages.map(itemOf));
  // A button that moves loses the focus.
  if (items.size && root.contains(focused)) focused.focus();
  markEnds([...part("items").children]);
  part("empty").hidden = pages.length > 0;
  part("tools").hidden = pages.length === 0;
  part("foreign").hidden = !isForeign;
  part("keeping").hidden = isForeign || (pages.length === 0 && !isKept);
  part("keep").checked = isKept;
  part("lost").hidden = lost === 0;
  part("lost").textContent = fill(words.lost, lost);
  showLink(linkTo(pages));
}

function showLink(link) {
  for (const name of ["link", "printed-link"]) part(name).textContent = link;
  part("mail").href = `mailto:?subject=${encodeURIComponent(words.subject)}&body=${encodeURIComponent(link)}`;
}

function linkTo(pages) {
  return writeList(new URL("my-list/", ROOT), pages);
}

function itemOf(page) {
  if (!items.has(page)) {
    items.set(page, createItem(page, words, act));
    describe(page);
  }
  return items.get(page);
}

async function describe(page) {
  const item = items.get(page);
  try {
    const card = await fetchCard(page);
    fillItem(item, card ? createCard(card) : createGone(page));
    if (card) nameItem(item, card.title);
    if (card && card.page !== page) replace(page, card.page);
  } catch {
    fillItem(item, createNotice(page, words.failed));
  }
}

function createGone(page) {
  if (!("hasSearch" in root.dataset)) return createNotice(page, words.gone);
  const { address, words: asked } = searchFor(page);
  return createNotice(page, words.gone, { address, text: fill(words.search, asked) });
}

/** A page that has moved stands on the list at its new place. */
function replace(old, page) {
  const { pages } = readCurrent();
  if (!pages.includes(old)) return;
  if (!items.has(page)) items.set(page, items.get(old));
  writeCurrent([...new Set(pages.map((other) => (other === old ? page : other)))]);
}

function act(name, item) {
  const { pages } = readCurrent();
  const place = [...part("items").children].indexOf(item);
  if (name === "remove") remove(pages, place);
  else move(pages, place, place + (name === "up" ? -1 : 1));
}

function move(pages, from, to) {
  if (to < 0 || to >= pages.length) return;
  const others = without(pages, from);
  writeCurrent([...others.slice(0, to), pages[from], ...others.slice(to)]);
  say(fill(words.moved, to + 1));
}

function remove(pages, place) {
  change(without(pages, place), words.removed);
  const next = part("items").children[Math.min(place, pages.length - 2)];
  (next?.querySelector('[data-list-action="remove"]') ?? part("undo")).focus();
}

function without(pages, place) {
  return pages.filter((_, other) => other !== place);
}

/** Changes the list in a way that can be taken back. */
function change(pages, said) {
  before = readCurrent().pages;
  writeCurrent(pages);
  say(said);
  part("undo").hidden = false;
}

function undo() {
  writeCurrent(before);
  say(words.undone);
  part("status").focus();
}

function say(text) {
  part("status").textContent = text;
  for (const name of ["undo", "link"]) part(name).hidden = true;
}

async function copy() {
  try {
    await navigator.clipboard.writeText(part("link").textContent);
    say(words.copied);
  } catch {
    say(words.copy_refused);
    part("link").hidden = false;
  }
}

function choose() {
  if (!part("keep").checked) {
    takeOffDevice();
    say(words.not_kept);
  } else if (keepOnDevice(readCurrent().pages)) {
    say(words.kept);
  } else {
    part("keep").checked = false;
    say(words.refused);
  }
}

/** Adds a list that somebody has sent to the reader's own. */
function join() {
  const { pages, kept } = readCurrent();
  const both = [...new Set([...kept, ...pages])];
  if (both.length > MOST) say(fill(words.full, MOST));
  else say(keepOnDevice(both) ? words.joined : words.refused);
}

part("copy").addEventListener("click", copy);
part("print").addEventListener("click", () => window.print());
part("clear").addEventListener("click", () => change([], words.cleared));
part("undo").addEventListener("click", undo);
part("keep").addEventListener("change", choose);
part("join").addEventListener("click", join);
hearOfChanges(show);
show();
