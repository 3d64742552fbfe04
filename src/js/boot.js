// Starts the app. The static HTML is painted first; then the wasm is downloaded, on pages without a search
// only at the first interaction. Errors are shown above the static HTML, whose links keep working.

const settings = document.querySelector("script[data-wasm]").dataset;
const root = document.documentElement;
const timeoutMs = Number(settings.timeoutMs ?? 20000);
const pauseMs = Number(settings.pauseMs ?? 500);
const MAX_ATTEMPTS = 3;
const MAX_CRASHES = 1;

const texts = {
  en: {
    failed: "The search could not start.",
    readable: "The text of this page can still be read.",
    unreachable: "The server could not be reached. Check your connection and try again.",
    slow: "The server took too long to answer. Try again, perhaps on a faster connection.",
    busy: "There is a problem with the server. Try again in a moment. If it continues, tell whoever runs this site.",
    missing: "The server does not have a file that this page needs. Try again in a moment. If it continues, tell whoever runs this site.",
    broken: "The page received a file that is incomplete or not the right one. Try again. If it continues, tell whoever runs this site.",
    newer: "The data is newer than this copy of the page. Try again to get the current one.",
    unsupported: "This browser or its settings do not allow the search to run.",
    retry: "Try again",
    crashed: "Something went wrong on this page.",
    goOn: "Reload it to continue. Nothing is lost, and links work as before.",
    reload: "Reload",
    off: "The search has stopped twice and is now switched off.",
    unaided: "You can read all pages without it.",
  },
  it: {
    failed: "La ricerca non si è avviata.",
    readable: "Il testo di questa pagina resta leggibile.",
    unreachable: "Il server non è raggiungibile. Verifica la connessione e riprova.",
    slow: "Il server ha impiegato troppo tempo a rispondere. Riprova, magari con una connessione più veloce.",
    busy: "C'è un problema con il server. Riprova tra poco. Se il problema continua, avvisa chi gestisce il sito.",
    missing: "Sul server manca un file necessario a questa pagina. Riprova tra poco. Se il problema continua, avvisa chi gestisce il sito.",
    broken: "La pagina ha ricevuto un file incompleto o diverso da quello previsto. Riprova. Se il problema continua, avvisa chi gestisce il sito.",
    newer: "I dati sono più recenti di questa copia della pagina. Riprova per avere quella attuale.",
    unsupported: "Questo browser o le sue impostazioni non permettono di avviare la ricerca.",
    retry: "Riprova",
    crashed: "Si è verificato un problema in questa pagina.",
    goOn: "Ricaricala per continuare: non si perde nulla e i link funzionano come prima.",
    reload: "Ricarica",
    off: "La ricerca si è bloccata due volte e ora è disattivata.",
    unaided: "Tutte le pagine si possono leggere anche senza.",
  },
};
// Not `lang`, because page translation changes it.
const text = () => texts[root.dataset.lang] ?? texts.en;

// Error messages

/** An error while loading. `kind` is a key of the texts; `detail` is for support requests. */
class LoadError extends Error {
  constructor(kind, detail) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
  }
}

/** Shows an error message with a button, above the page. */
function showMessage(title, advice, detail, action, act) {
  // Shows the plain links that replace what the app would show on demand.
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

function showError(error, act) {
  console.warn(error.message);
  const { failed, readable, retry, [error.kind]: reason } = text();
  showMessage(failed, `${reason} ${readable}`, error.message, retry, act);
}

const reload = () => location.reload();

// Session storage, where it is allowed

const keyPrefix = `technology-clusters ${settings.base} `;

function load(name) {
  try {
    return sessionStorage.getItem(keyPrefix + name);
  } catch {
    return null;
  }
}

/** Returns whether the value was stored. */
function store(name, value) {
  try {
    sessionStorage.setItem(keyPrefix + name, value);
    return true;
  } catch {
    return false;
  }
}

// Crashes

let hasCrashed = false;
/** A copy of the static HTML, restored if hydration crashes. */
let staticNodes;
new MutationObserver((_, observer) => {
  staticNodes = undefined;
  observer.disconnect();
}).observe(root, { attributeFilter: ["data-app-ready"] });

/** A wasm trap, an exhausted memory or stack, or a JavaScript error thrown through wasm. */
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
  store("crashes", Number(load("crashes")) + 1);
  // The pending update will never complete.
  delete root.dataset.answering;
  if (staticNodes) document.getElementById("app").replaceChildren(...staticNodes);
  const { crashed, goOn, reload: action } = text();
  showMessage(crashed, goOn, String(error), action, reload);
}

addEventListener("error", ({ error }) => isCrash(error) && crash(error));
addEventListener("unhandledrejection", ({ reason }) => {
  // Denied permissions, such as for the clipboard, are not crashes, although wasm is on the stack.
  if (!(reason instanceof DOMException) && isCrash(reason)) crash(reason);
});

// After a crash the browser handles all events itself: every link leads to a static file. These
// listeners are registered before those of the app.
for (const event of ["click", "submit", "input", "change", "keydown", "keyup", "popstate", "pagehide"]) {
  addEventListener(
    event,
    (fired) => {
      if (!hasCrashed || fired.target.closest?.("#failure")) return;
      fired.stopImmediatePropagation();
      if (event === "popstate") reload();
    },
    true,
  );
}

// Downloads

const retryable = new Set(["unreachable", "busy", "broken"]);

/** Downloads and reads a file before the timeout. */
async function get(url, read, cache) {
  const signal = AbortSignal.timeout(timeoutMs);
  let response;
  try {
    response = await fetch(url, { cache, signal });
    if (response.ok) return await read(response);
  } catch (error) {
    throw new LoadError(signal.aborted ? "slow" : response ? "broken" : "unreachable", `${url}: ${error}`);
  }
  throw new LoadError(response.status < 500 ? "missing" : "busy", `${url}: HTTP ${response.status}`);
}

/** Like `get`, but retries after a pause and without caches if the error may be temporary. */
async function fetchWithRetry(url, read, cache = "default") {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await get(url, read, attempt === 1 ? cache : "reload");
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !retryable.has(error.kind)) throw error;
    }
    // Randomised, so that visitors do not all return at once after an outage.
    const pause = pauseMs * 2 ** attempt * (0.5 + Math.random() / 2);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Some servers do not send the MIME type that streaming compilation requires. */
async function compile(response) {
  const canStream = response.headers.get("content-type")?.startsWith("application/wasm");
  return canStream ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

async function importScript(url) {
  const timeout = new Promise((_, reject) => {
    setTimeout(reject, timeoutMs, new LoadError("slow", url));
  });
  const importModule = (address) => Promise.race([import(address), timeout]);
  try {
    return await importModule(url);
  } catch (error) {
    if (error instanceof LoadError) throw error;
    // The browser does not report the reason, and may cache the failure of this URL.
    await fetchWithRetry(url, (response) => response.text(), "reload");
    return importModule(`${url}?again`).catch((again) => {
      throw new LoadError("broken", `${url}: ${again}`);
    });
  }
}

/**
 * Reloads the page if the server has a newer version, because the files of this one may be gone. The newer
 * version must refer to other files, and the reload happens only once for the files of this version.
 */
async function reloadIfOutdated({ kind }) {
  const files = [settings.wasm, settings.js, settings.catalogue];
  if (!["missing", "broken", "newer"].includes(kind) || load("renewed") === files.join()) return;
  const page = await get(location.href, (response) => response.text(), "reload").catch(() => undefined);
  if (page === undefined || files.every((file) => page.includes(file))) return;
  const [visit] = performance.getEntriesByType("navigation");
  if (!store("renewed", files.join()) && visit?.type === "reload") return;
  reload();
  await new Promise(() => {});
}

// Start-up

/** Checks that the browser supports all wasm features in use, with a module of one function that uses them. */
function testFeatures() {
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 127, 111, 3, 2, 1, 0, 5, 3, 1, 0, 0, 10, 23, 1, 21, 0, 65, 0,
    65, 0, 65, 0, 252, 11, 0, 67, 0, 0, 0, 0, 252, 0, 192, 208, 111, 11,
  ];
  try {
    new WebAssembly.Module(new Uint8Array(bytes));
  } catch (error) {
    throw new LoadError("unsupported", error);
  }
}

/** Waits for the first paint of the static HTML. Background pages are not painted. */
async function firstPaint() {
  if (document.hidden) return;
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

/**
 * Waits for the first interaction on a page that is complete without the app, which is most of the download
 * of a first visit. Reloads and revisits do not wait, because the app restores the scroll position.
 */
async function firstInteraction() {
  const [visit] = performance.getEntriesByType("navigation");
  if (root.dataset.complete === undefined || visit?.type !== "navigate" || history.state !== null) return;
  const events = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];
  await new Promise((resolve) => {
    for (const event of events) addEventListener(event, resolve, { capture: true, once: true, passive: true });
  });
}

/**
 * Records clicks and choices before the app is ready, and replays them on the hydrated elements. Typed text
 * marks the page as one with a query.
 */
function replayEarlyEvents() {
  const presses = [];
  const listen = ({ type, target }) => {
    if (type === "click" && target.closest("#app button")) presses.push([target.closest("button"), "click"]);
    else if (type === "change" && target.closest("#app [type=checkbox]")) presses.push([target, "click"]);
    else if (type === "change" && target.closest("#app select")) presses.push([target, "change", target.value]);
  };
  const markQuery = ({ target }) => {
    if (target.id === "search" && target.value !== "") root.dataset.query = "";
  };
  for (const type of ["click", "change"]) addEventListener(type, listen, true);
  addEventListener("input", markQuery);
  new MutationObserver((_, observer) => {
    for (const type of ["click", "change"]) removeEventListener(type, listen, true);
    removeEventListener("input", markQuery);
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

/** Why the latest chunk of the program could not be loaded. */
let chunkError;

const loadedChunks = new Set();

/** Called by the script of the wasm: loads a chunk of the program. Resolves to whether that succeeded. */
globalThis.loadChunk = async ({ href }, imports) => {
  try {
    // Once only, because a second instance would begin with fresh data.
    if (!loadedChunks.has(href)) await WebAssembly.instantiate(await fetchWithRetry(href, compile), imports);
    loadedChunks.add(href);
    return true;
  } catch (error) {
    chunkError = error instanceof LoadError ? error : new LoadError("broken", `${href}: ${error}`);
    console.warn(chunkError.message);
    return false;
  }
};

/**
 * Called by the wasm: shows an error about the data file or, with the kind "chunk", about a chunk of the program.
 * Resolves when the visitor wants to retry.
 */
globalThis.showLoadError = async (kind, detail) => {
  const error = kind === "chunk" ? chunkError : new LoadError(kind, detail);
  await reloadIfOutdated(error);
  await new Promise((resolve) => showError(error, resolve));
};

/** How long browsers may take to start saving, in milliseconds. */
const UNTIL_SAVED = 60_000;

/** Lets the browser save bytes or the parts of a file. Called by the wasm and by `workbook.js`. */
globalThis.saveFile = (parts, name, type) => {
  const href = URL.createObjectURL(new Blob([parts].flat(), { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), UNTIL_SAVED);
};

/** Runs the function `save` of a script that is loaded on demand. Resolves to what it returns, or to `false`. */
async function saveBy(script, ...request) {
  try {
    const { save } = await importScript(settings.base + script);
    return await save(...request);
  } catch (error) {
    console.warn(error.message);
    return false;
  }
}

/**
 * Called by the wasm: saves some records of the workbook at `url`. Resolves to `undefined`, or to whether the
 * workbook was loaded but is not the expected one.
 */
globalThis.saveWorkbook = (url, name, request) => saveBy("workbook.js", url, name, request);

/**
 * Called by the wasm after a click: saves or copies the chart around the button that was clicked, if one
 * was. Resolves to `true` if the chart was copied, to `false` if that failed.
 */
globalThis.savePicture = async (target, ...about) => {
  const button = target.closest("button");
  return button ? saveBy("picture.js", button, ...about) : undefined;
};

async function start() {
  replayEarlyEvents();
  await firstInteraction();
  testFeatures();
  await firstPaint();
  const downloads = [fetchWithRetry(settings.wasm, compile), importScript(settings.js)];
  staticNodes = document.getElementById("app").cloneNode(true).childNodes;
  const [module, { default: run }] = await Promise.all(downloads);
  await run({ module_or_path: module });
}

async function startOrShowError() {
  root.dataset.starting = "";
  if (Number(load("crashes")) > MAX_CRASHES) {
    const { off, unaided, retry } = text();
    return showMessage(off, unaided, "", retry, () => {
      store("crashes", 0);
      reload();
    });
  }
  try {
    await start();
  } catch (reason) {
    if (!(reason instanceof LoadError) && isCrash(reason)) {
      console.error(reason);
      return crash(reason);
    }
    const error = reason instanceof LoadError ? reason : new LoadError("unsupported", reason);
    await reloadIfOutdated(error);
    showError(error, reload);
  }
}

/** The first of the browser's preferred languages that the site has, or English. */
function preferredLanguage() {
  const wanted = navigator.languages ?? [navigator.language ?? ""];
  return wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag in texts) ?? "en";
}

// Paper leads with the question, which the title of a list names before the site, and the date. Expands details
// that belong on paper, and collapses them again afterwards.
const paperHeading = Object.assign(document.createElement("p"), { className: "paper-heading" });
let expanded = [];
addEventListener("beforeprint", () => {
  const question = document.querySelector(".browse") ? document.title.split(" – ").slice(0, -1).join(" – ") : "";
  const language = root.dataset.lang === "it" ? "it" : "en-GB";
  const date = new Date().toLocaleDateString(language, { dateStyle: "long" });
  const strong = Object.assign(document.createElement("strong"), { textContent: question });
  paperHeading.replaceChildren(strong, " ", date);
  document.body.prepend(paperHeading);
  expanded = [...document.querySelectorAll("details[data-print]:not([open])")];
  for (const details of expanded) details.open = true;
});
addEventListener("afterprint", () => {
  paperHeading.remove();
  for (const details of expanded) details.open = false;
});

if (root.hasAttribute("data-language-choice")) {
  location.replace(settings.base + preferredLanguage() + "/" + location.search + location.hash);
} else {
  startOrShowError();
}
