// Elements made by scripts; every word goes in as text.
const DRAWING = "http://www.w3.org/2000/svg";

/** An element of a page; what is null stays away. */
export function html(name, attributes = {}, ...children) {
  return complete(document.createElement(name), attributes, children);
}

/** An element of a drawing. */
export function svg(name, attributes = {}, ...children) {
  return complete(document.createElementNS(DRAWING, name), attributes, children);
}

function complete(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null));
  return element;
}
