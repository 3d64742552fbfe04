//! What a visitor is told when the program itself does not come, or stops.

use anyhow::{Context, Result};
use tests::{READY, Setup, Visitor, impatient, visit};
use xtask::server::{Action, Fault};

const PROGRAM: &str = ".wasm";
const SCRIPT: &str = "/clusters-";

#[tokio::test]
async fn a_program_that_does_not_come_is_told_in_words_and_can_be_loaded_again() -> Result<()> {
    let faults = [
        Fault::always(PROGRAM, Action::Missing),
        Fault::always(PROGRAM, Action::Truncate(50_000)),
        Fault::always(SCRIPT, Action::Missing),
    ];
    for fault in faults {
        for (page, words) in [
            ("en/", "could not start"),
            ("it/clusters/le2c/", "non si è avviata"),
        ] {
            visit(Setup::default(), async |visitor| {
                visitor.expect_complaint(&fault.path_contains);
                visitor.site.faults().set([fault.clone()]);
                visitor.open_unready(page).await?;
                is_told_and_mended(visitor, words).await
            })
            .await
            .with_context(|| format!("{fault:?}"))?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_program_that_keeps_the_visitor_waiting_is_given_up() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor
            .site
            .faults()
            .set([Fault::always(PROGRAM, Action::Hang), impatient("en/")?]);
        visitor.open_unready("en/").await?;
        is_told_and_mended(visitor, "could not start").await
    })
    .await
}

#[tokio::test]
async fn a_program_that_stops_is_told_in_words_and_can_be_loaded_again() -> Result<()> {
    // In place of the program's script: one that runs a program which does nothing but stop.
    const STOPS: &str = "export default async () => {
        const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4, 115,
            116, 111, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
        const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes));
        setTimeout(instance.exports.stop);
    }";
    visit(Setup::default(), async |visitor| {
        visitor.expect_complaint("unreachable");
        let stops = Action::Body {
            content_type: "text/javascript".to_owned(),
            bytes: STOPS.as_bytes().to_vec(),
        };
        visitor.site.faults().set([Fault::always(SCRIPT, stops)]);
        visitor.open_unready("en/about/").await?;
        is_told_and_mended(visitor, "Something went wrong in this page").await
    })
    .await
}

async fn is_told_and_mended(visitor: &Visitor, words: &str) -> Result<()> {
    visitor.wait_for_failure(words).await?;
    let heading = visitor.text_of("h1").await?;
    assert!(!heading.is_empty(), "the page can still be read");

    visitor.site.faults().clear();
    visitor.click_on("[role=alert] button").await?;
    visitor.wait_for(READY).await?;
    visitor
        .wait_for("!document.querySelector('[role=alert]')")
        .await?;
    assert_eq!(visitor.text_of("h1").await?, heading);
    Ok(())
}
