// Runs before everything else in each page of the hostile site: counts what must never happen, and goes
// through the site faster than a driver could.
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

  /** Until the next frame is painted: its callbacks run before that, and timers after. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });

  /** Until the program has dealt with what was just told; what stands on the page then is not painted yet. */
  const dealtWith = () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    });

  /** Shows an address as Back does; false where the browser forbids it. */
  const show = async (address) => {
    try {
      history.pushState(null, "", address);
    } catch {
      return false;
    }
    dispatchEvent(new PopStateEvent("popstate"));
    await dealtWith();
    return true;
  };

  /** All that can be read on the page, whether it is in view or not. */
  const words = () => {
    const attributes = [...document.querySelectorAll("[title], [aria-label]")];
    return [
      document.body.textContent,
      ...attributes.map((element) => `${element.title} ${element.ariaLabel}`),
    ].join("\n");
  };

  /** The elements of the page with their attributes, each once. */
  const vocabulary = () => {
    const names = new Set();
    for (const element of document.querySelectorAll("*")) {
      names.add(element.localName);
      for (const name of element.getAttributeNames()) names.add(`${element.localName} ${name}`);
    }
    return [...names];
  };

  /** What is wrong with where the page leads. */
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

  /** What is wrong with the page at an address: which of the `wanted` texts is not there, what else is. */
  const complaints = (wanted, known) => {
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
  const facets = ["area", "level", "country", "region", "organisation", "founded", "city"];
  /** What falls back to something that there is. */
  const settings = ["sort", "view", "show"];
  /** The area that a text chooses, which is then not searched for. */
  const typedArea = (text) => /^area:(\S+)$/.exec(text)?.[1];

  /** What the program asks for under a name where an address asks all this. */
  const wantedOf = (asked, name) => {
    const [text = ""] = asked.getAll("q");
    const area = typedArea(text);
    // Of several texts the first counts.
    if (name === "q") return text && !area ? [text] : [];
    const values = asked.getAll(name);
    if (name === "area" && area) values.push(area);
    return facets.includes(name) ? [...new Set(values.filter((value) => value))] : values;
  };

  /** What a listing has lost of its address. */
  const lostOf = ({ href, searchParams: asked }) => {
    const lost = [];
    const box = document.getElementById("search").value;
    const [text = ""] = wantedOf(asked, "q");
    if (box !== withoutBreaks(text)) lost.push(`in the box stands ${JSON.stringify(box.slice(0, 99))}`);
    const chips = [...document.querySelectorAll(".chip")].map((chip) => chip.textContent);
    for (const facet of facets) {
      for (const value of asked.getAll(facet)) {
        if (!chips.some((chip) => chip.includes(value)) && value) lost.push(`no chip of ${facet}`);
      }
    }
    const link = new URL(document.getElementById("permalink").value).searchParams;
    for (const name of new Set(asked.keys())) {
      const [wanted, found] = [wantedOf(asked, name), link.getAll(name)].map((values) => JSON.stringify(values.sort()));
      if (wanted !== found && !settings.includes(name)) lost.push(`the link has ${name} ${found.slice(0, 99)}`);
    }
    return lost.map((what) => `${what} at ${href.slice(0, 300)}`);
  };

  /** What must never happen, and happens once the last page is on screen. */
  const late = async () => {
    await painted();
    await painted();
    return harm.splice(0);
  };

  /** What is wrong with any of these pages, each an address and the texts that it must show. */
  const tour = async (pages, known) => {
    const wrong = [];
    for (const [address, wanted] of pages) {
      if (!(await show(address))) wrong.push(`${address} cannot be shown`);
      wrong.push(...complaints(wanted, known).map((what) => `${address}: ${what}`));
    }
    return [...wrong, ...(await late())];
  };

  /** The same of addresses that need lead nowhere; and how many the browser has forbidden. */
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
      wrong.push(...[...complaints([], known), ...lost].map((what) => `${address.slice(0, 300)}: ${what}`));
    }
    return { wrong: [...wrong, ...(await late())], forbidden };
  };

  /** What is wrong when these texts are typed into the search box, one after the other. */
  const type = async (texts, known) => {
    const wrong = [];
    await show(`${document.querySelector("script[data-wasm]").dataset.base}en/`);
    for (const text of texts) {
      const box = document.getElementById("search");
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // The whole answer, with what nobody looks at while typing.
      do {
        await painted();
      } while (document.documentElement.hasAttribute("data-answering"));
      const stands = document.getElementById("search").value;
      if (stands !== withoutBreaks(text)) wrong.push(`typed: ${text.slice(0, 99)}; in the box: ${stands.slice(0, 99)}`);
      wrong.push(...complaints([], known).map((what) => `typed ${text.slice(0, 99)}: ${what}`));
    }
    return wrong;
  };

  globalThis.hostile = { vocabulary, complaints, tour, addresses, type };
}
