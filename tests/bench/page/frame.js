// Runs one engine. Each frame is cross-site, so the browser gives it a process and a heap of its
// own, and measurements cover this engine only.
import { engines } from "./engines.js";

const name = new URLSearchParams(location.search).get("engine");
const engine = await engines[name]();

const milliseconds = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

// The heap in use after garbage collection (needs `--expose-gc` and
// `--enable-precise-memory-info`).
const heap = () => {
  gc();
  return engine.memory ? engine.memory() : performance.memory.usedJSHeapSize;
};

const calls = {
  note: () => engine.note,
  weights: () => engine.weights(),
  add: (documents) => engine.add(JSON.parse(documents)),
  documents: (from, to) => engine.documents(from, to),
  read: async (address) => {
    const json = await (await fetch(address)).text();
    const ms = milliseconds(() => engine.read(json));
    return { ms, bytes: new Blob([json]).size };
  },
  index: async () => {
    const before = heap();
    const ms = milliseconds(() => engine.index());
    const after = heap();
    return { ms, bytes: engine.memory ? after : after - before };
  },
  times: (texts) => texts.map((text) => milliseconds(() => engine.search(text))),
  pages: (texts) => texts.map((text) => milliseconds(() => engine.page(text))),
  size: () => engine.size(),
  hits: (texts) => texts.map((text) => engine.count(text)),
  first: (queries, count) => queries.map(({ query, lang }) => engine.first(query, lang, count)),
  memory: () => heap(),
};

addEventListener("message", async ({ data: { id, call, values } }) => {
  try {
    parent.postMessage({ id, value: await calls[call](...values) }, "*");
  } catch (error) {
    parent.postMessage({ id, error: String(error) }, "*");
  }
});
parent.postMessage({ ready: name }, "*");
