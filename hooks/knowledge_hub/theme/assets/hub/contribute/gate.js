// Finds in a text what the checks of the library find in it: the rules come from hooks/knowledge_hub/intake/gate.py.

/** Returns the rules of schemas/gate.json, ready to run. */
export function readGate(data) {
  return {
    privacy: data.privacy.map(compile),
    wording: data.wording.map(compile),
    cleaning: data.cleaning.map(compile),
    address: compile(data.address),
    tollFree: new Set(data.toll_free),
  };
}

/** Returns the text without what word processors leave in it, and nobody sees. */
export function clean(text, gate) {
  return gate.cleaning.reduce((cleaned, { pattern, by }) => cleaned.replace(pattern, by), text);
}

/** Returns { code, message, help } of all that keeps a text from being published. */
export function findPersonal(text, gate) {
  return find(text, gate.privacy, gate);
}

/** Returns { code, message, help } of the words for which there are better ones. */
export function findWording(text, gate) {
  return find(text, gate.wording, gate);
}

function compile({ source, flags, unless, ...rest }) {
  return { ...rest, pattern: new RegExp(source, flags), ...(unless && { unless: { ...compile(unless) } }) };
}

function find(text, rules, gate) {
  return rules.flatMap((rule) =>
    [...text.matchAll(rule.pattern)]
      .filter((found) => !isFine(text, found, rule, gate))
      .map((found) => describe(found, rule)),
  );
}

function describe(found, { code, message, help }) {
  return { code, message: message.replace("{found}", () => found[0].trim().replace(/\s+/g, " ")), help };
}

function isFine(text, found, { fine, unless }, gate) {
  const [start, end] = [found.index, found.index + found[0].length];
  if (unless && text.slice(Math.max(0, start - unless.before), start).search(unless.pattern) >= 0) return true;
  if (fine.includes("toll-free") && gate.tollFree.has(found[1] ?? found[2])) return true;
  return fine.includes("address") && isInAddress(text, start, end, gate);
}

function isInAddress(text, start, end, gate) {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - 300), start))[0];
  const after = /^\S*/.exec(text.slice(end, end + 300))[0];
  return (before + text.slice(start, end) + after).search(gate.address.pattern) >= 0;
}
