// Draws a chart or a map on the page as a picture of its own, with its title, the question, the source and the date,
// and saves or copies it. Loaded when somebody does.
//
// The security policy lets no script show a picture that it has made, so an SVG file cannot be turned into a PNG by
// loading it. A picture is therefore a list of shapes, which are written as SVG or painted on a canvas.

const WIDTH = 1000;
const MARGIN = 40;
const INSIDE = WIDTH - 2 * MARGIN;
const FONT = "'Titillium Web', 'Segoe UI', system-ui, sans-serif";
const TEXT = "#1a1a1a";
const MUTED = "#455b71";
const LINE = "#c5c7c9";
const BRANDS = ["#06c", "#b35900"];
/** The pixels of a PNG file for each unit of a picture. */
const SCALE = 2;

const context = document.createElement("canvas").getContext("2d");

function fontOf({ size, weight = 400 }) {
  return `${weight} ${size}px ${FONT}`;
}

function widthOf(text, style) {
  context.font = fontOf(style);
  return context.measureText(text).width;
}

/** The lines of a text, broken between words, and within words that are wider than a line. */
function linesOf(text, width, style) {
  const lines = [];
  let line = "";
  for (const word of text.split(/(?<= )|(?<=[/?&])/)) {
    if (line && widthOf(line + word, style) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
    while (widthOf(line, style) > width) {
      let end = line.length - 1;
      while (end > 1 && widthOf(line.slice(0, end), style) > width) end -= 1;
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

// Pictures as lists of shapes

/** A picture that grows downwards. */
class Picture {
  shapes = [];
  height = MARGIN;

  add(kind, shape) {
    this.shapes.push({ kind, ...shape });
  }

  /** Adds lines of text below what is there. */
  write(text, { x = MARGIN, width = INSIDE, lead = 1.3, after = 0, ...style }) {
    for (const line of linesOf(text, width, style)) {
      this.height += style.size * lead;
      this.add("text", { x, y: this.height - style.size * (lead - 1), text: line, ...style });
    }
    this.height += after;
  }
}

// Reading charts from the page

const textOf = (element) => element?.textContent.trim() ?? "";

/** The names of the series; none if there is only one. */
function seriesOf(frame) {
  const names = [...frame.querySelectorAll(".chart thead .series, .chart-legend .series")];
  return names.map(textOf);
}

/** The table behind a chart or a map: its headings and its rows. */
function tableOf(frame) {
  const table = frame.querySelector("table");
  const rows = [...table.querySelectorAll("tbody tr:has(th)")];
  return {
    headings: [...table.querySelectorAll("thead th")].map(textOf),
    rows: rows.map((row) => [...row.cells].map(textOf)),
    chosen: rows.map((row) => row.querySelector("[aria-pressed]")?.ariaPressed === "true"),
  };
}

// Drawing

function drawLegend(picture, names) {
  const style = { size: 15, weight: 700 };
  let x = MARGIN;
  for (const [series, name] of names.entries()) {
    picture.add("rect", { x, y: picture.height + 4, width: 12, height: 12, fill: BRANDS[series % 2] });
    picture.add("text", { x: x + 18, y: picture.height + 15, text: name, fill: TEXT, ...style });
    x += widthOf(name, style) + 48;
  }
  picture.height += 32;
}

function drawBars(picture, frame, series) {
  const LABELS = 300;
  const ROW = 30;
  const style = { size: 15 };
  const { rows, chosen } = tableOf(frame);
  const someChosen = chosen.includes(true);
  const longest = Math.max(1, ...rows.flatMap((row) => row.slice(1).map(Number)));
  const column = (INSIDE - LABELS) / Math.max(1, series.length);
  for (const [number, [label, ...counts]] of rows.entries()) {
    const lines = linesOf(label, LABELS - 16, style);
    const height = Math.max(ROW, lines.length * 18 + 8);
    const middle = picture.height + height / 2;
    for (const [line, text] of lines.entries()) {
      const y = middle + 5 + (line - (lines.length - 1) / 2) * 18;
      picture.add("text", { x: MARGIN, y, text, fill: TEXT, weight: chosen[number] ? 700 : 400, ...style });
    }
    for (const [place, count] of counts.entries()) {
      const x = MARGIN + LABELS + place * column;
      const width = (Number(count) / longest) * (column - 60);
      const opacity = someChosen && !chosen[number] ? 0.4 : 1;
      picture.add("rect", { x, y: middle - 9, width, height: 18, fill: BRANDS[place % 2], opacity });
      picture.add("text", { x: x + width + 8, y: middle + 5, text: count, fill: TEXT, ...style });
    }
    picture.height += height;
  }
  picture.write(textOf(frame.querySelector("tbody .hint")), { size: 14, fill: MUTED });
}

function drawYears(picture, frame) {
  const HEIGHT = 260;
  const style = { size: 14, fill: MUTED };
  const chart = frame.querySelector(".year-columns svg");
  const { width: span, height: highest } = chart.viewBox.baseVal;
  picture.write(String(highest), { after: 4, ...style });
  const top = picture.height;
  const bottom = top + HEIGHT;
  const value = (rect, name) => Number(rect.getAttribute(name));
  for (const rect of chart.querySelectorAll("rect")) {
    picture.add("rect", {
      x: MARGIN + (value(rect, "x") / span) * INSIDE,
      y: top + (value(rect, "y") / highest) * HEIGHT,
      width: (value(rect, "width") / span) * INSIDE,
      height: (value(rect, "height") / highest) * HEIGHT,
      fill: BRANDS[rect.classList.contains("series-1") ? 1 : 0],
    });
  }
  picture.add("rect", { x: MARGIN, y: top, width: INSIDE, height: 1, fill: LINE });
  picture.add("rect", { x: MARGIN, y: bottom, width: INSIDE, height: 1, fill: MUTED });
  const labels = [...frame.querySelectorAll(".year-axis span")].map(textOf);
  for (const [number, text] of labels.entries()) {
    // A label stands where its year begins.
    const x = MARGIN + (number / labels.length) * INSIDE;
    picture.add("rect", { x, y: bottom, width: 1, height: 6, fill: MUTED });
    picture.add("text", { x, y: bottom + 20, text, ...style });
  }
  picture.height = bottom + 32;
}

// Maps

/** The part of the file of outlines that an element refers to. */
const partOf = (use) => use.getAttribute("href").split("#")[1];

/** Runs a function with the page in its light colours; nobody sees them, because nothing is painted meanwhile. */
function inLightColours(read) {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = "light";
  try {
    return read();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/** A colour as programs that draw SVG know it. */
function colour(computed) {
  const parts = computed.match(/^color\(srgb ([^ ]+) ([^ ]+) ([^ )]+)/)?.slice(1);
  const digits = parts?.map((part) => Math.round(part * 255).toString(16).padStart(2, "0"));
  return digits ? `#${digits.join("")}` : computed;
}

/** The outlines and the names in the file that a map refers to, by id. */
async function outlinesOf(map) {
  const [url] = map.querySelector("use").getAttribute("href").split("#");
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  const text = await response.text();
  const areas = new Map();
  for (const [, id, d] of text.matchAll(/<path id="([^"]+)"[^>]* d="([^"]+)"/g)) areas.set(id, d);
  const names = new Map();
  for (const [, id, group] of text.matchAll(/<g id="(names-[^"]+)">(.*?)<\/g>/gs)) {
    const all = group.matchAll(/<text x="([^"]+)" y="([^"]+)" dy="([^"]+)em">([^<]*)</g);
    names.set(
      id,
      Array.from(all, ([, x, y, dy, name]) => ({ x: Number(x), y: Number(y), dy: Number(dy), text: name.replace("&amp;", "&") })),
    );
  }
  return { areas, names };
}

/** The shapes of a map in its own units. */
function shapesOf(map, { areas, names }, unit) {
  const shapes = [];
  const outline = (d, { fill, stroke, strokeWidth }) =>
    shapes.push({
      kind: "path",
      d,
      fill: colour(fill),
      stroke: colour(stroke),
      width: parseFloat(strokeWidth) * unit,
      cap: "round",
    });
  const write = (element, { text, x, y, dx = 0, dy = 0, size }) => {
    const { fill, stroke, strokeWidth, fontWeight, dominantBaseline, textAnchor } = getComputedStyle(element);
    const middle = dominantBaseline === "central" ? 0.35 : 0;
    shapes.push({
      kind: "text",
      text,
      x: x + dx * size,
      y: y + (dy + middle) * size,
      size,
      weight: Number(fontWeight),
      fill: colour(fill),
      anchor: textAnchor,
      halo: stroke === "none" ? undefined : { stroke: colour(stroke), width: parseFloat(strokeWidth) },
    });
  };
  const number = (element, name) => parseFloat(element.getAttribute(name) ?? "0");
  for (const element of map.querySelectorAll("use, path:not(.target), text")) {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    if (element.localName === "path") {
      outline(element.getAttribute("d"), { ...pick(style), strokeWidth: element.getAttribute("stroke-width") });
    } else if (element.localName === "text") {
      const [x, y, dx, dy] = ["x", "y", "dx", "dy"].map((name) => number(element, name));
      write(element, { text: textOf(element), x, y, dx, dy, size });
    } else if (partOf(element) === "land") {
      for (const d of areas.values()) outline(d, pick(style));
    } else if (names.has(partOf(element))) {
      for (const name of names.get(partOf(element))) write(element, { ...name, size });
    } else if (areas.has(partOf(element))) {
      outline(areas.get(partOf(element)), pick(style));
    }
  }
  return shapes;
}

const pick = ({ fill, stroke, strokeWidth }) => ({ fill, stroke, strokeWidth });

async function drawMap(picture, map) {
  const outlines = await outlinesOf(map);
  const view = map.viewBox.baseVal;
  const unit = view.width / map.clientWidth;
  const legend = [...map.closest(".map-frame").querySelectorAll(".map-shades li")];
  let x = MARGIN;
  const { ground, shades, shapes } = inLightColours(() => ({
    ground: colour(getComputedStyle(map).backgroundColor),
    shades: legend.map((item) => colour(getComputedStyle(item.querySelector(".map-shade")).backgroundColor)),
    shapes: shapesOf(map, outlines, unit),
  }));
  for (const [number, item] of legend.entries()) {
    picture.add("rect", { x, y: picture.height + 2, width: 24, height: 16, fill: shades[number], stroke: MUTED });
    picture.add("text", { x: x + 32, y: picture.height + 15, text: textOf(item), size: 15, fill: TEXT });
    x += widthOf(textOf(item), { size: 15 }) + 56;
  }
  if (legend.length > 0) picture.height += 32;
  const { x: left, y: top, width: span } = view;
  picture.add("map", { x: MARGIN, y: picture.height, size: INSIDE, left, top, span, ground, shapes });
  picture.height += INSIDE + 8;
}

async function draw(frame, { title, address, source, question }) {
  const picture = new Picture();
  picture.write(title, { size: 30, weight: 700, lead: 1.2, fill: TEXT });
  picture.write(question, { size: 19, fill: TEXT });
  picture.write(textOf(frame.querySelector("caption .hint, figcaption .hint, .map-legend h3, .map-legend .hint")), { size: 15, fill: MUTED });
  picture.height += 16;
  const series = seriesOf(frame);
  if (series.length > 1) drawLegend(picture, series);
  const map = frame.querySelector("svg.map");
  if (map) await drawMap(picture, map);
  else if (frame.querySelector(".year-columns")) drawYears(picture, frame);
  else drawBars(picture, frame, series);
  picture.height += 16;
  picture.add("rect", { x: MARGIN, y: picture.height, width: INSIDE, height: 1, fill: LINE });
  picture.height += 8;
  picture.write(source, { size: 14, fill: MUTED });
  picture.write(address, { size: 14, fill: MUTED });
  picture.height = Math.ceil(picture.height + MARGIN / 2);
  return picture;
}

// Writing and painting

/** A text in XML, which has no control characters. */
function escape(text) {
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return String(text)
    .replace(/[\0-\x1f\ufffe\uffff]|\p{Surrogate}/gu, " ")
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
}

function element(name, attributes, content = "") {
  const written = Object.entries(attributes).map(([key, value]) => {
    const rounded = typeof value === "number" ? Math.round(value * 100) / 100 : value;
    return value === undefined ? "" : ` ${key}="${escape(rounded)}"`;
  });
  return `<${name}${written.join("")}>${content}</${name}>`;
}

const TO_SVG = {
  rect: ({ kind, ...attributes }) => element("rect", attributes),
  text({ kind, text, size, weight, anchor, halo, ...attributes }) {
    const letters = { "font-size": size, "font-weight": weight, "text-anchor": anchor };
    const around = halo && { stroke: halo.stroke, "stroke-width": halo.width, "stroke-linejoin": "round", "paint-order": "stroke" };
    return element("text", { ...attributes, ...letters, ...around }, escape(text));
  },
  path: ({ kind, width, cap, ...attributes }) =>
    element("path", { ...attributes, "stroke-width": width, "stroke-linecap": cap }),
  map({ x, y, size, left, top, span, ground, shapes }) {
    const view = { x, y, width: size, height: size, viewBox: `${left} ${top} ${span} ${span}` };
    const sea = element("rect", { x: left, y: top, width: span, height: span, fill: ground });
    return element("svg", view, [sea, ...shapes.map((shape) => TO_SVG[shape.kind](shape))].join("\n"));
  },
};

function svgOf({ shapes, height }, { title, question }) {
  const frame = {
    xmlns: "http://www.w3.org/2000/svg",
    width: WIDTH,
    height,
    viewBox: `0 0 ${WIDTH} ${height}`,
    "font-family": FONT,
    role: "img",
  };
  const ground = element("rect", { width: WIDTH, height, fill: "#fff" });
  const drawn = shapes.map((shape) => TO_SVG[shape.kind](shape));
  const content = [element("title", {}, escape([title, question].filter(Boolean).join(": "))), ground, ...drawn];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("svg", frame, `\n${content.join("\n")}\n`)}\n`;
}

const PAINT = {
  rect(context, { x, y, width, height, stroke }) {
    context.fillRect(x, y, width, height);
    if (!stroke) return;
    context.strokeStyle = stroke;
    context.lineWidth = 1;
    context.strokeRect(x, y, width, height);
  },
  text(context, { x, y, text, anchor = "start", halo, ...style }) {
    context.font = fontOf(style);
    context.textAlign = anchor === "middle" ? "center" : anchor;
    if (halo) {
      context.strokeStyle = halo.stroke;
      context.lineWidth = halo.width;
      context.lineJoin = "round";
      context.strokeText(text, x, y);
    }
    context.fillText(text, x, y);
  },
  path(context, { d, fill, stroke, width, cap }) {
    const path = new Path2D(d);
    if (fill !== "none") context.fill(path);
    if (stroke === "none") return;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.lineCap = cap;
    context.stroke(path);
  },
  map(context, { x, y, size, left, top, span, ground, shapes }) {
    context.save();
    context.beginPath();
    context.rect(x, y, size, size);
    context.clip();
    context.fillStyle = ground;
    context.fillRect(x, y, size, size);
    context.translate(x, y);
    context.scale(size / span, size / span);
    context.translate(-left, -top);
    paint(context, shapes);
    context.restore();
  },
};

function paint(context, shapes) {
  for (const shape of shapes) {
    if (shape.fill) context.fillStyle = shape.fill;
    context.globalAlpha = shape.opacity ?? 1;
    PAINT[shape.kind](context, shape);
  }
}

/** Resolves to the picture as a PNG file. */
function pngOf({ shapes, height }) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  context.scale(SCALE, SCALE);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, WIDTH, height);
  paint(context, shapes);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/** A table as CSV (RFC 4180), in which no text is run as a formula. */
function csvOf({ headings, rows }) {
  const cell = (text) => {
    const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  const lines = [headings, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`);
  return `\ufeff${lines.join("")}`;
}

/**
 * Saves or copies the chart around a button, as its `data-save` says. `name` is the name of the table, `about`
 * has lines: the title, the address, the source and the question. Resolves to whether it was copied.
 */
export async function save(button, name, about) {
  const { save: kind } = button.dataset;
  const frame = button.closest(".chart-frame");
  const [title, address, source, ...question] = about.split("\n");
  const texts = { title, address, source, question: question.join(" ") };
  if (kind === "csv") return saveFile(csvOf(tableOf(frame)), name, "text/csv");
  const drawing = draw(frame, texts);
  if (kind === "copy") {
    // Some browsers allow it only at once after the click.
    await navigator.clipboard.write([new ClipboardItem({ "image/png": drawing.then(pngOf) })]);
    return true;
  }
  const picture = await drawing;
  const file = name.replace(/csv$/, kind);
  if (kind === "svg") return saveFile(svgOf(picture, texts), file, "image/svg+xml");
  saveFile(await pngOf(picture), file, "image/png");
}
