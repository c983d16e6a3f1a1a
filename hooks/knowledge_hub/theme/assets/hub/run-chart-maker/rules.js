// The rules that find signals in a run chart: those of visuals/run_chart_rules.py, which a test holds to the same cases.

export const FEWEST_POINTS = 10;
export const SHIFT_LENGTH = 6;
export const TREND_LENGTH = 5;

const kept = new Map();

/** The signals in values that are in order of time; the median is frozen on the first of them, if a number is given. */
export function analyze(values, baselinePoints) {
  const { numbers, decimals } = countInUnits(values);
  const baseline = Math.min(baselinePoints || numbers.length, numbers.length);
  const twice = twiceTheMedian(numbers.slice(0, baseline));
  const sides = numbers.map((number) => compare(2n * number, twice));
  const analysis = { median: halve(twice, decimals), baseline, sides, hasEnoughPoints: numbers.length >= FEWEST_POINTS };
  if (!analysis.hasEnoughPoints) return { ...analysis, shifts: [], trends: [], longestTrend: 0, runsTest: null };
  const stretches = findStretches(numbers);
  return {
    ...analysis,
    shifts: findRuns(sides).filter((run) => run.indices.length >= SHIFT_LENGTH),
    trends: stretches.filter((stretch) => stretch.indices.length >= TREND_LENGTH),
    longestTrend: Math.max(0, ...stretches.map((stretch) => stretch.indices.length)),
    runsTest: testRuns(sides),
  };
}

// As written, so that 0.15 is on the median of 0.1 and 0.2; in binary it would lie beside it.
function countInUnits(values) {
  const written = values.map((value) => {
    const [digits, exponent = "0"] = String(value).split("e");
    const [whole, fraction = ""] = digits.split(".");
    return { digits: BigInt(whole + fraction), decimals: fraction.length - Number(exponent) };
  });
  const decimals = Math.max(0, ...written.map((number) => number.decimals));
  const numbers = written.map((number) => number.digits * 10n ** BigInt(decimals - number.decimals));
  return { numbers, decimals };
}

function compare(first, second) {
  if (first === second) return 0;
  return first > second ? 1 : -1;
}

function twiceTheMedian(numbers) {
  const sorted = [...numbers].sort(compare);
  return sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.floor(sorted.length / 2)];
}

function halve(twice, decimals) {
  return Number(`${twice * 5n}e-${decimals + 1}`);
}

function findRuns(sides) {
  const runs = [];
  let before = 0;
  sides.forEach((side, index) => {
    // Points on the median neither count nor break a run.
    if (side === 0) return;
    if (side !== before) runs.push({ direction: side > 0 ? "above" : "below", indices: [] });
    runs.at(-1).indices.push(index);
    before = side;
  });
  return runs;
}

function findStretches(numbers) {
  const indices = [...numbers.keys()].filter((index) => index === 0 || numbers[index] !== numbers[index - 1]);
  const stretches = [];
  for (let place = 1; place < indices.length; place += 1) {
    const [before, after] = [indices[place - 1], indices[place]];
    const direction = numbers[after] > numbers[before] ? "rising" : "falling";
    if (stretches.at(-1)?.direction !== direction) stretches.push({ direction, indices: [before] });
    stretches.at(-1).indices.push(after);
  }
  return stretches;
}

function testRuns(sides) {
  const lengths = findRuns(sides).map((run) => run.indices.length);
  const useful = lengths.reduce((sum, length) => sum + length, 0);
  if (useful < FEWEST_POINTS) return null;
  const limits = findLimits(useful);
  const found = { useful, runs: lengths.length, longest: Math.max(...lengths), crossings: lengths.length - 1 };
  return {
    ...found,
    ...limits,
    hasTooFewRuns: found.runs < limits.fewestRuns,
    hasTooManyRuns: found.runs > limits.mostRuns,
    hasLongRun: found.longest > limits.longestAllowed,
    hasFewCrossings: found.crossings < limits.fewestCrossings,
  };
}

function findLimits(useful) {
  if (!kept.has(useful)) {
    const [fewestRuns, mostRuns] = runsLimits(useful);
    const longestAllowed = Math.round(Math.log2(useful) + 3);
    kept.set(useful, { fewestRuns, mostRuns, longestAllowed, fewestCrossings: crossingsLimit(useful) });
  }
  return kept.get(useful);
}

// The fewest and the most runs of which each tail has more than 2.5 percent (Swed and Eisenhart 1943).
function runsLimits(useful) {
  const ways = countWays(Math.floor(useful / 2), Math.ceil(useful / 2));
  const total = ways.reduce((sum, [, count]) => sum + count, 0n);
  const firstLikely = (ordered) => {
    let seen = 0n;
    return ordered.find(([, count]) => {
      seen += count;
      return seen * 40n > total;
    })[0];
  };
  return [firstLikely(ways), firstLikely([...ways].reverse())];
}

// In how many orders points above and below make each number of runs.
function countWays(first, second) {
  const [splitFirst, splitSecond] = [binomials(first - 1), binomials(second - 1)];
  const split = (row, runs) => row[runs - 1] ?? 0n;
  const ways = [];
  for (let runs = 2; runs <= first + second; runs += 1) {
    const half = Math.floor(runs / 2);
    const other = runs - half;
    const count =
      split(splitFirst, other) * split(splitSecond, half) + split(splitFirst, half) * split(splitSecond, other);
    if (count) ways.push([runs, count]);
  }
  return ways;
}

// The smallest number of crossings that a fair coin reaches or stays under in at least 5 percent of all cases.
function crossingsLimit(useful) {
  const throws = useful - 1;
  let seen = 0n;
  return binomials(throws).findIndex((count) => {
    seen += count;
    return seen * 20n >= 2n ** BigInt(throws);
  });
}

function binomials(number) {
  const row = [1n];
  for (let place = 1; place <= number; place += 1) {
    row.push((row[place - 1] * BigInt(number - place + 1)) / BigInt(place));
  }
  return row;
}
