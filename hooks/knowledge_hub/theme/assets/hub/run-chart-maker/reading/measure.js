// What the form says besides the values: how the measure is called, where it should go, what changed.
import { fill, upperFirst } from "../language.js";
import { createReader } from "./numbers.js";
import { readChanges, readPlace, readPoints } from "./points.js";

/** The measure with its points and changes; `remarks` say what could not be read, or was read in one of two ways. */
export function readMeasure(root, form, columns, { said, chart, directions }) {
  const { column, people, name, unit, goal, direction, baseline, changes, from, reason, small } = form.elements;
  const chosen = columns.width > 2 ? { values: Number(column.value), people: people.value ? Number(people.value) : null } : {};
  const read = readPoints(columns, chosen, said);
  const remarks = [...read.remarks];
  const unitWords = unit.value.trim() || (read.hasPercent ? said.percent : "");
  const marked = readChanges(changes.value, read);
  marked.unread.forEach((text) => remarks.push(fill(read.hasDates ? said.no_change_date : said.no_change_point, { text })));
  const start = from.value.trim() ? readPlace(from.value, read) : null;
  if (from.value.trim() && !start) remarks.push(fill(said.no_start, { text: from.value.trim() }));
  const wayWords = directions[direction.value];
  const axis = upperFirst(unitWords || chart.unit);
  const measure = {
    name: name.value.trim() || headOf(columns, chosen) || said.unnamed,
    unit: unitWords,
    axisUnit: axis,
    axis: wayWords ? `${axis}  ${wayWords.mark} ${wayWords.label}` : axis,
    goal: readNumber(goal.value, said.no_goal, remarks),
    direction: direction.value,
    directionWords: wayWords?.label ?? "",
    arrow: wayWords?.mark ?? "",
    baselinePoints: readCount(baseline.value, said.no_baseline, remarks),
    newBaselines: start ? [{ position: start.position, points: null, reason: reason.value.trim() }] : [],
    points: read.points,
    hasDates: read.hasDates,
    names: read.names,
    smallest: Number(root.dataset.smallest),
    isHidden: createCurtain(root, small.checked, unitWords),
  };
  return { measure, changes: marked.changes, remarks };
}

function headOf({ hasHead, names, valueColumn }, { values = valueColumn }) {
  return hasHead ? names[values] : "";
}

function readNumber(text, remark, remarks) {
  if (!text.trim()) return null;
  const number = createReader([text])(text);
  if (number === null) remarks.push(remark);
  return number;
}

function readCount(text, remark, remarks) {
  const number = readNumber(text, remark, remarks);
  if (number === null || (Number.isInteger(number) && number > 0)) return number;
  remarks.push(remark);
  return null;
}

// A value that stands for too few people is left out, as on the hub's own charts, unless a reader says otherwise.
function createCurtain(root, isDrawn, unit) {
  const smallest = Number(root.dataset.smallest);
  const countsPeople = JSON.parse(root.dataset.counted).includes(unit.toLowerCase());
  return ({ value, n }) => isDrawn && ((n !== null && n < smallest) || (countsPeople && value < smallest));
}
