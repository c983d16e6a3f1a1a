// What a checked form becomes: a preview, the file, and the ways to hand it in.
import { offerDownload } from "../keeping/download.js";
import { createZip } from "../zip.js";
import { createSlug } from "./record-file.js";
import { createLinks } from "./submission-links.js";
import { writeYaml } from "./yaml-writer.js";

/** Shows results in `form`; `taken` is called when the reader takes one along, `contact` says where it can go. */
export class Result {
  constructor(form, contact, taken) {
    Object.assign(this, { form, contact, taken });
  }

  hide() {
    this.#find("result").hidden = true;
  }

  show(record, answers, files) {
    const text = writeYaml(record);
    const name = `${createSlug(record.title)}.yml`;
    this.#find("file-name").textContent = name;
    this.#find("file").textContent = text;
    this.#find("status").textContent = "";
    this.#find("preview").replaceChildren(...answers.filter(({ value }) => value.length).flatMap(createPreview));
    this.#find("with-files").hidden = files.length === 0;
    const texts = answers.filter(({ field, kind }) => field && kind !== "choice").map(({ field, value, rows }) => [field, rows ? joinRows(value) : value]);
    this.#showWays({ title: record.title, name, folder: this.form.dataset.folder, text, texts }, files);
    this.#find("result").hidden = false;
    this.#find("result").focus();
  }

  #showWays(record, files) {
    const links = createLinks(record, this.contact, this.form.dataset.form);
    for (const way of this.form.querySelectorAll("[data-way]")) {
      const link = links[way.dataset.way];
      const control = way.querySelector("a, button");
      way.hidden = control.matches("a") && !link;
      if (link) control.href = link.href;
      control.onclick = () => this.taken();
    }
    this.#find("too-long").hidden = !(links["new-file"]?.isTooLong || links["issue-form"]?.isTooLong);
    this.#find("note").textContent = links["e-mail"]?.isTooLong ? "Download the file first and attach it." : "The text goes along; you send it yourself.";
    this.#onClick("download", () => this.#download(pack(record, files)));
    this.#onClick("copy", () => this.#copy(record.text));
  }

  #onClick(way, act) {
    this.form.querySelector(`[data-way="${way}"] button`).onclick = () => {
      this.taken();
      act();
    };
  }

  #download({ name, type, content }) {
    offerDownload(name, type, content);
    this.#find("status").textContent = `${name} was saved with your downloads.`;
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#find("status").textContent = "The text was copied.";
    } catch {
      this.#find("status").textContent = "Your browser didn’t allow it. Open “The file as it will be kept” and copy the text there.";
    }
  }

  #find(name) {
    return this.form.querySelector(`[data-${name}]`);
  }
}

// With pictures and files it is a zip, which an editor unpacks into content/.
function pack({ name, folder, text }, files) {
  if (files.length === 0) return { name, type: "application/yaml", content: text };
  const slug = name.replace(/\.yml$/, "");
  const packed = files.map((file) => [`${folder}/${slug}/${file.name}`, file.bytes]);
  return { name: `${slug}.zip`, type: "application/zip", content: createZip([[`${folder}/${name}`, text], ...packed]) };
}

// As people write them on GitHub: a line each, with a bar between the parts.
function joinRows(rows) {
  return rows.map((row) => Object.values(row).map((text) => text.replace(/\s+/g, " ")).join(" | ")).join("\n");
}

function createPreview({ label, kind, value, control, element }) {
  const term = document.createElement("dt");
  term.textContent = label;
  const meaning = document.createElement("dd");
  if (kind === "choice") meaning.textContent = control.selectedOptions[0].textContent;
  else if (kind === "choices") meaning.textContent = tickedLabels(element).join(", ");
  else if (kind === "rows") meaning.textContent = value.map((row) => Object.values(row).join("\n")).join("\n\n");
  else meaning.textContent = value;
  return [term, meaning];
}

function tickedLabels(element) {
  const boxes = [...element.querySelectorAll("input:checked")];
  return boxes.map((box) => box.parentElement.querySelector("[data-option]").textContent);
}
