// Runs before all other scripts of each page, in engines whose driver does not provide the console:
// records its messages for the lifetime of the tab. It cannot see a failed `fetch`.
{
  const { getItem, setItem } = Storage.prototype;
  const kept = sessionStorage;
  const consoleMessages = () => JSON.parse(getItem.call(kept, "console-messages") ?? "[]");
  const write = (...parts) =>
    setItem.call(kept, "console-messages", JSON.stringify([...consoleMessages(), parts.map(String).join(" ")]));
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...parts) => {
      write(...parts);
      say.apply(console, parts);
    };
  }
  addEventListener(
    "error",
    ({ error, message, target }) => {
      // The address of an SVG element is an object, not a string.
      const address = target.src ?? target.href?.baseVal ?? target.href ?? "";
      write(error ?? message ?? "Failed to load", address);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => write("unhandled rejection:", event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    write("Content Security Policy:", event.effectiveDirective, event.blockedURI, event.sample),
  );
  Object.defineProperty(globalThis, "consoleMessages", { value: consoleMessages });
}
