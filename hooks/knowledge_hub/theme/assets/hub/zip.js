// Writes a zip without compression (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4).

const DATE = 0x21; // January 1, 1980, so that the same content gives the same bytes
const VERSION = 20;
const UTF8_NAMES = 0x0800;

// Takes pairs of a name and a text or bytes, and returns the bytes of the archive.
export function createZip(files) {
  const encoder = new TextEncoder();
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, given] of files) {
    const nameBytes = encoder.encode(name);
    const content = typeof given === "string" ? encoder.encode(given) : given;
    const shared = [
      ...[VERSION, UTF8_NAMES, 0, 0, DATE].map(short),
      ...[crc32(content), content.length, content.length].map(long),
      short(nameBytes.length),
      short(0),
    ];
    const local = join([long(0x04034b50), ...shared, nameBytes, content]);
    directory.push(
      join([long(0x02014b50), short(VERSION), ...shared, ...[0, 0, 0].map(short), long(0), long(offset), nameBytes]),
    );
    parts.push(local);
    offset += local.length;
  }
  const entries = join(directory);
  const counts = [0, 0, files.length, files.length].map(short);
  return join([...parts, entries, long(0x06054b50), ...counts, long(entries.length), long(offset), short(0)]);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function short(number) {
  return Uint8Array.of(number & 0xff, number >>> 8);
}

function long(number) {
  return Uint8Array.of(number & 0xff, (number >>> 8) & 0xff, (number >>> 16) & 0xff, number >>> 24);
}

function join(pieces) {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let position = 0;
  for (const piece of pieces) {
    joined.set(piece, position);
    position += piece.length;
  }
  return joined;
}
