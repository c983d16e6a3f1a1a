// Pictures and files that go along with a record: chosen, looked at, described, and put into the text.
// Nothing is sent anywhere. A picture is drawn anew, so that where and with what it was taken stays out.
import { createSlug } from "./record-file.js";

const LONGEST_SIDE = 2400;
const QUALITY = 0.9;
const PICTURES = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", webp: "image/jpeg" };
const STARTS = { pdf: "%PDF-", docx: "PK\u0003\u0004", xlsx: "PK\u0003\u0004", pptx: "PK\u0003\u0004" };
const MISSING = "This needs an answer.";

/** Watches the input for files of one form; `element` holds the input, the list and the template of an item. */
export class AddedFiles {
  constructor(element) {
    this.element = element;
    this.items = [];
    this.list = element.querySelector("[data-file-list]");
    this.input = element.querySelector("input[type=file]");
    this.input.addEventListener("change", () => this.add([...this.input.files]));
  }

  async add(files) {
    this.input.value = "";
    const refused = [];
    for (const file of files) {
      // A file that was moved or locked since it was chosen can't be read.
      const unread = { error: `“${file.name}” can’t be read. Choose it again.` };
      const { error, name, bytes } = await readFile(file, this.element.dataset, this.items).catch(() => unread);
      if (error) refused.push(error);
      else this.show(name, bytes);
    }
    this.say(refused.join(" "));
  }

  say(message) {
    const place = this.element.querySelector("[data-error]");
    place.textContent = message;
    place.hidden = !message;
  }

  show(name, bytes) {
    const item = this.element.querySelector("template").content.firstElementChild.cloneNode(true);
    const isPicture = ending(name) in PICTURES;
    const added = { element: item, name, bytes, isPicture };
    const id = `${this.element.id}-${name.replace(".", "-")}`;
    item.querySelector("[data-added-name]").textContent = name;
    for (const part of item.querySelectorAll("[data-part]")) {
      if (part.dataset.for === (isPicture ? "document" : "picture")) part.remove();
      else connect(part, `${id}-${part.dataset.part}`);
    }
    item.querySelector("[data-error]").id = `${id}-error`;
    item.querySelector("button").append(` ${name}`);
    item.querySelector("button").addEventListener("click", () => {
      this.items = this.items.filter((other) => other !== added);
      item.remove();
      // What was checked before is checked again.
      this.input.dispatchEvent(new Event("input", { bubbles: true }));
      this.input.focus();
    });
    this.items.push(added);
    this.list.append(item);
  }

  /** Returns what is missing: the item, the control, and the sentence. */
  findMistakes() {
    return this.items.flatMap((item) => {
      const lacking = ["words", "people", "consent", "place"].find((part) => lacks(item, part));
      if (!lacking) return [];
      const control = item.element.querySelector(`[data-part=${lacking}] :is(input, select, textarea)`);
      const label = `${item.name}, ${control.labels[0].textContent.trim()}`;
      return [{ answer: { element: item.element, label, control }, message: MISSING }];
    });
  }

  /** Returns every text that was written about a file, as { answer, text }. */
  findTexts() {
    return this.items.flatMap((item) =>
      [...item.element.querySelectorAll("input[type=text]")].map((control) => ({
        answer: { element: item.element, label: `${item.name}, ${control.labels[0].textContent.trim()}`, control },
        text: control.value,
      })),
    );
  }

  /** Returns the answers with each file in the text that was chosen for it. */
  placeIn(answers) {
    return answers.map((answer) => {
      const shown = this.items.filter((item) => read(item, "place") === answer.control.id).map(createMarkdown);
      return shown.length ? { ...answer, value: [answer.value, ...shown].filter(Boolean).join("\n\n") } : answer;
    });
  }

  /** Returns the fields of the record that say what has to be known of its pictures. */
  createFields() {
    const pictures = this.items.filter(({ isPicture }) => isPicture);
    const card = pictures.find((item) => item.element.querySelector("[data-part=card] input")?.checked);
    return {
      ...(pictures.length && { pictures: pictures.map(createFacts) }),
      ...(card && { card_picture: card.name }),
    };
  }
}

function connect(part, id) {
  const control = part.querySelector("input, select, textarea");
  control.id = id;
  part.querySelector("label").htmlFor = id;
  control.setAttribute("aria-describedby", `${id.slice(0, id.lastIndexOf("-"))}-error`);
}

function read({ element }, part) {
  return element.querySelector(`[data-part=${part}] :is(input, select, textarea)`)?.value.trim() ?? "";
}

function lacks(item, part) {
  if (!item.isPicture && (part === "people" || part === "consent")) return false;
  if (part === "consent" && read(item, "people") !== "yes") return false;
  return !read(item, part);
}

function createMarkdown(item) {
  const words = read(item, "words").replace(/\s+/g, " ").replace(/[[\]\\*_`<&]/g, "\\$&");
  return `${item.isPicture ? "!" : ""}[${words}](${item.name})`;
}

function createFacts(item) {
  const [people, consent, credit] = ["people", "consent", "credit"].map((part) => read(item, part).replace(/\s+/g, " "));
  return {
    file: item.name,
    shows_people: people,
    ...(people === "yes" && { consent }),
    ...(credit && { credit }),
  };
}

// Returns { name, bytes } or { error }, a sentence.
async function readFile(file, { kinds, mostBytes }, items) {
  const allowed = kinds.split(" ");
  if (!allowed.includes(ending(file.name))) {
    return { error: `“${file.name}” is of a kind that can’t be published here. These can: ${allowed.join(", ")}.` };
  }
  const isPicture = ending(file.name) in PICTURES;
  const bytes = isPicture ? await redraw(file) : new Uint8Array(await file.arrayBuffer());
  if (!bytes || bytes.length === 0 || !startsRight(bytes, ending(file.name))) {
    return { error: `“${file.name}” isn’t what its ending says, or it is broken. Save it again in its program.` };
  }
  if (bytes.length > Number(mostBytes)) {
    return { error: `“${file.name}” is too large: at most ${Number(mostBytes) / 1e6} MB fit. Make it smaller.` };
  }
  return { name: createName(file.name, items), bytes };
}

function startsRight(bytes, kind) {
  const start = STARTS[kind] ?? "";
  return [...start].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}

async function redraw(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const share = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * share));
    canvas.height = Math.max(1, Math.round(bitmap.height * share));
    const context = canvas.getContext("2d");
    const type = PICTURES[ending(file.name)];
    if (type === "image/jpeg") {
      // A JPEG has no clear parts, which would turn black.
      context.fillStyle = "white";
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY));
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}

// Returns a name that can be an address and that no other file has.
function createName(given, items) {
  const kind = PICTURES[ending(given)] === "image/jpeg" ? "jpg" : ending(given);
  const stem = createSlug(given.slice(0, given.lastIndexOf("."))) || "file";
  const taken = new Set(items.map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number > 1 ? `-${number}` : ""}.${kind}`;
    if (!taken.has(name)) return name;
  }
}

function ending(name) {
  return name.includes(".") ? name.slice(name.lastIndexOf(".") + 1).toLowerCase() : "";
}
