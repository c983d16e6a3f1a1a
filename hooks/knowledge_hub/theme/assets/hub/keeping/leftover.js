/** Shows answers that no question has a place for, each with the name of its question, so that none is lost. */
export function showLeftover(element, items) {
  element.hidden = items.length === 0;
  element.querySelector("ul").replaceChildren(
    ...items.map(({ field, answer }) => {
      const item = document.createElement("li");
      item.textContent = `${String(field).replaceAll("-", " ")}: ${describe(answer)}`;
      return item;
    }),
  );
}

function describe(answer) {
  if (answer === null || typeof answer !== "object") return String(answer ?? "");
  return Object.values(answer).map(describe).filter(Boolean).join("; ");
}
