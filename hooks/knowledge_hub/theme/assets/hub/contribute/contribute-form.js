// A form for a new record: checks the answers, shows each mistake beside its question, previews the record,
// and offers ways to hand it in. Nothing leaves the page unless the reader sends it.
import { offerDownload } from "../keeping/download.js";
import { Keeper } from "../keeping/keeper.js";
import { showLeftover } from "../keeping/leftover.js";
import { createSavedFile, readSavedFile } from "../keeping/saved-file.js";
import { AddedFiles } from "./added-files.js";
import { clear, read, write } from "./draft.js";
import { clean, findPersonal, findWording, readGate } from "./gate.js";
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
const words = JSON.parse(component.dataset.words);
const identity = { format: "hub-draft", form: chosen.dataset.form };
let released = Promise.resolve();
let rules = loadRules();
// Said when they are needed; once here, they are enough without a connection.
rules.catch(() => {});
const keeper = new Keeper({
  name: `contribute/form/${chosen.dataset.form}`,
  shape: "",
  toggle: find("keep"),
  form: {
    read: () => read(chosen),
    write: (answers) => write(chosen, answers),
    clear: () => clear(chosen),
  },
  view: {
    say,
    showState: (text) => {
      find("state").textContent = text;
    },
    showLeftover: (items) => showLeftover(find("leftover"), items),
  },
  words: words.keeping,
});

function start() {
  chosen.hidden = false;
  component.querySelector(`[data-type="${chosen.dataset.form}"]`).setAttribute("aria-current", "page");
  const form = chosen.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check().catch(() => say(words.said.failed));
  });
  form.addEventListener("input", ({ target }) => {
    find("result").hidden = true;
    if (!target.closest("[data-draft]")) keeper.change();
  });
  form.addEventListener("change", ({ target }) => {
    const question = target.closest("[data-question]");
    if (question) look(question).catch(() => {}); // Without rules it is looked at when it is checked.
  });
  document.addEventListener("pointerdown", waitForRelease, true);
  chosen.querySelector("[data-draft]").addEventListener("click", ({ target }) => {
    const action = target.closest("[data-draft-action]")?.dataset.draftAction;
    if (action) draftActions[action]();
  });
  find("draft-file").addEventListener("change", () => openDraft().catch(() => say(words.said.strange_draft)));
  keeper.start();
}

const draftActions = {
  save() {
    const text = createSavedFile({ ...identity, leftover: keeper.leftover }, read(chosen));
    offerDownload(`${chosen.dataset.form}-draft.json`, "application/json", text);
    keeper.markTaken();
    say(words.said.draft_saved);
  },
  open: () => find("draft-file").click(),
  erase() {
    if (!window.confirm(words.said.erase_asked)) return;
    find("result").hidden = true;
    say(keeper.erase() ? words.said.erased : words.keeping.not_erased);
  },
};

// Leaving a field by a press on a button is a change, too. What it shows or hides must not move the button
// away before the press has become a click.
function waitForRelease() {
  released = new Promise((resolve) => {
    for (const end of ["pointerup", "pointercancel"]) {
      document.addEventListener(end, () => setTimeout(resolve), { once: true });
    }
  });
}

async function openDraft() {
  const [file] = find("draft-file").files;
  if (!file) return;
  const { error, answers, leftover } = await readSavedFile(file, identity, ["form"]);
  find("draft-file").value = "";
  if (error) say(error === "other" ? words.said.other_draft : words.said.strange_draft);
  else if (!keeper.hasAnswers() || window.confirm(words.said.replace_asked)) {
    const lost = keeper.replace(answers, leftover);
    say(lost ? words.keeping.changed.replace("{number}", lost) : words.said.opened);
  }
}

function say(text) {
  find("said").textContent = text;
}

async function loadRules() {
  const names = [`${chosen.dataset.record}.schema.json`, "gate.json"];
  const [schema, gate] = await Promise.all(names.map(fetchJson));
  return { schema, gate: readGate(gate) };
}

async function fetchJson(name) {
  const response = await fetch(component.dataset.schemas + name);
  if (!response.ok) throw new Error(name);
  return response.json();
}

// What could not be loaded before is tried again.
async function getRules() {
  try {
    return await rules;
  } catch {
    rules = loadRules();
    return rules;
  }
}

async function check() {
  let known;
  try {
    known = await getRules();
  } catch {
    say(words.said.offline);
    return;
  }
  say("");
  const { schema, gate } = known;
  for (const control of chosen.querySelectorAll("form :is(textarea, input[type=text])")) cleanControl(control, gate);
  const written = [...chosen.querySelectorAll("[data-question]")].map(readQuestion);
  for (const answer of written) showHint(answer, gate);
  const answers = added.placeIn(written);
  const record = { ...createRecord(answers, JSON.parse(chosen.dataset.constants)), ...added.createFields() };
  const broken = findBroken(record, answers, schema);
  const mistakes = [
    ...findUnanswered(answers),
    ...broken,
    ...findAllPersonal(written, gate),
    ...added.findMistakes(),
    ...findUnpromised(),
  ];
  showMistakes(mistakes);
  if (mistakes.length === 0) showResult(record, answers);
}

// Says beside a question what there is to say as soon as it is answered.
async function look(element) {
  const { gate } = await getRules();
  await released;
  const control = element.querySelector("textarea, input[type=text]");
  if (!control) return;
  cleanControl(control, gate);
  const answer = readQuestion(element);
  showHint(answer, gate);
  const [mistake] = findAllPersonal([answer], gate);
  setMistake(element, mistake);
}

function cleanControl(control, gate) {
  const cleaned = clean(control.value, gate);
  if (cleaned !== control.value) control.value = cleaned;
}

function findAllPersonal(written, gate) {
  const texts = written.filter(({ value }) => typeof value === "string").map((answer) => ({ answer, text: answer.value }));
  return [...texts, ...added.findTexts()].flatMap(({ answer, text }) =>
    findPersonal(text, gate).map(({ message, help }) => ({ answer, message: `${message} ${help}` })),
  );
}

function showHint({ element, value }, gate) {
  const place = element.querySelector("[data-hint]");
  if (!place || typeof value !== "string") return;
  const hints = new Set(findWording(value, gate).map(({ message, help }) => `${message} ${help}`));
  place.textContent = [...hints].join(" ");
  place.hidden = hints.size === 0;
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

function findBroken(record, answers, schema) {
  // What is missing of a picture is said beside its file.
  const found = findMistakes(record, schema).filter(({ path }) => path[0] !== "pictures");
  const broken = found.map(({ path, message }) => ({ answer: findAnswer(answers, path), message }));
  const title = answers[0];
  return title.value && !createSlug(title.value) ? [{ answer: title, message: NO_ADDRESS }, ...broken] : broken;
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
    control.onclick = () => keeper.markTaken();
  }
  find("too-long").hidden = !(links["new-file"]?.isTooLong || links["issue-form"]?.isTooLong);
  find("note").textContent = links["e-mail"]?.isTooLong ? "Download the file first and attach it." : "The text goes along; you send it yourself.";
  onClick("download", () => download(record));
  onClick("copy", () => copy(record.text));
}

function onClick(way, act) {
  chosen.querySelector(`[data-way="${way}"] button`).onclick = () => {
    keeper.markTaken();
    act();
  };
}

// With pictures and files it is a zip, which an editor unpacks into content/.
function pack({ name, folder, text }) {
  if (added.items.length === 0) return { name, type: "application/yaml", content: text };
  const slug = name.replace(/\.yml$/, "");
  const files = added.items.map((item) => [`${folder}/${slug}/${item.name}`, item.bytes]);
  const content = createZip([[`${folder}/${name}`, text], ...files]);
  return { name: `${slug}.zip`, type: "application/zip", content };
}

function download(record) {
  const { name, type, content } = pack(record);
  offerDownload(name, type, content);
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

start();
