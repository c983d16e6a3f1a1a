// The chart as a picture of its own, with its title and finding: for slides, reports and chats.
import { HEIGHT, WIDTH, drawChart } from "./drawing.js";
import { html, svg } from "./elements.js";
import { writeFinding } from "./words.js";

// No style sheet of the site reaches into a file, and the policy forbids one inside: each shape brings what it needs.
const STYLES = [
  ...["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"],
  ...["font-family", "font-size", "font-weight", "text-anchor"],
];
const MARGIN = 24;
const LINE = 22;
// A line of words at the size of a drawing's words.
const LONGEST_LINE = 68;
const TIMES_LARGER = 3;

/** The picture of a series as a file: its text, and how large it is. */
export function createPicture(series, changes, words) {
  const title = wrap(series.measure.name, Math.floor(LONGEST_LINE * 0.8));
  const above = [...wrap(writeFinding(series, words), LONGEST_LINE), series.measure.axis];
  const below = changes.flatMap((change, index) => wrap(`${index + 1}  ${change.title} (${change.when})`, LONGEST_LINE));
  const top = MARGIN + LINE * (title.length + above.length);
  const height = top + HEIGHT + LINE * below.length + MARGIN;
  const width = WIDTH + MARGIN;
  const chart = svg("g", { transform: `translate(0 ${top})` }, ...drawChart(series, changes, words));
  const drawing = svg(
    "svg",
    { class: "hub-run-chart-maker__picture", viewBox: `0 0 ${width} ${height}`, width, height },
    svg("rect", { class: "hub-run-chart-maker__paper", width, height }),
    ...drawLines("hub-run-chart-maker__title", title, MARGIN + 8),
    ...drawLines("hub-run-chart-maker__words", above, MARGIN + 8 + LINE * title.length),
    chart,
    ...drawLines("hub-run-chart-maker__words", below, top + HEIGHT + LINE),
  );
  return { text: withStyles(drawing, series.measure.name), width, height };
}

/** The same picture in pixels. The promise fails where the browser refuses to draw it. */
export async function createPng({ text, width, height }) {
  const image = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const canvas = html("canvas", { width: width * TIMES_LARGER, height: height * TIMES_LARGER });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser made no picture."))), "image/png");
  });
}

function load(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("The browser can’t read the drawing."));
    image.src = address;
  });
}

function wrap(text, longest) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > longest && lines.at(-1)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.filter(Boolean);
}

function drawLines(name, lines, top) {
  return lines.map((text, index) => svg("text", { class: name, x: MARGIN, y: top + LINE * index }, text));
}

// What the site's own style sheets say of each shape, in light colors and on a wide page, written beside it.
function withStyles(drawing, title) {
  const stage = html("div", { class: "hub-run-chart hub-run-chart-maker__stage", "aria-hidden": "true" });
  stage.append(drawing);
  document.body.append(stage);
  const root = document.documentElement;
  const scheme = root.dataset.hubScheme;
  root.dataset.hubScheme = "light";
  for (const shape of drawing.querySelectorAll("*")) copyStyles(shape);
  if (scheme) root.dataset.hubScheme = scheme;
  else delete root.dataset.hubScheme;
  stage.remove();
  for (const shape of [drawing, ...drawing.querySelectorAll("[class]")]) shape.removeAttribute("class");
  drawing.prepend(svg("title", {}, title));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing)}`;
}

function copyStyles(shape) {
  const styles = getComputedStyle(shape);
  const isText = shape.localName === "text" || shape.localName === "tspan";
  for (const name of STYLES) {
    const value = styles.getPropertyValue(name);
    if (/^(?:font|text)-/.test(name) ? isText : value !== "none" && name !== "stroke-linecap") {
      shape.setAttribute(name, value.replaceAll('"', "'"));
    }
  }
  if (styles.strokeLinecap !== "butt") shape.setAttribute("stroke-linecap", styles.strokeLinecap);
  if (styles.fill === "none") shape.setAttribute("fill", "none");
}
