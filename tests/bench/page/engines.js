// How each engine is configured. Every peer gets the configuration that its manual recommends for
// search-as-you-type, with typo tolerance where available, and our field weights where supported:
//
// - MiniSearch: prefixes, up to a fifth of the letters of a word may be wrong, all words must match.
//   We fold accents, because it does not.
// - FlexSearch: every prefix of a word is indexed. It has no typo tolerance and ranks within a field
//   only; the results of the fields are joined in the order of our weights.
// - Fuse.js: anywhere in a text, threshold 0.3, accents ignored; all words must match, each by itself:
//   otherwise it treats a query as one long word (0.71 instead of 0.92 on the tuned golden set).
// - uFuzzy: one error per word, words in any order, over one text that joins all fields, folded to
//   Latin letters by its own function.
// - Orama: one error per word; any of the words, its default, which does better than requiring all
//   (0.70 instead of 0.65).
//
// `search` is timed: it finds all matches and returns the first page where the engine takes a
// limit. `count` returns the number of matches, `first` the ids of the best.
export const engines = {
  ours: () => import("./engines/ours.js"),
  minisearch: () => import("./engines/minisearch.js"),
  flexsearch: () => import("./engines/flexsearch.js"),
  fuse: () => import("./engines/fuse.js"),
  ufuzzy: () => import("./engines/ufuzzy.js"),
  orama: () => import("./engines/orama.js"),
};
