// The menu on small screens and under zoom; wide screens show it always.
const header = document.querySelector('[data-hub-component="menu"]');
const toggle = header.querySelector("[data-menu-toggle]");
const panel = document.getElementById(toggle.getAttribute("aria-controls"));

function setOpen(isOpen) {
  toggle.setAttribute("aria-expanded", String(isOpen));
  panel.toggleAttribute("data-open", isOpen);
}

toggle.addEventListener("click", () => {
  const isOpen = toggle.getAttribute("aria-expanded") !== "true";
  setOpen(isOpen);
  if (isOpen) panel.querySelector("a").focus();
});

header.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || toggle.getAttribute("aria-expanded") !== "true") return;
  setOpen(false);
  toggle.focus();
});

// The host's own sections unfold without scripts; a list that lies over the page should also go away again.
const sections = [...header.querySelectorAll("[data-menu-section]")];

header.addEventListener("keydown", (event) => {
  const open = event.target.closest("[data-menu-section][open]");
  if (event.key !== "Escape" || !open) return;
  open.open = false;
  open.querySelector("summary").focus();
  // The panel around it stays as it is.
  event.stopImmediatePropagation();
}, { capture: true });

for (const section of sections) {
  section.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !section.contains(relatedTarget)) section.open = false;
  });
}

document.addEventListener("click", ({ target }) => {
  for (const section of sections) if (!section.contains(target)) section.open = false;
});
