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
    status.textContent = "Copied.";
  } catch {
    status.textContent = `Copying isn’t allowed here. The text is: ${text}`;
  }
}

actions?.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) copy(button.dataset.copy);
  else if (button && "print" in button.dataset) window.print();
});
