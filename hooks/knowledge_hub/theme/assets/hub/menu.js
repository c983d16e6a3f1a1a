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
