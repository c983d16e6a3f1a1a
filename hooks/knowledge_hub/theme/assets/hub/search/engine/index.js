// The search index: its files, each fetched once, and the groups of words in them.

import { addUp, createGroup } from "./postings.js";

const VERSION = 2;
// So many files are looked through for words that begin alike.
const MOST_SHARDS = 3;

/** Returns the index whose files `read` fetches by their names; it rejects where one can't be had. */
export async function openIndex(read) {
  const entry = await read("index.json");
  if (entry?.version !== VERSION) throw new Error("The search index has another form.");
  return new Index(entry, read);
}

export class Index {
  constructor(entry, read) {
    this.entry = entry;
    this.read = read;
    this.count = entry.count;
    this.stop = new Set(entry.stop);
    this.stems = collectStems(entry);
    this.phrases = collectPhrases(entry.concepts);
    this.ranks = entry.ranks.map(([factor, deltas]) => [factor, addUp(deltas)]);
    this.files = new Map();
  }

  /** Returns what `make` makes of the content of a file. */
  file(name, make = (content) => content) {
    if (!this.files.has(name)) {
      const inside = this.entry.files?.[name];
      const content = inside === undefined ? this.read(name) : Promise.resolve(inside);
      const made = content.then(make);
      made.catch(() => this.files.delete(name));
      this.files.set(name, made);
    }
    return this.files.get(name);
  }

  /** Returns the group of words to which a form belongs, which lies `beside` one; undefined where there is none. */
  async find(form, beside = form) {
    const number = this.placeOf(beside);
    return number < 0 ? undefined : (await this.shard(number)).find(form);
  }

  /** Returns the group of an abbreviation, which lies beside its small letters. */
  findCapitals(written) {
    return this.find(written, written.toLowerCase());
  }

  /** Returns the documents whose title has just these words. */
  async findNamed(words) {
    const group = words.length ? await this.find(`${words.join(" ")}=`, words[0]) : undefined;
    return group?.ids ?? [];
  }

  /** Returns the groups that have a form with this beginning, the most frequent first. */
  async findStarts(start, most) {
    const first = Math.max(this.placeOf(start), 0);
    const numbers = [];
    for (let number = first; number < this.entry.shards.length && numbers.length < MOST_SHARDS; number += 1) {
      const form = this.entry.shards[number][0];
      if (number > first && !form.startsWith(start) && isBefore(start, form)) break;
      numbers.push(number);
    }
    const shards = await Promise.all(numbers.map((number) => this.shard(number)));
    const groups = new Map(shards.flatMap((shard) => shard.findStarts(start)).map((group) => [group.key, group]));
    return [...groups.values()].sort((a, b) => b.size - a.size || (isBefore(a.key, b.key) ? -1 : 1)).slice(0, most);
  }

  /** Returns where a group's words stand: a list of positions for each of its documents. */
  async positions(group) {
    const content = await this.file(`positions-${this.entry.shards[group.shard][1]}`);
    return content[group.key] ?? [];
  }

  /** Returns what a suggestion shows of a document. */
  async title(id) {
    const [address, title, kind, sections] = await this.part(this.entry.titles, id);
    return { address, title, kind, sections };
  }

  /** Returns what a result shows of a document. */
  async card(id) {
    const [title, [type, summary, facts, picture]] = await Promise.all([
      this.title(id),
      this.part(this.entry.cards, id),
    ]);
    return { ...title, type, summary, facts, picture };
  }

  async part({ size, files }, id) {
    return (await this.file(files[Math.floor(id / size)]))[id % size];
  }

  /** Returns the number of the shard in which a form would stand. */
  placeOf(form) {
    const { shards } = this.entry;
    let [low, high] = [0, shards.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(form, shards[middle][0])) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }

  shard(number) {
    return this.file(`terms-${this.entry.shards[number][1]}`, (content) => new Shard(content, number, this.count));
  }
}

class Shard {
  constructor(content, number, count) {
    this.content = content;
    this.number = number;
    this.count = count;
    this.groups = new Map();
    this.keys = new Map(Object.entries(content).flatMap(([key, [forms]]) => forms.map((form) => [form, key])));
  }

  find(form) {
    return this.keys.has(form) ? this.group(this.keys.get(form)) : undefined;
  }

  findStarts(start) {
    const found = [...this.keys].filter(([form]) => form.startsWith(start) && !form.endsWith("="));
    return [...new Set(found.map(([, key]) => key))].map((key) => this.group(key));
  }

  group(key) {
    if (!this.groups.has(key)) this.groups.set(key, createGroup(key, this.content[key], this.number, this.count));
    return this.groups.get(key);
  }
}

/** Returns the stem of each form that a phrase may have; the words of phrases are stems already. */
function collectStems({ stems, concepts }) {
  const words = concepts.flat().flatMap((phrase) => phrase.split(" "));
  return new Map([...words.map((word) => [word, word]), ...Object.entries(stems)]);
}

/** Returns the numbers of the concepts of each phrase, and how many words the longest phrase has. */
function collectPhrases(concepts) {
  const numbers = new Map();
  let longest = 0;
  concepts.forEach((phrases, number) => {
    for (const phrase of phrases) {
      numbers.set(phrase, [...(numbers.get(phrase) ?? []), number]);
      longest = Math.max(longest, phrase.split(" ").length);
    }
  });
  return { numbers, longest };
}

/** Tells whether one text comes before another by the code points of its letters, as the index orders them. */
export function isBefore(one, other) {
  const [letters, others] = [Array.from(one), Array.from(other)];
  const position = letters.findIndex((letter, place) => letter !== others[place]);
  if (position < 0) return letters.length < others.length;
  return position < others.length && letters[position].codePointAt(0) < others[position].codePointAt(0);
}
