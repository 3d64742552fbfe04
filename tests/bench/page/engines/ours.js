// Served next to the page, so there is nothing to bundle.
const { default: initialise, Records, weights: fieldWeights } = await import("/search_bench.js");
const wasm = await initialise();
let records, engine;

export const note = "whole listing: search, ranking, all facet counts, first page";
export const read = (json) => {
  records = new Records(json);
};
export const index = () => {
  engine = records.index();
};
export const memory = () => wasm.memory.buffer.byteLength;
export const weights = () => fieldWeights();
export const size = () => engine.count();
export const documents = (from, to) => engine.documents(from, to);
export const search = (text) => engine.listing(text);
export const count = search;
export const first = (text, lang, count) => engine.first(text, lang, count);
