// A text as readers meet it, by the same rules as hooks/knowledge_hub/checks/plain_reading.py.

// Without width: readers see what stands before and after as one word.
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Returns the readings of a text: as it is written, and without the marks that could hide words where that differs. */
export function createReadings(text, hidden) {
  const written = { text, place: (at) => at };
  const plain = readPlainly(text, hidden);
  return plain.text === text ? [written] : [written, plain];
}

function readPlainly(text, hidden) {
  let plain = "";
  const places = [];
  const take = (from, to) => {
    plain += text.slice(from, to);
    for (let at = from; at < to; at += 1) places.push(at);
  };
  let last = 0;
  for (const found of text.matchAll(hidden)) {
    const shown = show(found);
    if (shown === found[0]) continue;
    take(last, found.index);
    plain += shown;
    for (let at = 0; at < shown.length; at += 1) places.push(found.index);
    last = found.index + found[0].length;
  }
  take(last, text.length);
  return { text: plain, place: (at) => places[at] };
}

// What readers see of a mark: nothing, or the character that it stands for.
function show({ groups: { letter, entity, x, u, U, space } }) {
  if (letter) {
    const plain = letter.normalize("NFKC");
    return /^[\x00-\x7f]$/.test(plain) ? plain : letter.replace(UNSEEN, "");
  }
  if (entity) return new DOMParser().parseFromString(entity, "text/html").documentElement.textContent.replace(UNSEEN, "");
  const code = x ?? u ?? U;
  if (code) return String.fromCodePoint(parseInt(code, 16));
  return space ? " " : "";
}
