//! Layout on narrow and on zoomed screens, and with wider letter spacing.

use anyhow::Result;
use serde_json::json;
use tests::{Setup, Visitor, visit};

const PAGES: [&str; 13] = [
    "en/",
    "it/?q=energia&area=energy&level=regional",
    "en/?view=table",
    "en/?q=xqzw",
    "en/clusters/le2c/",
    "it/organisations/university-of-brescia/",
    "it/network/",
    "it/network/?cluster=le2c",
    "en/compare/",
    "it/compare/?cluster=afil&cluster=ctn-energia&cluster=le2c",
    "en/about/",
    "it/data/",
    "en/clusters/le3c/",
];

#[tokio::test]
async fn no_page_scrolls_sideways() -> Result<()> {
    visit(Setup::on_phone(), async |visitor| {
        visitor.expect_console_error("/clusters/le3c/ - Failed to load");
        for page in PAGES {
            visitor.open(page).await?;
            let [content, screen]: [u32; 2] = visitor
                .read(
                    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
                )
                .await?;
            assert!(
                content <= screen,
                "{page} is {content} pixels wide on a screen of {screen}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_filter_button_toggles_the_filters() -> Result<()> {
    const SHOWN: &str = "document.querySelector('#filters').checkVisibility()";
    const SWITCH: &str = "button[aria-controls=filters]";
    const TOLD: &str = "document.querySelector('button[aria-controls=filters]').ariaExpanded";
    visit(Setup::on_phone(), async |visitor| {
        visitor.open("en/").await?;
        for (is_open, told) in [
            (false, "false"),
            (true, "true"),
            (false, "false"),
            (true, "true"),
        ] {
            visitor.wait_until(SHOWN, &json!(is_open)).await?;
            visitor.wait_until(TOLD, &json!(told)).await?;
            visitor.click_on(SWITCH).await?;
        }
        visitor.click_on(SWITCH).await?;
        visitor.click_on("input[name=area][value=energy]").await?;
        visitor.wait_for_address("en/?area=energy").await?;
        assert!(
            visitor.read::<bool>(SHOWN).await?,
            "choosing does not close the filters"
        );
        visitor.wait_for_text(SWITCH, "(1)").await?;
        Ok(())
    })
    .await
}

const SPACED_PAGES: [&str; 12] = [
    "en/?q=energia&area=energy",
    "it/?view=table",
    "en/?view=map",
    "it/clusters/le2c/",
    "en/organisations/university-of-brescia/",
    "en/network/",
    "en/network/?organisation=cnr",
    "it/compare/",
    "en/compare/?organisation=cnr&organisation=university-of-brescia",
    "en/organisations/",
    "it/about/",
    "en/?q=xqzw",
];

/// Elements wider than their container; 1.4.10 exempts tables.
const CUT_OFF: &str = "[
        ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
        ...[...document.querySelectorAll('#app :is(a, button, h1, h2, h3, p, li, label, dt, dd), .site-bar *, .site-footer *')]
            .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden, .table-frame, .skip-link'))
            // Hidden from sight, for screen readers.
            .filter((element) => getComputedStyle(element).clipPath === 'none')
            .filter((element) => {
                const {left, right} = element.getBoundingClientRect();
                const clips = getComputedStyle(element).overflow !== 'visible';
                return left < -1 || right > innerWidth + 1
                    || clips && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
            })
            .map((element) => element.outerHTML.slice(0, 100)),
    ]";

/// Applies the text spacing of success criterion 1.4.12.
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet];";

async fn nothing_is_cut_off(visitor: &Visitor) -> Result<()> {
    for page in SPACED_PAGES {
        visitor.open(page).await?;
        for spacing in ["", SPACED] {
            visitor.execute(spacing, Vec::new()).await?;
            let cut: Vec<String> = visitor.read(CUT_OFF).await?;
            let spaced = !spacing.is_empty();
            assert!(cut.is_empty(), "{page}, spaced: {spaced}: {cut:#?}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn nothing_is_cut_off_at_320_pixels_which_is_1280_at_four_times_the_size() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let metrics = json!({"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false});
        visitor
            .cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        nothing_is_cut_off(visitor).await
    })
    .await
}

#[tokio::test]
async fn nothing_is_cut_off_on_a_desktop() -> Result<()> {
    visit(Setup::default(), nothing_is_cut_off).await
}
