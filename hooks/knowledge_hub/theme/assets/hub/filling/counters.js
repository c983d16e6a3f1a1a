// Says how many characters are left before a limit is reached, not after. Characters are counted as the checks do.

const WAIT_BEFORE_SAYING = 1000;
// Heard from here on; before that, a number after each pause would only disturb.
const SHARE_LEFT = 0.2;

/** Counts in every control of `form` with a limit, also what is put there later; returns a function that counts all. */
export function startCounting(form, words) {
  const heard = form.appendChild(document.createElement("p"));
  heard.className = "hub-hidden";
  heard.setAttribute("role", "status");
  let waiting;
  form.addEventListener("input", ({ target }) => {
    const { text, isNear } = show(target, words);
    clearTimeout(waiting);
    waiting = setTimeout(() => (heard.textContent = isNear ? text : ""), WAIT_BEFORE_SAYING);
  });
  return () => form.querySelectorAll("[data-limit]").forEach((control) => show(control, words));
}

function show(control, words) {
  const place = control.dataset.limit && control.parentElement.querySelector("[data-count]");
  if (!place) return { text: "", isNear: false };
  const limit = Number(control.dataset.limit);
  const left = limit - measure(control);
  const text = describe(left, "limitEach" in control.dataset, words);
  place.textContent = text;
  place.hidden = control.value === "";
  place.toggleAttribute("data-over", left < 0);
  return { text, isNear: left < limit * SHARE_LEFT };
}

function measure({ value, dataset }) {
  const texts = "limitEach" in dataset ? value.split("\n") : [value];
  return Math.max(...texts.map((text) => [...text.trim()].length));
}

function describe(left, isOfLine, words) {
  const fits = isOfLine ? words.left_on_line : words.left;
  return (left < 0 ? words.over : fits).replace("{number}", Math.abs(left));
}
