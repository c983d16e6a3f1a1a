// A form for a new record: checks the answers, shows each mistake beside its question, previews the record,
// and offers ways to hand it in. Nothing leaves the page unless the reader sends it.
import { AddedFiles } from "./added-files.js";
import { createLinks } from "./submission-links.js";
import { createRecord, createSlug } from "./record-file.js";
import { findMistakes } from "./schema-check.js";
import { writeYaml } from "./yaml-writer.js";
import { createZip } from "../zip.js";

const NO_ADDRESS = "The address of the page is made of the letters a to z and the digits in the title, and this title has none that work. Add a few words in plain letters.";
const NOT_PROMISED = "Tick every box.";
const MISSING = "This needs an answer.";

const component = document.querySelector('[data-hub-component="contribute-form"]');
const forms = [...component.querySelectorAll("[data-form]")];
const wanted = new URLSearchParams(location.search).get("type");
const chosen = forms.find(({ dataset }) => dataset.form === wanted) ?? forms[0];
const find = (name) => chosen.querySelector(`[data-${name}]`);
const added = new AddedFiles(find("files"));
let isUnsent = false;

start();

function start() {
  chosen.hidden = false;
  component.querySelector(`[data-type="${chosen.dataset.form}"]`).setAttribute("aria-current", "page");
  const form = chosen.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  form.addEventListener("input", () => {
    isUnsent = true;
    find("result").hidden = true;
  });
  addEventListener("beforeunload", (event) => {
    if (isUnsent) event.preventDefault();
  });
}

async function check() {
  const answers = added.placeIn([...chosen.querySelectorAll("[data-question]")].map(readQuestion));
  const record = { ...createRecord(answers, JSON.parse(chosen.dataset.constants)), ...added.createFields() };
  const broken = await findBroken(record, answers);
  const mistakes = [...findUnanswered(answers), ...broken, ...added.findMistakes(), ...findUnpromised()];
  showMistakes(mistakes);
  if (mistakes.length === 0) showResult(record, answers);
}

function readQuestion(element) {
  const { path, kind, columns, field } = element.dataset;
  const control = element.querySelector("select, textarea, input");
  const ticked = [...element.querySelectorAll("input:checked")].map((box) => box.value);
  const value = kind === "choices" ? ticked : control.value.trim();
  const label = element.querySelector("[data-label]").firstChild.data.trim();
  return { element, control, field, kind, label, value, path: JSON.parse(path), columns: JSON.parse(columns ?? "[]") };
}

function findUnanswered(answers) {
  const empty = answers.filter(({ element, value }) => "required" in element.dataset && value.length === 0);
  return empty.map((answer) => ({ answer, message: MISSING }));
}

async function findBroken(record, answers) {
  const schema = await fetchSchema();
  // What is missing of a picture is said beside its file.
  const found = findMistakes(record, schema).filter(({ path }) => path[0] !== "pictures");
  const broken = found.map(({ path, message }) => ({ answer: findAnswer(answers, path), message }));
  const title = answers[0];
  return title.value && !createSlug(title.value) ? [{ answer: title, message: NO_ADDRESS }, ...broken] : broken;
}

async function fetchSchema() {
  const response = await fetch(`${component.dataset.schemas}${chosen.dataset.record}.schema.json`);
  return response.json();
}

// A mistake belongs to the question whose answer it lies in, or that would fill what is missing.
function findAnswer(answers, path) {
  const fits = (answer) => {
    const length = Math.min(answer.path.length, path.length);
    return answer.path.slice(0, length).join() === path.slice(0, length).join();
  };
  return answers.find(fits) ?? answers[0];
}

function findUnpromised() {
  const element = find("promises");
  const boxes = [...element.querySelectorAll("input")];
  if (boxes.every((box) => box.checked)) return [];
  const label = element.querySelector("legend").textContent;
  return [{ answer: { element, label, control: boxes.find((box) => !box.checked) }, message: NOT_PROMISED }];
}

// One mistake a question is enough at a time; the summary keeps the order of the form.
function showMistakes(mistakes) {
  const shown = [];
  for (const element of chosen.querySelectorAll("[data-question], [data-added-file], [data-promises]")) {
    const mistake = mistakes.find(({ answer }) => answer.element === element);
    setMistake(element, mistake);
    if (mistake) shown.push(mistake);
  }
  showSummary(shown);
}

function setMistake(element, mistake) {
  const place = element.querySelector("[data-error]");
  place.textContent = mistake?.message ?? "";
  place.hidden = !mistake;
  const controls = [...element.querySelectorAll("select, textarea, input:not([type=checkbox])")];
  for (const control of controls) control.removeAttribute("aria-invalid");
  const wrong = controls.includes(mistake?.answer.control) ? mistake.answer.control : controls[0];
  if (mistake) wrong?.setAttribute("aria-invalid", "true");
}

function showSummary(mistakes) {
  const summary = find("summary");
  summary.hidden = mistakes.length === 0;
  find("summary-title").textContent = mistakes.length === 1 ? "There is one thing to mend" : `There are ${mistakes.length} things to mend`;
  find("summary-list").replaceChildren(...mistakes.map(createSummaryItem));
  if (mistakes.length) summary.focus();
}

function createSummaryItem({ answer, message }) {
  const link = document.createElement("a");
  const target = answer.control ?? answer.element.querySelector("input");
  link.href = `#${target.id || answer.element.id}`;
  link.textContent = `${answer.label}${answer.label.endsWith("?") ? "" : ":"} ${message}`;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    target.focus();
  });
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function showResult(record, answers) {
  const text = writeYaml(record);
  const name = `${createSlug(record.title)}.yml`;
  find("file-name").textContent = name;
  find("file").textContent = text;
  find("status").textContent = "";
  find("preview").replaceChildren(...answers.filter(({ value }) => value.length).flatMap(createPreview));
  find("with-files").hidden = added.items.length === 0;
  const texts = answers.filter(({ field, kind }) => field && kind !== "choice").map(({ field, value }) => [field, value]);
  showWays({ title: record.title, name, folder: chosen.dataset.folder, text, texts });
  find("result").hidden = false;
  find("result").focus();
}

function createPreview({ label, kind, value, control, element }) {
  const term = document.createElement("dt");
  term.textContent = label;
  const meaning = document.createElement("dd");
  if (kind === "choice") meaning.textContent = control.selectedOptions[0].textContent;
  else if (kind === "choices") meaning.textContent = tickedLabels(element).join(", ");
  else meaning.textContent = value;
  return [term, meaning];
}

function tickedLabels(element) {
  const boxes = [...element.querySelectorAll("input:checked")];
  return boxes.map((box) => box.parentElement.querySelector("[data-option]").textContent);
}

function showWays(record) {
  const links = createLinks(record, component.dataset, chosen.dataset.form);
  for (const way of chosen.querySelectorAll("[data-way]")) {
    const link = links[way.dataset.way];
    const control = way.querySelector("a, button");
    way.hidden = control.matches("a") && !link;
    if (link) control.href = link.href;
    control.onclick = () => {
      isUnsent = false;
    };
  }
  find("too-long").hidden = !(links["new-file"]?.isTooLong || links["issue-form"]?.isTooLong);
  find("note").textContent = links["e-mail"]?.isTooLong ? "Download the file first and attach it." : "The text goes along; you send it yourself.";
  onClick("download", () => download(record));
  onClick("copy", () => copy(record.text));
}

function onClick(way, act) {
  chosen.querySelector(`[data-way="${way}"] button`).onclick = () => {
    isUnsent = false;
    act();
  };
}

// With pictures and files it is a zip, which an editor unpacks into content/.
function pack({ name, folder, text }) {
  if (added.items.length === 0) return { name, blob: new Blob([text], { type: "application/yaml" }) };
  const slug = name.replace(/\.yml$/, "");
  const files = added.items.map((item) => [`${folder}/${slug}/${item.name}`, item.bytes]);
  const bytes = createZip([[`${folder}/${name}`, text], ...files]);
  return { name: `${slug}.zip`, blob: new Blob([bytes], { type: "application/zip" }) };
}

function download(record) {
  const { name, blob } = pack(record);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  find("status").textContent = `${name} was saved with your downloads.`;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    find("status").textContent = "The text was copied.";
  } catch {
    find("status").textContent = "Your browser didn’t allow it. Open “The file as it will be kept” and copy the text there.";
  }
}
