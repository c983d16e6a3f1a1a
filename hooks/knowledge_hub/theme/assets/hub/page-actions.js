// Copies the page's address or its citation, and prints.
const actions = document.querySelector('[data-hub-component="page-actions"]');

/** On some pages the question in the address is what one wants to send; on all others it is of no use. */
function keepsQuery() {
  return document.querySelector("[data-hub-keeps-query]") !== null;
}

function textOf(name) {
  if (name === "address") return addressOf(new URL(location.href));
  return actions.querySelector(`[data-copy-source="${name}"]`).textContent;
}

function addressOf(url) {
  url.hash = "";
  if (!keepsQuery()) url.search = "";
  // The reader's own list goes along in the address, but is no part of the page.
  url.searchParams.delete("list");
  return url.href;
}

async function copy(name) {
  const status = actions.querySelector("[data-status]");
  const text = textOf(name);
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = actions.dataset.copied;
  } catch {
    status.textContent = `${actions.dataset.copyRefused} ${text}`;
  }
}

actions?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) copy(button.dataset.copy);
  else if (button && "print" in button.dataset) window.print();
});
