// Keeps what is typed into one form: in this browser, only after the reader has chosen so, and alike in every tab.
// Before what isn't kept would be lost, the browser asks.
import { isEmpty, isSame, merge } from "./merge.js";
import { openStore, parseEntry } from "./store.js";

const WAIT_BEFORE_SAVING = 400;
// A tab that finds its place empty waits this long to hear why.
const WAIT_FOR_REASON = 1000;

export class Keeper {
  /**
   * `form` is { read, write, clear }: answers as plain data; `write` returns { field, answer } of each that has no place.
   * `view` is { say, showState, showLeftover }; `words` are the texts of the group "keeping".
   */
  constructor({ name, shape, toggle, form, view, words }) {
    Object.assign(this, { shape, toggle, form, view, words, store: openStore(name) });
    this.known = null; // the text in the storage that this tab has seen
    this.base = {}; // the answers in it
    this.leftover = [];
    this.isUnsaved = false;
  }

  /** Brings back what was kept, and listens from now on. Returns whether there was something. */
  start() {
    const text = this.store.text();
    const entry = parseEntry(text);
    // On a slow line a reader begins to write before this script is there.
    this.isUnsaved = this.hasAnswers();
    if (entry?.answers) this.#bringBack(text, entry);
    this.toggle.addEventListener("change", () => (this.toggle.checked ? this.#switchOn() : this.#switchOff()));
    window.addEventListener("storage", ({ key, newValue }) => {
      if (key === this.store.key || key === null) this.#hear(key && newValue);
    });
    window.addEventListener("pagehide", () => this.saveNow());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.#catchUp());
    window.addEventListener("beforeunload", (event) => {
      this.saveNow();
      if (this.isUnsaved && this.hasAnswers()) event.preventDefault();
    });
    this.#showState();
    return Boolean(entry?.answers);
  }

  /** Notes that something was typed. */
  change() {
    // At each key, so nothing is read here: a worksheet may have hundreds of cells.
    if (!this.isUnsaved) {
      this.view.showState(this.toggle.checked ? this.words.saving : this.words.unsaved);
      this.view.say("");
    }
    this.isUnsaved = true;
    this.#saveSoon();
  }

  /** Notes that everything is in a file of the reader's. */
  markTaken() {
    if (!this.toggle.checked) this.isUnsaved = false;
    this.#showState(this.words.taken);
  }

  /** Puts answers from elsewhere in place of what is there; returns how many have no place. */
  replace(answers, leftover = []) {
    this.form.clear();
    const lost = this.form.write(answers);
    this.#setLeftover([...leftover, ...lost]);
    this.change();
    this.markTaken(); // They come from a file.
    return lost.length;
  }

  erase() {
    this.#forget();
    return this.store.end("erased");
  }

  hasAnswers() {
    return this.leftover.length > 0 || !isEmpty(this.form.read());
  }

  saveNow() {
    clearTimeout(this.timer);
    if (!this.toggle.checked || !this.isUnsaved) return;
    this.#catchUp();
    if (!this.toggle.checked || (this.known !== null && this.store.text() === null)) return;
    clearTimeout(this.timer);
    const answers = this.form.read();
    const text = this.store.write({ shape: this.shape, answers, leftover: this.leftover });
    if (text === null) this.#tellFailure();
    else Object.assign(this, { known: text, base: answers, isUnsaved: false });
    this.#showState();
  }

  #saveSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.saveNow(), WAIT_BEFORE_SAVING);
  }

  #bringBack(text, entry) {
    const { value, conflicts } = merge({}, this.form.read(), entry.answers);
    const lost = this.form.write(value);
    this.#setLeftover([...entry.leftover, ...conflicts, ...lost]);
    const isMore = this.isUnsaved || lost.length > 0;
    Object.assign(this, { known: text, base: entry.answers, isUnsaved: isMore });
    this.toggle.checked = true;
    this.view.say(this.#describeReturn(conflicts.length, lost.length));
    if (isMore) this.#saveSoon();
  }

  #describeReturn(conflicts, lost) {
    const begun = conflicts && this.#count(this.words.begun, conflicts);
    const changed = lost && this.#count(this.words.changed, lost);
    return [begun, changed].filter(Boolean).join(" ") || this.words.back;
  }

  #switchOn() {
    this.view.say(this.words.on);
    this.isUnsaved = true;
    this.saveNow();
  }

  #switchOff() {
    clearTimeout(this.timer);
    Object.assign(this, { known: null, base: {}, isUnsaved: this.hasAnswers() });
    this.view.say(this.store.end("stopped") ? this.words.off : this.words.not_erased);
    this.#showState();
  }

  #tellFailure() {
    // What was saved before is still there.
    this.toggle.checked = this.known !== null;
    this.view.say(this.toggle.checked ? this.words.full : this.words.blocked);
  }

  #hear(text) {
    const ended = parseEntry(text)?.ended;
    if (ended) this.#end(ended);
    else this.#catchUp();
  }

  #catchUp() {
    const text = this.store.text();
    if (text === this.known) return;
    const entry = parseEntry(text);
    if (entry?.answers) this.#join(text, entry);
    else if (entry?.ended) this.#end(entry.ended);
    else this.waiting ??= setTimeout(() => this.#end("erased"), WAIT_FOR_REASON);
  }

  // Another tab has saved.
  #join(text, entry) {
    if (!this.toggle.checked && this.isUnsaved && this.hasAnswers()) {
      this.view.say(this.words.elsewhere);
      return;
    }
    const { value, conflicts } = merge(this.base, this.form.read(), entry.answers);
    const lost = this.form.write(value);
    this.#setLeftover([...this.leftover, ...entry.leftover, ...conflicts, ...lost]);
    this.toggle.checked = true;
    const isMore = !isSame(this.form.read(), entry.answers) || !isSame(this.leftover, entry.leftover);
    Object.assign(this, { known: text, base: entry.answers, isUnsaved: isMore });
    if (isMore) this.#saveSoon();
    this.view.say(conflicts.length ? this.#count(this.words.both, conflicts.length) : this.words.joined);
    this.#showState();
  }

  // Another tab has erased everything, or has switched saving off.
  #end(why) {
    clearTimeout(this.waiting);
    clearTimeout(this.timer);
    this.waiting = undefined;
    if (why === "erased") {
      this.#forget();
      this.view.say(this.words.erased_elsewhere);
      return;
    }
    this.toggle.checked = false;
    Object.assign(this, { known: null, base: {}, isUnsaved: this.hasAnswers() });
    this.view.say(this.words.off_elsewhere);
    this.#showState();
  }

  #forget() {
    clearTimeout(this.timer);
    this.form.clear();
    this.#setLeftover([]);
    this.toggle.checked = false;
    Object.assign(this, { known: null, base: {}, isUnsaved: false });
    this.#showState();
  }

  #setLeftover(items) {
    const seen = new Map(items.map((item) => [JSON.stringify([item.field, item.answer]), item]));
    this.leftover = [...seen.values()];
    this.view.showLeftover(this.leftover);
  }

  #showState(kept = "") {
    if (!this.hasAnswers()) this.view.showState("");
    else if (this.isUnsaved) this.view.showState(this.toggle.checked ? this.words.saving : this.words.unsaved);
    else this.view.showState(kept || (this.toggle.checked ? this.words.saved : this.words.taken));
  }

  #count(text, number) {
    return text.replace("{number}", number);
  }
}
