//! What a visitor is told when the data does not come, and trying again.

use std::time::Duration;

use anyhow::{Context, Result};
use tests::{READY, Setup, Visitor, impatient, visit};
use xtask::server::{Action, Fault};

const DATA: &str = "/data/catalogue";

fn body(content_type: &str, text: &str) -> Action {
    Action::Body {
        content_type: content_type.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

#[tokio::test]
async fn data_that_does_not_come_is_told_in_words_and_can_be_asked_for_again() -> Result<()> {
    let hotel = "<!doctype html><title>Sign in to the hotel's network</title>";
    // What happens, where, what the visitor reads, what the console holds.
    let faults = [
        (
            Action::Missing,
            "en/",
            "did not have the data file",
            &[DATA, "HTTP 404"][..],
        ),
        (
            Action::Status(500),
            "it/",
            "Il server non aveva il file dei dati",
            &[DATA, "HTTP 500"],
        ),
        (
            Action::Status(503),
            "en/clusters/le2c/",
            "did not have the data file",
            &[DATA, "HTTP 503"],
        ),
        (
            body("text/html", hotel),
            "en/",
            "What arrived is not the catalogue",
            &["malformed"],
        ),
        (
            body("application/json", "{\"schema_version\": 1, \"upd"),
            "it/about/",
            "si è interrotto",
            &["malformed"],
        ),
        (
            body("application/json", "[]"),
            "en/",
            "What arrived is not the catalogue",
            &["malformed"],
        ),
        (
            Action::Truncate(20_000),
            "en/",
            "The catalogue could not be loaded",
            &[DATA],
        ),
    ];
    for (action, page, words, complaints) in faults {
        visit(Setup::default(), async |visitor| {
            for complaint in complaints {
                visitor.expect_complaint(complaint);
            }
            if matches!(action, Action::Truncate(_)) {
                // What the page writes of it is the browser's own wording.
                visitor.expect_complaint("TypeError");
            }
            visitor
                .site
                .faults()
                .set([Fault::always(DATA, action.clone())]);
            visitor.open_unready(page).await?;
            is_told_and_mended(visitor, words).await
        })
        .await
        .with_context(|| format!("{action:?}"))?;
    }
    Ok(())
}

#[tokio::test]
async fn a_server_that_keeps_the_visitor_waiting_is_given_up() -> Result<()> {
    for action in [Action::Delay(Duration::from_mins(1)), Action::Hang] {
        visit(Setup::default(), async |visitor| {
            visitor.expect_complaint("time-out");
            visitor
                .site
                .faults()
                .set([Fault::always(DATA, action.clone()), impatient("en/")?]);
            visitor.open_unready("en/").await?;
            is_told_and_mended(visitor, "took too long").await
        })
        .await
        .with_context(|| format!("{action:?}"))?;
    }
    Ok(())
}

async fn is_told_and_mended(visitor: &Visitor, words: &str) -> Result<()> {
    visitor.wait_for_failure(words).await?;
    let heading = visitor.text_of("h1").await?;
    assert!(!heading.is_empty(), "the page can still be read");
    assert!(!visitor.read::<bool>(READY).await?);

    // Still out of order: trying again tells so again, and the way on stays.
    visitor.click_on("[role=alert] button").await?;
    visitor
        .wait_for("document.querySelector('[role=alert]')?.ariaBusy !== 'true'")
        .await?;
    visitor.wait_for_failure(words).await?;

    visitor.site.faults().clear();
    visitor.click_on("[role=alert] button").await?;
    visitor.wait_for(READY).await?;
    visitor
        .wait_for("!document.querySelector('[role=alert]')")
        .await?;
    assert_eq!(visitor.text_of("h1").await?, heading);
    Ok(())
}
