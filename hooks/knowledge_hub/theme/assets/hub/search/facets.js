// The filters of the search page: what is chosen, how many results each value has, what is shown of them.

import { createElement } from "./results.js";
import { fill, words } from "./words.js";

// A longer list shows this many values and a button for the rest.
const SHOWN_VALUES = 8;

export class Facets {
  /** `onChange` is called after a reader has changed a choice. */
  constructor(form, onChange) {
    this.boxes = [...form.querySelectorAll('input[type="checkbox"]')];
    this.groups = [...form.querySelectorAll("[data-hub-facet]")];
    this.totals = this.readCounts();
    form.addEventListener("change", onChange);
    form.addEventListener("submit", (event) => event.preventDefault());
    this.groups.forEach((group) => this.shorten(group));
  }

  has(facet, value) {
    return this.boxes.some((box) => box.name === facet && box.value === value);
  }

  /** Returns the chosen values by facet. */
  get chosen() {
    const filters = {};
    for (const box of this.boxes) if (box.checked) (filters[box.name] ??= []).push(box.value);
    return filters;
  }

  set chosen(filters) {
    for (const box of this.boxes) box.checked = filters[box.name]?.includes(box.value) ?? false;
    for (const group of this.groups) if (filters[group.dataset.hubFacet]) group.open = true;
  }

  /** Returns the counts that the page came with: those of the whole library. */
  readCounts() {
    const counts = {};
    for (const box of this.boxes) {
      (counts[box.name] ??= {})[box.value] = Number.parseInt(countOf(box).textContent.replaceAll(",", ""), 10);
    }
    return counts;
  }

  /** Shows how many results each value has; values without any are hidden unless they are chosen. */
  showCounts(counts) {
    for (const box of this.boxes) {
      const count = counts[box.name]?.[box.value] ?? 0;
      countOf(box).textContent = count.toLocaleString("en-US");
      box.closest("li").toggleAttribute("data-hub-empty", count === 0 && !box.checked);
    }
    this.groups.forEach((group) => this.shorten(group));
  }

  /** Returns a button for each choice that takes it back. */
  createChips(onRemove) {
    return this.boxes
      .filter((box) => box.checked)
      .map((box) => {
        const name = box.closest("label").querySelector("[data-hub-label]").textContent;
        const button = createElement("button", "hub-chip");
        button.type = "button";
        button.append(createElement("span", "hub-hidden", `${words.remove_filter} `), name);
        button.append(Object.assign(createElement("span", "", " ×"), { ariaHidden: "true" }));
        button.addEventListener("click", () => {
          box.checked = false;
          onRemove();
        });
        return button;
      });
  }

  shorten(group) {
    const button = group.querySelector("[data-hub-facet-more]");
    if (!button) return;
    const items = [...group.querySelectorAll("li")].filter((item) => !item.hasAttribute("data-hub-empty"));
    const isWhole = group.hasAttribute("data-hub-whole");
    items.forEach((item, position) => {
      item.hidden = !isWhole && position >= SHOWN_VALUES && !item.querySelector("input").checked;
    });
    button.hidden = isWhole || items.every((item) => !item.hidden);
    button.textContent = fill(words.show_all, { number: items.length });
    button.onclick = () => {
      group.setAttribute("data-hub-whole", "");
      this.shorten(group);
      items[SHOWN_VALUES]?.querySelector("input").focus();
    };
  }
}

function countOf(box) {
  return box.closest("label").querySelector("[data-hub-count]");
}
