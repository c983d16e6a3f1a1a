// Whether the keys "/" and "f" go to the search field (see search-box.js). They can be switched off,
// because speech input may say single letters (WCAG 2.1, 2.1.4). Stored only when switched off.
const KEY = "hub.shortcuts";
const checkbox = document.querySelector('[data-hub-component="shortcuts"]');

// Whoever was faster than this script has chosen already.
if (checkbox.checked === checkbox.defaultChecked) show();
else keep();
checkbox.addEventListener("change", keep);

function show() {
  try {
    checkbox.checked = localStorage.getItem(KEY) !== "off";
  } catch {
    // Storage is blocked: the keys stay on.
  }
}

function keep() {
  try {
    if (checkbox.checked) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    checkbox.checked = true;
  }
}
