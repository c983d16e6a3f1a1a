// A measure's points in order of time, as they may be shown, and the signals among them: visuals/measure_series.py.
import { analyze } from "./rules.js";

// A step is a gap when it is this much longer than a turn, so that months of 28 and 31 days are alike.
const LONG_STEP = 1.5;
// Steps this far from whole turns follow no calendar, and miss none.
const UNEVEN = 0.3;

/**
 * The series of a measure, split where a new baseline starts. A row without a value was missed: it is no point, but
 * the line breaks there. A point that stands for too few people is hidden: neither its value nor its size is kept.
 */
export function createSeries(measure) {
  const points = createPoints(measure);
  const phases = createPhases(measure, points);
  return { measure, points, phases, shown: points.filter((point) => !point.isHidden) };
}

/** The points that make up a signal of a phase. */
export function pointsOf(phase, signal) {
  return signal.indices.map((index) => phase.shown[index]);
}

/** The last phase of which something can be seen. */
export function newestPhase(series) {
  return series.phases.findLast((phase) => phase.shown.length > 0);
}

function createPoints(measure) {
  const rows = [...measure.points].sort((first, second) => first.position - second.position);
  const longest = LONG_STEP * guessTurn(rows.filter((row) => row.value !== null));
  const points = [];
  let isBroken = true;
  for (const row of rows) {
    if (row.value === null) {
      isBroken = true;
      continue;
    }
    const isHidden = measure.isHidden(row);
    const isFar = points.length > 0 && row.position - points.at(-1).position > longest;
    const shown = isHidden ? { value: null, n: null } : { value: row.value, n: row.n };
    points.push({ when: row.when, date: row.date, position: row.position, ...shown, isHidden, startsLine: isBroken || isFar });
    isBroken = isHidden;
  }
  return points;
}

// The usual step, as far as all steps are whole numbers of it; else there are no turns.
function guessTurn(rows) {
  const steps = rows.slice(1).map((row, index) => row.position - rows[index].position);
  steps.sort((first, second) => first - second);
  const usual = steps[Math.floor(steps.length / 4)] ?? 0;
  const isEven = (turns) => Math.abs(turns - Math.max(roundHalfEven(turns), 1)) <= UNEVEN;
  return usual && steps.every((step) => isEven(step / usual)) ? usual : Infinity;
}

function roundHalfEven(number) {
  return number % 1 === 0.5 ? 2 * Math.round(number / 2) : Math.round(number);
}

function createPhases(measure, points) {
  const starts = [...measure.newBaselines].sort((first, second) => first.position - second.position);
  const parts = [{ position: -Infinity, points: measure.baselinePoints, reason: null }, ...starts];
  return parts
    .map((part, index) => {
      const end = parts[index + 1]?.position ?? Infinity;
      const inside = points.filter((point) => part.position <= point.position && point.position < end);
      return createPhase(inside, part);
    })
    .filter((phase) => phase.points.length > 0);
}

function createPhase(points, { points: baselinePoints, reason }) {
  const shown = points.filter((point) => !point.isHidden);
  const inBaseline = points.slice(0, baselinePoints || points.length).filter((point) => !point.isHidden).length;
  const values = shown.map((point) => point.value);
  return { points, shown, reason, analysis: values.length ? analyze(values, inBaseline) : null };
}
