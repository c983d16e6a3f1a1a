// Light, dark or the system's colors. Nothing is stored until a reader chooses, nor after "System".
const KEY = "hub.scheme";
const root = document.documentElement;
const group = document.querySelector('[data-hub-component="color-scheme"]');

function show() {
  const current = root.dataset.hubScheme ?? "system";
  for (const button of group.querySelectorAll("[data-scheme]")) {
    button.setAttribute("aria-pressed", String(button.dataset.scheme === current));
  }
}

function choose(scheme) {
  if (scheme === "system") delete root.dataset.hubScheme;
  else root.dataset.hubScheme = scheme;
  show();
  try {
    if (scheme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}

group.addEventListener("click", (event) => {
  const button = event.target.closest("[data-scheme]");
  if (button) choose(button.dataset.scheme);
});
show();
