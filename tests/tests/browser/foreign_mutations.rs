//! Other code changes the document too: page translation, highlighters, extensions that tidy up or
//! insert elements. Whether this happens before the start or later, the numbers must be right, and
//! each record's text on its own card.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;
use site_server::{Action, Fault};
use tests::{READY, Setup, Visitor, fixture, visit};

/// Late enough for other code to run before the app.
const LATE: Duration = Duration::from_millis(1500);

/// What the page shows, whatever its elements: the count, the results with their ids and names, the
/// heading, and whether a failure is reported.
const SHOWN: &str = "(() => {
    const text = (element) => element?.textContent.replace(/\\s+/g, ' ').trim() ?? null;
    return {
        count: text(document.querySelector('main [role=status]')),
        results: [...document.querySelectorAll('main article.card')].map((card) => [
            card.querySelector('h3 a').getAttribute('href'),
            text(card.querySelector('h3')),
            text(card.querySelector('.card-facts')),
        ]),
        heading: text(document.querySelector('h1')),
        facts: [...document.querySelectorAll('.fact dt')].map(text),
        fails: document.querySelector('[role=alert]') !== null,
    };
})()";

/// Collects all text nodes of the app.
const TEXTS: &str = "const texts = [];
    const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);";

/// Wraps a text as page translation does: the original node is removed.
const WRAP: &str = "const wrap = (text) => {
    const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
};";

/// Searches, chooses a filter, opens a page and goes back; runs `before` ahead of each step.
/// Returns what was shown after each.
async fn answers(
    visitor: &Visitor,
    before: &str,
    expected: Option<&[Value]>,
) -> Result<Vec<Value>> {
    let mut shown = Vec::new();
    for step in 0..4 {
        if !before.is_empty() {
            visitor.execute(before, Vec::new()).await?;
        }
        match step {
            0 => {
                visitor.click_on("[role=searchbox]").await?;
                visitor.press("energy").await?;
                visitor.wait_for_address("en/?q=energy").await?;
            }
            1 => {
                visitor.click_on("main input[name=level]").await?;
                visitor
                    .wait_for_address("en/?q=energy&level=regional")
                    .await?;
            }
            2 => {
                visitor.click_on("main article h3 a").await?;
                visitor
                    .wait_for("location.pathname.includes('/clusters/')")
                    .await?;
            }
            _ => {
                visitor.back().await?;
                visitor
                    .wait_for_address("en/?q=energy&level=regional")
                    .await?;
            }
        }
        if let Some(expected) = expected {
            let outcome = visitor.wait_until(SHOWN, &expected[step]).await;
            outcome.with_context(|| format!("after step {step}"))?;
        } else {
            visitor
                .wait_for("document.querySelector('h1') !== null")
                .await?;
        }
        shown.push(visitor.read(SHOWN).await?);
    }
    Ok(shown)
}

/// Runs a script of other code on the page, while the app runs and before it starts.
async fn withstands(script: &str) -> Result<()> {
    let mut expected = Vec::new();
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        expected = answers(visitor, "", None).await?;
        assert_ne!(expected[0], expected[1], "each step changes what is shown");

        visitor.open("en/").await?;
        let outcome = answers(visitor, script, Some(&expected)).await;
        outcome.context("changed while the app runs")?;
        Ok(())
    })
    .await?;
    // A new browser, without a cached copy of the wasm.
    visit(Setup::default(), async |visitor| {
        let late = Fault::always(".wasm", Action::Delay(LATE));
        visitor.site.faults().set([late]);
        visitor.open_without_waiting("en/").await?;
        visitor.execute(script, Vec::new()).await?;
        let is_early = !visitor.read::<bool>(READY).await?;
        assert!(is_early, "the app started before the other code");
        visitor.wait_until_ready().await?;
        let outcome = answers(visitor, "", Some(&expected)).await;
        outcome.context("changed before the app starts")?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn texts_wrapped_by_page_translation() -> Result<()> {
    withstands(&format!("{WRAP} {TEXTS} texts.forEach(wrap);")).await
}

/// Page translation that continues: it wraps new texts as well.
fn live_translation() -> String {
    format!(
        "{WRAP}
        const wrapAll = () => {{
            {TEXTS}
            texts.filter((text) => text.parentNode.localName !== 'font').forEach(wrap);
        }};
        wrapAll();
        globalThis.translator?.disconnect();
        globalThis.translator = new MutationObserver(wrapAll);
        translator.observe(document.getElementById('app'), {{
            childList: true,
            characterData: true,
            subtree: true,
        }});"
    )
}

#[tokio::test]
async fn texts_wrapped_as_soon_as_they_appear() -> Result<()> {
    withstands(&live_translation()).await
}

#[tokio::test]
async fn controls_work_under_live_translation() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.open("en/").await?;
        visitor.execute(live_translation(), Vec::new()).await?;
        let values = "document.querySelectorAll('[data-facet=organisation] li').length";
        let expand = "document.querySelector('[data-facet=organisation] [aria-expanded]').click()";
        visitor.execute(expand, Vec::new()).await?;
        let all = fixture::records("organisations")?.len();
        visitor.wait_until(values, &Value::from(all)).await?;
        visitor.click_on("#filter-organisation").await?;
        visitor.press("brescia").await?;
        visitor.wait_for(&format!("{values} < 20")).await?;
        let field = "document.activeElement.id + ' ' + document.activeElement.value";
        let expected = Value::from("filter-organisation brescia");
        visitor.wait_until(field, &expected).await?;
        let unfold = "document.querySelector('.share details:has(pre) summary').click()";
        visitor.execute(unfold, Vec::new()).await?;
        visitor
            .wait_for(
                "document.querySelector('.share details:has(pre)')?.open
                    && /accessed \\d{4}/.test(document.querySelector('.share pre').textContent)",
            )
            .await?;
        let follow = "document.querySelector(\"header a[href$='/about/']\").click()";
        visitor.execute(follow, Vec::new()).await?;
        visitor.wait_for_address("en/about/").await?;
        visitor
            .wait_until("document.activeElement.localName", &Value::from("h1"))
            .await
    })
    .await
}

#[tokio::test]
async fn texts_replaced_by_equal_ones() -> Result<()> {
    withstands(&format!(
        "{TEXTS} texts.forEach((text) => text.replaceWith(text.data));"
    ))
    .await
}

#[tokio::test]
async fn texts_joined_by_normalize() -> Result<()> {
    withstands("document.body.normalize();").await
}

#[tokio::test]
async fn comments_removed() -> Result<()> {
    withstands(
        "const comments = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
        while (walker.nextNode()) comments.push(walker.currentNode);
        comments.forEach((comment) => comment.remove());",
    )
    .await
}

/// Inserts an element at the start and at the end of the elements where extensions do so.
fn foreign_elements(text: &str) -> String {
    format!(
        "for (const place of document.querySelectorAll('main, #app, form, article.card')) {{
            for (const put of ['prepend', 'append']) {{
                place[put](Object.assign(document.createElement('div'), {{ textContent: '{text}' }}));
            }}
        }}"
    )
}

#[tokio::test]
async fn foreign_elements_without_text() -> Result<()> {
    withstands(&foreign_elements("")).await
}

#[tokio::test]
async fn foreign_elements_with_text() -> Result<()> {
    // Inserted text that looks like a count must not be mistaken for one.
    withstands(&foreign_elements("7 clusters")).await
}

#[tokio::test]
async fn a_highlighter_that_wraps_and_unwraps() -> Result<()> {
    withstands(&format!(
        "{TEXTS}
        for (const text of texts) {{
            const place = text.data.search(/cluster/i);
            if (place < 0) continue;
            const word = text.splitText(place);
            word.splitText(7);
            const mark = document.createElement('mark');
            word.replaceWith(mark);
            mark.append(word);
            mark.replaceWith(...mark.childNodes);
        }}"
    ))
    .await
}

#[tokio::test]
async fn the_language_of_the_document_changed() -> Result<()> {
    withstands("document.documentElement.lang = 'de';").await?;
    visit(Setup::default(), async |visitor| {
        visitor.open("it/").await?;
        visitor
            .execute("document.documentElement.lang = 'de';", Vec::new())
            .await?;
        let bars = "[...document.querySelectorAll('.site-bar, .site-footer-inner')]
            .filter((bar) => bar.getClientRects().length > 0).map((bar) => bar.lang)";
        assert_eq!(visitor.read::<Vec<String>>(bars).await?, ["it", "it"]);
        // Screen readers must keep the language of the translation. (Setting it again, even to the
        // same value, would also make browsers recompute all styles at each letter.)
        let lang = "document.documentElement.lang";
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("energia").await?;
        visitor.wait_for_address("it/?q=energia").await?;
        assert_eq!(visitor.read::<String>(lang).await?, "de");
        visitor.click_on("header a[hreflang=en]").await?;
        visitor.wait_for_address("en/?q=energia").await?;
        visitor.wait_until(lang, &Value::from("en")).await?;
        Ok(())
    })
    .await
}

/// Every kind of page can be mounted again under the policy, and shows the text of its file.
#[tokio::test]
async fn every_kind_of_page_is_mounted_again() -> Result<()> {
    // The file was built for another port.
    const TEXT: &str = "document.getElementById('app').textContent.replace(/127.0.0.1.\\d+/g, '')";
    for page in [
        "en/",
        "it/areas/energy/",
        "en/clusters/le2c/",
        "it/organisations/university-of-brescia/",
        "en/network/",
        "it/compare/",
        "en/organisations/",
        "it/about/",
        "en/not-there/",
    ] {
        visit(Setup::default(), async |visitor| {
            // What the browser logs for a missing page.
            visitor.allow_console_error("not-there");
            let late = Fault::always(".wasm", Action::Delay(LATE));
            visitor.site.faults().set([late]);
            visitor.open_without_waiting(page).await?;
            let prepare = format!(
                "window.written = {TEXT};
                document.querySelectorAll('#app *').forEach((element) => element.stood = true);
                document.getElementById('app').append('');"
            );
            visitor.execute(prepare, Vec::new()).await?;
            visitor.wait_until_ready().await?;
            let stood = "[...document.querySelectorAll('#app *')].some((element) => element.stood)";
            assert!(
                !visitor.read::<bool>(stood).await?,
                "{page} is mounted anew"
            );
            if page != "en/not-there/" {
                let written: String = visitor.read("window.written").await?;
                let shown: String = visitor.read(TEXT).await?;
                assert_eq!(shown, written, "{page} says what its file says");
            }
            Ok(())
        })
        .await
        .with_context(|| page.to_owned())?;
    }
    Ok(())
}
