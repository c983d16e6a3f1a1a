// The filters on a phone: a sheet over the page, with the way back to the results always in reach.

import { countResults, fill, lowerFirst, words } from "./words.js";

export class Sheet {
  /** `part` finds a part of the search page by its name. */
  constructor(part, narrow) {
    this.part = part;
    this.dialog = part("sheet");
    part("filters-open").addEventListener("click", () => this.open());
    part("sheet-close").addEventListener("click", () => this.dialog.close());
    part("sheet-done").addEventListener("click", () => {
      this.dialog.close();
      part("results").focus();
    });
    this.dialog.addEventListener("close", () => part("filters").append(part("facets")));
    narrow.addEventListener("change", () => this.dialog.close());
  }

  open() {
    this.part("sheet-body").append(this.part("facets"));
    this.dialog.showModal();
  }

  /** Says how many results there are, which can't be seen behind the sheet. */
  say(number) {
    const results = countResults(number);
    this.part("sheet-done").textContent = fill(words.show, { results: lowerFirst(results) });
    this.part("sheet-status").textContent = this.dialog.open ? results : "";
  }
}
