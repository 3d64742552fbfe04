// Runs before everything else in each page, where the driver does not hand out the console: keeps what
// would stand there for as long as the tab lives. It sees no failed `fetch`.
{
  const { getItem, setItem } = Storage.prototype;
  const kept = sessionStorage;
  const complaints = () => JSON.parse(getItem.call(kept, "complaints") ?? "[]");
  const write = (...parts) =>
    setItem.call(kept, "complaints", JSON.stringify([...complaints(), parts.map(String).join(" ")]));
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
      // What a drawing uses is no text.
      const address = target.src ?? target.href?.baseVal ?? target.href ?? "";
      write(error ?? message ?? "Failed to load", address);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => write("unhandled rejection:", event.reason));
  addEventListener("securitypolicyviolation", (event) =>
    write("Content Security Policy:", event.effectiveDirective, event.blockedURI, event.sample),
  );
  Object.defineProperty(globalThis, "complaints", { value: complaints });
}
