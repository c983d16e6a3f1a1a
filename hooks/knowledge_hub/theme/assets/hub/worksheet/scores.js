// Adds up the scales of a worksheet, section by section. The words of a scale count from 1.

export function countScores(form) {
  for (const section of form.querySelectorAll("[data-worksheet-section]")) {
    show(section.querySelector("[data-worksheet-score]"), "This part", addUp(section));
  }
  show(form.querySelector("[data-worksheet-total]"), "All parts", addUp(form));
}

// The total as one sentence, "" where nothing is meant to be added up or nothing is answered.
export function totalWords(form) {
  return form.querySelector("[data-worksheet-total]")?.textContent ?? "";
}

function addUp(part) {
  const scales = [...part.querySelectorAll('[data-type="scale"]')];
  const answers = scales.map((scale) => scale.querySelector("input:checked")).filter(Boolean);
  return {
    sum: answers.reduce((sum, input) => sum + Number(input.value), 0),
    most: scales.reduce((most, scale) => most + scale.querySelectorAll("input").length, 0),
    answered: answers.length,
    scales: scales.length,
  };
}

function show(place, name, { sum, most, answered, scales }) {
  if (!place) return;
  place.hidden = answered === 0;
  const text = answered ? `${name}: ${sum} of ${most} (${answered} of ${scales} answered)` : "";
  // Saying the same again would make a screen reader speak again.
  if (place.textContent !== text) place.textContent = text;
}
