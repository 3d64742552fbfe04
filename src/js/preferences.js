// What visitors choose for themselves: the colours, and whether a letter key does anything. It stands
// in the head and waits for nothing, so that no page is painted in other colours first.
{
  const CHOICES = { theme: ["auto", "light", "dark"], shortcut: ["on", "off"] };
  const root = document.documentElement;
  const key = (name) => `technology-clusters-${name}`;

  /** Does what storage allows: where it is denied, a choice lasts as long as the page. */
  const stored = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  };

  const controls = (name) => document.querySelectorAll(`[data-preference="${name}"]`);

  /** Notes a choice where the style and the other scripts look for it, and shows it in its controls. */
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
  // Chosen in another tab.
  addEventListener("storage", applyAll);
  // The controls are there by now.
  addEventListener("DOMContentLoaded", applyAll);
  applyAll();
}
