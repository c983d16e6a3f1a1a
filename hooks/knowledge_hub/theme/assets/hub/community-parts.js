// Old addresses of a community's sections lead on to the part where each stands now. Without scripts they lead to what
// the overview says of it, which has the link.
const [entry] = performance.getEntriesByType("navigation");
const name = decodeURIComponent(location.hash.slice(1));
const moved = [...document.querySelectorAll("a[data-moved]")].find((link) => link.dataset.moved === name);

// Who comes back to the overview, or loads it again, wants the overview.
if (moved && entry?.type === "navigate") location.replace(moved.href);
