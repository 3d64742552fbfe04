// Measures from what a visitor does to the picture that answers it.
// `arguments[0]` is the type of the events that count: `input` or `click`.
window.recorder?.stop();
const answered = [];
const painted = [];
const slowest = new Map();
const stopped = new AbortController();
const interactionsBefore = performance.interactionCount;
let awaited = 0;
let late = 0;

// What may change nothing: for these Chromium waits until something is painted, be it a second later.
const SILENT = ["keyup", "pointerdown", "mousedown"];
const take = (entries) => {
  for (const { name, startTime, processingEnd, interactionId, duration } of entries) {
    const time = SILENT.includes(name) ? processingEnd - startTime : duration;
    if (interactionId) slowest.set(interactionId, Math.max(time, slowest.get(interactionId) ?? 0));
  }
};
const timing = new PerformanceObserver((list) => take(list.getEntries()));
timing.observe({ type: "event", durationThreshold: 16 });

/** Whether this change is one of the list of results, or of what says which of them there are. */
const isAnswer = ({ target, addedNodes, removedNodes }) => {
  const element = target.closest ? target : target.parentElement;
  if (!element?.closest(".results") || element.closest(".results-bar, .chips, .charts")) return false;
  return ![...addedNodes, ...removedNodes].every((node) => !node.matches || node.matches(".chips"));
};
let answers = 0;
// Whatever changes when nothing is awaited was not in the picture that was measured.
const changes = new MutationObserver((records) => {
  late += awaited === 0;
  answers += records.some(isAnswer);
});
changes.observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true });

/** The callbacks of a frame run before its style, layout and paint, a message after them. */
const framePainted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

/** The answer is in the first frame, or in one of the next two. */
const FRAMES = 3;
const onEvent = async ({ timeStamp }) => {
  awaited += 1;
  const before = answers;
  let [first, last] = [];
  for (let frame = 0; frame < FRAMES && answers === before; frame += 1) {
    last = await framePainted();
    first ??= last;
  }
  painted.push((answers === before ? first : last) - timeStamp);
  awaited -= 1;
};
// Between the first listener and the last stand the program's, each with the microtasks that it asks for.
const onAnswered = ({ timeStamp }) => answered.push(performance.now() - timeStamp);
const signal = stopped.signal;
addEventListener(arguments[0], onEvent, { capture: true, signal });
addEventListener(arguments[0], onAnswered, { signal });

window.recorder = {
  painted,
  stop() {
    take(timing.takeRecords());
    timing.disconnect();
    changes.disconnect();
    stopped.abort();
    const interactions = performance.interactionCount - interactionsBefore;
    return { answered, painted, interactions, slow: [...slowest.values()], late };
  },
};
