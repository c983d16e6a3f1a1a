// Keeps answers in this browser, only after the reader has chosen so, and for 30 days.

const PREFIX = "hub.ws.";
const DAYS = 30;

// Each worksheet has a place of its own; answers to an older form of it are not mixed in.
export function openStore(name, schema, { storage = findStorage(), now = () => Date.now() } = {}) {
  const prefix = `${PREFIX}${name}-v`;
  const key = prefix + schema;
  if (storage) removeExpired(storage, now());
  return {
    load() {
      return readEntry(storage, key)?.answers ?? null;
    },
    // Tells whether the answers were saved.
    save(answers) {
      try {
        storage.setItem(key, JSON.stringify({ expires: now() + DAYS * 86_400_000, answers }));
        return true;
      } catch {
        return false;
      }
    },
    erase() {
      for (const one of keysOf(storage)) if (one.startsWith(prefix)) storage.removeItem(one);
    },
  };
}

function findStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function removeExpired(storage, today) {
  for (const key of keysOf(storage)) {
    if (!key.startsWith(PREFIX)) continue;
    const entry = readEntry(storage, key);
    if (!entry || !(entry.expires > today)) storage.removeItem(key);
  }
}

function readEntry(storage, key) {
  try {
    const entry = JSON.parse(storage.getItem(key));
    return entry && typeof entry.answers === "object" ? entry : null;
  } catch {
    return null;
  }
}

function keysOf(storage) {
  return storage ? Array.from({ length: storage.length }, (_, index) => storage.key(index)) : [];
}
