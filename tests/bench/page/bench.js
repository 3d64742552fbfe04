// The benchmark: one frame for each engine, all given the same queries. The query string says what
// to measure; the result is stored in `window.outcome`, the current step in `window.progress`.
import { keystrokes, randomTexts } from "./keystrokes.js";

const PEERS = ["minisearch", "orama", "fuse", "ufuzzy", "flexsearch"];
const CHUNK = 1000;
const SAMPLES = 240;
// The time limit for indexing, in milliseconds.
const MOST_INDEXING = 300_000;
// The time limit for one round of one engine; slower engines get a sample of the queries.
const MOST_ROUND = 15_000;
const RANDOM_KEYSTROKES = 10_000;

const say = (text) => {
  window.progress = text;
};

// A search engine, running in its own frame.
class Engine {
  #frame;
  #waiting = new Map();
  #next = 0;

  static open(name, weights) {
    const engine = new Engine();
    engine.name = name;
    const frame = document.createElement("iframe");
    frame.allow = "cross-origin-isolated";
    const query = new URLSearchParams({ engine: name, weights: JSON.stringify(weights) });
    frame.src = `http://${name}.localhost:${location.port}/frame.html?${query}`;
    engine.#frame = frame;
    return new Promise((ready) => {
      addEventListener("message", ({ source, data }) => {
        if (source !== frame.contentWindow) return;
        if (data.ready) return ready(engine);
        engine.#waiting.get(data.id)(data);
        engine.#waiting.delete(data.id);
      });
      document.body.append(frame);
    });
  }

  // Calls a function in the frame, with a time limit in milliseconds.
  call(call, values = [], most = 2 * MOST_INDEXING) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(`not done after ${most / 1000} s, or out of memory`), most);
      this.#waiting.set(id, ({ value, error }) => {
        clearTimeout(late);
        error ? reject(error) : resolve(value);
      });
      this.#frame.contentWindow.postMessage({ id, call, values }, "*");
    });
  }

  close() {
    this.#frame.remove();
  }
}

// One way of querying an engine, which is timed. FlexSearch stops at a limit without counting the
// results; it is timed both for all results, which a listing with counts needs, and for the first
// page.
class Contestant {
  runs = [];

  constructor(engine, name = engine.name, call = "times") {
    Object.assign(this, { engine, name, call });
  }

  static of(engine) {
    const page = new Contestant(engine, "flexsearch 24", "pages");
    return engine.name === "flexsearch" ? [new Contestant(engine), page] : [new Contestant(engine)];
  }

  // Runs each of these queries once and returns the times.
  times(texts) {
    return this.engine.call(this.call, [texts]);
  }
}

const sorted = (numbers) => [...numbers].sort((one, other) => one - other);
const quantile = (numbers, share) => {
  const all = sorted(numbers);
  return all[Math.max(0, Math.ceil(share * all.length) - 1)];
};

// Our engine with the catalogue, and the peers that were able to index it.
const prepare = async (catalogue) => {
  say("ours: reading and indexing");
  const ours = await Engine.open("ours", {});
  const read = await ours.call("read", [catalogue]);
  const index = await ours.call("index");
  const clusters = await ours.call("size");
  const weights = JSON.parse(await ours.call("weights"));
  const engines = [ours];
  const about = [{ name: "ours", note: await ours.call("note"), read, index }];
  for (const name of PEERS) {
    say(`${name}: taking ${clusters} documents`);
    const peer = await Engine.open(name, weights);
    const outcome = { name, note: await peer.call("note") };
    about.push(outcome);
    try {
      for (let from = 0; from < clusters; from += CHUNK) {
        await peer.call("add", [await ours.call("documents", [from, from + CHUNK])]);
      }
      say(`${name}: indexing`);
      outcome.index = await peer.call("index", [], MOST_INDEXING);
      engines.push(peer);
    } catch (error) {
      outcome.failed = String(error);
      peer.close();
    }
  }
  return { ours, engines, about, clusters, bytes: read.bytes };
};

// A sample of documents, spread evenly over the catalogue.
const samples = async (ours, clusters) => {
  const step = Math.max(1, Math.floor(clusters / SAMPLES));
  const documents = [];
  for (let at = 0; at < clusters; at += step) {
    documents.push(...JSON.parse(await ours.call("documents", [at, at + 1])));
  }
  return documents;
};

// The sampling step for a contestant, chosen so that a round stays within its time limit.
const stride = async (contestant, texts) => {
  let spent = 0;
  let asked = 0;
  for (const place of [0.1, 0.6, 0.3, 0.9]) {
    const [time] = await contestant.times([texts[Math.floor(place * texts.length)]]);
    spent += time;
    asked += 1;
    if (spent > MOST_ROUND / 4) break;
  }
  return Math.max(1, Math.ceil((spent / asked) * texts.length / MOST_ROUND));
};

// The indices of the queries of a round. Each round takes different ones, and at least one.
const places = (count, every, round) => {
  const chosen = [...Array(count).keys()].filter((place) => place % every === round % every);
  return chosen.length > 0 ? chosen : [(round * 7) % count];
};

const summary = async (contestant, kind, texts, runs) => {
  const asked = [...texts.keys()].filter((place) => runs[place].length > 0);
  // The median over the rounds, because the machine is shared.
  const medians = asked.map((place) => quantile(runs[place], 0.5));
  const hits = await contestant.engine.call("hits", [asked.map((place) => texts[place])]);
  return {
    kind,
    of: texts.length,
    asked: asked.length,
    p50: quantile(medians, 0.5),
    p99: quantile(medians, 0.99),
    max: quantile(runs.flat(), 1),
    hits: hits.reduce((sum, count) => sum + count, 0),
    found: hits.filter((count) => count > 0).length,
  };
};

const benchSearch = async (parameters) => {
  const rounds = Number(parameters.get("rounds"));
  const { ours, engines, about, clusters, bytes } = await prepare("catalogue.json");
  const documents = await samples(ours, clusters);
  const kinds = Object.entries(keystrokes(documents));
  const contestants = engines.flatMap(Contestant.of);
  const all = kinds.flatMap(([, texts]) => texts);
  for (const contestant of contestants) {
    say(`${contestant.name}: warming up`);
    contestant.stride = await stride(contestant, all);
    if (contestant.stride === 1) await contestant.times(all);
    contestant.runs = kinds.map(([, texts]) => texts.map(() => []));
  }
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      say(`${contestant.name}: round ${round + 1} of ${rounds}`);
      for (const [nth, [, texts]] of kinds.entries()) {
        const asked = places(texts.length, contestant.stride, round);
        const times = await contestant.times(asked.map((place) => texts[place]));
        asked.forEach((place, at) => contestant.runs[nth][place].push(times[at]));
      }
    }
  }
  const results = [];
  for (const contestant of contestants) {
    say(`${contestant.name}: counting hits`);
    const summaries = [];
    for (const [nth, [kind, texts]] of kinds.entries()) {
      summaries.push(await summary(contestant, kind, texts, contestant.runs[nth]));
    }
    results.push({ name: contestant.name, kinds: summaries });
  }
  say("ours: random keystrokes");
  const before = await ours.call("memory");
  await ours.call("times", [randomTexts(documents, RANDOM_KEYSTROKES)]);
  const after = await ours.call("memory");
  return {
    clusters,
    bytes,
    rounds,
    isolated: crossOriginIsolated,
    indexes: about,
    results,
    random: { keystrokes: RANDOM_KEYSTROKES, before, after },
  };
};

const benchGolden = async () => {
  const { engines, about } = await prepare("catalogue.json");
  const queries = await (await fetch("golden.json")).json();
  for (const engine of engines) {
    const outcome = about.find(({ name }) => name === engine.name);
    outcome.first = await engine.call("first", [queries, 3]);
  }
  return { engines: about };
};

const parameters = new URLSearchParams(location.search);
const benches = { search: benchSearch, golden: benchGolden };
try {
  window.outcome = JSON.stringify(await benches[parameters.get("bench")](parameters));
} catch (error) {
  window.outcome = JSON.stringify({ error: String(error) });
}
