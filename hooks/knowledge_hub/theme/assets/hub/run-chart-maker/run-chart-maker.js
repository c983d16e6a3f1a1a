// Draws a run chart of what somebody pastes, by the hub's own rules; nothing leaves the page.
import { offerDownload } from "../keeping/download.js";
import { createCsv } from "./csv.js";
import { createFigure } from "./figure.js";
import { html } from "./elements.js";
import { fill } from "./language.js";
import { createPicture, createPng } from "./picture.js";
import { readMeasure } from "./reading/measure.js";
import { readColumns } from "./reading/points.js";
import { createSeries } from "./series.js";
import { writeFinding } from "./words.js";

for (const root of document.querySelectorAll('[data-hub-component="run-chart-maker"]')) start(root);

function start(root) {
  const find = (name) => root.querySelector(`[data-run-chart-maker-${name}]`);
  const words = JSON.parse(root.dataset.words);
  const form = find("form");
  // What everybody should read, and what stands on the page already and is only to be heard.
  const say = (text) => {
    find("status").textContent = text;
  };
  const announce = (text) => {
    find("announced").textContent = text;
  };
  let drawn = null;

  // What each download is made of; the picture and the table say the same as the page.
  const files = {
    png: async () => ["png", "image/png", await createPng(createPicture(drawn.series, drawn.changes, words.chart))],
    svg: () => ["svg", "image/svg+xml", createPicture(drawn.series, drawn.changes, words.chart).text],
    csv: () => ["csv", "text/csv;charset=utf-8", createCsv(drawn.series, words.chart)],
  };

  function draw() {
    const columns = readColumns(form.elements.values.value, words.said);
    offerColumns(find("columns"), form, columns, words.said);
    const { measure, changes, remarks } = readMeasure(root, form, columns, words);
    const series = createSeries(measure);
    const isThere = series.shown.length > 0;
    drawn = isThere ? { series, changes } : null;
    const areTablesOpen = find("figure").querySelector("details")?.open ?? false;
    find("figure").replaceChildren(...(isThere ? [createFigure(series, changes, words, { areTablesOpen })] : []));
    find("remarks").replaceChildren(...remarks.map((remark) => html("li", {}, remark)));
    find("title").textContent = isThere ? measure.name : words.said.no_chart;
    find("downloads").hidden = !isThere;
    find("empty").hidden = isThere;
    announce([...(isThere ? [writeFinding(series, words.chart)] : []), ...remarks].join(" "));
    say(isThere ? "" : words.said.no_values);
  }

  async function download(name) {
    try {
      const [ending, type, content] = await files[name]();
      offerDownload(`${fileName(drawn.series.measure.name)}.${ending}`, type, content);
      say(words.said.downloaded);
    } catch {
      say(words.said.no_picture);
    }
  }

  function fillIn() {
    const example = JSON.parse(root.dataset.example);
    form.reset();
    for (const [name, value] of Object.entries(example)) form.elements[name].value = value;
    draw();
  }

  function erase() {
    form.reset();
    draw();
    say(words.said.erased);
    form.elements.values.focus();
  }

  const actions = { example: fillIn, erase };
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.file) download(button.dataset.file);
    else if (button?.dataset.action) actions[button.dataset.action]();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    draw();
    find("result").focus();
  });
  // What was pasted is drawn at once, when it has arrived.
  form.elements.values.addEventListener("paste", () => setTimeout(draw));
  // Once there is a chart, it follows what is changed.
  form.addEventListener("change", () => drawn && draw());
}

// Where there are more columns than time and value, a reader says which is which.
function offerColumns(part, form, { names, width, valueColumn }, said) {
  const shape = JSON.stringify(names);
  part.hidden = width < 3;
  if (part.dataset.shape === shape) return;
  part.dataset.shape = shape;
  const options = names.map((name, index) => html("option", { value: index }, name)).slice(width > 1 ? 1 : 0);
  form.elements.column.replaceChildren(...options.map((option) => option.cloneNode(true)));
  form.elements.column.value = String(valueColumn);
  form.elements.people.replaceChildren(html("option", { value: "" }, said.no_column), ...options);
}

function fileName(title) {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "run-chart";
}
