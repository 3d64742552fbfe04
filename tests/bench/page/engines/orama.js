import { create, insert, search as find } from "@orama/orama";
import { fields, PAGE_LENGTH, weights } from "./fields.js";

const schema = Object.fromEntries(fields.map((field) => [field, "string"]));
const engine = create({ schema, sort: { enabled: false } });
const documents = [];

const ask = (term, limit) => find(engine, { term, limit, tolerance: 1, boost: weights });

export const note = "tolerance 1, any of the words; search alone";
export const add = (more) => documents.push(...more);
export const index = () => documents.forEach((document) => insert(engine, document));
export const search = (text) => ask(text, PAGE_LENGTH);
export const count = (text) => search(text).count;
export const first = (text, _, count) => ask(text, count).hits.map(({ id }) => id);
