// Runs before all other scripts of each page: walks through the site at random and checks after
// each step that the page shows what its address says.
//
// Clicks use the browser's `click()`, history steps its `history.go()`; typing sets the value of
// the field and dispatches the events of a key.
{
  // Errors and resource usage

  const wrong = [];
  addEventListener("error", ({ message }) => wrong.push(`error: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => wrong.push(`unhandled rejection: ${reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    wrong.push(`against the policy: ${effectiveDirective} ${blockedURI}`);
  });

  let memory;
  let tables;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...program) => {
    const made = await instantiate(...program);
    const exports = Object.values((made.instance ?? made).exports);
    // A chunk that is loaded later has no memory of its own.
    memory ??= exports.find((each) => each instanceof WebAssembly.Memory);
    tables ??= exports.filter((each) => each instanceof WebAssembly.Table);
    return made;
  };
  /** The number of JavaScript references (nodes, functions and the like) that the wasm holds. */
  const references = () => tables.reduce((sum, { length }) => sum + length, 0);

  // The walk stays in the app. The page of the data is a document of its own. The driver clicks at
  // coordinates, where another element may be by then.
  const LEADS_OFF = "a[rel~=noopener], a[href$='.svg'], a[href$='/data/']";
  addEventListener("click", (event) => event.target.closest?.(LEADS_OFF) && event.preventDefault(), true);
  // If the page is left all the same, the next one reports the cause.
  addEventListener("pagehide", () => (sessionStorage.leftBy = [...trail, `then ${touched}`].join("\n")));

  // Chance

  let seed = 0;
  /** The next random number from 0 up to 1 (mulberry32). */
  const chance = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const oneOf = (list) => list[Math.floor(chance() * list.length)];

  // Actions

  const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const box = () => document.getElementById("search");

  /** The element that was last clicked or filled. */
  let touched = "";
  const touch = (element, text = "") => {
    touched = `${element.localName} “${(element.ariaLabel ?? element.textContent ?? "").trim().slice(0, 60)}” ${text}`;
    element.focus({ preventScroll: true });
  };

  const click = (element) => {
    touch(element);
    // SVG elements have no `click()`.
    if (element.click) element.click();
    else element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
    return true;
  };
  const clickOne = (selector) => () => {
    const found = all(selector);
    return found.length > 0 && click(oneOf(found));
  };

  const key = (target, name) => {
    const init = { key: name, bubbles: true, cancelable: true };
    const goesOn = target.dispatchEvent(new KeyboardEvent("keydown", init));
    target.dispatchEvent(new KeyboardEvent("keyup", init));
    return goesOn;
  };
  const fill = (field, text) => {
    touch(field, text);
    const letter = text.at(-1) ?? "Backspace";
    if (key(field, letter)) {
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter }));
    }
    return true;
  };
  const choose = (select) => {
    select.value = oneOf([...select.options]).value;
    touch(select, select.value);
    select.dispatchEvent(new Event("input", { bubbles: true }));
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };

  const phrases = [
    "energy", "university of brescia", "smart factory", "life sciences", "lombardy", "hydrogen", "energia",
    "fabbrica intelligente", "università", "idrogeno", "mobilità", "agroalimentare", "areospace", "xyzzy",
    '"smart factory"', "energy -hydrogen", "cluster", "a", "lombardia region:piemonte ", "é{}<b>&amp;",
  ];
  /** The next letter of a phrase, or the first one of another phrase. */
  const typed = (text) => {
    const phrase = phrases.find((each) => each.startsWith(text) && each.length > text.length);
    if (phrase && text) return phrase.slice(0, text.length + 1);
    return text.length > 24 || !text ? oneOf(phrases)[0] : `${text} ${oneOf(phrases)[0]}`;
  };

  /** The history entries of this walk, by the state that the app stores in them. */
  const entries = [];
  let entry = 0;
  // Browsers keep about fifty.
  const MOST_ENTRIES = 40;
  const note = () => {
    const at = entries.indexOf(history.state);
    if (at >= 0) {
      entry = at;
      return;
    }
    entries.splice(entry + 1);
    entries.push(history.state);
    if (entries.length > MOST_ENTRIES) entries.shift();
    entry = entries.length - 1;
  };
  const travel = (by) => async () => {
    if (!entries[entry + by]) return false;
    const arrived = new Promise((resolve) => {
      addEventListener("popstate", resolve, { once: true });
      // A dropped entry causes no navigation.
      setTimeout(resolve, 2000);
    });
    history.go(by);
    await arrived;
    return true;
  };

  // A link to a fragment that is clicked in the meantime would be opened by Firefox as a page of its own: it
  // belongs to the page that was left.
  const backToResults = async () => {
    const left = location.href;
    if (!clickOne(".back-link")()) return false;
    for (let turn = 0; turn < 200 && location.href === left; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return true;
  };

  const OURS = `#app a[href]:not(${LEADS_OFF}, .back-link)`;
  const actions = [
    [14, "type a letter", () => box() && fill(box(), typed(box().value))],
    [4, "delete a letter", () => box()?.value && fill(box(), box().value.slice(0, -1))],
    [2, "Escape", () => box()?.value && (key(box(), "Escape"), true)],
    [1, "keys", () => box() && (key(document.body, "/"), key(box(), "ArrowDown"), true)],
    [3, "submit", clickOne("form [type=submit]")],
    [10, "tick", clickOne(".facet-panel input[type=checkbox]")],
    [5, "chip", clickOne(".chip")],
    [1, "no chips", clickOne(".chips > .link-button")],
    [3, "places within", clickOne(".facet-open")],
    [3, "more values", clickOne(".facet > .link-button")],
    [2, "narrow values", () => all(".facet-narrow input").slice(0, 1).some((field) => fill(field, oneOf(["", "b", "un", "zz"])))],
    [5, "bar", clickOne(".chart button")],
    [3, "sort", () => all("main select").length > 0 && choose(oneOf(all("main select")))],
    [5, "view", clickOne(".view-switch a")],
    [3, "heading", clickOne(".result-table thead a")],
    [3, "point", clickOne("svg.map a")],
    [3, "city", clickOne(".map-table a")],
    [3, "more", clickOne(".more a")],
    [4, "rescue", clickOne(".rescue a")],
    [8, "result", clickOne(".card-title a, .result-table tbody a")],
    [8, "link", clickOne(OURS)],
    [3, "back to results", backToResults],
    [4, "language", clickOne("header.site-header a[hreflang]")],
    [1, "page", clickOne("header.site-header .site-name, header.site-header .site-nav a:not([hreflang])")],
    [2, "theme", () => all("[data-preference=theme]").some(choose)],
    [1, "shortcut", clickOne("[data-preference=shortcut]")],
    [2, "unfold", clickOne("#app summary")],
    [1, "share", clickOne(".share button")],
    [1, "scroll", () => (scrollTo(0, chance() * document.body.scrollHeight), true)],
    [10, "back", travel(-1)],
    [6, "forward", travel(1)],
  ];
  const weights = actions.reduce((sum, [weight]) => sum + weight, 0);
  const anAction = () => {
    let left = chance() * weights;
    return actions.find(([weight]) => (left -= weight) < 0);
  };

  /** Results are rendered in steps, one for each frame, and the focus moves after them. */
  const painted = async () => {
    do {
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
    } while (document.documentElement.hasAttribute("data-answering"));
    await new Promise(requestAnimationFrame);
  };

  // Checks after each step

  const facets = ["area", "level", "country", "region", "organisation", "founded", "members", "status", "city"];
  const names = new Map();
  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  /** The address that the page shows. The share field has it before the address bar does. */
  const shownAddress = () => document.getElementById("permalink")?.value ?? location.href;

  function* faultsOfListing({ pathname, searchParams: asked }) {
    const area = /\/areas\/([^/]+)\//.exec(pathname)?.[1];
    const chosen = facets.flatMap((name) => asked.getAll(name).map((value) => `${name}=${value}`));
    if (area) chosen.push(`area=${area}`);
    const text = asked.get("q") ?? "";
    // Typed filters, phrases and exclusions become chips before they are in the address.
    const isPlain = !/[":-]/.test(text);
    if (box().value !== text) yield `the box has ${box().value}`;
    const chips = document.querySelectorAll(".chip").length;
    const requiresAll = asked.get("match") === "all";
    const countOf = (name) => chosen.filter((choice) => choice.startsWith(`${name}=`)).length;
    const requiring = requiresAll ? ["area", "organisation"].filter((name) => countOf(name) > 0) : [];
    // Clusters that were chosen one by one share a chip.
    const ofClusters = asked.getAll("cluster").some((value) => value) ? 1 : 0;
    const expected = chosen.length + ofClusters + (requiring.some((name) => countOf(name) > 1) ? 1 : 0);
    if (isPlain && chips !== expected) yield `${chips} chips`;
    const ticked = [...document.querySelectorAll(".facet-panel input:checked")].map(({ name, value }) => `${name}=${value}`);
    const isNarrowed = document.querySelector(".facet-narrow") !== null;
    const boxes = [...chosen, ...requiring.map(() => "match=all")];
    // A place can be in a closed part of the tree, and one that is chosen in part is not ticked.
    const isPlace = (choice) => /^(country|region|city)=/.test(choice);
    const others = (choices) => choices.filter((choice) => !isPlace(choice)).sort();
    const agrees = ticked.every((each) => boxes.includes(each)) && (isNarrowed || isSame(others(ticked), others(boxes)));
    if (isPlain && !agrees) yield `ticked are ${ticked}`;
    const sort = document.querySelector(".arrangement select").value;
    if (sort !== (asked.get("sort") ?? "relevance")) yield `sorted by ${sort}`;
    const views = [...document.querySelectorAll(".view-switch a")];
    const current = views.filter((link) => link.ariaCurrent);
    const view = pathname.endsWith("/numbers/") ? "numbers" : (asked.get("view") ?? "cards");
    const order = ["cards", "table", "map", "numbers"];
    if (current.length !== 1 || order[views.indexOf(current[0])] !== view) yield "another view is marked";
    // How the results match may follow the number.
    const [stated] = document.querySelector("main [role=status]").textContent.split(":");
    const total = Number(stated.replace(/\D/g, ""));
    const shown = { cards: ".cards > article", table: ".result-table tbody > tr", map: ".places", numbers: ".charts" }[view];
    const count = document.querySelectorAll(shown).length;
    const wanted = ["map", "numbers"].includes(view) ? 1 : Math.min(total, Number(asked.get("show") ?? 24));
    if (count !== (total ? wanted : 0)) yield `${count} results of ${total}`;
    if (total === 0 && !document.querySelector(".rescue")) yield "nothing is found, and nothing said of it";
    // `document.title` collapses white space.
    const words = text.trim().replace(/\s+/g, " ");
    // The title names the text, then the chosen values, as their chips do.
    const chipsOfValues = [...document.querySelectorAll(".chip:has(.chip-facet)")];
    const named = chipsOfValues.map((chip) =>
      [...chip.childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.data] : [])).join(""),
    );
    // Clusters chosen one by one are counted, which needs the word.
    if (ofClusters) named.push(chipsOfValues.at(-1).querySelector(".chip-facet").textContent + named.pop());
    const question = [words, ...named].filter((part) => part).join(", ").replace(/\s+/g, " ");
    const isNamed = isPlain
      ? document.title.startsWith(question && `${question} – `)
      : [", ", " – "].some((end) => document.title.startsWith(words && words + end));
    if (!isNamed) yield `the title is ${document.title}`;
  }

  function* faultsOfRecord({ pathname }) {
    const [, lang, list, id] = pathname.match(/(en|it)\/(clusters|organisations)\/([^/]+)\/$/);
    const name = names.get(`${list}/${id}`)[lang];
    const heading = document.querySelector("h1").textContent;
    if (heading !== name) yield `the heading is ${heading}`;
    if (!document.title.startsWith(`${name} – `)) yield `the title is ${document.title}`;
  }

  function* faultsOfComparison({ searchParams: asked }) {
    const kinds = ["cluster", "area", "region", "country", "organisation"];
    const ids = asked.getAll(kinds.find((kind) => asked.has(kind)) ?? "");
    const columns = document.querySelectorAll(".compare-table thead th").length;
    if (columns !== Math.min(ids.length, 5)) yield `${columns} columns`;
  }

  // During typing, the address bar waits for a pause of 400 ms.
  const LAG = 480;
  let typedAt = -LAG;
  addEventListener("input", ({ target }) => target === box() && (typedAt = performance.now()), true);
  const lags = () => performance.now() - typedAt < LAG;
  const hasAnother = ({ pathname, search }) => pathname + search !== location.pathname + location.search;

  function* faultsNow() {
    if (document.querySelector("#failure")) yield document.querySelector("#failure").textContent;
    if (document.querySelectorAll("h1").length !== 1) yield "not one heading";
    if (document.querySelector(".not-found")) yield "a page that is none";
    const address = new URL(shownAddress());
    const { pathname } = address;
    if (!lags() && hasAnother(address)) yield "the address bar has another address";
    const lang = /(?:^|\/)(en|it)\//.exec(pathname)?.[1];
    const languages = [...document.querySelectorAll("header.site-header a[hreflang][aria-current]")];
    if (document.documentElement.lang !== lang || languages.length !== 1 || languages[0].hreflang !== lang) {
      yield `the language is ${document.documentElement.lang}`;
    }
    if (document.querySelector(".results")) yield* faultsOfListing(address);
    else if (/\/(clusters|organisations)\/[^/]+\//.test(pathname)) yield* faultsOfRecord(address);
    else if (/\/compare\/$/.test(pathname)) yield* faultsOfComparison(address);
    else if (!/\/(about|network|organisations)\/$/.test(pathname)) yield "another page";
  }

  // Snapshot of the page

  // These depend on the history of the visit or on what is being typed, not on the address.
  const REMEMBERED = ".back-link, .neighbours, .completions > li, .completions + p, .share [role=status], .share pre";
  const ATTRIBUTES = ["href", "aria-current", "aria-sort", "aria-pressed", "data-area", "lang", "d", "viewBox", "width"];

  /** A snapshot of the page, one line for each element and each text. */
  const picture = () => {
    const lines = [`${document.documentElement.lang}: ${document.title}`];
    const add = (node) => {
      // Markers of Leptos.
      if (node.nodeType === Node.COMMENT_NODE) return;
      if (node.nodeType === Node.TEXT_NODE) {
        // A text may be split into several nodes.
        if (lines.at(-1).startsWith("“")) lines[lines.length - 1] += node.data;
        else if (node.data) lines.push(`“${node.data}`);
        return;
      }
      if (node.matches(REMEMBERED)) return;
      const attributes = ATTRIBUTES.filter((name) => node.hasAttribute(name));
      const values = attributes.map((name) => `${name}=${node.getAttribute(name)}`);
      const { localName, value, checked } = node;
      // The two visits use different ports.
      const state = ["input", "select"].includes(localName) ? ` ${value.replace(location.origin, "")} ${checked ?? ""}` : "";
      lines.push(`<${localName} ${values.join(" ")}${state}`);
      node.childNodes.forEach(add);
      lines.push(`/${localName}`);
    };
    document.getElementById("app").childNodes.forEach(add);
    return lines;
  };

  const EXPANDED = ".facet > [aria-expanded=true]";

  /** What is expanded on this page. */
  const unfolded = () => ({
    facets: [...document.querySelectorAll(EXPANDED)].map((button) => {
      const facet = button.closest(".facet");
      return [facet.dataset.facet, facet.querySelector(".facet-narrow input")?.value];
    }),
    places: placeButtons().map((button) => [placeOf(button), button.ariaExpanded]),
  });
  const placeButtons = () => all(".facet-open");
  const placeOf = (button) => {
    const { name, value } = button.parentElement.querySelector("input");
    return `${name}=${value}`;
  };
  const unfold = async ({ facets: wanted, places }) => {
    for (const [name, text] of wanted) {
      const facet = document.querySelector(`[data-facet=${name}]`);
      facet.querySelector(":scope > .link-button").click();
      await painted();
      if (text != null) fill(facet.querySelector(".facet-narrow input"), text);
    }
    await painted();
    // From the outside in: what is closed holds no buttons.
    for (const [place, expanded] of places) {
      const button = placeButtons().find((button) => placeOf(button) === place);
      if (button && button.ariaExpanded !== expanded) {
        button.click();
        await painted();
      }
    }
  };

  // The walk

  /** The last steps, each with its target and the resulting address. */
  const trail = [];
  const REMEMBERED_STEPS = 8;
  let mostElements = 0;
  const count = () => document.querySelectorAll("*").length;

  /** After a step: records the history entry and checks the page. */
  const look = async (what) => {
    await painted();
    // Timers are late on a busy machine.
    if (!lags() && hasAnother(new URL(shownAddress()))) await new Promise((resolve) => setTimeout(resolve, LAG));
    note();
    trail.push(`${what} → ${decodeURI(location.pathname + location.search + location.hash)}`);
    if (trail.length > REMEMBERED_STEPS) trail.shift();
    mostElements = Math.max(mostElements, count());
    const faults = [...wrong.splice(0), ...faultsNow()];
    return faults.length > 0 ? [...faults, `the page shows ${shownAddress()}`, ...trail] : [];
  };

  const step = async () => {
    for (;;) {
      touched = "";
      const [, name, action] = anAction();
      if (await action()) return look(`${name} ${touched}`);
    }
  };

  globalThis.walker = {
    /** Starts a walk and reads the names of the records from the data file. */
    async begin(from) {
      seed = from;
      const { catalogue } = document.querySelector("script[data-wasm]").dataset;
      const data = await (await fetch(catalogue)).json();
      for (const list of ["clusters", "organisations"]) {
        for (const { id, name } of data[list]) names.set(`${list}/${id}`, name);
      }
      return look("the start");
    },
    /** Takes some steps, up to the first error, and returns the errors. */
    async walk(steps) {
      for (let taken = 0; taken < steps; taken += 1) {
        const faults = await step();
        if (faults.length > 0) return faults;
      }
      return [];
    },
    /** Checks the page after a step of the driver. */
    async look() {
      return look("the driver's hands");
    },
    /** Opens the reference page and returns the resource usage there. */
    async rest() {
      click(document.querySelector("header.site-header a[href$='/about/']"));
      if (document.documentElement.lang !== "en") {
        await painted();
        click(document.getElementById("language-en"));
      }
      const faults = await look("coming to rest");
      const most = mostElements;
      mostElements = 0;
      const taken = { memory: memory.buffer.byteLength, references: references() };
      return [faults, { ...taken, elements: count(), mostElements: most }];
    },
    /** Types and deletes a letter many times in a row, then returns the number of references. */
    async type(times) {
      for (let typed = 0; typed < times; typed += 1) {
        fill(box(), "e");
        fill(box(), "");
      }
      await new Promise((resolve) => setTimeout(resolve, LAG));
      return [await look("typing"), references()];
    },
    /** Waits until the address bar has caught up with typing, and returns the address, the expanded parts and the snapshot. */
    async settled() {
      await new Promise((resolve) => setTimeout(resolve, LAG + 100));
      const faults = await look("a pause");
      return [faults, location.pathname + location.search, unfolded(), picture()];
    },
    /** Expands the given parts and returns the snapshot. */
    async unfolded(wanted) {
      await unfold(wanted);
      return picture();
    },
    /** The centre of a random clickable element in view. */
    inView() {
      const places = all(`${OURS}, .facet-panel input[type=checkbox], .chip`).flatMap((element) => {
        const { top, bottom, left, width } = element.getBoundingClientRect();
        const [x, y] = [Math.round(left + width / 2), Math.round((top + bottom) / 2)];
        const isInView = top >= 0 && bottom <= innerHeight && element.contains(document.elementFromPoint(x, y));
        return isInView ? [[x, y]] : [];
      });
      return places.length > 0 ? oneOf(places) : null;
    },
  };
}
