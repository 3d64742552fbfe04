// What the first paint depends on: visitors' preferences (the theme, and whether the shortcut key is enabled),
// and whether the address has a query. Runs in the head.
{
  const CHOICES = { theme: ["auto", "light", "dark"], shortcut: ["on", "off"] };
  const root = document.documentElement;
  const key = (name) => `technology-clusters-${name}`;

  /** Accesses storage if allowed; otherwise a choice lasts as long as the page. */
  const stored = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  };

  const controls = (name) => document.querySelectorAll(`[data-preference="${name}"]`);

  /** Sets the attribute that the style sheet and the other scripts read, and updates the controls. */
  const apply = (name, wanted) => {
    const value = CHOICES[name].includes(wanted) ? wanted : CHOICES[name][0];
    root.dataset[name] = value;
    for (const control of controls(name)) {
      if (control.type === "checkbox") control.checked = value === "on";
      else control.value = value;
    }
  };

  const applyAll = () => {
    for (const name of Object.keys(CHOICES)) {
      apply(name, stored((storage) => storage.getItem(key(name))) ?? root.dataset[name]);
    }
  };

  addEventListener("change", ({ target }) => {
    const name = target.dataset?.preference;
    if (!name) return;
    const value = target.type === "checkbox" ? (target.checked ? "on" : "off") : target.value;
    apply(name, value);
    stored((storage) => storage.setItem(key(name), value));
  });
  // A page that is opened with a query is painted as the app will show it from the start.
  const KEYS = /[?&](q|match|sort|view|show|area|level|country|region|organisation|founded|members|status|city|cluster)=./;
  root.toggleAttribute("data-query", KEYS.test(location.search));

  // Changed in another tab.
  addEventListener("storage", applyAll);
  // By now the controls exist.
  addEventListener("DOMContentLoaded", applyAll);
  applyAll();
}
