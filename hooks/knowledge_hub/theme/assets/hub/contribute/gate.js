// Finds in a text what the checks of the library find in it: the rules come from hooks/knowledge_hub/intake/gate.py.
import { createReadings } from "./plain-reading.js";

/** Returns the rules of schemas/gate.json, ready to run. */
export function readGate(data) {
  return {
    privacy: data.privacy.map(compile),
    wording: data.wording.map(compile),
    cleaning: data.cleaning.map(compile),
    address: compile(data.address),
    hidden: compile(data.hidden).pattern,
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
  const seen = new Set();
  return createReadings(text, gate.hidden).flatMap((reading) =>
    rules.flatMap((rule, number) =>
      [...reading.text.matchAll(rule.pattern)]
        .filter((found) => {
          const spot = createSpot(text, reading, found);
          // The same words are met again in the reading without marks.
          if (seen.has(`${number} ${spot.start}`) || isFine(spot, rule, gate)) return false;
          for (let at = spot.start; at < spot.end; at += 1) seen.add(`${number} ${at}`);
          return true;
        })
        .map((found) => describe(found, rule)),
    ),
  );
}

// Where a match stands in the text as it is written.
function createSpot(text, reading, found) {
  const end = found.index + found[0].length;
  return { text, reading, found, start: reading.place(found.index), end: reading.place(end - 1) + 1 };
}

function describe(found, { code, message, help }) {
  return { code, message: message.replace("{found}", () => found[0].trim().replace(/\s+/g, " ")), help };
}

function isFine({ text, reading, found, start, end }, { fine, unless }, gate) {
  const before = unless ? reading.text.slice(Math.max(0, found.index - unless.before), found.index) : "";
  if (unless && before.search(unless.pattern) >= 0) return true;
  if (fine.includes("toll-free") && gate.tollFree.has(found[1] ?? found[2])) return true;
  return fine.includes("address") && isInAddress(text, start, end, gate);
}

function isInAddress(text, start, end, gate) {
  const before = /\S*$/.exec(text.slice(Math.max(0, start - 300), start))[0];
  const after = /^\S*/.exec(text.slice(end, end + 300))[0];
  return (before + text.slice(start, end) + after).search(gate.address.pattern) >= 0;
}
