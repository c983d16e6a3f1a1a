// Finds what in a record breaks its JSON Schema: the part of the standard that the hub's own schemas use.
// A mistake is a path of names and list positions, and a sentence.

export function findMistakes(record, schema) {
  return check(record, schema, [], schema.$defs ?? {});
}

function check(value, schema, path, definitions) {
  const rules = resolve(schema, definitions);
  return [
    ...checkText(value, rules, path),
    ...checkList(value, rules, path, definitions),
    ...checkFields(value, rules, path, definitions),
    ...checkConditions(value, rules, path, definitions),
  ];
}

function resolve(schema, definitions) {
  return schema.$ref ? { ...definitions[schema.$ref.replace("#/$defs/", "")], ...schema } : schema;
}

function checkText(value, rules, path) {
  if (typeof value !== "string") return [];
  const length = [...value].length;
  if (rules.maxLength && length > rules.maxLength) {
    return [{ path, message: `This has ${length} characters; at most ${rules.maxLength} fit.` }];
  }
  if (length < (rules.minLength ?? 0)) return [{ path, message: "This needs an answer." }];
  if (rules.enum && !rules.enum.includes(value)) return [{ path, message: "Choose one of the list." }];
  if (rules.pattern && !new RegExp(rules.pattern, "u").test(value)) {
    return [{ path, message: `Write ${rules["x-written"] ?? "it in another way"}.` }];
  }
  return [];
}

function checkList(value, rules, path, definitions) {
  if (!Array.isArray(value)) return [];
  if (value.length < (rules.minItems ?? 0)) return [{ path, message: "This needs an answer." }];
  return value.flatMap((item, index) => check(item, rules.items ?? {}, [...path, index], definitions));
}

function checkFields(value, rules, path, definitions) {
  if (typeof value !== "object" || Array.isArray(value)) return [];
  const missing = (rules.required ?? []).filter((name) => !(name in value));
  const known = Object.entries(rules.properties ?? {}).filter(([name]) => name in value);
  return [
    ...missing.map((name) => ({ path: [...path, name], message: "This needs an answer." })),
    ...known.flatMap(([name, inner]) => check(value[name], inner, [...path, name], definitions)),
  ];
}

function checkConditions(value, rules, path, definitions) {
  const every = (rules.allOf ?? []).filter((rule) => holds(value, rule.if));
  const chosen = every.flatMap((rule) => checkFields(value, rule.then, path, definitions));
  if (!rules.anyOf) return chosen;
  const tries = rules.anyOf.map((rule) => check(value, rule, path, definitions));
  return tries.some((mistakes) => mistakes.length === 0) ? chosen : [...chosen, ...tries.at(-1)];
}

function holds(value, condition) {
  return Object.entries(condition.properties).every(([name, rule]) => value[name] === rule.const);
}
