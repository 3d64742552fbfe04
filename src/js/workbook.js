// Selects records of a published workbook (XLSX), and saves them as a workbook. Loaded when somebody downloads one.
//
// It moves rows of the sheets and renumbers them, so that every cell stays as it was written when the site was
// built (`tools/site-builder/src/pages/data_files/workbook.rs`). Workers would need a looser security policy, so
// the work is done in short pieces between which the page can respond.

import { Unzip, UnzipInflate, Zip, ZipDeflate } from "fflate";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/** How long the page may be busy at a time, in milliseconds. */
const MAX_BUSY = 30;
/** How much is packed or unpacked at a time, in bytes. */
const PIECE = 1 << 16;

const RECORDS = "xl/worksheets/sheet1.xml";
const SOURCES = "xl/worksheets/sheet2.xml";
const ABOUT = "xl/worksheets/sheet3.xml";
const RELATIONS = (sheet) => sheet.replace("worksheets/", "worksheets/_rels/") + ".rels";

const channel = new MessageChannel();
let busySince = performance.now();

/** Lets the page respond, if it has been busy for long. Unlike a timer this is not slowed down in the background. */
async function pause() {
  if (performance.now() - busySince < MAX_BUSY) return;
  await new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
  busySince = performance.now();
}

/** The texts of the files in an archive, by path. */
async function unpack(bytes) {
  const files = {};
  let failure;
  const archive = new Unzip((file) => {
    const decoder = new TextDecoder();
    files[file.name] = "";
    file.ondata = (error, data, isLast) => {
      failure ??= error;
      if (!error) files[file.name] += decoder.decode(data, { stream: !isLast });
    };
    file.start();
  });
  archive.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PIECE) {
    archive.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    if (failure) throw failure;
    await pause();
  }
  return files;
}

/** The parts of an archive of files, each given as pieces of its text. */
async function pack(files) {
  const parts = [];
  let failure;
  const archive = new Zip((error, data) => {
    failure ??= error;
    parts.push(data);
  });
  const encoder = new TextEncoder();
  for (const [path, pieces] of Object.entries(files)) {
    const file = new ZipDeflate(path);
    archive.add(file);
    let buffer = "";
    for (const piece of pieces) {
      buffer += piece;
      while (buffer.length > PIECE) {
        file.push(encoder.encode(buffer.slice(0, PIECE)));
        buffer = buffer.slice(PIECE);
        await pause();
      }
    }
    file.push(encoder.encode(buffer), true);
  }
  archive.end();
  if (failure) throw failure;
  return parts;
}

/** A sheet with the rows of some records in their order, after its heading. `undefined` if a record has none. */
async function select(files, path, ids) {
  const START = "<sheetData>";
  const END = "</row>";
  const text = files[path];
  let from = text.indexOf(START) + START.length;
  const head = text.slice(0, from);
  const rows = [];
  for (let to; (to = text.indexOf(END, from)) >= 0; from = to + END.length) {
    rows.push(text.slice(from, to + END.length));
    await pause();
  }
  const heading = rows.shift();
  const byId = new Map();
  for (const row of rows) {
    const id = row.slice(row.indexOf("<t>") + 3, row.indexOf("</t>"));
    if (byId.has(id)) byId.get(id).push(row);
    else byId.set(id, [row]);
    await pause();
  }
  const selected = [heading];
  const newNumbers = new Map();
  for (const id of ids) {
    for (const row of byId.get(id) ?? []) {
      const number = selected.length + 1;
      newNumbers.set(row.slice(row.indexOf('"') + 1, row.indexOf('"', row.indexOf('"') + 1)), number);
      selected.push(row.replace(/<(row|c) r="([A-Z]*)\d+/g, `<$1 r="$2${number}`));
      await pause();
    }
  }
  const dimension = head.replace(/(<dimension ref="A1:[A-Z]+)\d+/, `$1${selected.length}`);
  files[path] = [dimension, ...selected, await selectLinks(files, path, text.slice(from), newNumbers)];
  return ids.every((id) => byId.has(id));
}

/** The part of a sheet after its rows, with the links of the renumbered rows and no others. */
async function selectLinks(files, path, tail, newNumbers) {
  const links = new Map();
  for (const [link, column, row, id] of tail.matchAll(/<hyperlink ref="([A-Z]+)(\d+)" r:id="(\w+)"[^>]*>/g)) {
    const number = newNumbers.get(row);
    if (number) links.set(id, link.replace(column + row, column + number));
    await pause();
  }
  const relations = RELATIONS(path);
  if (files[relations]) {
    const kept = [];
    for (const piece of files[relations].split(/(?=<Relationship )/)) {
      const id = piece.match(/ Id="(\w+)"/)?.[1];
      if (!id || links.has(id)) kept.push(piece);
      else if (piece.endsWith("</Relationships>")) kept.push("</Relationships>");
      await pause();
    }
    files[relations] = kept;
  }
  const all = [...links.values()].join("");
  return tail.replace(/<hyperlinks>.*<\/hyperlinks>/s, () => all && `<hyperlinks>${all}</hyperlinks>`);
}

/** A text as the content of an element. Excel reads `_x0041_` as a letter, and rejects control characters. */
function escape(text) {
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text
    .slice(0, 32_767)
    .replace(/\p{Surrogate}/gu, "")
    .replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")
    .replace(/[\0-\x1f\ufffe\uffff]/g, " ")
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter]);
}

/** Fills in the question, the address, the number of rows and the day on the sheet about the table. */
function describe(files, { title, url }, length, day) {
  // Days are counted from 30 December 1899.
  const days = Date.parse(day) / 86_400_000 + 25_569;
  const inline = (text) => `<is><t xml:space="preserve">${escape(text)}</t></is>`;
  const values = { B1: inline(title), B2: inline(url), B3: `<v>${length}</v>`, B4: `<v>${days}</v>` };
  for (const [cell, value] of Object.entries(values)) {
    files[ABOUT] = files[ABOUT].replace(
      new RegExp(`<c r="${cell}"([^>]*?)(/>|>.*?</c>)`, "s"),
      (_, attributes) => `<c r="${cell}"${attributes}>${value}</c>`,
    );
  }
  // The address is the first link.
  const relations = RELATIONS(ABOUT);
  files[relations] = files[relations].replace(/Target="[^"]*"/, () => `Target="${escape(url)}"`);
}

/** The parts of a workbook of the records with these ids. `undefined` if one is missing. */
export async function selection(bytes, { selection: about, day, ids }) {
  busySince = performance.now();
  const files = await unpack(bytes);
  const list = ids ? ids.split(" ") : [];
  if (!(await select(files, RECORDS, list))) return undefined;
  await select(files, SOURCES, list);
  describe(files, about, list.length, day);
  for (const path of Object.keys(files)) files[path] = [files[path]].flat();
  return pack(files);
}

/** Saves some records of the workbook at `url`. Resolves to whether it could be loaded but has no such record. */
export async function save(url, name, request) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) return false;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const parts = await selection(bytes, JSON.parse(request)).catch(console.warn);
  if (!parts) return true;
  globalThis.saveFile(parts, name, MEDIA_TYPE);
}
