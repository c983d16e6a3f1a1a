// Answers as a file that only the same form reads again.

const LARGEST = 1_000_000;

/** Returns the text of a file; `identity` is { format, … }, whose other values name the form. */
export function createSavedFile(identity, answers) {
  return `${JSON.stringify({ ...identity, answers }, null, 2)}\n`;
}

/** Returns { answers, leftover } or { error }, which is "strange" or "other"; `names` are the keys that have to be the same. */
export async function readSavedFile(file, identity, names) {
  if (file.size > LARGEST) return { error: "strange" };
  let saved;
  try {
    saved = JSON.parse(await file.text());
  } catch {
    return { error: "strange" };
  }
  const isOurs = saved?.format === identity.format && saved.answers !== null && typeof saved.answers === "object";
  if (!isOurs) return { error: "strange" };
  if (names.some((name) => saved[name] !== identity[name])) return { error: "other", saved };
  return { answers: saved.answers, leftover: Array.isArray(saved.leftover) ? saved.leftover : [] };
}
