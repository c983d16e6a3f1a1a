// The ways to hand a finished record in. Nothing is sent: each link only opens a page or a letter to send from.
const LONGEST_LINK = 8000; // GitHub refuses addresses over 8,191 bytes.
const LONGEST_LETTER = 1800; // Mail programs cut longer links off.

// `record` is {title, name, folder, text, texts: [[field, value]]}; `contact` is {repository, branch, email}.
export function createLinks(record, contact, formName) {
  const links = {};
  if (contact.repository) {
    links["new-file"] = newFile(record, contact);
    links["issue-form"] = issueForm(record, contact, formName);
  }
  if (contact.email) links["e-mail"] = letter(record, contact);
  return links;
}

function newFile(record, { repository, branch }) {
  const page = `${repository}/new/${branch}/content/${record.folder}`;
  return withinLimit(page, { filename: record.name }, { value: record.text });
}

function issueForm(record, { repository }, formName) {
  const start = { template: `${formName}.yml`, title: record.title };
  return withinLimit(`${repository}/issues/new`, start, Object.fromEntries(record.texts));
}

function withinLimit(page, start, more) {
  const full = `${page}?${new URLSearchParams({ ...start, ...more })}`;
  return full.length <= LONGEST_LINK
    ? { href: full, isTooLong: false }
    : { href: `${page}?${new URLSearchParams(start)}`, isTooLong: true };
}

function letter(record, { email }) {
  // RFC 6068, section 5: a line of a letter ends in both.
  const text = record.text.replace(/\r?\n/g, "\r\n");
  const isTooLong = encodeURIComponent(text).length > LONGEST_LETTER;
  const body = isTooLong ? "(Please attach the file that you downloaded, or paste its text here.)" : text;
  const subject = encodeURIComponent(`Contribution: ${record.title}`);
  return { href: `mailto:${email}?subject=${subject}&body=${encodeURIComponent(body)}`, isTooLong };
}
