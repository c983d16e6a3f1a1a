// What a run chart shows, in words: visuals/run_chart_words.py, with the same sentences of words.yml.
import { fill, numberWords } from "./language.js";
import { FEWEST_POINTS } from "./rules.js";
import { newestPhase, pointsOf } from "./series.js";

const GOOD_SIDE = { "up-is-better": "above", "down-is-better": "below" };

/** One plain sentence on what the chart shows, after the newest median. */
export function writeFinding(series, words) {
  const phase = newestPhase(series);
  if (!phase) return words.nothing;
  const { analysis } = phase;
  if (!analysis.hasEnoughPoints) {
    const count = analysis.sides.length;
    return fill(oneOrMany(words.too_early, count), { number: count, fewest: FEWEST_POINTS });
  }
  return analysis.shifts.length > 0 ? writeShift(series.measure, phase, words) : writeNoShift(series.measure, phase, words);
}

/** The numbers behind the finding: how many points, the median and what it rests on, the latest value. */
export function writeFacts(series, words) {
  const phase = newestPhase(series);
  if (!phase) return "";
  const { unit } = series.measure;
  const count = series.shown.length;
  return fill(words.facts, {
    points: fill(oneOrMany(words.points, count), { number: count, span: span(series.shown, words) }),
    median: writeMedian(phase, unit, words),
    value: numberWords(series.shown.at(-1).value, unit),
  });
}

/** What a reader must know of the line: gaps, points left out, new baselines. */
export function writeNotes(series, words) {
  const notes = series.phases
    .slice(1)
    .map((phase) => fill(words.new_median, { date: phase.points[0].when, reason: phase.reason }).trimEnd());
  const hidden = series.points.filter((point) => point.isHidden).length;
  if (hidden) notes.push(fill(oneOrMany(words.left_out, hidden), { number: hidden, smallest: series.measure.smallest }));
  if (series.points.slice(1).some((point) => point.startsLine && !point.isHidden)) notes.push(words.broken);
  return notes;
}

/** Whether a shift goes the way it should; null where the measure has no such way. */
export function isGood(measure, shift) {
  const good = GOOD_SIDE[measure.direction];
  return good ? good === shift.direction : null;
}

/** The kind of a shift, by which way it goes: good, bad or plain. */
export function shiftKind(measure, shift) {
  const good = isGood(measure, shift);
  if (good === null) return "plain";
  return good ? "good" : "bad";
}

function oneOrMany(pair, count) {
  return count === 1 ? pair.one : pair.many;
}

function span(points, words) {
  const [start, end] = [points[0].when, points.at(-1).when];
  return start === end ? start : fill(words.span, { start, end });
}

function writeMedian({ analysis, points, reason }, unit, words) {
  const value = numberWords(analysis.median, unit);
  if (analysis.baseline < analysis.sides.length) return fill(words.of_baseline, { number: analysis.baseline, value });
  return reason === null ? fill(words.of_all, { value }) : fill(words.of_all_since, { date: points[0].when, value });
}

function medianName(analysis, unit, words) {
  const name = analysis.baseline < analysis.sides.length ? words.baseline_median : words.median;
  return fill(name, { value: numberWords(analysis.median, unit) });
}

function writeShift(measure, phase, words) {
  const { analysis } = phase;
  const latest = analysis.shifts.at(-1);
  const points = pointsOf(phase, latest);
  const count = analysis.shifts.length;
  const meaning = measure.direction === "steady-is-better" ? "unsteady" : shiftKind(measure, latest);
  return fill((count === 1 ? words.shift : words.shifts)[meaning], {
    count,
    number: points.length,
    span: span(points, words),
    side: words[latest.direction],
    median: medianName(analysis, measure.unit, words),
  });
}

function writeNoShift(measure, phase, words) {
  const { runsTest, trends } = phase.analysis;
  const median = medianName(phase.analysis, measure.unit, words);
  if (runsTest?.hasTooFewRuns || runsTest?.hasFewCrossings) return fill(words.few_crossings, { median });
  if (runsTest?.hasTooManyRuns) return fill(words.many_runs, { median });
  if (trends.length === 0) return fill(words.chance, { median });
  const points = pointsOf(phase, trends.at(-1));
  const direction = words[trends.at(-1).direction];
  return fill(words.weak, { number: points.length, span: span(points, words), direction });
}
