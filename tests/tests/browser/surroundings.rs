//! Odd environments: storage with foreign values, unusual languages, a wrong clock, another site's
//! frame.

use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
};

use anyhow::{Context, Result};
use serde_json::json;
use tests::{Setup, Visitor, visit};

/// True if no failure is reported.
const UNTOLD: &str = "!document.querySelector('[role=alert]')";

/// Writes a value under all storage keys that the site uses or may use.
fn filled_with(value: &str) -> String {
    format!(
        "(() => {{
            const wanted = ['theme', 'shortcut', 'shortlist', ' / renewed', ' / crashes'];
            for (const storage of [localStorage, sessionStorage]) {{
                const keys = wanted.map((name) => `technology-clusters-${{name}}`.replace('- ', ' '));
                for (const key of [...Object.keys(storage), ...keys]) {{
                    // Storage holds five megabytes.
                    try {{ storage.setItem(key, {}) }} catch {{}}
                }}
            }}
            return true;
        }})()",
        json!(value)
    )
}

async fn responds(visitor: &Visitor, text: &str) -> Result<()> {
    visitor.click_on("[role=searchbox]").await?;
    visitor.press(text).await?;
    visitor
        .wait_for("document.querySelectorAll('main article').length > 0")
        .await?;
    assert!(visitor.read::<bool>(UNTOLD).await?);
    Ok(())
}

#[tokio::test]
async fn storage_may_hold_anything() -> Result<()> {
    let long = "x".repeat(1_000_000);
    let values = [
        "",
        "null",
        "{}",
        "-1",
        "NaN",
        "1e-999",
        "\u{0}",
        "<img src=x onerror=alert(1)>",
        "a\nb\nc",
        "9\n99999999999\n//elsewhere.example/",
        &long,
    ];
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        responds(visitor, "energy").await?;
        visitor
            .click_on("main article h2 a, main article h3 a")
            .await?;
        visitor
            .wait_for("location.pathname.includes('/clusters/')")
            .await?;
        visitor.back().await?;
        for value in values {
            visitor.wait_until_ready().await?;
            visitor.read::<bool>(&filled_with(value)).await?;
            // The history entry is the same, and so is the key of its scroll position.
            visitor.refresh().await?;
            visitor.wait_until_ready().await?;
            let shown = "document.querySelectorAll('main article').length";
            assert!(visitor.read::<u32>(shown).await? > 0, "{value:.40}");
            let theme = "document.documentElement.dataset.theme";
            assert_eq!(visitor.read::<String>(theme).await?, "auto", "{value:.40}");
            assert!(visitor.read::<bool>(UNTOLD).await?, "{value:.40}");
        }
        visitor.open("en/").await?;
        responds(visitor, "hydrogen").await
    })
    .await
}

#[tokio::test]
async fn a_recorded_crash_limit_can_be_overridden() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor.read::<bool>(&filled_with("1e999")).await?;
        visitor.open_without_waiting("en/").await?;
        visitor.wait_for_failure("is now switched off").await?;
        visitor.click_on("[role=alert] button").await?;
        visitor.wait_until_ready().await?;
        responds(visitor, "energy").await
    })
    .await
}

#[tokio::test]
async fn any_preferred_languages_lead_to_a_page() -> Result<()> {
    let long = format!("['{}']", "x".repeat(10_000));
    let wishes = [
        ("[]", "en"),
        ("undefined", "en"),
        ("['it-CH']", "it"),
        ("['zz', 'it', 'en']", "it"),
        ("['', '*', '-']", "en"),
        ("['__proto__', 'constructor', 'toString']", "en"),
        (long.as_str(), "en"),
    ];
    visit(Setup::default(), async |visitor| {
        // Firefox reports that the page is left while its fonts are still loading.
        visitor.allow_console_error(".woff2");
        for (languages, lang) in wishes {
            visitor.site.preload().add(&format!(
                "Object.defineProperty(navigator, 'languages', {{configurable: true, get: () => {languages}}});"
            ));
            visitor.open("?q=energy#content").await?;
            visitor.wait_for_address(&format!("{lang}/?q=energy#content")).await?;
        }
        Ok(())
    })
    .await
}

/// Citations contain the date of access, from the clock.
#[tokio::test]
async fn a_clock_may_be_wrong() -> Result<()> {
    let times = [
        (0_i64, "1970-01-01"),
        (-62_198_755_200_000, "-000001-01-01"),
        (253_402_300_800_000, "+010000-01-01"),
        (8_640_000_000_000_000, "+275760-09-13"),
    ];
    visit(Setup::default(), async |visitor| {
        for (time, day) in times {
            visitor.site.preload().add(&format!(
                "{{
                    const Right = globalThis.rightDate ??= Date;
                    globalThis.Date = class extends Right {{
                        constructor(...given) {{
                            super(...(given.length > 0 ? given : [{time}]));
                        }}
                        static now() {{
                            return {time};
                        }}
                    }};
                }}"
            ));
            visitor.open("en/clusters/le2c/").await?;
            visitor
                .click_on(".share details:last-of-type summary")
                .await?;
            let cited = "document.querySelector('.share pre').textContent";
            visitor
                .wait_for(&format!("{cited}.includes('accessed {day})')"))
                .await
                .with_context(|| day.to_owned())?;
        }
        visitor.open("en/").await?;
        responds(visitor, "energy").await
    })
    .await
}

/// Serves a site of one page, without a policy, for a few requests, and returns its address.
fn other_site(page: String) -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || {
        for mut visitor in listener.incoming().flatten().take(8) {
            let asked = visitor.read(&mut [0; 4096]);
            let length = page.len();
            let head =
                format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}");
            let answer = format!("{head}\r\nConnection: close\r\n\r\n{page}");
            // A closed connection needs no response.
            drop(asked.and_then(|_| visitor.write_all(answer.as_bytes())));
        }
    });
    Ok(address)
}

#[tokio::test]
async fn other_sites_cannot_frame_it() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        // Each browser words the refusal differently.
        for words in ["frame", "Frame"] {
            visitor.allow_console_error(words);
        }
        let ours = visitor.site.url("en/");
        let other = format!("<!doctype html><iframe src=\"{ours}\"></iframe>");
        visitor.goto(other_site(other)?).await?;
        visitor
            .wait_for("document.readyState === 'complete'")
            .await?;
        visitor.enter_frame(0).await?;
        let is_shown = "document.querySelector('.site-header') !== null";
        assert!(!visitor.read::<bool>(is_shown).await?);
        visitor.enter_default_frame().await?;
        // Outside a frame the page is shown.
        visitor.open("en/").await?;
        assert!(visitor.read::<bool>(is_shown).await?);
        Ok(())
    })
    .await
}
