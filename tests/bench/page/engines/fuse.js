import Fuse from "fuse.js";
import { PAGE_LENGTH, weights } from "./fields.js";

const keys = Object.entries(weights).map(([name, weight]) => ({ name, weight }));
const documents = [];
let engine;

export const note = "ignoreLocation, threshold 0.3, word by word; search alone";
export const add = (more) => documents.push(...more);
export const index = () => {
  engine = new Fuse(documents, {
    keys,
    ignoreLocation: true,
    threshold: 0.3,
    ignoreDiacritics: true,
    useTokenSearch: true,
    tokenMatch: "all",
  });
};
export const search = (text) => engine.search(text, { limit: PAGE_LENGTH });
export const count = (text) => engine.search(text).length;
export const first = (text, _, count) => engine.search(text, { limit: count }).map(({ item }) => item.id);
