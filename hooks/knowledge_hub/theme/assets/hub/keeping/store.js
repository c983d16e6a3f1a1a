// The place of one form in this browser's storage. What is kept ends after 30 days without a change.

const PREFIX = "hub.ws.";
// Hubs of one owner can share an address but for the folder, and with it the storage.
const SITE = `${PREFIX}${new URL("../../../", import.meta.url).pathname} `;
const DAYS = 30;
// Until 2.1: each shape of a worksheet had a key of its own, such as "hub.ws.kit.plan-v0a1b2c3d".
const OLD = /^hub\.ws\.([^.]+)\.(.+)-v[0-9a-f]{8}$/;

/**
 * Opens the place of a form; `name` is of ids with "/" between them, which no id has, so that no name begins another.
 * Its texts are what the storage holds, for telling whether another tab has changed it.
 */
export function openStore(name, { storage = findStorage(), now = () => Date.now() } = {}) {
  const key = SITE + name;
  if (storage) tidy(storage, now());
  return {
    key,
    text: () => storage?.getItem(key) ?? null,
    // Returns the text that was written, null where the browser has no room or doesn't allow it.
    write(entry) {
      const text = JSON.stringify({ expires: now() + DAYS * 86_400_000, ...entry });
      try {
        storage.setItem(key, text);
        return text;
      } catch {
        return null;
      }
    },
    // Other tabs hear why before the place is empty.
    end(why) {
      try {
        storage.setItem(key, JSON.stringify({ ended: why }));
      } catch {
        // No storage, or a full one: the place is emptied below all the same.
      }
      storage?.removeItem(key);
      return storage === null || storage.getItem(key) === null;
    },
  };
}

/** Returns { shape, answers, leftover } or { ended }, null for what is neither. */
export function parseEntry(text) {
  try {
    const entry = JSON.parse(text);
    if (typeof entry?.ended === "string") return entry;
    const isWhole = entry?.answers && typeof entry.answers === "object";
    return isWhole ? { ...entry, leftover: Array.isArray(entry.leftover) ? entry.leftover : [] } : null;
  } catch {
    return null;
  }
}

function findStorage() {
  try {
    return window.localStorage ?? null;
  } catch {
    return null;
  }
}

function tidy(storage, today) {
  for (const key of keysOf(storage)) {
    const entry = key.startsWith(PREFIX) ? parseEntry(storage.getItem(key)) : undefined;
    if (entry === undefined) continue;
    if (!(entry?.expires > today)) storage.removeItem(key);
    else if (OLD.test(key)) rename(storage, key, key.replace(OLD, `${SITE}$1/$2`));
  }
}

function rename(storage, from, to) {
  const text = storage.getItem(from);
  storage.removeItem(from);
  if (storage.getItem(to) === null) storage.setItem(to, text);
}

function keysOf(storage) {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index));
}
