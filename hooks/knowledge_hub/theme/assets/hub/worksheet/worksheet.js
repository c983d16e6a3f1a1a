// Lets a reader fill in a worksheet, keep it on this device, and take it along as a file.
import { createCsv } from "./csv.js";
import { createWordFile } from "./docx.js";
import { createSavedFile, readSavedFile } from "./file.js";
import { addRow, clear, describe, hasAnswers, read, write } from "./form.js";
import { countScores, totalWords } from "./scores.js";
import { openStore } from "./store.js";

const WAIT_BEFORE_SAVING = 400;

for (const root of document.querySelectorAll('[data-hub-component="worksheet"]')) {
  start(root);
}

function start(root) {
  const { toolkit, worksheet, schema, title } = root.dataset;
  const form = root.querySelector("[data-worksheet-form]");
  const saving = root.querySelector("[data-worksheet-save]");
  const status = root.querySelector("[data-worksheet-status]");
  const file = root.querySelector("[data-worksheet-file]");
  const store = openStore(`${toolkit}.${worksheet}`, schema);
  let timer;

  const say = (text) => {
    status.textContent = text;
  };
  const save = () => {
    if (!saving.checked) return;
    if (!store.save(read(form))) {
      saving.checked = false;
      say("This browser doesn’t let the page save anything. Save your answers to a file instead.");
    }
  };
  const changed = () => {
    form.querySelectorAll("textarea").forEach(fitToText);
    countScores(form);
    clearTimeout(timer);
    timer = setTimeout(save, WAIT_BEFORE_SAVING);
  };
  const download = (ending, type, content) => {
    offerDownload(`${toolkit}-${worksheet}.${ending}`, type, content);
    say("The file is in your downloads.");
  };
  const exported = () => ({ title, sections: describe(root), scores: totalWords(form), address: pageAddress() });

  const actions = {
    word: () =>
      download(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        createWordFile(exported()),
      ),
    csv: () => download("csv", "text/csv;charset=utf-8", createCsv(exported())),
    file: () => download("json", "application/json", createSavedFile({ toolkit, worksheet, schema }, read(form))),
    open: () => file.click(),
    print: () => printOnly(root),
    "add-row": (button) => {
      const number = addRow(button.closest("[data-field]"));
      say(number ? `Row ${number} added.` : "A table can’t grow any longer.");
    },
    erase: () => {
      if (!window.confirm("Erase all answers of this worksheet? This can’t be undone.")) return;
      clearTimeout(timer);
      clear(form);
      store.erase();
      saving.checked = false;
      countScores(form);
      say("Erased. Nothing of this worksheet is left in this browser.");
    },
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest("[data-worksheet-action]");
    if (button) actions[button.dataset.worksheetAction](button);
  });
  form.addEventListener("input", (event) => {
    if (event.target !== saving && event.target !== file) changed();
  });
  saving.addEventListener("change", () => {
    if (saving.checked) {
      save();
      if (saving.checked) say("Your answers are saved in this browser for 30 days.");
    } else {
      store.erase();
      say("Saving is off, and what was saved is erased. Your answers stay until you leave the page.");
    }
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    say(await openFile(chosen, form, { toolkit, worksheet, schema }));
    file.value = "";
    changed();
  });
  // What was typed in the last moments is kept too.
  window.addEventListener("pagehide", () => {
    clearTimeout(timer);
    save();
  });

  const kept = store.load();
  if (kept) {
    write(form, kept);
    saving.checked = true;
    say("Your saved answers are back.");
    form.open = true;
  }
  for (const part of root.querySelectorAll("[data-worksheet-with-js], [data-worksheet-action]")) part.hidden = false;
  for (const part of root.querySelectorAll("[data-worksheet-without-js]")) part.hidden = true;
  openWhenNamed(root, form);
  countScores(form);
}

async function openFile(chosen, form, identity) {
  const result = await readSavedFile(chosen, identity);
  if (result.error) return result.error;
  if (hasAnswers(form) && !window.confirm("Replace what is filled in with the answers from the file?")) {
    return "Nothing was changed.";
  }
  clear(form);
  const lost = write(form, result.answers);
  if (!lost) return "The answers from the file are filled in.";
  return `The worksheet has changed since the file was saved: ${lost} of its answers no longer fit and were left out.`;
}

// A link to the worksheet, from a step or another page, leads to the open form.
function openWhenNamed(root, form) {
  const section = root.closest("section");
  const open = () => {
    const heading = section?.querySelector("h2");
    if (heading && window.location.hash === `#${heading.id}`) form.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
}

function fitToText(area) {
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

function offerDownload(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function pageAddress() {
  return window.location.origin + window.location.pathname;
}
