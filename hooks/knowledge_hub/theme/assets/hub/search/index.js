// Asks the search index (Pagefind), which is fetched with the first question, and mends misspelled words.

import { nearWords } from "./spelling.js";

const PAGEFIND = new URL("../../../pagefind/pagefind.js", import.meta.url);
const VOCABULARY = new URL("../../../search/vocabulary.json", import.meta.url);
// What a page is called counts most; its other names more than its text; what its card says of it not at all.
const META_WEIGHTS = { title: 6, alias: 4, question: 2, also: 2, summary: 1, kind: 0, facts: 0, every: 0 };
// A word that every indexed page has (templates/search-entry.html). Asked for no word at all, Pagefind would
// fetch its whole index.
const EVERY_PAGE = "qxeverypage";
const LONGEST_QUERY = 200;
const SHORTEST_WORD = 4;
const PAGES_LOOKED_AT = 10;

let index;
let vocabulary;

/** Fetches the index, so that the first question is answered sooner. */
export function loadIndex() {
  index ??= import(PAGEFIND).then(async (pagefind) => {
    await pagefind.options({ excerptLength: 24, ranking: { metaWeights: META_WEIGHTS } });
    await pagefind.init();
    return pagefind;
  });
  index.catch(() => (index = undefined));
  return index;
}

/**
 * Returns { results, counts, asked, missing }: results whose data() gives the page; how many pages of
 * each facet and value there are; the words that were looked for; and the typed words that no page has.
 *
 * `filters` are the chosen values by facet, `facets` the names whose values are counted, and `sort` is
 * "reviewed" for the newest review first.
 */
export async function search(query, { filters = {}, facets = [], sort = "" } = {}) {
  const asked = query.slice(0, LONGEST_QUERY).trim();
  const request = { filters, facets, sort };
  const found = await ask(asked, request);
  const unknown = asked ? await findUnknownWords(asked, found.results) : [];
  if (unknown.length === 0) return { ...found, asked, missing: [] };
  const better = await mend(asked, unknown);
  const again = better ? await ask(better, request) : findNothing(facets);
  return { ...again, asked: better, missing: unknown };
}

/** Returns words of the library near to those of a query, for a page that found nothing. */
export async function findNearWords(query) {
  const known = await loadVocabulary();
  return [...new Set(splitWords(query).flatMap((word) => nearWords(word, known, 3)))];
}

async function ask(query, { filters, facets, sort }) {
  const pagefind = await loadIndex();
  const words = query || EVERY_PAGE;
  // Pagefind counts only the facets whose files it has fetched.
  await Promise.all(facets.map((facet) => pagefind.preload(words, { filters: { [facet]: "" } })));
  const order = sort === "reviewed" || !query ? { reviewed: "desc" } : {};
  const run = (chosen) => pagefind.search(words, { filters: anyOf(chosen), sort: order });
  const found = await run(filters);
  const counts = { ...found.filters };
  for (const facet of Object.keys(filters)) {
    // Within a facet one value or another will do, so its counts leave its own choice aside.
    const { [facet]: _, ...others } = filters;
    counts[facet] = (await run(others)).filters[facet];
  }
  return { results: found.results, counts };
}

function findNothing(facets) {
  return { results: [], counts: Object.fromEntries(facets.map((facet) => [facet, {}])) };
}

function anyOf(filters) {
  return Object.fromEntries(Object.entries(filters).map(([facet, values]) => [facet, { any: values }]));
}

/**
 * Returns the words of a query that no page has. For such a word Pagefind looks for ever shorter
 * beginnings of it, so that its results can't be trusted.
 */
async function findUnknownWords(query, results) {
  const pages = await Promise.all(results.slice(0, PAGES_LOOKED_AT).map((result) => result.data()));
  const text = pages.map((page) => [page.content, ...Object.values(page.meta)].join(" ")).join(" ");
  const starts = new Set(splitWords(text));
  const doubtful = splitWords(query).filter((word) => !hasStart(starts, word));
  const pagefind = await loadIndex();
  const exact = await Promise.all(doubtful.map((word) => pagefind.search(`"${word}"`)));
  return doubtful.filter((_, position) => exact[position].results.length === 0);
}

function hasStart(words, typed) {
  const stem = typed.toLowerCase().replace(/(ies|es|s|ed|ing)$/u, "");
  for (const word of words) if (word.toLowerCase().startsWith(stem)) return true;
  return false;
}

function splitWords(text) {
  return text.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word.length >= SHORTEST_WORD) ?? [];
}

/** Returns a query with the nearest known word in place of each unknown one, or without it. */
async function mend(query, unknown) {
  const known = await loadVocabulary();
  const better = unknown.reduce((text, word) => text.replace(word, nearWords(word, known)[0] ?? ""), query);
  return /[\p{L}\p{N}]/u.test(better) ? better.trim() : "";
}

function loadVocabulary() {
  vocabulary ??= fetch(VOCABULARY).then((response) => (response.ok ? response.json() : []));
  vocabulary.catch(() => (vocabulary = undefined));
  return vocabulary;
}
