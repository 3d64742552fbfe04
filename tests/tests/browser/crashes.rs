//! Crashes of the wasm: a trap, out of memory, stack overflow, or an exception thrown through it.
//! The tests cause them by replacing browser functions that the wasm calls.

use anyhow::{Context, Result};
use tests::{READY, Setup, Visitor, visit};

/// Traps in the wasm that calls it, as a panic does.
const TRAP: &str = "globalThis.trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 115, 116, 111, 112, 0, 0,
    10, 5, 1, 3, 0, 0, 11]))).exports.stop;";

/// Overflows the stack.
const DEEP: &str = "globalThis.deep = () => deep() + 1;";

/// Whether the caller of a replaced function is the wasm, not `boot.js`.
const BY_PROGRAM: &str = "globalThis.byProgram = () => /wasm/.test(new Error().stack);
    Error.stackTraceLimit = 50;";

/// Makes the wasm call `stop` when it creates an element or a text, once `armed`.
fn at_nodes(stop: &str) -> String {
    format!(
        "{BY_PROGRAM} {TRAP} {DEEP}
        globalThis.armed ??= true;
        for (const make of ['createElement', 'createTextNode']) {{
            const original = Document.prototype[make];
            Document.prototype[make] = function (...what) {{
                if (armed && byProgram()) {stop}();
                return original.apply(this, what);
            }};
        }}"
    )
}

/// Makes the wasm crash half-way through hydration, if `armed`.
fn in_hydration() -> String {
    format!(
        "{BY_PROGRAM} {TRAP}
        globalThis.armed ??= true;
        {{
            const {{ prototype }} = Node;
            const {{ get }} = Object.getOwnPropertyDescriptor(prototype, 'firstChild');
            let calls = 0;
            Object.defineProperty(prototype, 'firstChild', {{
                get() {{
                    if (armed && byProgram() && (calls += 1) === 20) trap();
                    return get.call(this);
                }},
            }});
        }}"
    )
}

/// Stores the text of the page's file.
const WRITTEN: &str = "addEventListener('DOMContentLoaded', () => {
    globalThis.written = document.querySelector('main').textContent;
});";

const CRASHED: &str = "Something went wrong on this page";
const OFF: &str = "has stopped twice and is now switched off";

/// Waits until the page reports the crash with its kind of error.
async fn shows_failure(visitor: &Visitor, kind: &str) -> Result<()> {
    visitor.wait_for_failure(CRASHED).await?;
    visitor.wait_for_text(".failure-detail", kind).await
}

/// Allows what browsers log when the wasm crashes, and when it is called after a crash.
fn allow_crash(visitor: &Visitor) {
    visitor.allow_console_error("Error");
    visitor.allow_console_error("Uncaught");
}

/// Links work as plain links to files.
async fn links_work(visitor: &Visitor) -> Result<()> {
    visitor.read::<bool>("window.before = true").await?;
    visitor.click_on("header a[href$='/about/']").await?;
    visitor.wait_for("window.before === undefined").await?;
    visitor.wait_for_address("en/about/").await
}

/// Opens a page where the wasm crashes during start-up.
async fn crashes_at_start(script: &str, error: &str) -> Result<()> {
    visit(Setup::default(), async |visitor| {
        allow_crash(visitor);
        visitor.site.preload().add(WRITTEN);
        visitor.site.preload().add(script);
        visitor.open_without_waiting("en/?q=energy").await?;
        shows_failure(visitor, error).await?;
        assert!(!visitor.read::<bool>(READY).await?);
        let text = "document.querySelector('main').textContent === window.written";
        assert!(visitor.read::<bool>(text).await?, "the page is as it was");
        let listed = "document.querySelector('.all-clusters li a').getClientRects().length > 0";
        assert!(visitor.read::<bool>(listed).await?);
        links_work(visitor).await?;

        // It crashes again and is not started a third time.
        visitor.wait_for_failure(CRASHED).await?;
        visitor.open_without_waiting("en/").await?;
        visitor.wait_for_failure(OFF).await?;
        links_work(visitor).await?;
        visitor.wait_for_failure(OFF).await
    })
    .await
    .with_context(|| script.to_owned())
}

/// Chooses a filter, at which the wasm crashes.
async fn crashes_in_use(script: &str, error: &str) -> Result<()> {
    visit(Setup::default(), async |visitor| {
        allow_crash(visitor);
        visitor.site.preload().add("globalThis.armed = false;");
        visitor.site.preload().add(script);
        visitor.open("en/").await?;
        visitor.read::<bool>("window.armed = true").await?;
        visitor.click_on("main input[type=checkbox]").await?;
        shows_failure(visitor, error).await?;
        links_work(visitor).await?;
        visitor.wait_until_ready().await?;

        // Going back also reloads the page.
        visitor.back().await?;
        visitor.wait_for("location.pathname === '/en/'").await?;
        visitor.wait_until_ready().await
    })
    .await
}

#[tokio::test]
async fn in_an_effect() -> Result<()> {
    crashes_in_use(&at_nodes("trap"), "RuntimeError").await
}

#[tokio::test]
async fn without_stack() -> Result<()> {
    // Chromium and WebKit throw `RangeError`, Firefox `InternalError`.
    crashes_in_use(&at_nodes("deep"), "Error").await
}

#[tokio::test]
async fn after_an_error_was_thrown_through_the_program() -> Result<()> {
    const THROWS: &str = "Object.defineProperty(Document.prototype, 'title', {
        set() { if (armed) throw new TypeError('on purpose'); },
    });";
    crashes_in_use(THROWS, "TypeError").await
}

#[tokio::test]
async fn the_button_reloads_the_page() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        allow_crash(visitor);
        let script = "globalThis.armed = !sessionStorage.stopped; sessionStorage.stopped = true;";
        visitor.site.preload().add(script);
        visitor.site.preload().add(&in_hydration());
        visitor.open_without_waiting("it/about/").await?;
        visitor
            .wait_for_failure("Si è verificato un problema in questa pagina")
            .await?;
        visitor.click_on("[role=alert] button").await?;
        visitor.wait_until_ready().await?;
        visitor
            .wait_for("!document.querySelector('[role=alert]')")
            .await
    })
    .await
}

#[tokio::test]
async fn in_start_up() -> Result<()> {
    let script = format!("{TRAP} globalThis.queueMicrotask = trap;");
    crashes_at_start(&script, "RuntimeError").await
}

#[tokio::test]
async fn in_a_view() -> Result<()> {
    // With a query, the crash comes after hydration, when the file's content has already been
    // changed.
    const HALF_WAY: &str = "globalThis.armed = !location.search;
        {
            const { prototype } = Node;
            const { get, set } = Object.getOwnPropertyDescriptor(prototype, 'nodeValue');
            Object.defineProperty(prototype, 'nodeValue', {
                get,
                set(text) {
                    set.call(this, text);
                    trap();
                },
            });
        }";
    let script = format!("{HALF_WAY} {}", in_hydration());
    crashes_at_start(&script, "RuntimeError").await
}

#[tokio::test]
async fn without_memory() -> Result<()> {
    const FULL: &str = "WebAssembly.instantiate = async () => {
        throw new RangeError('could not allocate memory');
    };";
    crashes_at_start(FULL, "RangeError").await
}
