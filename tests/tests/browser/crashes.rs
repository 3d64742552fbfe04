//! A program that stops: in a trap, for want of memory, for want of stack, or because something was
//! thrown through it. Browser functions that the program calls are replaced for that; visitors have
//! no such way.

use anyhow::{Context, Result};
use tests::{READY, Setup, Visitor, visit};

/// Stops the program that calls it, as a panic does.
const TRAP: &str = "globalThis.trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 115, 116, 111, 112, 0, 0,
    10, 5, 1, 3, 0, 0, 11]))).exports.stop;";

/// Calls itself until the stack is full.
const DEEP: &str = "globalThis.deep = () => deep() + 1;";

/// Whether the caller of a replaced function is the program, not `boot.js`.
const BY_PROGRAM: &str = "globalThis.byProgram = () => /wasm/.test(new Error().stack);
    Error.stackTraceLimit = 50;";

/// Has the program call `stop` when it makes an element or a text, once `armed`.
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

/// Has the program stop while it hydrates the page's file, half-way, if `armed`.
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

/// Keeps the page's text as its file has it.
const WRITTEN: &str = "addEventListener('DOMContentLoaded', () => {
    globalThis.written = document.querySelector('main').textContent;
});";

const CRASHED: &str = "Something went wrong in this page";
const OFF: &str = "has stopped twice and is switched off";

/// Waits until the visitor is told that the program has stopped, with the kind of error as its reason.
async fn is_told(visitor: &Visitor, kind: &str) -> Result<()> {
    visitor.wait_for_failure(CRASHED).await?;
    visitor.wait_for_text(".failure-detail", kind).await
}

/// What browsers write when a program stops, and when a stopped one is called again.
fn allow_crash(visitor: &Visitor) {
    visitor.allow_complaint("Error");
    visitor.allow_complaint("Uncaught");
}

/// Every link leads to a file, and that the browser loads.
async fn links_lead_on(visitor: &Visitor) -> Result<()> {
    visitor.read::<bool>("window.before = true").await?;
    visitor.click_on("header a[href$='/about/']").await?;
    visitor.wait_for("window.before === undefined").await?;
    visitor.wait_for_address("en/about/").await
}

/// Lets a visitor come to a page where the program stops before anything of it is shown.
async fn stops_at_start(script: &str, error: &str) -> Result<()> {
    visit(Setup::default(), async |visitor| {
        allow_crash(visitor);
        visitor.site.preload().add(WRITTEN);
        visitor.site.preload().add(script);
        visitor.open_unready("en/?q=energy").await?;
        is_told(visitor, error).await?;
        assert!(!visitor.read::<bool>(READY).await?);
        let text = "document.querySelector('main').textContent === window.written";
        assert!(visitor.read::<bool>(text).await?, "the page is as it was");
        let listed = "document.querySelector('.all-clusters li a').getClientRects().length > 0";
        assert!(visitor.read::<bool>(listed).await?);
        links_lead_on(visitor).await?;

        // There it stops again, and is not tried a third time.
        visitor.wait_for_failure(CRASHED).await?;
        visitor.open_unready("en/").await?;
        visitor.wait_for_failure(OFF).await?;
        links_lead_on(visitor).await?;
        visitor.wait_for_failure(OFF).await
    })
    .await
    .with_context(|| script.to_owned())
}

/// Lets a visitor choose something, and the program stops at that.
async fn stops_in_use(script: &str, error: &str) -> Result<()> {
    visit(Setup::default(), async |visitor| {
        allow_crash(visitor);
        visitor.site.preload().add("globalThis.armed = false;");
        visitor.site.preload().add(script);
        visitor.open("en/").await?;
        visitor.read::<bool>("window.armed = true").await?;
        visitor.click_on("main input[type=checkbox]").await?;
        is_told(visitor, error).await?;
        links_lead_on(visitor).await?;
        visitor.wait_until_ready().await?;

        // What was left is loaded again as well.
        visitor.back().await?;
        visitor.wait_for("location.pathname === '/en/'").await?;
        visitor.wait_until_ready().await
    })
    .await
}

#[tokio::test]
async fn in_an_effect() -> Result<()> {
    stops_in_use(&at_nodes("trap"), "RuntimeError").await
}

#[tokio::test]
async fn without_stack() -> Result<()> {
    // `RangeError` is what Chromium and WebKit call it, `InternalError` Firefox.
    stops_in_use(&at_nodes("deep"), "Error").await
}

#[tokio::test]
async fn after_an_error_was_thrown_through_the_program() -> Result<()> {
    const THROWS: &str = "Object.defineProperty(Document.prototype, 'title', {
        set() { if (armed) throw new TypeError('on purpose'); },
    });";
    stops_in_use(THROWS, "TypeError").await
}

#[tokio::test]
async fn and_is_loaded_again_by_the_button() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        allow_crash(visitor);
        let script = "globalThis.armed = !sessionStorage.stopped; sessionStorage.stopped = true;";
        visitor.site.preload().add(script);
        visitor.site.preload().add(&in_hydration());
        visitor.open_unready("it/about/").await?;
        visitor
            .wait_for_failure("In questa pagina qualcosa è andato storto")
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
    stops_at_start(&script, "RuntimeError").await
}

#[tokio::test]
async fn in_a_view() -> Result<()> {
    // Where there is a query, after hydration: some of what the file says is gone already.
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
    stops_at_start(&script, "RuntimeError").await
}

#[tokio::test]
async fn without_memory() -> Result<()> {
    const FULL: &str = "WebAssembly.instantiate = async () => {
        throw new RangeError('could not allocate memory');
    };";
    stops_at_start(FULL, "RangeError").await
}
