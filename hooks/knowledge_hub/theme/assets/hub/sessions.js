// Moves sessions that ended since the site was built from the coming to the past ones, by the clock of their own place.
const coming = document.querySelector("[data-coming-sessions]");
const past = document.querySelector(".hub-past-sessions");

function isOver(part) {
  return Date.parse(part.dataset.over) <= Date.now();
}

function showCounts(list) {
  const number = list.children.length;
  const noun = number === 1 ? past.dataset.one : past.dataset.many;
  past.querySelector("summary").textContent = `${number.toLocaleString("en-US")} ${noun}`;
  past.hidden = number === 0;
}

function movePast() {
  const list = past.querySelector("ol");
  list.append(...[...coming.querySelectorAll("[data-over]")].filter(isOver));
  showCounts(list);
  coming.hidden = coming.querySelector("ol").children.length === 0;
  if (coming.hidden) past.open = true;
}

/** The overview shows what comes next only. */
function leaveOutPast(next) {
  for (const session of [...next.querySelectorAll("[data-over]")].filter(isOver)) session.remove();
  next.hidden = next.querySelector("ol").children.length === 0;
}

if (coming) movePast();
for (const next of document.querySelectorAll("[data-next-sessions]")) leaveOutPast(next);
for (const mark of [...document.querySelectorAll(".hub-timeline-picture [data-over]")].filter(isOver)) {
  mark.classList.remove("hub-timeline-picture__session--coming");
}
