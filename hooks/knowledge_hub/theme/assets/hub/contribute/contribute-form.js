// A form for a new record: checks the answers, shows each mistake beside its question, previews the record,
// and offers ways to hand it in. Nothing leaves the page unless the reader sends it.
import { startCounting } from "../filling/counters.js";
import { leadThroughParts } from "../filling/form-parts.js";
import { offerDownload } from "../keeping/download.js";
import { Keeper } from "../keeping/keeper.js";
import { showLeftover } from "../keeping/leftover.js";
import { createSavedFile, readSavedFile } from "../keeping/saved-file.js";
import { AddedFiles } from "./added-files.js";
import { clear, read, write } from "./draft.js";
import { findAllPersonal, findBroken, findUnanswered, findUnpromised } from "./mistakes.js";
import { cleanControl, findTexts, readQuestion, setMistake, showHint } from "./questions.js";
import { createRecord } from "./record-file.js";
import { Result } from "./result.js";
import { startRows } from "./rows.js";
import { openRules } from "./rules.js";
import { showMistakes } from "./summary.js";

const component = document.querySelector('[data-hub-component="contribute-form"]');
const forms = [...component.querySelectorAll("[data-form]")];
const wanted = new URLSearchParams(location.search).get("type");
const chosen = forms.find(({ dataset }) => dataset.form === wanted) ?? forms[0];
const find = (name) => chosen.querySelector(`[data-${name}]`);
const added = new AddedFiles(find("files"));
const words = JSON.parse(component.dataset.words);
const identity = { format: "hub-draft", form: chosen.dataset.form };
const getRules = openRules(component.dataset.schemas, chosen.dataset.record);
const { reveal } = leadThroughParts(find("form-parts"));
const countAll = startCounting(find("form-parts"), words.filling);
let released = Promise.resolve();
const keeper = new Keeper({
  name: `contribute/form/${chosen.dataset.form}`,
  shape: "",
  toggle: find("keep"),
  form: {
    read: () => read(chosen),
    write: (answers) => counted(write(chosen, answers)),
    clear: () => counted(clear(chosen)),
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
const result = new Result(chosen, component.dataset, () => keeper.markTaken());

// What was written by the page, not typed: everything is counted again.
function counted(result) {
  countAll();
  return result;
}

function start() {
  chosen.hidden = false;
  component.querySelector(`[data-type="${chosen.dataset.form}"]`).setAttribute("aria-current", "page");
  const form = chosen.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    check().catch(() => say(words.said.failed));
  });
  form.addEventListener("input", ({ target }) => {
    result.hide();
    if (!target.closest("[data-draft]")) keeper.change();
  });
  form.addEventListener("change", ({ target }) => {
    const question = target.closest("[data-question]");
    if (question) look(question).catch(() => {}); // Without rules it is looked at when it is checked.
  });
  document.addEventListener("pointerdown", waitForRelease, true);
  form.addEventListener("click", ({ target }) => {
    const action = target.closest("[data-draft-action]")?.dataset.draftAction;
    if (action) draftActions[action]();
  });
  for (const element of chosen.querySelectorAll("[data-kind=rows]")) startRows(element, () => keeper.change());
  find("draft-file").addEventListener("change", () => openDraft().catch(() => say(words.said.strange_draft)));
  keeper.start();
}

const draftActions = {
  keep() {
    if (!find("keep").checked) find("keep").click();
    else keeper.saveNow();
  },
  save() {
    const text = createSavedFile({ ...identity, leftover: keeper.leftover }, read(chosen));
    offerDownload(`${chosen.dataset.form}-draft.json`, "application/json", text);
    keeper.markTaken();
    say(words.said.draft_saved);
  },
  open: () => find("draft-file").click(),
  erase() {
    if (!window.confirm(words.said.erase_asked)) return;
    result.hide();
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
  const mistakes = [
    ...findUnanswered(answers),
    ...findBroken(record, answers, schema),
    ...findAllPersonal([...findTexts(written), ...added.findTexts()], gate),
    ...added.findMistakes(),
    ...findUnpromised(find("promises")),
  ];
  showMistakes(chosen, mistakes, reveal);
  if (mistakes.length === 0) result.show(record, answers, added.items);
}

// Says beside a question what there is to say as soon as it is answered.
async function look(element) {
  const { gate } = await getRules();
  await released;
  const controls = [...element.querySelectorAll("textarea, input[type=text]")];
  if (controls.length === 0) return;
  for (const control of controls) cleanControl(control, gate);
  const answer = readQuestion(element);
  showHint(answer, gate);
  const [mistake] = findAllPersonal(findTexts([answer]), gate);
  setMistake(element, mistake);
}

start();
