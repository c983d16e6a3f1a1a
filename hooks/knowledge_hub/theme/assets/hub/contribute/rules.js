// The rules of the check: the schema of a record type, and the gate.
import { readGate } from "./gate.js";

/** Returns a function that gives the rules; what could not be loaded before is tried again. */
export function openRules(folder, type) {
  let rules = load(folder, type);
  // Said when they are needed; once here, they are enough without a connection.
  rules.catch(() => {});
  return async () => {
    try {
      return await rules;
    } catch {
      rules = load(folder, type);
      return rules;
    }
  };
}

async function load(folder, type) {
  const [schema, gate] = await Promise.all([`${type}.schema.json`, "gate.json"].map((name) => fetchJson(folder + name)));
  return { schema, gate: readGate(gate) };
}

async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return response.json();
}
