import MiniSearch from "minisearch";
import { fields, weights } from "./fields.js";

const fold = (term) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const engine = new MiniSearch({
  fields,
  processTerm: fold,
  searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: weights },
});
const documents = [];

export const note = "prefix, fuzzy 0.2, AND; search alone";
export const add = (more) => documents.push(...more);
export const index = () => engine.addAll(documents);
export const search = (text) => engine.search(text);
export const count = (text) => search(text).length;
export const first = (text, _, count) =>
  search(text).slice(0, count).map(({ id }) => id);
