// Answers to a record, and its title to the name of its file, by the same rules as hooks/knowledge_hub/intake/
// and hooks/knowledge_hub/slugs.py.
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
const LONGEST = 60;
const SPELLED = {
  ...{ ß: "ss", ẞ: "ss", æ: "ae", Æ: "ae", œ: "oe", Œ: "oe", þ: "th", Þ: "th" },
  ...{ ø: "o", Ø: "o", ł: "l", Ł: "l", đ: "d", Đ: "d", ð: "d", Ð: "d", ı: "i" },
  ...{ "&": " and ", "'": "", "’": "", "‘": "", ʼ: "", ʻ: "", "`": "" },
};
const DROPPED = /[\p{Mn}\p{Me}\p{Cf}]/gu;
const BULLET = /^\s*(?:[-*•]|\d+[.)])\s+/;

// Returns the id that a title gives, "" where it gives none that can be a file name everywhere.
export function createSlug(title) {
  const spelled = [...title].map((letter) => SPELLED[letter] ?? letter).join("");
  const seen = spelled.normalize("NFKD").replace(DROPPED, "").toLowerCase();
  const slug = cut((seen.match(/[a-z0-9]+/g) ?? []).join("-"));
  return DEVICES.test(slug) ? "" : slug;
}

function cut(slug) {
  if (slug.length <= LONGEST) return slug;
  const head = slug.slice(0, LONGEST + 1);
  return head.includes("-") ? head.slice(0, head.lastIndexOf("-")) : slug.slice(0, LONGEST);
}

// Returns the record for answers ({path, kind, value}) and the facts that every record starts with.
export function createRecord(answers, constants) {
  const fields = {};
  for (const { path, kind, value } of answers) {
    const read = kind === "lines" ? readLines(value) : value;
    if (read.length) put(fields, path, read);
  }
  const { title, summary, ...rest } = fields;
  return { ...(title && { title }), ...(summary && { summary }), ...constants, ...rest };
}

function readLines(value) {
  return value.split("\n").map((line) => line.replace(BULLET, "").trim()).filter(Boolean);
}

function put(fields, path, value) {
  let where = fields;
  path.slice(0, -1).forEach((step, index) => {
    where[step] ??= typeof path[index + 1] === "number" ? [] : {};
    where = where[step];
  });
  where[path.at(-1)] = value;
}
