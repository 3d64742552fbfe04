// How each engine is configured. Every peer gets the configuration that its manual recommends for
// search-as-you-type, with typo tolerance where available, and our field weights where supported.
//
// An engine is loaded when its function is called, so that a frame holds no other.
//
// `search` is timed: it finds all matches and returns the first page where the engine takes a
// limit. `count` returns the number of matches, `first` the ids of the best.

const PAGE_LENGTH = 24;

// The fields of a document with their weights (`Field::WEIGHTS`), and their names, heaviest first.
const weights = JSON.parse(new URLSearchParams(location.search).get("weights"));
const fields = Object.keys(weights).sort((one, other) => weights[other] - weights[one]);

const ours = async () => {
  // Served next to the page, so there is nothing to bundle.
  const { default: initialise, ParsedCatalogue, weights } = await import("/search_bench.js");
  const wasm = await initialise();
  let records, engine;
  const search = (text) => engine.listing(text);
  return {
    note: "whole listing: search, ranking, all facet counts, first page",
    read: (json) => {
      records = new ParsedCatalogue(json);
    },
    index: () => {
      engine = records.index();
    },
    memory: () => wasm.memory.buffer.byteLength,
    weights: () => weights(),
    size: () => engine.count(),
    documents: (from, to) => engine.documents(from, to),
    search,
    count: search,
    first: (text, lang, count) => engine.first(text, lang, count),
  };
};

// Prefixes, up to a fifth of the letters of a word may be wrong, all words must match. We fold
// accents, because it does not.
const minisearch = async () => {
  const { default: MiniSearch } = await import("minisearch");
  const engine = new MiniSearch({
    fields,
    processTerm: (term) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase(),
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND", boost: weights },
  });
  const documents = [];
  const search = (text) => engine.search(text);
  return {
    note: "prefix, fuzzy 0.2, AND; search only",
    add: (more) => documents.push(...more),
    index: () => engine.addAll(documents),
    search,
    count: (text) => search(text).length,
    first: (text, _, count) => search(text).slice(0, count).map(({ id }) => id),
  };
};

// Every prefix of a word is indexed. It has no typo tolerance and ranks within a field only; the
// results of the fields are joined in the order of our weights.
const flexsearch = async () => {
  const { Document } = await import("flexsearch");
  const engine = new Document({ tokenize: "forward", document: { id: "id", index: fields } });
  const documents = [];
  // Results are grouped by field, in the order in which the fields were given.
  const ids = (text, limit) => {
    const found = engine.search(text, { limit });
    return [...new Set(found.flatMap(({ result }) => result))];
  };
  return {
    note: "tokenize forward; no typing errors; search only, for all results",
    add: (more) => documents.push(...more),
    index: () => documents.forEach((document) => engine.add(document)),
    search: (text) => engine.search(text, { limit: documents.length }),
    page: (text) => engine.search(text, { limit: PAGE_LENGTH }),
    count: (text) => ids(text, documents.length).length,
    first: (text, _, count) => ids(text, count).slice(0, count),
  };
};

// Anywhere in a text, threshold 0.3, accents ignored; all words must match, each by itself:
// otherwise it treats a query as one long word (0.71 instead of 0.92 on the tuned golden set).
const fuse = async () => {
  const { default: Fuse } = await import("fuse.js");
  const keys = Object.entries(weights).map(([name, weight]) => ({ name, weight }));
  const documents = [];
  let engine;
  return {
    note: "ignoreLocation, threshold 0.3, word by word; search only",
    add: (more) => documents.push(...more),
    index: () => {
      engine = new Fuse(documents, {
        keys,
        ignoreLocation: true,
        threshold: 0.3,
        ignoreDiacritics: true,
        useTokenSearch: true,
        tokenMatch: "all",
      });
    },
    search: (text) => engine.search(text, { limit: PAGE_LENGTH }),
    count: (text) => engine.search(text).length,
    first: (text, _, count) => engine.search(text, { limit: count }).map(({ item }) => item.id),
  };
};

// One error per word, words in any order, over one text that joins all fields, folded to Latin
// letters by its own function.
const ufuzzy = async () => {
  const { default: UFuzzy } = await import("@leeoniya/ufuzzy");
  const OUT_OF_ORDER = 1;
  const engine = new UFuzzy({ intraMode: 1 });
  const documents = [];
  let texts;
  const search = (text) => engine.search(texts, UFuzzy.latinize([text])[0], OUT_OF_ORDER);
  return {
    note: "intraMode 1, words in any order; search only",
    add: (more) => documents.push(...more),
    index: () => {
      const joined = documents.map((document) => fields.map((field) => document[field]).join("\n"));
      texts = UFuzzy.latinize(joined);
    },
    search,
    count: (text) => search(text)[0]?.length ?? 0,
    first: (text, _, count) => {
      const [found, info, order] = search(text);
      // It does not rank more than a thousand matches.
      const best = order ? order.map((place) => info.idx[place]) : (found ?? []);
      return best.slice(0, count).map((number) => documents[number].id);
    },
  };
};

// One error per word; any of the words, its default, which does better than requiring all (0.70
// instead of 0.65).
const orama = async () => {
  const { create, insert, search: find } = await import("@orama/orama");
  const schema = Object.fromEntries(fields.map((field) => [field, "string"]));
  const engine = create({ schema, sort: { enabled: false } });
  const documents = [];
  const ask = (term, limit) => find(engine, { term, limit, tolerance: 1, boost: weights });
  const search = (text) => ask(text, PAGE_LENGTH);
  return {
    note: "tolerance 1, any of the words; search only",
    add: (more) => documents.push(...more),
    index: () => documents.forEach((document) => insert(engine, document)),
    search,
    count: (text) => search(text).count,
    first: (text, _, count) => ask(text, count).hits.map(({ id }) => id),
  };
};

export const engines = { ours, minisearch, flexsearch, fuse, ufuzzy, orama };
