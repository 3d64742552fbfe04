// How each engine is configured. Every peer gets the configuration that its manual recommends for
// search-as-you-type, with typo tolerance where available, and our field weights where supported:
//
// - MiniSearch: prefixes, a fifth of a word's letters may be wrong, all words must match; accents
//   are folded by us, as it does not.
// - FlexSearch: every beginning of a word is indexed. It knows no errors, and ranks within a field
//   alone; the results of the fields are joined in the order of our weights.
// - Fuse.js: anywhere in a text, threshold 0.3, accents ignored; word by word, all of them, without
//   which it takes a search for one long word (0.71 instead of 0.92 of the golden set tuned on).
// - uFuzzy: one error a word, words in any order, in one text that holds all fields, folded to Latin
//   letters by its own function.
// - Orama: one error a word; any of the words, as it does unless told, which finds more of what is
//   expected than asking for all (0.70 instead of 0.65).
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
