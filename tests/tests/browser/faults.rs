//! Error messages for files that are missing, late or broken, and retrying.

use std::{fs, time::Duration};

use anyhow::{Context, Result};
use serde_json::json;
use site_server::{Action, Fault};
use tests::{BuiltSite, READY, Setup, Visitor, changed, fixture, impatient, visit};

const DATA: &str = "/data/catalogue";
const PROGRAM: &str = "_bg-";
/// The wasm that the page of a cluster also needs.
const CHUNK: &str = "_lazy-";
const SCRIPT: &str = "/clusters-";

const UNREACHABLE: [&str; 3] = [
    "unreachable:",
    "could not be reached",
    "non è raggiungibile",
];
const SLOW: [&str; 3] = ["slow:", "took too long", "troppo tempo"];
const BUSY: [&str; 3] = [
    "busy:",
    "a problem with the server",
    "un problema con il server",
];
const MISSING: [&str; 3] = ["missing:", "does not have a file", "manca un file"];
const BROKEN: [&str; 3] = [
    "broken:",
    "incomplete or not the right one",
    "incompleto o diverso",
];
const NEWER: [&str; 3] = ["newer:", "The data is newer", "più recenti"];
const UNSUPPORTED: [&str; 3] = [
    "unsupported:",
    "do not allow the search to run",
    "non permettono",
];

const EN: &str = "en/";
const IT: &str = "it/clusters/le2c/";

/// How retrying works: the data and the lazy code are downloaded again on the same page, the program only
/// with a reload.
#[derive(Clone, Copy, PartialEq)]
enum Again {
    OnThePage,
    WithThePage,
}
use Again::{OnThePage, WithThePage};

fn body(content_type: &str, text: &str) -> Action {
    Action::Body {
        content_type: content_type.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

/// Opens a page under the given faults: the failure must be reported, the page must stay readable,
/// retrying must fail in the same way, and succeed once the faults are gone.
async fn shows_failure(page: &str, faults: &[Fault], kind: [&str; 3], again: Again) -> Result<()> {
    let [name, english, italian] = kind;
    let words = if page.starts_with("en/") {
        english
    } else {
        italian
    };
    visit(Setup::default(), async |visitor| {
        visitor.expect_console_error(name);
        // What the browser logs for a file that failed to load.
        for fault in faults {
            visitor.allow_console_error(&fault.path_contains);
        }
        let out_of_order = faults.iter().cloned().chain([impatient(page)?]);
        visitor.site.faults().set(out_of_order);
        visitor.open_without_waiting(page).await?;
        visitor.wait_for_failure(words).await?;
        stays_readable(visitor, page).await?;
        let heading = visitor.text_of("h1").await?;

        retry(visitor, again).await?;
        visitor.wait_for_failure(words).await?;

        visitor.site.faults().clear();
        retry(visitor, again).await?;
        visitor.wait_until_ready().await?;
        visitor
            .wait_for("!document.querySelector('[role=alert]')")
            .await?;
        assert_eq!(visitor.text_of("h1").await?, heading);
        Ok(())
    })
    .await
    .with_context(|| format!("{faults:?} on {page}"))
}

/// Clicks *Try again*, and waits until the retry has started.
async fn retry(visitor: &Visitor, again: Again) -> Result<()> {
    let mark = "document.querySelector('[role=alert]').seen = window.seen = true";
    visitor.read::<bool>(mark).await?;
    visitor.click_on("[role=alert] button").await?;
    let taken_up = match again {
        OnThePage => "document.querySelector('[role=alert]')?.seen === undefined && seen",
        WithThePage => "window.seen === undefined",
    };
    visitor.wait_for(taken_up).await
}

async fn stays_readable(visitor: &Visitor, page: &str) -> Result<()> {
    assert!(!visitor.read::<bool>(READY).await?);
    assert!(!visitor.text_of("h1").await?.is_empty());
    if page == "en/" {
        let listed = "[...document.querySelectorAll('.all-clusters li a')]
            .filter((link) => link.getClientRects().length).length";
        let all = fixture::records("clusters")?.len();
        assert_eq!(visitor.read::<usize>(listed).await?, all, "listed clusters");
    }
    Ok(())
}

/// Opens a page under the given faults: it must work, and show no failure.
async fn works(page: &str, faults: &[Fault]) -> Result<()> {
    visit(Setup::default(), async |visitor| {
        for fault in faults {
            visitor.allow_console_error(&fault.path_contains);
        }
        let faults = faults.iter().cloned().chain([impatient(page)?]);
        visitor.site.faults().set(faults);
        visitor.open(page).await?;
        visitor
            .wait_for("!document.querySelector('[role=alert]')")
            .await
    })
    .await
    .with_context(|| format!("{faults:?}"))
}

fn twice(path_contains: &str, action: Action) -> Fault {
    Fault {
        times: Some(2),
        ..Fault::always(path_contains, action)
    }
}

#[tokio::test]
async fn data_404() -> Result<()> {
    shows_failure(
        EN,
        &[Fault::always(DATA, Action::Missing)],
        MISSING,
        OnThePage,
    )
    .await
}

#[tokio::test]
async fn data_503() -> Result<()> {
    let fault = Fault::always(DATA, Action::Status(503));
    shows_failure(IT, &[fault], BUSY, OnThePage).await
}

#[tokio::test]
async fn data_500_twice_then_fine() -> Result<()> {
    works(EN, &[twice(DATA, Action::Status(500))]).await
}

#[tokio::test]
async fn data_cut_off() -> Result<()> {
    let fault = Fault::always(DATA, Action::Truncate(20_000));
    shows_failure(EN, &[fault], BROKEN, OnThePage).await
}

#[tokio::test]
async fn data_cut_off_and_sent_as_complete() -> Result<()> {
    let half = body("application/json", "{\"schema_version\": 1, \"upd");
    shows_failure(IT, &[Fault::always(DATA, half)], BROKEN, OnThePage).await
}

#[tokio::test]
async fn data_is_another_page() -> Result<()> {
    let hotel = body(
        "text/html",
        "<!doctype html><title>Sign in to the hotel's network</title>",
    );
    shows_failure(EN, &[Fault::always(DATA, hotel)], BROKEN, OnThePage).await
}

#[tokio::test]
async fn data_is_other_json() -> Result<()> {
    let list = body("application/json", "[]");
    shows_failure(IT, &[Fault::always(DATA, list)], BROKEN, OnThePage).await
}

#[tokio::test]
async fn data_of_a_newer_schema() -> Result<()> {
    let newer = body("application/json", "{\"schema_version\": 2}");
    shows_failure(EN, &[Fault::always(DATA, newer)], NEWER, OnThePage).await
}

#[tokio::test]
async fn data_later_than_a_visitor_waits() -> Result<()> {
    let late = Action::Delay(Duration::from_secs(30));
    shows_failure(IT, &[Fault::always(DATA, late)], SLOW, OnThePage).await
}

#[tokio::test]
async fn data_never_arrives() -> Result<()> {
    shows_failure(EN, &[Fault::always(DATA, Action::Hang)], SLOW, OnThePage).await
}

#[tokio::test]
async fn data_with_one_bad_record() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let folder = BuiltSite::Root.folder()?.join("data");
        let file = fs::read_dir(folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| {
                let name = path.to_string_lossy().into_owned();
                name.contains("catalogue-") && path.extension().is_some_and(|end| end == "json")
            });
        let text = fs::read_to_string(file.context("no data file")?)?;
        let mut data: serde_json::Value = serde_json::from_str(&text)?;
        let all = data["clusters"].as_array().context("no clusters")?.len();
        data["clusters"][3]["level"] = "municipal".into();
        let broken = body("application/json", &data.to_string());
        visitor.site.faults().set([Fault::always(DATA, broken)]);
        visitor.open("en/").await?;
        visitor
            .wait_for_total(&format!("{} clusters", all - 1))
            .await?;
        visitor.wait_for_text(".notice", "1").await
    })
    .await
}

#[tokio::test]
async fn program_404() -> Result<()> {
    let fault = Fault::always(PROGRAM, Action::Missing);
    shows_failure(IT, &[fault], MISSING, WithThePage).await
}

#[tokio::test]
async fn program_cut_off() -> Result<()> {
    let fault = Fault::always(PROGRAM, Action::Truncate(50_000));
    shows_failure(EN, &[fault], BROKEN, WithThePage).await
}

#[tokio::test]
async fn program_corrupt() -> Result<()> {
    let corrupt = body(
        "application/wasm",
        "\0asm\u{1}\0\0\0 and then something else",
    );
    shows_failure(IT, &[Fault::always(PROGRAM, corrupt)], BROKEN, WithThePage).await
}

#[tokio::test]
async fn program_is_another_page() -> Result<()> {
    let page = body("text/html", "<!doctype html><title>Welcome</title>");
    shows_failure(EN, &[Fault::always(PROGRAM, page)], BROKEN, WithThePage).await
}

#[tokio::test]
async fn programs_of_a_wrong_type() -> Result<()> {
    let files = fs::read_dir(BuiltSite::Root.folder()?)?;
    let files = files.filter_map(|entry| Some(entry.ok()?.path()));
    let mut faults = Vec::new();
    for file in files.filter(|path| path.extension().is_some_and(|ending| ending == "wasm")) {
        let name = file.file_name().context("no name")?.to_string_lossy();
        let untyped = Action::Body {
            content_type: "application/octet-stream".to_owned(),
            bytes: fs::read(&file)?,
        };
        faults.push(Fault::always(&name, untyped));
    }
    assert_eq!(faults.len(), 2);
    works(IT, &faults).await
}

#[tokio::test]
async fn chunk_404() -> Result<()> {
    let fault = Fault::always(CHUNK, Action::Missing);
    shows_failure(IT, &[fault], MISSING, OnThePage).await
}

#[tokio::test]
async fn chunk_cut_off() -> Result<()> {
    let fault = Fault::always(CHUNK, Action::Truncate(20_000));
    shows_failure(IT, &[fault], BROKEN, OnThePage).await
}

#[tokio::test]
async fn chunk_of_another_version() -> Result<()> {
    // (import "other" "memory" (memory 1))
    let other = "\0asm\u{1}\0\0\0\u{2}\u{11}\u{1}\u{5}other\u{6}memory\u{2}\0\u{1}";
    let other = body("application/wasm", other);
    shows_failure(IT, &[Fault::always(CHUNK, other)], BROKEN, OnThePage).await
}

#[tokio::test]
async fn chunk_500_twice_then_fine() -> Result<()> {
    works(IT, &[twice(CHUNK, Action::Status(500))]).await
}

/// The browser opens the page of a cluster whose code cannot be loaded: its text is there, and so is the
/// reason.
#[tokio::test]
async fn chunk_missing_when_a_result_is_opened() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        visitor.expect_console_error(MISSING[0]);
        visitor.allow_console_error(CHUNK);
        let faults = visitor.site.faults();
        faults.set([Fault::always(CHUNK, Action::Missing)]);
        visitor.open(EN).await?;
        let first = "main article h3 a";
        let name = visitor.text_of(first).await?;
        visitor.read::<bool>("window.stayed = true").await?;
        visitor.click_on(first).await?;
        visitor.wait_for("window.stayed === undefined").await?;
        visitor.wait_for_text("h1", &name).await?;
        // A page that is only read requests nothing.
        visitor.click_on("h1").await?;
        visitor.wait_for_failure(MISSING[1]).await?;
        faults.clear();
        retry(visitor, OnThePage).await?;
        visitor.wait_until_ready().await
    })
    .await
}

/// A visitor who chooses something else while the code of a page is on its way stays where that leads.
#[tokio::test]
async fn the_latest_choice_wins_while_a_chunk_is_on_its_way() -> Result<()> {
    visit(Setup::default(), async |visitor| {
        let late = Action::Delay(Duration::from_secs(3));
        visitor.site.faults().set([Fault::always(CHUNK, late)]);
        visitor.open(EN).await?;
        // At once: the driver waits until the page has answered.
        let both = "document.querySelector('main article h3 a').click(),
            document.querySelector('[role=searchbox]').focus(), true";
        visitor.read::<bool>(both).await?;
        visitor.press("hydrogen").await?;
        visitor.wait_for_address("en/?q=hydrogen").await?;
        visitor.wait_for_all_code().await?;
        visitor.wait_until_answered().await?;
        visitor.wait_for_address("en/?q=hydrogen").await?;
        let value = "document.querySelector('[role=searchbox]').value";
        visitor.wait_until(value, &json!("hydrogen")).await?;
        // The code is there now.
        visitor.click_on("main article h3 a").await?;
        visitor
            .wait_for("location.pathname.includes('/clusters/')")
            .await
    })
    .await
}

#[tokio::test]
async fn program_500_twice_then_fine() -> Result<()> {
    works(EN, &[twice(PROGRAM, Action::Status(500))]).await
}

#[tokio::test]
async fn program_never_arrives() -> Result<()> {
    let fault = Fault::always(PROGRAM, Action::Hang);
    shows_failure(IT, &[fault], SLOW, WithThePage).await
}

/// Until the program runs, the page shows the whole catalogue: its number is not that of the query.
#[tokio::test]
async fn no_number_is_shown_while_the_program_is_on_its_way() -> Result<()> {
    const SHOWN: &str = "['[role=status]', '.getting-ready', 'main article']
        .map((what) => document.querySelector(what).checkVisibility({visibilityProperty: true}))";
    visit(Setup::default(), async |visitor| {
        let hang = Fault::always(PROGRAM, Action::Hang);
        // In case this takes longer than the program is allowed to take.
        visitor.allow_console_error("slow:");
        visitor.site.faults().set([hang]);
        visitor.open_without_waiting("en/?q=hydrogen").await?;
        visitor
            .wait_until(SHOWN, &json!([false, true, false]))
            .await?;
        visitor.open_without_waiting("en/").await?;
        visitor
            .wait_until(SHOWN, &json!([true, false, true]))
            .await?;
        visitor.click_on("[role=searchbox]").await?;
        visitor.press("h").await?;
        visitor
            .wait_until(SHOWN, &json!([false, true, false]))
            .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn program_blocked_by_policy() -> Result<()> {
    const POLICY: &str =
        "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">";
    visit(Setup::default(), async |visitor| {
        visitor.expect_console_error(UNSUPPORTED[0]);
        // The browser's own message.
        visitor.allow_console_error("Content Security Policy");
        visitor
            .site
            .faults()
            .set([changed("en/", |page| page.replacen("<head>", POLICY, 1))?]);
        visitor.open_without_waiting("en/").await?;
        visitor.wait_for_failure(UNSUPPORTED[1]).await?;
        stays_readable(visitor, "en/").await
    })
    .await
}

#[tokio::test]
async fn first_script_404() -> Result<()> {
    const FIRST: &str = "/boot-";
    visit(Setup::default(), async |visitor| {
        visitor.expect_console_error(FIRST);
        let faults = visitor.site.faults();
        faults.set([Fault::always(FIRST, Action::Missing)]);
        visitor.open_without_waiting(EN).await?;
        stays_readable(visitor, EN).await?;
        visitor.click_on(".all-clusters li a").await?;
        visitor
            .wait_for("location.pathname.includes('/clusters/')")
            .await
    })
    .await
}

#[tokio::test]
async fn script_404() -> Result<()> {
    let fault = Fault::always(SCRIPT, Action::Missing);
    shows_failure(EN, &[fault], MISSING, WithThePage).await
}

#[tokio::test]
async fn script_is_another_page() -> Result<()> {
    let page = body("text/html", "<!doctype html><title>Welcome</title>");
    shows_failure(IT, &[Fault::always(SCRIPT, page)], BROKEN, WithThePage).await
}

#[tokio::test]
async fn script_500_twice_then_fine() -> Result<()> {
    works(EN, &[twice(SCRIPT, Action::Status(500))]).await
}

#[tokio::test]
async fn script_never_arrives() -> Result<()> {
    let fault = Fault::always(SCRIPT, Action::Hang);
    shows_failure(EN, &[fault], SLOW, WithThePage).await
}

#[tokio::test]
async fn offline_at_start() -> Result<()> {
    let faults = [PROGRAM, SCRIPT, DATA].map(|path| Fault::always(path, Action::HangUp));
    shows_failure(IT, &faults, UNREACHABLE, WithThePage).await
}
