// Keeps with each address in the history how far its reader had scrolled: results come later than browsers wait.

const PAUSE = 300;

let timer = 0;

export function keepScroll() {
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(noteScroll, PAUSE);
  }, { passive: true });
  addEventListener("pagehide", noteScroll);
}

/** Notes where the reader is, before the address changes. */
export function noteScroll() {
  clearTimeout(timer);
  if ((history.state?.scroll ?? 0) !== scrollY) history.replaceState({ scroll: scrollY }, "");
}

export function restoreScroll() {
  scrollTo({ top: history.state?.scroll ?? 0, behavior: "instant" });
}
