import UFuzzy from "@leeoniya/ufuzzy";
import { fields } from "./fields.js";

const OUT_OF_ORDER = 1;
const engine = new UFuzzy({ intraMode: 1 });
const documents = [];
let texts;

export const note = "intraMode 1, words in any order; search alone";
export const add = (more) => documents.push(...more);
export const index = () => {
  texts = UFuzzy.latinize(documents.map((document) => fields.map((field) => document[field]).join("\n")));
};
export const search = (text) => engine.search(texts, UFuzzy.latinize([text])[0], OUT_OF_ORDER);
export const count = (text) => search(text)[0]?.length ?? 0;
export const first = (text, _, count) => {
  const [found, info, order] = search(text);
  // It does not rank more than a thousand matches.
  const best = order ? order.map((place) => info.idx[place]) : (found ?? []);
  return best.slice(0, count).map((number) => documents[number].id);
};
