// Measures the time from an input event to the frame that shows its result. `arguments[0]` is the
// type of the events to measure: `input` or `click`.
window.recorder?.stop();
const answered = [];
const painted = [];
const slowest = new Map();
const stopped = new AbortController();
const interactionsBefore = performance.interactionCount;
let awaited = 0;
let late = 0;

// Events that may change nothing: for these, Chromium waits for the next paint, even if it comes a
// second later.
const SILENT = ["keyup", "pointerdown", "mousedown"];
const take = (entries) => {
  for (const { name, startTime, processingEnd, interactionId, duration } of entries) {
    const time = SILENT.includes(name) ? processingEnd - startTime : duration;
    if (interactionId) slowest.set(interactionId, Math.max(time, slowest.get(interactionId) ?? 0));
  }
};
const timing = new PerformanceObserver((list) => take(list.getEntries()));
timing.observe({ type: "event", durationThreshold: 16 });

/** Whether this mutation changes the list of results or the text that describes it. */
const isAnswer = ({ target, addedNodes, removedNodes }) => {
  const element = target.closest ? target : target.parentElement;
  if (!element?.closest(".results") || element.closest(".results-bar, .chips, .charts")) return false;
  return ![...addedNodes, ...removedNodes].every((node) => !node.matches || node.matches(".chips"));
};
let answers = 0;
// A change that comes while no frame is awaited missed the frame that was measured.
const changes = new MutationObserver((records) => {
  late += awaited === 0;
  answers += records.some(isAnswer);
});
changes.observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true });

/** Animation frame callbacks run before style, layout and paint; a message is delivered after them. */
const framePainted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });

/** The result is painted in the first frame or in one of the next two. */
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
// The app's listeners run between the first and the last one, each with its microtasks.
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
