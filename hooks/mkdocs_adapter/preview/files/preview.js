// In a preview only: says what keeps the last change from being shown, and loads the page again once it has changed.
const own = new URL(import.meta.url);
const CLOSED = "hub.preview.closed";
const isAlone = document.querySelector('[data-hub-preview="alone"]') !== null;

let site = Number(own.searchParams.get("site"));
let state = 0;
let asking = null;
let shown = "";
let closed = readClosed();

const band = make("section", "hub-preview");
const status = make("p", "hub-hidden");
status.setAttribute("role", "status");

function make(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function readClosed() {
  try {
    return sessionStorage.getItem(CLOSED) ?? "";
  } catch {
    return ""; // Storage is blocked: the choice holds for this page.
  }
}

function close() {
  closed = shown;
  band.replaceChildren();
  try {
    sessionStorage.setItem(CLOSED, closed);
  } catch {
    // As above.
  }
}

function createFault({ place, message, mend }) {
  const item = document.createElement("li");
  if (place) item.append(make("code", "", place));
  const what = document.createElement("p");
  what.append(make("strong", "", message));
  item.append(what);
  if (mend) item.append(make("p", "", mend));
  return item;
}

function show(said) {
  const wanted = said?.id ?? "";
  if (wanted === shown) return;
  if (isAlone) {
    location.reload();
    return;
  }
  if (shown && !said) status.textContent = status.dataset.mended;
  shown = wanted;
  band.replaceChildren();
  if (!said || wanted === closed) return;
  status.textContent = "";
  status.dataset.mended = said.mended;
  band.setAttribute("aria-label", said.title);
  // Screen readers say what is put into an alert that is there already.
  const alert = make("div", "hub-preview__said");
  alert.setAttribute("role", "alert");
  const button = make("button", "hub-button hub-preview__close", said.close);
  button.type = "button";
  button.addEventListener("click", close);
  band.append(button, alert);
  const list = make("ul", "hub-preview__faults");
  list.append(...said.faults.map(createFault));
  alert.append(make("p", "hub-preview__title", said.title), list);
  if (said.more) alert.append(make("p", "", said.more));
}

function findLoaded() {
  const addresses = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const loaded = addresses.filter(({ origin, href }) => origin === own.origin && !href.startsWith(new URL(".", own).href));
  return [...new Set(loaded.map(({ pathname }) => pathname))];
}

async function hasChanged(signal) {
  const asked = { since: site, page: location.pathname, loaded: findLoaded() };
  const answer = await fetch(new URL("differs", own), { method: "POST", body: JSON.stringify(asked), signal });
  return (await answer.json()).differs;
}

async function follow(news, signal) {
  if (news.site !== site) {
    if (await hasChanged(signal)) {
      stop();
      location.reload();
      return;
    }
    site = news.site;
  }
  show(news.said);
  state = news.state;
}

async function listen() {
  if (asking) return;
  asking = new AbortController();
  const { signal } = asking;
  while (!signal.aborted) {
    try {
      const answer = await fetch(new URL(`state?after=${state}`, own), { signal, cache: "no-store" });
      await follow(await answer.json(), signal);
    } catch {
      // The server has been stopped, and may be back soon.
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

function stop() {
  asking?.abort();
  asking = null;
}

// A browser has few connections for all tabs of one site, so only those in sight ask.
function listenWhileInSight() {
  if (document.visibilityState === "visible") listen();
  else stop();
}

if (isAlone) shown = document.querySelector("main").dataset.hubFaults;
else {
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL("preview.css", own).href;
  document.head.append(styles);
  document.body.append(band, status);
}
document.addEventListener("visibilitychange", listenWhileInSight);
addEventListener("pagehide", stop);
addEventListener("pageshow", listenWhileInSight);
listenWhileInSight();
