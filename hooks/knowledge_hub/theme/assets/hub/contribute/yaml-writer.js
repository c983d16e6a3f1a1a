// Writes a record as YAML, by the same rules as hooks/knowledge_hub/intake/yaml_writer.py.
const ESCAPED = /[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff"\\]/g;
const UNFIT_FOR_BLOCK = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/;
const NAMED = { "\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\" };
const STEP = "  ";

export function writeYaml(fields) {
  return writeMapping(fields, "").map((line) => `${line}\n`).join("");
}

function writeMapping(fields, indent) {
  return Object.entries(fields).flatMap(([key, value]) => writeValue(`${indent}${key}:`, value, indent));
}

function writeValue(start, value, indent) {
  if (Array.isArray(value)) return [start, ...value.flatMap((item) => writeItem(item, indent + STEP))];
  if (typeof value === "object") return [start, ...writeMapping(value, indent + STEP)];
  if (!fitsBlock(value)) return [`${start} ${quote(value)}`];
  return [`${start} |-`, ...value.split("\n").map((line) => (line ? indent + STEP + line : ""))];
}

function writeItem(item, indent) {
  if (typeof item !== "object") return writeValue(`${indent}-`, item, indent);
  const [first, ...rest] = writeMapping(item, indent + STEP);
  return [`${indent}- ${first.slice(indent.length + STEP.length)}`, ...rest];
}

function quote(text) {
  const escape = (character) => NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `"${text.replace(ESCAPED, escape)}"`;
}

function fitsBlock(text) {
  return text.includes("\n") && !/^[ \n]|\n$/.test(text) && !UNFIT_FOR_BLOCK.test(text);
}
