// Loads the host's counter, but only after a reader said yes; the answer is kept and can be changed.
const KEY = "hub.consent";
const WORDS = { yes: "Your visits are counted.", no: "Nothing is counted." };
const section = document.querySelector('[data-hub-component="consent"]');
let isLoaded = false;

function readAnswer() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage is blocked: nobody agreed.
    return null;
  }
}

function load() {
  if (isLoaded) return;
  isLoaded = true;
  const script = document.createElement("script");
  Object.assign(script.dataset, readValues());
  script.src = section.dataset.script;
  script.defer = true;
  document.head.append(script);
}

function readValues() {
  const pairs = Object.entries(JSON.parse(section.dataset.values));
  return Object.fromEntries(pairs.map(([name, value]) => [name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()), value]));
}

function show(answer) {
  for (const button of section.querySelectorAll("[data-consent]")) {
    button.setAttribute("aria-pressed", String(button.dataset.consent === answer));
  }
}

function choose(answer) {
  try {
    localStorage.setItem(KEY, answer);
  } catch {
    // Storage is blocked: the answer holds for this page.
  }
  show(answer);
  // A counter that runs already ends with the page.
  section.querySelector("[data-status]").textContent = answer === "no" && isLoaded ? "From the next page on, nothing is counted." : WORDS[answer];
  if (answer === "yes") load();
}

section.addEventListener("click", (event) => {
  const button = event.target.closest("[data-consent]");
  if (button) choose(button.dataset.consent);
});
show(readAnswer());
if (readAnswer() === "yes") load();
