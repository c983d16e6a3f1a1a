// A run chart as it stands on the hub's pages: the same parts, names and words as run-chart.html.
import { HEIGHT, WIDTH, drawChart, findMarks } from "./drawing.js";
import { html, svg } from "./elements.js";
import { fill, upperFirst } from "./language.js";
import { createPointRows, createRuleRows } from "./tables.js";
import { writeFacts, writeFinding, writeNotes } from "./words.js";

const SHIFTS = ["good", "bad", "plain"];
const ID = "run-chart-maker-chart";

/** The figure of a series that has a point to show; `tables` says whether its tables stand open. */
export function createFigure(series, changes, words, { areTablesOpen }) {
  const [finding, facts] = [writeFinding(series, words.chart), writeFacts(series, words.chart)];
  return html(
    "figure",
    { class: "hub-run-chart" },
    html(
      "figcaption",
      {},
      html("p", { class: "hub-run-chart__finding" }, finding),
      html("p", { class: "hub-run-chart__facts" }, facts),
    ),
    createAxis(series.measure),
    createDrawing(series, changes, words.chart, `${finding} ${facts}`),
    createKey(series, words.chart),
    ...createChanges(changes, words.said.changes),
    createNotes(series, words.chart),
    createTables(series, words, areTablesOpen),
  );
}

function createAxis({ axisUnit, directionWords, arrow }) {
  const name = html("span", {}, axisUnit);
  if (!directionWords) return html("p", { class: "hub-run-chart__axis" }, name);
  const sign = html("span", { "aria-hidden": "true" }, arrow);
  const direction = html("span", { class: "hub-run-chart__direction" }, sign, ` ${directionWords}`);
  return html("p", { class: "hub-run-chart__axis" }, name, " ", direction);
}

function createDrawing(series, changes, words, description) {
  return svg(
    "svg",
    {
      class: "hub-drawing",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: "img",
      "aria-labelledby": `${ID}-title ${ID}-description`,
    },
    svg("title", { id: `${ID}-title` }, series.measure.name),
    svg("desc", { id: `${ID}-description` }, description),
    ...drawChart(series, changes, words),
  );
}

function createKey(series, words) {
  const marks = findMarks(series);
  const sign = (name, attributes) =>
    svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg(name, attributes));
  const circle = sign("circle", { class: "hub-run-chart__mark", cx: 8, cy: 8, r: 5.5 });
  const square = (kind) =>
    sign("path", { class: `hub-run-chart__mark hub-run-chart__mark--${kind}`, d: "M1.5 1.5h13v13h-13z" });
  const ring = sign("circle", { class: "hub-run-chart__ring", cx: 8, cy: 8, r: 7 });
  const kinds = SHIFTS.filter((kind) => marks.some((mark) => mark.kind === kind));
  return html(
    "ul",
    { class: "hub-drawing__key" },
    html("li", {}, circle, ` ${words.a_value}`),
    kinds.map((kind) => html("li", {}, square(kind), ` ${words.in_shift[kind]}`)),
    marks.some((mark) => mark.hasRing) ? html("li", {}, ring, ` ${words.in_trend}`) : null,
  );
}

function createChanges(changes, heading) {
  if (changes.length === 0) return [];
  const items = changes.map((change) =>
    html("li", {}, change.title, " ", html("span", { class: "hub-run-chart__when" }, change.when)),
  );
  return [html("p", { class: "hub-run-chart__heading" }, heading), html("ol", { class: "hub-run-chart__tests" }, items)];
}

function createNotes(series, words) {
  const notes = writeNotes(series, words);
  if (notes.length === 0) return null;
  return html("ul", { class: "hub-run-chart__notes" }, notes.map((note) => html("li", {}, note)));
}

function createTables(series, { chart, tables }, areOpen) {
  return html(
    "details",
    { class: "hub-run-chart__data", open: areOpen ? "" : null },
    html("summary", {}, tables.summary),
    createPointTable(series, chart),
    createRuleTable(createRuleRows(series, chart), chart, tables.rules),
  );
}

function createPointTable(series, words) {
  const rows = createPointRows(series, words);
  const { unit } = series.measure;
  const columns = [
    { name: unit ? fill(words.value_in, { unit }) : words.value, cell: (row) => row.value },
    { name: words.people, cell: (row) => row.n },
    { name: words.median_label, cell: (row) => row.side },
    { name: words.signal, cell: (row) => row.signal, stays: true },
  ].filter(({ cell, stays }) => stays || rows.some(cell));
  return createTable(
    fill(words.table, { title: series.measure.name }),
    [words.when, ...columns.map((column) => column.name)],
    rows.map((row) => [upperFirst(row.when), ...columns.map((column) => column.cell(row))]),
  );
}

function createRuleTable(rows, words, caption) {
  if (rows.length === 0) return null;
  const columns = [words.rule, words.signal_when, words.here, words.result];
  return createTable(caption, columns, rows.map((row) => [row.name, row.looksFor, row.here, row.verdict]));
}

function createTable(caption, columns, rows) {
  const head = columns.map((name) => html("th", { scope: "col" }, name));
  const body = rows.map(([first, ...others]) => {
    const cells = others.map((text, index) => html("td", { "data-label": columns[index + 1] }, text));
    return html("tr", {}, html("th", { scope: "row" }, first), cells);
  });
  return html(
    "table",
    { class: "hub-table hub-table--stacked" },
    html("caption", {}, caption),
    html("thead", {}, html("tr", {}, head)),
    html("tbody", {}, body),
  );
}
