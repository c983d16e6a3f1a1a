// The search index of this site: opened once, and once more where a file that it names is gone.

import { openIndex } from "./engine/index.js";

export const ROOT = new URL("../../../", import.meta.url);

let opened;

/** Opens the index, so that the first question is answered sooner. */
export function loadIndex() {
  opened ??= open("default");
  return opened;
}

/**
 * Returns what `use` makes of the index. A page may have been open while the site was published again, and the files
 * that it knows of are gone: then the index is opened anew, and `use` has a second try.
 */
export async function withIndex(use) {
  try {
    return await use(await loadIndex());
  } catch {
    opened = open("reload");
    return use(await opened);
  }
}

function open(cache) {
  const index = openIndex((name) => read(name, name.startsWith("index") ? cache : "default"));
  index.catch(() => (opened = undefined));
  return index;
}

async function read(name, cache) {
  const response = await fetch(new URL(`search/${name}`, ROOT), { cache });
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.json();
}
