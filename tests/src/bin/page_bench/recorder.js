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

const take = (entries) => {
  for (const { interactionId, duration } of entries) {
    if (interactionId) slowest.set(interactionId, Math.max(duration, slowest.get(interactionId) ?? 0));
  }
};
const timing = new PerformanceObserver((list) => take(list.getEntries()));
timing.observe({ type: "event", durationThreshold: 16 });

// Whatever changes when nothing is awaited was not in the picture that was measured.
const changes = new MutationObserver(() => (late += awaited === 0));
changes.observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true });

const onEvent = ({ timeStamp }) => {
  awaited += 1;
  // The callbacks of a frame run before its style, layout and paint, a message after them.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      painted.push(performance.now() - timeStamp);
      awaited -= 1;
    };
    port2.postMessage(null);
  });
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
