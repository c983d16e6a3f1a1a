// Joins what two tabs have made of the same answers, so that nothing of either is lost.

/**
 * Returns { value, conflicts }: the answers of both. `base` is what both began with. Where both changed one text, the
 * own one stays in `value`, and { field, answer } of the other is among the conflicts.
 */
export function merge(base, mine, theirs, path = []) {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { value: mine, conflicts: [] };
  if (isSame(mine, base) || isEmpty(mine)) return { value: theirs, conflicts: [] };
  if (isEmpty(theirs)) return { value: mine, conflicts: [] };
  if (hasParts(mine) && hasParts(theirs)) return mergeParts(base ?? {}, mine, theirs, path);
  return { value: mine, conflicts: [{ field: String(path[0] ?? ""), answer: theirs }] };
}

export function isEmpty(answer) {
  if (answer === null || answer === undefined || answer === "") return true;
  return typeof answer === "object" && Object.values(answer).every(isEmpty);
}

export function isSame(one, other) {
  return (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other);
}

function mergeParts(base, mine, theirs, path) {
  const value = Array.isArray(mine) ? [] : {};
  const conflicts = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const merged = merge(base[name], mine[name], theirs[name], [...path, name]);
    value[name] = merged.value;
    conflicts.push(...merged.conflicts);
  }
  return { value, conflicts };
}

// Answers, the rows of a table and a row have parts of their own; a list of ticked choices is one answer.
function hasParts(value) {
  if (Array.isArray(value)) return value.every((item) => item !== null && typeof item === "object");
  return value !== null && typeof value === "object";
}
