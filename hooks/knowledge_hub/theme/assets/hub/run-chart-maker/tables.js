// The tables beside a run chart: visuals/run_chart_tables.py.
import { fill, numberWords } from "./language.js";
import { FEWEST_POINTS, SHIFT_LENGTH, TREND_LENGTH } from "./rules.js";
import { newestPhase } from "./series.js";

const SIDES = { 1: "above", 0: "on_median", [-1]: "below" };

/** Each point with its signals; a hidden one has the reason in place of its value. */
export function createPointRows(series, words) {
  return series.phases.flatMap((phase) => {
    let index = -1;
    return phase.points.map((point) => {
      if (point.isHidden) {
        const value = fill(words.hidden, { smallest: series.measure.smallest });
        return { point, when: point.when, value, n: "", side: "", signal: "", median: null };
      }
      index += 1;
      return {
        point,
        when: point.when,
        value: numberWords(point.value),
        n: point.n === null ? "" : numberWords(point.n),
        side: words[SIDES[phase.analysis.sides[index]]],
        signal: signalWords(phase.analysis, index, words),
        median: phase.analysis.median,
      };
    });
  });
}

/** What each rule finds in the newest phase, nothing where there are too few points. */
export function createRuleRows(series, words) {
  const analysis = newestPhase(series)?.analysis;
  if (!analysis?.hasEnoughPoints) return [];
  return [shiftRow(analysis, words), trendRow(analysis, words), ...runsRows(analysis.runsTest, words)];
}

function signalWords({ shifts, trends }, index, words) {
  const holds = (signal) => signal.indices.includes(index);
  const told = [shifts.some(holds) && words.shift_name, trends.some(holds) && words.weak_trend];
  return told.filter(Boolean).join(", ");
}

function shiftRow({ shifts }, words) {
  const longest = Math.max(0, ...shifts.map((shift) => shift.indices.length));
  const here = longest ? fill(words.in_a_row, { number: longest }) : fill(words.fewer_in_a_row, { number: SHIFT_LENGTH });
  return {
    name: words.shift_name,
    looksFor: fill(words.shift_rule, { number: SHIFT_LENGTH }),
    here,
    verdict: shifts.length > 0 ? words.is_signal : words.is_no_signal,
  };
}

function trendRow({ trends, longestTrend }, words) {
  return {
    name: words.trend_name,
    looksFor: fill(words.trend_rule, { number: TREND_LENGTH }),
    here: longestTrend ? fill(words.in_a_row, { number: longestTrend }) : words.no_trend,
    verdict: trends.length > 0 ? words.is_weak_signal : words.is_no_signal,
  };
}

function runsRows(test, words) {
  const names = ["runs", "longest", "crossings"];
  if (!test) {
    const here = fill(words.few_useful, { number: FEWEST_POINTS });
    return names.map((name) => ({
      name: words[`${name}_name`],
      looksFor: words[`${name}_unused`],
      here,
      verdict: words.not_used,
    }));
  }
  const limits = {
    runs: { fewest: test.fewestRuns, most: test.mostRuns },
    longest: { number: test.longestAllowed },
    crossings: { number: test.fewestCrossings },
  };
  const verdicts = {
    runs: runsVerdict(test, words),
    longest: test.hasLongRun ? words.is_signal : words.is_no_signal,
    crossings: test.hasFewCrossings ? words.is_signal : words.is_no_signal,
  };
  return names.map((name) => ({
    name: words[`${name}_name`],
    looksFor: fill(words[`${name}_rule`], { useful: test.useful, ...limits[name] }),
    here: String(test[name]),
    verdict: verdicts[name],
  }));
}

function runsVerdict(test, words) {
  if (test.hasTooFewRuns) return words.is_too_few;
  return test.hasTooManyRuns ? words.is_too_many : words.is_no_signal;
}
