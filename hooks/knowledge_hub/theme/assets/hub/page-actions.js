// Copies the page's address or its citation, and prints.
const actions = document.querySelector('[data-hub-component="page-actions"]');

function textOf(name) {
  if (name === "address") return location.href.replace(/[?#].*$/, "");
  return actions.querySelector(`[data-copy-source="${name}"]`).textContent;
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
