//! Measures the time from a key or a click to the painted result.

use std::{fs, path::Path, time::Duration};

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};
use site_server::{Action, Fault};
use tests::{Setup, Visitor, visit};
use thirtyfour::{By, Key};
use tokio::time::sleep;

/// Typed letter by letter, and deleted again.
const PHRASES: [&str; 15] = [
    "energy",
    "university of brescia",
    "smart factory",
    "life sciences",
    "lombardy",
    "hydrogen",
    "green chemistry",
    "aerospace",
    "energia",
    "fabbrica intelligente",
    "università",
    "scienze della vita",
    "agroalimentare",
    "mobilità sostenibile",
    "idrogeno",
];

/// About as fast as a good typist.
const LETTER_PAUSE: Duration = Duration::from_millis(80);
/// Shorter than people need to find the next target.
const CLICK_PAUSE: Duration = Duration::from_millis(250);
/// How long a person holds a mouse button down. A driver releases it at once, while the browser
/// still paints the pressed state.
const PRESS: Duration = Duration::from_millis(70);
/// Event Timing delivers its entries some time after the frame.
const SETTLED: Duration = Duration::from_millis(500);

/// CPU slowdown factors, each with the budget for typing in milliseconds.
const PROCESSORS: [(u32, f64); 2] = [(1, 50.0), (4, 115.0)];

const COLUMNS: &str = "    p50    p95    max";

const RECORDER: &str = include_str!("recorder.js");
/// Some visible checkboxes of each facet.
const BOXES: &str = "[...document.querySelectorAll('[data-facet]')]
    .flatMap((facet) => [...facet.querySelectorAll('input[type=checkbox]')]
        .filter((box) => box.checkVisibility()).slice(0, 4))
    .map((box) => `input[name='${box.name}'][value='${box.value}']`)";
const OTHER_VIEW: &str = ".view-switch a:not([aria-current])";
const SWITCHES: usize = 40;

/// The recorder's results. Times are in milliseconds.
#[derive(Deserialize)]
struct Recorded {
    /// From each event until the app has handled it.
    answered: Vec<f64>,
    /// From each event to the end of the frame that shows the results.
    painted: Vec<f64>,
    /// The number of interactions that the browser counted.
    interactions: usize,
    /// Event Timing durations of those that took 16 ms or more, in steps of 8.
    slow: Vec<f64>,
    /// How often the page changed after the frame that was measured.
    late: usize,
}

/// Measures the catalogue of the site and another one from a file, and prints tables.
pub(crate) async fn measure(large: &Path) -> Result<()> {
    println!(
        "milliseconds; program: from the event until the program has dealt with it; painted: to the\n\
         end of the frame that has the results; interaction: what Event Timing says, in steps of 8;\n\
         late: changes of the page after that frame"
    );
    let large = Action::Body {
        content_type: "application/json".to_owned(),
        bytes: fs::read(large)?,
    };
    for faults in [None, Some(Fault::always("data/catalogue", large))] {
        visit(Setup::default(), async |visitor| {
            visitor.site.faults().set(faults.clone());
            for (slowdown, budget) in PROCESSORS {
                measure_case(visitor, slowdown, budget).await?;
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

async fn measure_case(visitor: &Visitor, slowdown: u32, budget: f64) -> Result<()> {
    slow_down(visitor, 1).await?;
    visitor.open("en/").await?;
    let total = visitor.text_of("main [role=status]").await?;
    slow_down(visitor, slowdown).await?;
    println!(
        "\n{:<26}{:>26}{:>21}{:>21}\n{:<26}{:>5}{COLUMNS}{COLUMNS}{COLUMNS}{:>5}",
        format!("{total}, {slowdown}× slowed"),
        "program",
        "painted",
        "interaction",
        "",
        "n",
        "late"
    );
    let typed = type_phrases(visitor).await?;
    let p95 = quantile(&sorted(&typed.painted), 0.95);
    print_row("key", &typed);
    print_row("facet", &choose_values(visitor).await?);
    print_row("view", &switch_views(visitor).await?);
    let verdict = if p95 <= budget { "within" } else { "OVER" };
    println!("p95 of a key is {p95:.1} ms: {verdict} the budget of {budget} ms");
    Ok(())
}

async fn slow_down(visitor: &Visitor, times: u32) -> Result<()> {
    let rate = json!({ "rate": times });
    visitor
        .cdp()
        .send_raw("Emulation.setCPUThrottlingRate", rate)
        .await?;
    Ok(())
}

async fn type_phrases(visitor: &Visitor) -> Result<Recorded> {
    visitor.click_on("[role=searchbox]").await?;
    record(visitor, "input").await?;
    for phrase in PHRASES {
        for letter in phrase.chars() {
            visitor.press(letter.to_string()).await?;
            sleep(LETTER_PAUSE).await;
        }
        for _ in phrase.chars() {
            visitor.press(Key::Backspace).await?;
            sleep(LETTER_PAUSE).await;
        }
    }
    let letters: usize = PHRASES.iter().map(|phrase| phrase.chars().count()).sum();
    recorded(visitor, 2 * letters).await
}

/// Checks and unchecks checkboxes.
async fn choose_values(visitor: &Visitor) -> Result<Recorded> {
    let boxes: Vec<String> = visitor.read(BOXES).await?;
    ensure!(!boxes.is_empty(), "the page has no facets");
    record(visitor, "click").await?;
    for selector in &boxes {
        for _ in 0..2 {
            press_on(visitor, selector).await?;
            sleep(CLICK_PAUSE).await;
        }
    }
    recorded(visitor, 2 * boxes.len()).await
}

async fn switch_views(visitor: &Visitor) -> Result<Recorded> {
    record(visitor, "click").await?;
    for _ in 0..SWITCHES {
        press_on(visitor, OTHER_VIEW).await?;
        sleep(CLICK_PAUSE).await;
    }
    recorded(visitor, SWITCHES).await
}

async fn press_on(visitor: &Visitor, selector: &str) -> Result<()> {
    let element = visitor.find(By::Css(selector)).await?;
    element.scroll_into_view().await?;
    let pressed = visitor.action_chain().move_to_element_center(&element);
    pressed.click_and_hold().perform().await?;
    sleep(PRESS).await;
    visitor.action_chain().release().perform().await?;
    Ok(())
}

async fn record(visitor: &Visitor, event: &str) -> Result<()> {
    visitor.execute(RECORDER, vec![Value::from(event)]).await?;
    Ok(())
}

/// The recording, once it has the given number of events.
async fn recorded(visitor: &Visitor, count: usize) -> Result<Recorded> {
    visitor
        .wait_until("recorder.painted.length", &Value::from(count))
        .await?;
    sleep(SETTLED).await;
    visitor.read("recorder.stop()").await
}

fn print_row(what: &str, recorded: &Recorded) {
    let unseen = recorded.interactions.saturating_sub(recorded.slow.len());
    let mut interactions = vec![0.0; unseen];
    interactions.extend(&recorded.slow);
    println!(
        "{what:<26}{:>5}{}{}{}{:>5}",
        recorded.painted.len(),
        summary(&recorded.answered, |time| format!("{time:.1}")),
        summary(&recorded.painted, |time| format!("{time:.1}")),
        summary(&interactions, |time| {
            // Event Timing does not report shorter ones.
            if time < 16.0 {
                "<16".to_owned()
            } else {
                format!("{time:.0}")
            }
        }),
        recorded.late
    );
}

/// Median, 95th percentile and maximum.
fn summary(times: &[f64], written: impl Fn(f64) -> String) -> String {
    let times = sorted(times);
    let parts = [0.5, 0.95, 1.0].map(|part| format!("{:>7}", written(quantile(&times, part))));
    parts.concat()
}

fn sorted(times: &[f64]) -> Vec<f64> {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times
}

/// The smallest of the sorted times that at least the given share of them does not exceed.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few hundred times, and a share between 0 and 1"
    )]
    let rank = (sorted.len() as f64 * part).ceil() as usize;
    sorted
        .get(rank.saturating_sub(1))
        .copied()
        .unwrap_or(f64::NAN)
}
