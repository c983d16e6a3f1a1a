// From values to places on a drawing, and the round values that its axes name: visuals/scales.py.
import { tickWords } from "./dates.js";

const ROUND_STEPS = [1, 2, 5, 10];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const MOST_TICKS = 6;

/** A straight line from low..high in the data to start..end on the drawing. */
export function createScale(low, high, start, end) {
  return { low, high, place: (value) => start + ((value - low) / (high - low)) * (end - start) };
}

/** Evenly spaced round values around all of `values`, from zero where they start near it. */
export function roundTicks(values) {
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (low >= 0 && low <= high / 2) low = 0;
  if (low === high) [low, high] = [low - 1, high + 1];
  const step = roundStep((high - low) / (MOST_TICKS - 1));
  return multiples(Math.floor(low / step), Math.ceil(high / step)).map((number) => Number((number * step).toFixed(10)));
}

/** Starts of months between two positions in time, in steps that people count in. */
export function monthTicks(low, high) {
  let step = MONTH_STEPS.find((months) => (high - low) / months < MOST_TICKS);
  for (let times = 2; !step; times += 1) {
    const longer = MONTH_STEPS.at(-1) * times;
    if ((high - low) / longer < MOST_TICKS) step = longer;
  }
  const months = multiples(Math.ceil(low / step), Math.floor(high / step)).map((number) => number * step);
  return months.map((month, index) => ({ position: month, text: tickWords(month, index === 0) }));
}

/** Numbers of points between two positions, for values without dates; a point that has a short name is named by it. */
export function pointTicks(low, high, names) {
  const isNamed = names.size > 0 && [...names.values()].every((name) => name.length <= 8);
  const step = Math.max(1, roundStep((high - low) / (isNamed ? MOST_TICKS - 1 : 2 * MOST_TICKS)));
  const first = Math.ceil(low / step);
  const numbers = multiples(first, Math.floor(high / step)).map((number) => number * step);
  return numbers.map((number) => ({ position: number, text: (isNamed && names.get(number)) || String(number) }));
}

function multiples(first, last) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function roundStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ROUND_STEPS.find((factor) => factor * power >= rough * 0.999);
}
