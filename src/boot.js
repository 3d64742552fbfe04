// Starts the program: the only script that the page names itself.
// It fetches program and data side by side, and when one of them fails it says so in words,
// above whatever static text the page already shows.

const settings = document.querySelector("script[data-wasm]").dataset;
const root = document.documentElement;
const timeoutMs = Number(settings.timeoutMs ?? 20000);

const texts = {
  en: {
    failed: "The search could not start.",
    advice: "Check your connection and try again. The text of this page can still be read.",
    retry: "Try again",
    crashed: "Something went wrong in this page.",
    reload: "Load it again to go on; nothing is lost.",
  },
  it: {
    failed: "La ricerca non si è avviata.",
    advice: "Verifica la connessione e riprova. Il testo di questa pagina resta leggibile.",
    retry: "Riprova",
    crashed: "In questa pagina qualcosa è andato storto.",
    reload: "Ricaricala per continuare: non si perde nulla.",
  },
};

// Leptos builds elements from markup fixed at compile time through `innerHTML`; where the
// browser enforces Trusted Types, that needs a policy. Values from data never pass here.
globalThis.trustedTypes?.createPolicy("default", { createHTML: (markup) => markup });

/** Shows a failure with a way on; the reason stays in the page for whoever asks for help. */
function fail(reason, crashed = false) {
  const text = texts[root.lang] ?? texts.en;
  const [words, advice] = crashed ? [text.crashed, text.reload] : [text.failed, text.advice];
  if (document.querySelector(".failure")) return;
  const alert = document.createElement("div");
  alert.className = "failure";
  alert.setAttribute("role", "alert");
  const title = document.createElement("p");
  title.append(Object.assign(document.createElement("strong"), { textContent: words }));
  title.append(" ", advice);
  const detail = Object.assign(document.createElement("p"), { textContent: String(reason) });
  detail.className = "failure-detail";
  const retry = Object.assign(document.createElement("button"), { type: "button", textContent: text.retry });
  retry.addEventListener("click", () => location.reload());
  alert.append(title, detail, retry);
  document.body.prepend(alert);
}

// A program that has stopped answers nothing any more: the visitor must hear of it.
for (const [event, reasonOf] of [["error", (e) => e.error], ["unhandledrejection", (e) => e.reason]]) {
  addEventListener(event, (e) => {
    if (reasonOf(e) instanceof WebAssembly.RuntimeError) fail(reasonOf(e), true);
  });
}

// What is folded away on screen and belongs on paper.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details[data-print]")) details.open = true;
});

/** The language that the visitor's browser asks for, as far as there is a page in it. */
function preferredLanguage() {
  const wanted = navigator.languages ?? [navigator.language ?? ""];
  return wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag in texts) ?? "en";
}

const download = (cache) => fetch(settings.catalogue, { cache, signal: AbortSignal.timeout(timeoutMs) });

async function start() {
  let begun = download("default");
  begun.catch(() => {});
  // The program takes over what has begun, and asks for another download when the visitor retries:
  // one past all caches, for what failed once may have been kept by one.
  globalThis.downloadCatalogue = () => {
    const first = begun;
    begun = undefined;
    return first ?? download("reload");
  };
  const wasm = fetch(settings.wasm, { signal: AbortSignal.timeout(timeoutMs) });
  const { default: run } = await import(settings.js);
  const response = await wasm;
  if (!response.ok) throw new Error(`${response.status} ${new URL(response.url).pathname}`);
  await run({ module_or_path: response });
}

if (root.hasAttribute("data-language-choice")) {
  location.replace(settings.base + preferredLanguage() + "/" + location.search + location.hash);
} else {
  start().catch(fail);
}
