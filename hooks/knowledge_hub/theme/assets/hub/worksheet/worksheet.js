// Lets a reader fill in a worksheet, keep it on this device, and take it along as a file.
import { offerDates } from "../filling/dates.js";
import { leadThroughParts } from "../filling/form-parts.js";
import { offerDownload } from "../keeping/download.js";
import { Keeper } from "../keeping/keeper.js";
import { showLeftover } from "../keeping/leftover.js";
import { createSavedFile, readSavedFile } from "../keeping/saved-file.js";
import { createCsv } from "./csv.js";
import { createWordFile } from "./docx.js";
import { MOST_ROWS, addRow, clear, describe, hasContent, read, removeRow, write } from "./form.js";
import { markMistake } from "./mistakes.js";
import { countScores, totalWords } from "./scores.js";

const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const GROWS_BY_ITSELF = CSS.supports("field-sizing", "content");

for (const root of document.querySelectorAll('[data-hub-component="worksheet"]')) {
  start(root);
}

function start(root) {
  const { toolkit, worksheet, schema, title } = root.dataset;
  const find = (name) => root.querySelector(`[data-worksheet-${name}]`);
  const words = JSON.parse(root.dataset.words);
  const identity = { format: "hub-worksheet", toolkit, worksheet, schema };
  const [form, saving, file] = [find("form"), find("save"), find("file")];
  const say = (text) => {
    find("status").textContent = text;
  };
  const keeper = new Keeper({
    name: `${toolkit}/${worksheet}`,
    shape: schema,
    toggle: saving,
    form: {
      read: () => read(form),
      write: (answers) => shown(write(form, answers)),
      clear: () => shown(clear(form)),
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
  // What was written by the page, not typed: everything is looked at again.
  function shown(result) {
    form.querySelectorAll("textarea").forEach(fitToText);
    countScores(form);
    return result;
  }

  const download = (ending, type, content) => {
    offerDownload(`${toolkit}-${worksheet}.${ending}`, type, content);
    keeper.markTaken();
    say(words.said.downloaded);
  };
  const exported = () => ({ title, sections: describe(root), scores: totalWords(form), address: pageAddress() });

  const actions = {
    save: () => {
      if (!saving.checked) saving.click();
      else keeper.saveNow();
    },
    word: () => download("docx", WORD_TYPE, createWordFile(exported())),
    csv: () => download("csv", "text/csv;charset=utf-8", createCsv(exported())),
    file: () =>
      download("json", "application/json", createSavedFile({ ...identity, leftover: keeper.leftover }, read(form))),
    open: () => file.click(),
    print: () => printOnly(root),
    "add-row": (button) => {
      const number = addRow(button.closest("[data-field]"));
      const added = number && words.said.row_added.replace("{number}", number);
      // Said with the last row that fits, not only to whoever asks for one more.
      say([added, (number === 0 || number === MOST_ROWS) && words.said.row_refused].filter(Boolean).join(" "));
    },
    "remove-row": (button) => {
      const row = button.closest("tr");
      if (hasContent(row) && !window.confirm(words.said.row_asked)) return;
      const number = removeRow(button.closest("[data-field]"), row);
      keeper.change();
      say(words.said.row_removed.replace("{number}", number));
    },
    erase: () => {
      if (!window.confirm(words.said.erase_asked)) return;
      say(keeper.erase() ? words.said.erased : words.keeping.not_erased);
    },
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-worksheet-action]");
    if (button) actions[button.dataset.worksheetAction](button);
  });
  form.addEventListener("input", ({ target }) => {
    if (!target.closest("[data-field]")) return;
    if (target.matches("textarea")) fitToText(target);
    if (target.matches("[type=radio]")) countScores(form);
    // Only what was wrong is looked at while somebody types.
    if (target.hasAttribute("aria-invalid")) markMistake(target);
    keeper.change();
  });
  form.addEventListener("focusout", ({ target }) => {
    if (target.closest("[data-field]") && target.matches("input, textarea")) markMistake(target);
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    say(await openFile(chosen, keeper, identity, words));
    file.value = "";
  });
  form.addEventListener("toggle", () => form.open && form.querySelectorAll("textarea").forEach(fitToText));

  offerDates(form);
  if (keeper.start()) form.open = true;
  for (const part of root.querySelectorAll("[data-worksheet-with-js], [data-worksheet-action]")) part.hidden = false;
  for (const part of root.querySelectorAll("[data-worksheet-without-js]")) part.hidden = true;
  openWhenNamed(root, form, leadThroughParts(form));
  countScores(form);
}

async function openFile(chosen, keeper, identity, { said, keeping }) {
  const { error, saved, answers, leftover } = await readSavedFile(chosen, identity, ["toolkit", "worksheet"]);
  if (error === "other") {
    return said.other_file.replace("{worksheet}", saved.worksheet).replace("{toolkit}", saved.toolkit);
  }
  if (error) return said.strange_file;
  if (keeper.hasAnswers() && !window.confirm(said.replace_asked)) return said.unchanged;
  const lost = keeper.replace(answers, leftover);
  return lost ? keeping.changed.replace("{number}", lost) : said.opened;
}

// A link to the worksheet, from a step or another page, leads to the open form; one to a part of it, to that part.
function openWhenNamed(root, form, { reveal }) {
  const heading = root.closest("section")?.querySelector("h2");
  const open = () => {
    const named = document.getElementById(window.location.hash.slice(1));
    if (named === null || (named !== heading && !form.contains(named))) return;
    form.open = true;
    reveal(named);
    named.scrollIntoView();
  };
  window.addEventListener("hashchange", open);
  open();
}

function fitToText(area) {
  if (GROWS_BY_ITSELF) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

function printOnly(root) {
  root.querySelector("[data-worksheet-form]").open = true;
  root.querySelectorAll("textarea").forEach(fitToText);
  root.dataset.printing = "";
  document.body.dataset.hubPrintsWorksheet = "";
  window.addEventListener(
    "afterprint",
    () => {
      delete root.dataset.printing;
      delete document.body.dataset.hubPrintsWorksheet;
    },
    { once: true },
  );
  window.print();
}

function pageAddress() {
  return window.location.origin + window.location.pathname;
}
