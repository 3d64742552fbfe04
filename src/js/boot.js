// Starts the program. The page's own text comes first; then program and data are fetched side by side,
// on a page that is only read when its visitor stirs. What goes wrong is told in words above that text,
// and every link of the page keeps leading somewhere.

const settings = document.querySelector("script[data-wasm]").dataset;
const root = document.documentElement;
const timeoutMs = Number(settings.timeoutMs ?? 20000);
const pauseMs = Number(settings.pauseMs ?? 500);
const attempts = 3;
const crashesBorne = 1;

const texts = {
  en: {
    failed: "The search could not start.",
    readable: "The text of this page can still be read.",
    unreachable: "The server could not be reached. Check your connection and try again.",
    slow: "The server took too long to answer. Try again, perhaps on a faster connection.",
    busy: "The server had a fault of its own. Try again in a moment; if it stays so, tell whoever runs this site.",
    missing: "The server did not have a file that this page needs. Try again in a moment; if it stays so, tell whoever runs this site.",
    broken: "What arrived is not what this page needs: it was cut off on the way, or another page came instead. Try again; if it stays so, tell whoever runs this site.",
    newer: "The data is newer than this copy of the page. Try again to get the present one.",
    unsupported: "This browser, or a rule set for it, does not let the program run.",
    retry: "Try again",
    crashed: "Something went wrong in this page.",
    goOn: "Load it again to go on; nothing is lost. Links work as before.",
    reload: "Load again",
    off: "The search has stopped twice and is switched off.",
    unaided: "All pages can be read without it.",
  },
  it: {
    failed: "La ricerca non si è avviata.",
    readable: "Il testo di questa pagina resta leggibile.",
    unreachable: "Il server non è raggiungibile. Verifica la connessione e riprova.",
    slow: "Il server ha impiegato troppo tempo a rispondere. Riprova, magari con una connessione più veloce.",
    busy: "Il server ha avuto un guasto. Riprova tra poco; se continua così, avvisa chi gestisce il sito.",
    missing: "Il server non aveva un file necessario a questa pagina. Riprova tra poco; se continua così, avvisa chi gestisce il sito.",
    broken: "Quello che è arrivato non è ciò che serve a questa pagina: il trasferimento si è interrotto, oppure è arrivata un'altra pagina. Riprova; se continua così, avvisa chi gestisce il sito.",
    newer: "I dati sono più recenti di questa copia della pagina. Riprova per avere quella attuale.",
    unsupported: "Questo browser, o una sua regola, non lascia funzionare il programma.",
    retry: "Riprova",
    crashed: "In questa pagina qualcosa è andato storto.",
    goOn: "Ricaricala per continuare: non si perde nulla. I collegamenti funzionano come prima.",
    reload: "Ricarica",
    off: "La ricerca si è fermata due volte ed è disattivata.",
    unaided: "Tutte le pagine si possono leggere anche senza.",
  },
};
// Not `lang`: page translation changes that.
const text = () => texts[root.dataset.lang] ?? texts.en;

// What the visitor is told

/** A failure, by the name of what the visitor is told of it; the detail is for whoever is asked for help. */
class Trouble extends Error {
  constructor(kind, detail) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
  }
}

/** Shows a message with a way on, above whatever the page shows. */
function tell(title, advice, detail, action, act) {
  // What the program would show on demand is shown as plain links.
  delete root.dataset.starting;
  document.getElementById("failure")?.remove();
  const alert = Object.assign(document.createElement("div"), { id: "failure", className: "failure" });
  alert.setAttribute("role", "alert");
  for (const [part, words] of Object.entries({ title, advice, detail })) {
    const paragraph = document.createElement("p");
    paragraph.className = `failure-${part}`;
    paragraph.textContent = words;
    alert.append(paragraph);
  }
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: action });
  button.addEventListener("click", () => {
    alert.ariaBusy = "true";
    act();
  });
  alert.append(button);
  document.body.prepend(alert);
}

function tellOf(trouble, act) {
  console.warn(trouble.message);
  const { failed, readable, retry, [trouble.kind]: reason } = text();
  tell(failed, `${reason} ${readable}`, trouble.message, retry, act);
}

const reload = () => location.reload();

// What is remembered for as long as the tab lives, where that is allowed

const memory = `technology-clusters ${settings.base} `;

function recall(name) {
  try {
    return sessionStorage.getItem(memory + name);
  } catch {
    return null;
  }
}

/** Whether it will be remembered. */
function remember(name, value) {
  try {
    sessionStorage.setItem(memory + name, value);
    return true;
  } catch {
    return false;
  }
}

// A program that has stopped

let hasCrashed = false;
/** A copy of what the file says, to be put back when the program stops while it takes that over. */
let written;
new MutationObserver((_, observer) => {
  written = undefined;
  observer.disconnect();
}).observe(root, { attributeFilter: ["data-app-ready"] });

/** A trap of the program, no room for its memory or its stack, or an error thrown through it. */
function isCrash(error) {
  return (
    error instanceof WebAssembly.RuntimeError ||
    error instanceof RangeError ||
    error?.name === "InternalError" ||
    /wasm/i.test(error?.stack)
  );
}

function crash(error) {
  if (hasCrashed) return;
  hasCrashed = true;
  remember("crashes", Number(recall("crashes")) + 1);
  // No more of an answer will come.
  delete root.dataset.answering;
  if (written) document.getElementById("app").replaceChildren(...written);
  const { crashed, goOn, reload: action } = text();
  tell(crashed, goOn, String(error), action, reload);
}

addEventListener("error", ({ error }) => isCrash(error) && crash(error));
addEventListener("unhandledrejection", ({ reason }) => {
  // Refusals, as of the clipboard, are no crash, although the program asked.
  if (!(reason instanceof DOMException) && isCrash(reason)) crash(reason);
});

// From then on the browser alone answers the visitor: every link leads to a file. These listeners come
// before all of the program's.
for (const event of ["click", "submit", "input", "change", "keydown", "keyup", "popstate", "pagehide"]) {
  addEventListener(
    event,
    (happening) => {
      if (!hasCrashed || happening.target.closest?.("#failure")) return;
      happening.stopImmediatePropagation();
      if (event === "popstate") reload();
    },
    true,
  );
}

// Downloads

const passing = new Set(["unreachable", "busy", "broken"]);

/** Downloads a file and reads it, within the time that a visitor waits. */
async function get(url, read, cache) {
  const signal = AbortSignal.timeout(timeoutMs);
  let response;
  try {
    response = await fetch(url, { cache, signal });
    if (response.ok) return await read(response);
  } catch (error) {
    throw new Trouble(signal.aborted ? "slow" : response ? "broken" : "unreachable", `${url}: ${error}`);
  }
  throw new Trouble(response.status < 500 ? "missing" : "busy", `${url}: HTTP ${response.status}`);
}

/** The same, and again where that may help: later, and past all caches. */
async function persistently(url, read, cache = "default") {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await get(url, read, attempt === 1 ? cache : "reload");
    } catch (trouble) {
      if (attempt === attempts || !passing.has(trouble.kind)) throw trouble;
    }
    // Visitors whom one fault has stopped do not come back all at once.
    const pause = pauseMs * 2 ** attempt * (0.5 + Math.random() / 2);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Some servers do not know the type of programs, which compiling on the way asks for. */
async function compile(response) {
  const isNamed = response.headers.get("content-type")?.startsWith("application/wasm");
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

async function importScript(url) {
  const late = new Promise((_, reject) => {
    setTimeout(reject, timeoutMs, new Trouble("slow", url));
  });
  const load = (address) => Promise.race([import(address), late]);
  try {
    return await load(url);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    // The browser says nothing of the reason, and may remember the failure under this name.
    await persistently(url, (response) => response.text(), "reload");
    return load(`${url}?again`).catch((again) => {
      throw new Trouble("broken", `${url}: ${again}`);
    });
  }
}

/**
 * Loads the page anew, past all caches, when it is older than what the server has: then its files may be
 * gone. The server's page must name other files, and this is done once for the files that this one names.
 */
async function renewIfOld({ kind }) {
  const files = [settings.wasm, settings.js, settings.catalogue];
  if (!["missing", "broken", "newer"].includes(kind) || recall("renewed") === files.join()) return;
  const page = await get(location.href, (response) => response.text(), "reload").catch(() => undefined);
  if (page === undefined || files.every((file) => page.includes(file))) return;
  const [visit] = performance.getEntriesByType("navigation");
  if (!remember("renewed", files.join()) && visit?.type === "reload") return;
  reload();
  await new Promise(() => {});
}

// Starting

/** Whatever is built with the program must be known: a module with one function that uses all of it. */
function testFeatures() {
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 127, 111, 3, 2, 1, 0, 5, 3, 1, 0, 0, 10, 23, 1, 21, 0, 65, 0,
    65, 0, 65, 0, 252, 11, 0, 67, 0, 0, 0, 0, 252, 0, 192, 208, 111, 11,
  ];
  try {
    new WebAssembly.Module(new Uint8Array(bytes));
  } catch (error) {
    throw new Trouble("unsupported", error);
  }
}

/** Lets the page's own text be seen first; it is by the next frame. A page in the background has none. */
async function firstPaint() {
  if (document.hidden) return;
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/**
 * The first sign of a visitor on a page that is only read: until then it is complete without the program,
 * which is most of what a first visit weighs. Who has been here before is led back to where they were.
 */
async function firstSign() {
  const [visit] = performance.getEntriesByType("navigation");
  if (root.dataset.complete === undefined || visit?.type !== "navigate" || history.state !== null) return;
  const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];
  await new Promise((resolve) => {
    for (const sign of signs) addEventListener(sign, resolve, { capture: true, once: true, passive: true });
  });
}

/** Repeats what the visitor has pressed and chosen before the program came, which keeps the page's elements. */
function keepPresses() {
  const presses = [];
  const listen = ({ type, target }) => {
    if (type === "click" && target.closest("#app button")) presses.push([target.closest("button"), "click"]);
    else if (type === "change" && target.closest("#app [type=checkbox]")) presses.push([target, "click"]);
    else if (type === "change" && target.closest("#app select")) presses.push([target, "change", target.value]);
  };
  for (const type of ["click", "change"]) addEventListener(type, listen, true);
  new MutationObserver((_, observer) => {
    for (const type of ["click", "change"]) removeEventListener(type, listen, true);
    observer.disconnect();
    for (const [control, type, value] of presses.filter(([control]) => control.isConnected)) {
      if (type === "click") control.click();
      else {
        control.value = value;
        control.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  }).observe(root, { attributeFilter: ["data-app-ready"] });
}

/**
 * For the program: tells the visitor that the data file did not come, or not as it should, and resolves when
 * it shall try again.
 */
globalThis.showLoadError = async (kind, detail) => {
  const trouble = new Trouble(kind, detail);
  await renewIfOld(trouble);
  await new Promise((resolve) => tellOf(trouble, resolve));
};

async function start() {
  keepPresses();
  await firstSign();
  testFeatures();
  await firstPaint();
  const program = [persistently(settings.wasm, compile), importScript(settings.js)];
  written = document.getElementById("app").cloneNode(true).childNodes;
  const [module, { default: run }] = await Promise.all(program);
  await run({ module_or_path: module });
}

async function startOrTell() {
  root.dataset.starting = "";
  if (Number(recall("crashes")) > crashesBorne) {
    const { off, unaided, retry } = text();
    return tell(off, unaided, "", retry, () => {
      remember("crashes", 0);
      reload();
    });
  }
  try {
    await start();
  } catch (error) {
    if (!(error instanceof Trouble) && isCrash(error)) {
      console.error(error);
      return crash(error);
    }
    const trouble = error instanceof Trouble ? error : new Trouble("unsupported", error);
    await renewIfOld(trouble);
    tellOf(trouble, reload);
  }
}

/** The language that the visitor's browser asks for, as far as there is a page in it. */
function preferredLanguage() {
  const wanted = navigator.languages ?? [navigator.language ?? ""];
  return wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag in texts) ?? "en";
}

// What is folded away on screen and belongs on paper.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details[data-print]")) details.open = true;
});

if (root.hasAttribute("data-language-choice")) {
  location.replace(settings.base + preferredLanguage() + "/" + location.search + location.hash);
} else {
  startOrTell();
}
