// Marks in the contents of a page which section is being read, and folds them again once a section is chosen.
const beside = document.querySelector('nav[data-hub-component="contents"]');
const folded = document.querySelector('details[data-hub-component="contents"]');
const here = folded?.querySelector("[data-here]");
const links = [...(beside?.querySelectorAll("a") ?? [])];
const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
let isWaiting = false;

/** The section whose heading passed the upper third of the window last; -1 above the first one. */
function findCurrent() {
  const line = innerHeight / 3;
  return headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top <= line);
}

function mark() {
  isWaiting = false;
  const current = findCurrent();
  for (const [index, link] of links.entries()) {
    if (index === current) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  if (here) here.textContent = links[current]?.textContent ?? "";
  keepInSight(links[current]);
}

/** A long list scrolls within itself; the page stays where it is. */
function keepInSight(link) {
  if (!link || !beside.clientHeight) return;
  const { top, bottom } = link.getBoundingClientRect();
  const box = beside.getBoundingClientRect();
  if (top < box.top) beside.scrollTop -= box.top - top;
  else if (bottom > box.bottom) beside.scrollTop += bottom - box.bottom;
}

function markSoon() {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(mark);
}

/** What covers the text goes away with whoever leaves it. */
function foldUnless(target) {
  if (!folded.contains(target)) folded.open = false;
}

if (links.length) {
  addEventListener("scroll", markSoon, { passive: true });
  addEventListener("resize", markSoon, { passive: true });
  mark();
}
folded?.addEventListener("click", (event) => {
  if (event.target.closest("a")) folded.open = false;
});
folded?.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !folded.open) return;
  folded.open = false;
  folded.querySelector("summary").focus();
});
if (folded) {
  for (const kind of ["focusin", "pointerdown"]) addEventListener(kind, (event) => foldUnless(event.target));
}
