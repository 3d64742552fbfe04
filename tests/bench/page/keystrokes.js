// The keystrokes, derived from the data: the same data give the same keystrokes.

const WORDS = 40;
const TYPOS = 20;
const PAIRS = 20;

const words = (text) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];

// A random number generator with a fixed seed (mulberry32).
export const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

// A missing letter, two swapped, an extra letter, a wrong letter; the first letter is always right.
const mistakes = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  (word, at) => word.slice(0, at) + word[at] + word.slice(at),
  (word, at) => word.slice(0, at) + "w" + word.slice(at + 1),
];

// `documents` is a sample that is large enough, spread over the catalogue.
export const keystrokes = (documents) => {
  const fields = ["name", "keyword", "place", "organisation", "area", "description"];
  const chosen = new Set();
  documents.forEach((document, number) => {
    const candidates = words(document[fields[number % fields.length]]);
    const word = candidates[number % candidates.length];
    if (word) chosen.add(word);
  });
  const [...all] = chosen;
  const typed = all.slice(0, WORDS);
  const mistyped = all.filter((word) => word.length >= 6).slice(-TYPOS);
  const pairs = documents.slice(-PAIRS).map((document, number) => {
    const last = words(document[number % 2 ? "place" : "name"])[0];
    return [words(document.keyword)[0], last].filter(Boolean).join(" ");
  });
  return {
    prefix: typed.flatMap((word) => [...word].map((_, end) => word.slice(0, end + 1))),
    typo: mistyped.map((word, number) =>
      mistakes[number % mistakes.length](word, 1 + (number % (word.length - 3)))),
    words: pairs,
  };
};

// The given number of queries: prefixes of words, whole words and mistyped words.
export const randomTexts = (documents, count) => {
  const next = random(1);
  const below = (bound) => Math.floor(next() * bound);
  const vocabulary = documents.flatMap((document) => words(Object.values(document).join(" ")));
  return Array.from({ length: count }, () => {
    const word = vocabulary[below(vocabulary.length)];
    const text = word.slice(0, 1 + below(word.length));
    return next() < 0.3 ? mistakes[below(mistakes.length)](text, below(text.length)) : text;
  });
};
