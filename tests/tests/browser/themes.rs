//! Themes: light, dark, the device's, and print.

use anyhow::{Context, Result};
use serde_json::json;
use site_server::{Action, Fault};
use tests::{READY, Scheme, Setup, Visitor, visit};

const GROUND: &str = "getComputedStyle(document.documentElement).backgroundColor";
const LIGHT: &str = "rgb(255, 255, 255)";
const DARK: &str = "rgb(16, 22, 29)";

async fn choose(visitor: &Visitor, theme: &str) -> Result<()> {
    let option = format!(".site-bar[lang=en] option[value={theme}]");
    visitor.click_on(&option).await
}

async fn run_first(visitor: &Visitor, script: &str) -> Result<()> {
    let script = json!({"source": script});
    let cdp = visitor.cdp();
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", script)
        .await?;
    Ok(())
}

#[tokio::test]
async fn the_theme_follows_the_device_until_one_is_chosen() -> Result<()> {
    for (scheme, own, other, others) in [
        (Scheme::Light, LIGHT, "dark", DARK),
        (Scheme::Dark, DARK, "light", LIGHT),
    ] {
        let setup = Setup {
            scheme,
            ..Setup::default()
        };
        visit(setup, async |visitor| {
            visitor.open("en/").await?;
            visitor.wait_until(GROUND, &json!(own)).await?;
            choose(visitor, other).await?;
            visitor.wait_until(GROUND, &json!(others)).await?;
            visitor.open("en/about/").await?;
            visitor.wait_until(GROUND, &json!(others)).await?;
            choose(visitor, "auto").await?;
            visitor.wait_until(GROUND, &json!(own)).await
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_chosen_theme_applies_before_the_first_paint() -> Result<()> {
    // Reads the theme as soon as there is a body, which is before the first paint.
    const LOOK: &str = "new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        globalThis.firstGround = getComputedStyle(document.documentElement).colorScheme;
    }).observe(document, {childList: true, subtree: true})";
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        choose(visitor, "dark").await?;
        run_first(visitor, LOOK).await?;
        visitor.open("en/").await?;
        visitor
            .wait_until("globalThis.firstGround", &json!("dark"))
            .await
    })
    .await
}

#[tokio::test]
async fn a_theme_can_be_chosen_without_the_app() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.expect_console_error(".wasm");
        visitor.allow_console_error("preload");
        let fault = Fault::always(".wasm", Action::Missing);
        visitor.site.faults().set([fault]);
        visitor.open_without_waiting("en/clusters/le2c/").await?;
        visitor.wait_for_failure("could not start").await?;
        choose(visitor, "dark").await?;
        visitor.wait_until(GROUND, &json!(DARK)).await?;
        assert!(!visitor.read::<bool>(READY).await?);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn without_storage_a_choice_lasts_for_the_page() -> Result<()> {
    const DENY: &str = "Object.defineProperty(globalThis, 'localStorage', {
        get() { throw new DOMException('denied', 'SecurityError'); },
    })";
    visit(Setup::default(), async |visitor| {
        run_first(visitor, DENY).await?;
        visitor.open("en/").await?;
        choose(visitor, "dark").await?;
        visitor.wait_until(GROUND, &json!(DARK)).await?;
        visitor.click_on("main article a").await?;
        visitor
            .wait_for("location.pathname.includes('/clusters/')")
            .await?;
        visitor.wait_until(GROUND, &json!(DARK)).await?;
        visitor.open("en/").await?;
        visitor.wait_until(GROUND, &json!(LIGHT)).await
    })
    .await
}

#[tokio::test]
async fn print_shows_filters_results_and_address_without_controls() -> Result<()> {
    const CONTROLS: &str =
        "[...document.querySelectorAll('button:not(.chip), select, summary, nav, [type=checkbox]')]
        .filter((control) => control.checkVisibility())
        .map((control) => control.outerHTML.slice(0, 80))";
    let dark = Setup {
        scheme: Scheme::Dark,
        ..Setup::default()
    };
    visit(dark, async |visitor| {
        visitor.open("en/?q=energia&area=energy&level=regional").await?;
        let print = json!({"media": "print"});
        visitor
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", print)
            .await?;
        visitor.wait_until(GROUND, &json!(LIGHT)).await?;
        assert_eq!(visitor.read::<Vec<String>>(CONTROLS).await?, Vec::<String>::new());
        for (place, words) in [
            (".chips", "Subject area: Energy"),
            ("main [role=status]", "5 clusters"),
            (".site-footer", "Last updated: 23 November 2026"),
        ] {
            visitor.wait_for_text(place, words).await?;
        }
        let address = visitor.current_url().await?.to_string();
        let shown = "((link) => link.checkVisibility() && link.value)(document.getElementById('permalink'))";
        visitor.wait_until(shown, &json!(address)).await?;
        visitor.open("en/clusters/le2c/").await?;
        let cdp = visitor.cdp();
        cdp.send_raw("Page.printToPDF", json!({})).await?;
        // The browser downloads it before printing.
        let code = "document.querySelector('.share img').naturalWidth > 0";
        assert!(visitor.read::<bool>(code).await?, "no code on paper");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn print_has_question_date_and_all_results_and_leaves_the_screen_as_it_was() -> Result<()> {
    const RESULTS: &str = "document.querySelectorAll('.card, .result-table tbody tr').length";
    // The media type changes after all that belongs on paper is there.
    const WATCH: &str = "matchMedia('print').addEventListener('change', ({matches}) => {
        if (matches) globalThis.onPaper = [RESULTS, document.body.firstElementChild.textContent.trim()];
    })";
    const TODAY: &str = "new Date().toLocaleDateString('it', {dateStyle: 'long'})";
    visit(Setup::default(), async |visitor| {
        for (query, question) in [
            ("", ""),
            ("?view=table", ""),
            ("?q=cluster&level=regional&sort=name", "cluster, Regionale "),
        ] {
            visitor.open(&["it/", query].concat()).await?;
            let total = "parseInt(document.querySelector('main [role=status]').textContent)";
            let total: usize = visitor.read(total).await?;
            let shown: usize = visitor.read(RESULTS).await?;
            assert!(total > shown, "{query}: all {total} are on the screen");
            let address = visitor.current_url().await?;
            visitor
                .execute(WATCH.replace("RESULTS", RESULTS), vec![])
                .await?;
            for _ in 0..2 {
                visitor.cdp().send_raw("Page.printToPDF", json!({})).await?;
                let on_paper: (usize, String) = visitor.read("globalThis.onPaper").await?;
                let today: String = visitor.read(TODAY).await?;
                let first_line = [question, &today].concat();
                assert_eq!(on_paper, (total, first_line), "{query}");
                visitor.wait_until(RESULTS, &json!(shown)).await?;
            }
            assert_eq!(visitor.current_url().await?, address);
            visitor
                .wait_for_text(".more", &format!("{shown} di {total}"))
                .await?;
        }
        Ok(())
    })
    .await
}

/// Texts whose contrast is below 4.5 to 1 (WCAG 2.2, 1.4.3).
const FAINT: &str = "(() => {
    const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const ground = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const [red, green, blue, alpha = 1] = parts(getComputedStyle(at).backgroundColor);
            if (alpha === 1) return [red, green, blue];
        }
        return [255, 255, 255];
    };
    const luminance = (colour) => colour
        .slice(0, 3)
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
    const ratio = (element) => {
        const two = [parts(getComputedStyle(element).color), ground(element)].map(luminance);
        return (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05);
    };
    const READ = ['h1', 'main [role=status]', 'main article a', 'main article p', '.chip', 'legend, .facet h3',
        '.site-header a', '.site-footer p', 'main select', '[role=searchbox]'];
    return READ.flatMap((selector) => {
        const element = document.querySelector(selector);
        if (!element) return [`no ${selector}`];
        return ratio(element) < 4.5 ? [`${selector}: ${ratio(element).toFixed(2)}`] : [];
    });
})()";

#[tokio::test]
async fn every_display_preference_is_readable() -> Result<()> {
    const WISHES: [(&str, &[&str]); 5] = [
        ("prefers-color-scheme", &["light", "dark"]),
        ("prefers-reduced-motion", &["no-preference", "reduce"]),
        ("prefers-contrast", &["no-preference", "more", "less"]),
        ("prefers-reduced-transparency", &["no-preference", "reduce"]),
        ("forced-colors", &["none", "active"]),
    ];
    let mut combinations = vec![Vec::new()];
    for (name, values) in WISHES {
        let with = |wishes: &Vec<_>| {
            let with = |value: &&str| {
                let one = json!({"name": name, "value": value});
                [&wishes[..], &[one]].concat()
            };
            values.iter().map(with).collect::<Vec<_>>()
        };
        combinations = combinations.iter().flat_map(with).collect();
    }
    assert_eq!(combinations.len(), 48);
    visit(Setup::default(), async |visitor| {
        visitor.open("en/?area=energy").await?;
        for wishes in combinations {
            let media = json!({"features": wishes});
            let cdp = visitor.cdp();
            cdp.send_raw("Emulation.setEmulatedMedia", media).await?;
            visitor
                .wait_until(FAINT, &json!([]))
                .await
                .with_context(|| format!("{wishes:?}"))?;
            visitor
                .click_on("input[name=level][value=regional]")
                .await?;
            visitor.wait_until_answered().await?;
        }
        Ok(())
    })
    .await
}
