// A filled-in worksheet as a Word file (ECMA-376): a zip of a few XML parts, made without a library.
import { createZip } from "../zip.js";

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
// Characters that no XML 1.0 document may hold, not even escaped.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const PAGE_WIDTH = 9360; // twentieths of a point between the margins of a US Letter page

export function createWordFile(worksheet) {
  return createZip([
    ["[Content_Types].xml", contentTypes()],
    ["_rels/.rels", relations([["officeDocument", "word/document.xml"], ["core", "docProps/core.xml"]])],
    ["word/_rels/document.xml.rels", relations([["styles", "styles.xml"]])],
    ["docProps/core.xml", properties(worksheet)],
    ["word/styles.xml", styles()],
    ["word/document.xml", body(worksheet)],
  ]);
}

function body({ title, sections, scores, address }) {
  const blocks = [paragraph(title, "Title")];
  for (const section of sections) {
    blocks.push(paragraph(section.title, "Heading1"), ...section.fields.flatMap(fieldBlocks));
  }
  if (scores) blocks.push(paragraph("Scores", "Heading1"), paragraph(scores));
  blocks.push(paragraph(`From ${address}`, "Note"));
  const page = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1296" w:right="1440" w:bottom="1296" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>';
  return `${DECLARATION}<w:document xmlns:w="${MAIN}"><w:body>${blocks.join("")}${page}</w:body></w:document>`;
}

function fieldBlocks(field) {
  const label = paragraph(field.label, "Heading2");
  if (!field.columns) return [label, paragraph(field.text || "Not answered")];
  if (field.rows.length === 0) return [label, paragraph("Not filled in")];
  // Word needs a paragraph between a table and what follows.
  return [label, table(field), paragraph("")];
}

function table({ columns, rows }) {
  const width = Math.floor(PAGE_WIDTH / columns.length);
  const grid = columns.map(() => `<w:gridCol w:w="${width}"/>`).join("");
  const row = (cells, properties, style) => {
    const made = cells.map((text) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, style)}</w:tc>`);
    return `<w:tr>${properties}${made.join("")}</w:tr>`;
  };
  const head = row(columns, "<w:trPr><w:tblHeader/></w:trPr>", "TableHead");
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${PAGE_WIDTH}" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${head}${rows.map((cells) => row(cells, "")).join("")}</w:tbl>`;
}

function paragraph(text, style = "") {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  const lines = escapeXml(text).split(/\r\n|\r|\n/);
  const runs = lines.map((line) => `<w:t xml:space="preserve">${line}</w:t>`).join("<w:br/>");
  return `<w:p>${properties}<w:r>${runs}</w:r></w:p>`;
}

// Readers such as python-docx can't do without a default style named Normal.
function styles() {
  const style = (id, name, settings, based = '<w:basedOn w:val="Normal"/>') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${based}${settings}</w:style>`;
  const spaced = (before, after, extra = "") =>
    `<w:pPr>${extra}<w:spacing w:before="${before}" w:after="${after}"/></w:pPr>`;
  const level = (number) => `<w:outlineLvl w:val="${number}"/>`;
  const heading = (number, size, before) =>
    style(
      `Heading${number}`,
      `heading ${number}`,
      `<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="60"/>${level(number - 1)}</w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`,
    );
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7C888E"/>`)
    .join("");
  return [
    `${DECLARATION}<w:styles xmlns:w="${MAIN}">`,
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    style("Title", "Title", `<w:next w:val="Normal"/><w:qFormat/>${spaced(0, 240)}<w:rPr><w:b/><w:sz w:val="44"/></w:rPr>`),
    heading(1, 30, 360),
    heading(2, 22, 200),
    style("TableHead", "Table Head", `${spaced(0, 0, "<w:keepNext/>")}<w:rPr><w:b/></w:rPr>`),
    style("Note", "Note", `${spaced(480, 0)}<w:rPr><w:color w:val="4A5860"/><w:sz w:val="18"/></w:rPr>`),
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr></w:style>`,
    "</w:styles>",
  ].join("");
}

function properties({ title }) {
  return `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>en-US</dc:language></cp:coreProperties>`;
}

function contentTypes() {
  const parts = [
    ["/word/document.xml", `${WORD}.document.main+xml`],
    ["/word/styles.xml", `${WORD}.styles+xml`],
    ["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join("");
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

function relations(targets) {
  const types = {
    officeDocument: `${OFFICE}/officeDocument`,
    styles: `${OFFICE}/styles`,
    core: `${PACKAGE}/relationships/metadata/core-properties`,
  };
  const made = targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${types[type]}" Target="${target}"/>`);
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${made.join("")}</Relationships>`;
}

function escapeXml(text) {
  return text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (character) => ESCAPES[character]);
}
