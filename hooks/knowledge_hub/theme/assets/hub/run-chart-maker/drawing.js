// The picture of a run chart, shape for shape that of visuals/run_chart.py and run-chart-drawing.html.
import { svg } from "./elements.js";
import { coordinate, numberWords } from "./language.js";
import { createScale, monthTicks, pointTicks, roundTicks } from "./scales.js";
import { newestPhase, pointsOf } from "./series.js";
import { shiftKind } from "./words.js";

export const WIDTH = 640;
export const HEIGHT = 420;
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 528, 16, 372];
// The words beside the lines are large on a phone; this keeps two of them apart.
const LABEL_GAP = 60;
const LANE = 34;
const LANES = 3;
const BADGE = 32;

/** The shapes of a series that has a point to show; `changes` are numbered in order of time. */
export function drawChart(series, changes, words) {
  const scales = createScales(series, changes);
  const { badges } = scales;
  return [
    ...scales.values.flatMap((value) => drawValueTick(coordinate(scales.y.place(value)), numberWords(value))),
    ...scales.ticks.flatMap((tick) => drawTimeTick(coordinate(scales.x.place(tick.position)), tick.text)),
    ...badges.map(drawTestLine),
    ...drawGoal(series.measure.goal, scales),
    ...series.phases.filter((phase) => phase.shown.length > 0).flatMap((phase) => drawMedian(phase, scales)),
    ...drawLines(series, scales),
    ...createMarks(series, scales).flatMap(drawMark),
    ...badges.flatMap(drawBadge),
    ...createLabels(series, scales, words).map(drawLabel),
  ];
}

/** The points as they are marked: the kind of their shift, if they are in one, and whether they are in a trend. */
export function findMarks(series) {
  return series.phases.flatMap((phase) => {
    if (!phase.analysis) return [];
    const { shifts, trends } = phase.analysis;
    const inTrend = new Set(trends.flatMap((trend) => pointsOf(phase, trend)));
    return phase.shown.map((point) => {
      const shift = shifts.findLast((signal) => pointsOf(phase, signal).includes(point));
      return { point, kind: shift ? shiftKind(series.measure, shift) : "", hasRing: inTrend.has(point) };
    });
  });
}

function createScales(series, changes) {
  const { goal } = series.measure;
  const values = roundTicks([...series.shown.map((point) => point.value), ...(goal === null ? [] : [goal])]);
  const positions = [...series.shown, ...changes].map((thing) => thing.position);
  const [first, last] = [Math.min(...positions), Math.max(...positions)];
  const margin = Math.max((last - first) * 0.02, 0.5);
  const x = createScale(first - margin, last + margin, LEFT, RIGHT);
  const badges = placeBadges(changes.map((change) => x.place(change.position)));
  const lanes = new Set(badges.map((badge) => badge.y)).size;
  const y = createScale(values[0], values.at(-1), BOTTOM, TOP + (lanes ? lanes * LANE + 8 : 0));
  const ticks = series.measure.hasDates
    ? monthTicks(x.low, x.high)
    : pointTicks(first, last, series.measure.names ?? new Map());
  return { x, y, values, badges, ticks };
}

// Each on the first level where the one before on that level leaves it room.
function placeBadges(places) {
  const ends = Array(LANES).fill(-Infinity);
  return places.map((place, index) => {
    const free = ends.findIndex((end) => place - end >= BADGE);
    const lane = free < 0 ? LANES - 1 : free;
    ends[lane] = place;
    const y = TOP + BADGE / 2 + lane * LANE;
    return { number: index + 1, x: coordinate(place), y: coordinate(y), lineTop: coordinate(y + BADGE / 2 - 2) };
  });
}

function placeOf(point, { x, y }) {
  return [coordinate(x.place(point.position)), coordinate(y.place(point.value))];
}

function createMarks(series, scales) {
  return findMarks(series).map(({ point, kind, hasRing }) => {
    const [x, y] = placeOf(point, scales);
    return { x, y, kind, hasRing };
  });
}

function createLabels(series, { y }, words) {
  const named = [[words.median_label, newestPhase(series).analysis.median]];
  if (series.measure.goal !== null) named.push([words.goal_label, series.measure.goal]);
  named.sort((first, second) => second[1] - first[1]);
  const places = keepApart(named.map(([, value]) => y.place(value)));
  return named.map(([name, value], index) => ({ name, value: numberWords(value), y: coordinate(places[index]) }));
}

function keepApart(places) {
  if (places.length < 2 || places[1] - places[0] >= LABEL_GAP) return places;
  const middle = (places[0] + places[1]) / 2;
  return [middle - LABEL_GAP / 2, middle + LABEL_GAP / 2];
}

function line(name, x1, x2, y1, y2) {
  return svg("line", { class: name, x1, x2, y1, y2 });
}

function drawValueTick(place, text) {
  const named = { class: "hub-run-chart__tick hub-run-chart__tick--value", x: 56, y: place, dy: "0.35em" };
  return [line("hub-run-chart__grid", LEFT, RIGHT, place, place), svg("text", named, text)];
}

function drawTimeTick(place, text) {
  const named = { class: "hub-run-chart__tick", x: place, y: 384, dy: "0.9em" };
  return [line("hub-run-chart__tick-mark", place, place, BOTTOM, 380), svg("text", named, text)];
}

function drawTestLine({ x, lineTop }) {
  return line("hub-run-chart__test", x, x, lineTop, BOTTOM);
}

function drawGoal(goal, { y }) {
  if (goal === null) return [];
  const place = coordinate(y.place(goal));
  return [line("hub-run-chart__goal", LEFT, RIGHT, place, place)];
}

// Whole over its baseline, broken where it is only carried on.
function drawMedian({ analysis, shown }, { x, y }) {
  const place = coordinate(y.place(analysis.median));
  const ends = [shown[0], shown[analysis.baseline - 1], shown.at(-1)];
  const [x1, x2, x3] = ends.map((point) => coordinate(x.place(point.position)));
  return [
    line("hub-run-chart__median", x1, x2, place, place),
    line("hub-run-chart__median hub-run-chart__median--carried", x2, x3, place, place),
  ];
}

function drawLines(series, scales) {
  const pieces = [];
  for (const point of series.shown) {
    if (point.startsLine || pieces.length === 0) pieces.push([]);
    pieces.at(-1).push(placeOf(point, scales).join(","));
  }
  return pieces
    .filter((piece) => piece.length > 1)
    .map((piece) => svg("polyline", { class: "hub-run-chart__line", points: piece.join(" ") }));
}

function drawMark({ x, y, kind, hasRing }) {
  const ring = hasRing ? [svg("circle", { class: "hub-run-chart__ring", cx: x, cy: y, r: 11 })] : [];
  const square = { class: `hub-run-chart__mark hub-run-chart__mark--${kind}`, d: `M${x} ${y}m-6.5-6.5h13v13h-13z` };
  const circle = { class: "hub-run-chart__mark", cx: x, cy: y, r: 5.5 };
  return [...ring, kind ? svg("path", square) : svg("circle", circle)];
}

function drawBadge({ number, x, y }) {
  return [
    svg("circle", { class: "hub-run-chart__badge", cx: x, cy: y, r: 14 }),
    svg("text", { class: "hub-run-chart__number", x, y, dy: "0.35em" }, String(number)),
  ];
}

function drawLabel({ name, value, y }) {
  const place = RIGHT + 8;
  const second = svg("tspan", { x: place, dy: "1.05em" }, value);
  return svg("text", { class: "hub-run-chart__label", x: place, y, dy: "-0.2em" }, `${name} `, second);
}
