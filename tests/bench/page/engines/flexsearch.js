import { Document } from "flexsearch";
import { fields, PAGE_LENGTH } from "./fields.js";

const engine = new Document({ tokenize: "forward", document: { id: "id", index: fields } });
const documents = [];

// Results are grouped by field, in the order in which the fields were given.
const ids = (text, limit) => {
  const found = engine.search(text, { limit });
  return [...new Set(found.flatMap(({ result }) => result))];
};

export const note = "tokenize forward; no typing errors; search alone, for all results";
export const add = (more) => documents.push(...more);
export const index = () => documents.forEach((document) => engine.add(document));
export const search = (text) => engine.search(text, { limit: documents.length });
export const page = (text) => engine.search(text, { limit: PAGE_LENGTH });
export const count = (text) => ids(text, documents.length).length;
export const first = (text, _, count) => ids(text, count).slice(0, count);
