// What the search page shows of an answer: what is said of it, its cards, and where to go when there are none.

import { createAnswer, createCard, createOffer } from "./cards.js";
import { ROOT } from "./library.js";
import { createItem, describeFound } from "./results.js";
import { countResults, fill, words } from "./words.js";

export class View {
  /** `part` finds a part of the search page by its name. */
  constructor(part) {
    this.part = part;
  }

  say(text) {
    const status = this.part("status");
    // The same words again would not be read out, nor need they be.
    if (status.textContent !== text) status.textContent = text;
  }

  clear() {
    for (const name of ["list", "answers", "offer"]) this.part(name).replaceChildren();
    for (const name of ["more", "nothing", "offer"]) this.part(name).hidden = true;
    this.part("list").ariaBusy = null;
    this.showAnswers([]);
    this.say("");
  }

  /** Says that search can't be had, and shows the ways to browse. */
  fail() {
    this.clear();
    this.part("start").hidden = false;
    this.part("bar").hidden = false;
    this.say(words.failed);
  }

  /** Says how much was found, and prepares what follows from that. */
  describe({ ids, total }, { asked, missing, shown, hasFilters }) {
    const number = ids.length;
    const isFilteredAway = hasFilters && number === 0 && total > 0;
    this.part("nothing").hidden = number > 0;
    this.part("order").hidden = number === 0;
    this.part("filtered").hidden = !isFilteredAway;
    this.part("try").hidden = isFilteredAway;
    this.part("near").hidden = true;
    this.part("filtered-words").textContent = fill(words.filtered, { results: countResults(total) });
    this.part("more").hidden = number <= shown;
    if (number === 0) this.part("list").replaceChildren();
    this.say(describeFound({ number, asked, missing }));
  }

  /** Shows the fixed answers: the way to help first. */
  showAnswers(answers) {
    const help = this.part("help");
    if (help) help.hidden = !answers.some((answer) => answer.help);
    this.part("answers").replaceChildren(
      ...answers.filter(({ text }) => text).map((answer) => createAnswer(answer, ROOT)),
    );
  }

  /** Keeps room for an offer before it is known, so that nothing moves when it comes. */
  expectOffer(isComing) {
    this.part("offer").hidden = !isComing;
    this.part("offer").replaceChildren();
  }

  showOffer(link) {
    this.part("offer").append(createOffer(words.offer, link));
  }

  showNearWords(links) {
    this.part("near").hidden = links.length === 0;
    this.part("near-words").replaceChildren(...links.map(createItem));
  }

  /**
   * Shows the cards of `found` up to one place, each as soon as it and all before it are there; returns whether they
   * still were the answer then, which `isCurrent` says.
   */
  async showCards(index, found, end, isCurrent) {
    const ids = found.ids.slice(0, end);
    let coming = [];
    this.part("list").ariaBusy = "true";
    for (const [place, id] of ids.entries()) {
      const content = await (coming[place - 1] ?? index.card(id));
      if (!isCurrent()) return false;
      const card = createCard(content, {
        root: ROOT,
        section: found.section(id),
        isBest: place === 0 && found.isBest,
        isMeant: found.isMeant,
      });
      if (place === 0) this.part("list").replaceChildren(card);
      else this.part("list").append(card);
      // On a slow line the first one comes sooner alone.
      if (place === 0) coming = fetchCards(index, ids.slice(1));
    }
    this.part("list").ariaBusy = null;
    return true;
  }
}

/** Returns the promises of several cards. Each is waited for later; one that fails before its turn is no failure yet. */
function fetchCards(index, ids) {
  const cards = ids.map((id) => index.card(id));
  for (const card of cards) card.catch(() => {});
  return cards;
}
