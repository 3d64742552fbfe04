// Runs before all other scripts of each page of the hostile site: records what must never happen,
// and visits pages faster than a driver could.
{
  const harm = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    globalThis[name] = (...words) => {
      harm.push(`${name}(${words.join()}) in ${location.href.slice(0, 200)}`);
    };
  }
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
    harm.push(`${effectiveDirective} ${blockedURI} ${sample}`);
  });
  addEventListener("error", ({ message }) => harm.push(`error: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => harm.push(`rejection: ${reason}`));

  /** Resolves after the next frame is painted: animation frame callbacks run before the paint, timers after it. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });

  /** Resolves when the app has handled the last event, before the page is painted. */
  const dealtWith = () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    });

  /** Goes to an address as Back does; false if the browser rejects it. */
  const show = async (address) => {
    try {
      history.pushState(null, "", address);
    } catch {
      return false;
    }
    dispatchEvent(new PopStateEvent("popstate"));
    await dealtWith();
    // The first page of its kind waits for its code.
    while (document.documentElement.hasAttribute("data-answering")) await painted();
    return true;
  };

  /** All text of the page, in view or not. */
  const words = () => {
    const attributes = [...document.querySelectorAll("[title], [aria-label]")];
    return [
      document.body.textContent,
      ...attributes.map((element) => `${element.title} ${element.ariaLabel}`),
    ].join("\n");
  };

  /** The distinct elements and attributes of the page. */
  const vocabulary = () => {
    const names = new Set();
    for (const element of document.querySelectorAll("*")) {
      names.add(element.localName);
      for (const name of element.getAttributeNames()) names.add(`${element.localName} ${name}`);
    }
    return [...names];
  };

  /** Unsafe links of the page. */
  const links = () => {
    const wrong = [];
    for (const link of document.links) {
      const isOurs = link.origin === location.origin;
      const isSafe = isOurs || link.relList.contains("noopener");
      if (!["http:", "https:", "mailto:"].includes(link.protocol) || !isSafe) wrong.push(link.outerHTML.slice(0, 300));
    }
    for (const form of document.forms) {
      if (new URL(form.getAttribute("action"), location).origin !== location.origin) wrong.push(form.outerHTML);
    }
    return wrong;
  };

  /** Errors of the page at an address: missing `wanted` texts, unknown elements, unsafe links. */
  const errorsOf = (wanted, known) => {
    const text = words();
    return [
      ...wanted.filter((part) => !text.includes(part)).map((part) => `not there: ${JSON.stringify(part)}`),
      ...vocabulary().filter((name) => !known.includes(name)).map((name) => `not of ours: ${name}`),
      ...links().map((link) => `leads astray: ${link}`),
      ...(document.querySelectorAll("h1").length === 1 ? [] : ["not one heading"]),
      ...(document.querySelector("[role=alert]") ? [document.querySelector("[role=alert]").textContent] : []),
      ...harm.splice(0),
    ];
  };

  const withoutBreaks = (text) => text.replaceAll(/[\r\n]/g, "");
  const facets = ["area", "level", "country", "region", "organisation", "founded", "members", "status", "city", "cluster"];
  /** Keys whose bad values fall back to a default. */
  const settings = ["sort", "view", "show"];
  /** Other keys stay in the address bar, but are left out of the link to share. */
  const keys = ["q", "match", ...facets, ...settings];
  /** The area that a typed filter selects, which is then not part of the text. */
  const typedArea = (text) => /^area:(\S+)$/.exec(text)?.[1];

  /** The values of a key that the app should keep from this query string. */
  const wantedOf = (asked, name) => {
    const [text = ""] = asked.getAll("q");
    const area = typedArea(text);
    // Of several `q`, the first counts.
    if (name === "q") return text && !area ? [text] : [];
    const values = asked.getAll(name);
    if (name === "area" && area) values.push(area);
    return facets.includes(name) ? [...new Set(values.filter((value) => value))] : values;
  };

  /** Values of the address that the listing has lost. */
  const lostOf = ({ href, searchParams: asked }) => {
    const lost = [];
    const box = document.getElementById("search").value;
    const [text = ""] = wantedOf(asked, "q");
    if (box !== withoutBreaks(text)) lost.push(`in the box stands ${JSON.stringify(box.slice(0, 99))}`);
    const chips = [...document.querySelectorAll(".chip")].map((chip) => chip.textContent);
    for (const facet of facets) {
      // Clusters have one chip for all, with their number.
      const clusters = new Set(asked.getAll("cluster").filter((value) => value)).size;
      const isCounted = chips.some((chip) => chip.includes(`: ${clusters}`));
      if (facet === "cluster" && (clusters === 0 || isCounted)) continue;
      for (const value of asked.getAll(facet)) {
        if (!chips.some((chip) => chip.includes(value)) && value) lost.push(`no chip of ${facet}`);
      }
    }
    const link = new URL(document.getElementById("permalink").value).searchParams;
    for (const name of new Set(asked.keys())) {
      const shared = keys.includes(name) ? wantedOf(asked, name) : [];
      const [wanted, found] = [shared, link.getAll(name)].map((values) => JSON.stringify(values.sort()));
      if (wanted !== found && !settings.includes(name)) lost.push(`the link has ${name} ${found.slice(0, 99)}`);
    }
    return lost.map((what) => `${what} at ${href.slice(0, 300)}`);
  };

  /** Reports what must never happen, including on the last page. */
  const late = async () => {
    await painted();
    await painted();
    return harm.splice(0);
  };

  /** Errors of these pages, each given by its address and the texts that it must show. */
  const tour = async (pages, known) => {
    const wrong = [];
    for (const [address, wanted] of pages) {
      if (!(await show(address))) wrong.push(`${address} cannot be shown`);
      wrong.push(...errorsOf(wanted, known).map((what) => `${address}: ${what}`));
    }
    return [...wrong, ...(await late())];
  };

  /** Errors of these addresses, which need not lead anywhere, and the number that the browser rejected. */
  const addresses = async (all, known) => {
    const wrong = [];
    let forbidden = 0;
    for (const address of all) {
      if (!(await show(address))) {
        forbidden += 1;
        continue;
      }
      const isListing = document.querySelector(".results") !== null;
      const lost = isListing ? lostOf(new URL(location)) : [];
      wrong.push(...[...errorsOf([], known), ...lost].map((what) => `${address.slice(0, 300)}: ${what}`));
    }
    return { wrong: [...wrong, ...(await late())], forbidden };
  };

  /** Errors while these texts are typed into the search box, one after the other. */
  const type = async (texts, known) => {
    const wrong = [];
    await show(`${document.querySelector("script[data-wasm]").dataset.base}en/`);
    for (const text of texts) {
      const box = document.getElementById("search");
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // The complete result, with the parts that are deferred during typing.
      do {
        await painted();
      } while (document.documentElement.hasAttribute("data-answering"));
      const stands = document.getElementById("search").value;
      if (stands !== withoutBreaks(text)) wrong.push(`typed: ${text.slice(0, 99)}; in the box: ${stands.slice(0, 99)}`);
      wrong.push(...errorsOf([], known).map((what) => `typed ${text.slice(0, 99)}: ${what}`));
    }
    return wrong;
  };

  globalThis.hostile = { vocabulary, errorsOf, tour, addresses, type };
}
