// Keyboard shortcuts of the search box. Every page has a new box, so the listener is on the window.

const EDITABLE = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const FIRST_RESULT = "main :is(.card, .result-table tbody tr, .rescue li) a";

const keys = {
  // Speech input may trigger a single-character shortcut by accident, so it can be switched off (WCAG 2.1.4).
  "/": (box, target) => {
    if (target.closest?.(EDITABLE) || document.documentElement.dataset.shortcut === "off") return false;
    box.focus();
    box.select();
    return true;
  },
  Escape: (box, target) => {
    if (target !== box || !box.value) return false;
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  },
  ArrowDown: (box, target) => {
    const first = target === box && document.querySelector(FIRST_RESULT);
    if (!first) return false;
    first.focus();
    return true;
  },
};

addEventListener("keydown", (event) => {
  const box = document.getElementById("search");
  const isOther = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
  if (!box || isOther || !Object.hasOwn(keys, event.key)) return;
  if (keys[event.key](box, event.target)) event.preventDefault();
});
