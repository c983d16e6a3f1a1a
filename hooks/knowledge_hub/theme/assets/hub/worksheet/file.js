// Answers as a file that only this worksheet reads again.

const FORMAT = "hub-worksheet";
const LARGEST = 1_000_000;
const NOT_OURS = "This isn’t a saved worksheet. Choose a file that you saved here; its name ends in .json.";

export function createSavedFile(identity, answers) {
  return `${JSON.stringify({ format: FORMAT, ...identity, answers }, null, 2)}\n`;
}

// Returns { answers } or { error }, a sentence for the reader.
export async function readSavedFile(file, identity) {
  if (file.size > LARGEST) return { error: NOT_OURS };
  let saved;
  try {
    saved = JSON.parse(await file.text());
  } catch {
    return { error: NOT_OURS };
  }
  if (saved?.format !== FORMAT || saved.answers === null || typeof saved.answers !== "object") {
    return { error: NOT_OURS };
  }
  if (saved.toolkit !== identity.toolkit || saved.worksheet !== identity.worksheet) {
    return { error: `This file belongs to another worksheet: ${saved.worksheet}, in the toolkit ${saved.toolkit}.` };
  }
  return { answers: saved.answers };
}
