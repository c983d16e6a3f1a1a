// The address of the search page holds all that a reader has asked for.

export const PER_STEP = 10;
const SORTS = ["reviewed"];

/** Returns { q, filters, sort, shown } of an address; `known` tells facet and value that exist here. */
export function readState(address, known) {
  const parameters = new URL(address).searchParams;
  const filters = {};
  for (const [facet, value] of parameters) {
    if (known(facet, value) && !filters[facet]?.includes(value)) (filters[facet] ??= []).push(value);
  }
  const sort = SORTS.find((name) => name === parameters.get("sort")) ?? "";
  const shown = Math.min(Math.ceil(Number.parseInt(parameters.get("n"), 10) / PER_STEP) * PER_STEP || PER_STEP, 1000);
  return { q: parameters.get("q") ?? "", filters, sort, shown: Math.max(shown, PER_STEP) };
}

/** Returns the address of a state: `address` with its own parameters only, and the reader's list, if it has one. */
export function writeState(address, { q, filters, sort, shown }) {
  const target = new URL(address);
  const parameters = new URLSearchParams();
  const list = target.searchParams.get("list");
  if (q.trim()) parameters.append("q", q);
  for (const [facet, values] of Object.entries(filters)) {
    for (const value of values) parameters.append(facet, value);
  }
  if (sort) parameters.append("sort", sort);
  if (shown > PER_STEP) parameters.append("n", shown);
  if (list) parameters.append("list", list);
  target.search = parameters.toString();
  return target.href;
}
