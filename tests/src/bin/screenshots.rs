//! Screenshots of every state of the site, in light, dark, forced colours and print, at four widths
//! and in both languages, with a contact sheet. `cargo xtask screenshots` calls this with a folder
//! and, optionally, the name of a single state.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use site_server::{Action, Fault};
use tests::{Setup, Visitor, visit};

const LANGUAGES: [&str; 2] = ["en", "it"];
const WIDTHS: [u32; 4] = [360, 768, 1280, 1920];
/// Full-page screenshots of longer pages are cut off here.
const LONGEST: f64 = 5000.0;

/// A visitor's display preference.
#[derive(Debug, Clone, Copy)]
enum Look {
    Light,
    Dark,
    Forced,
    Print,
}

impl Look {
    const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Forced, Self::Print];

    const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Forced => "forced",
            Self::Print => "print",
        }
    }

    /// Its media features in CSS.
    fn media(self) -> Value {
        let feature = |name: &str, value: &str| json!({"name": name, "value": value});
        let scheme = |value| feature("prefers-color-scheme", value);
        match self {
            Self::Light => json!({"features": [scheme("light")]}),
            Self::Dark => json!({"features": [scheme("dark")]}),
            Self::Forced => {
                json!({"features": [scheme("dark"), feature("forced-colors", "active")]})
            }
            Self::Print => json!({"media": "print"}),
        }
    }
}

/// A state of the site to take a screenshot of.
struct State {
    name: &'static str,
    /// The path after the language.
    path: &'static str,
    /// Whether to take the full page instead of the first screen.
    whole: bool,
    /// A selector of the element to click first.
    click: Option<&'static str>,
    /// The widths at which it can be seen.
    widths: &'static [u32],
}

const fn first_screen(name: &'static str, path: &'static str) -> State {
    State {
        name,
        path,
        whole: false,
        click: None,
        widths: &WIDTHS,
    }
}

const fn whole(name: &'static str, path: &'static str) -> State {
    State {
        whole: true,
        ..first_screen(name, path)
    }
}

const STATES: [State; 15] = [
    first_screen("catalogue", ""),
    State {
        click: Some(".facet-panel-switch"),
        widths: &[360, 768],
        ..first_screen("filters", "")
    },
    first_screen("filtered", "?q=energia&area=energy&level=regional"),
    first_screen("empty", "?q=hydrogenn+submarine&area=tourism"),
    first_screen("table", "?view=table"),
    whole("map", "?view=map"),
    whole("cluster", "clusters/le2c/"),
    whole("organisation", "organisations/university-of-brescia/"),
    first_screen("area", "areas/energy/"),
    whole("network", "network/"),
    whole("ego-network", "network/?organisation=cnr"),
    whole(
        "compare",
        "compare/?cluster=afil&cluster=ctn-energia&cluster=le2c",
    ),
    whole("about", "about/"),
    whole("not-found", "clusters/LE3C/"),
    // The catalogue page when its data cannot be loaded.
    first_screen(ERROR, ""),
];
const ERROR: &str = "error";

/// One screenshot, with what it shows.
struct Picture {
    state: &'static str,
    language: &'static str,
    look: Look,
    width: u32,
}

impl Picture {
    fn file(&self) -> PathBuf {
        let Self {
            state,
            language,
            look,
            width,
        } = self;
        format!("{state}-{language}-{}-{width}.png", look.name()).into()
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let folder = arguments
        .next()
        .context("usage: screenshots FOLDER [STATE]")?;
    let only = arguments.next();
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let mut pictures = Vec::new();
    for look in Look::ALL {
        visit(Setup::default(), async |visitor| {
            let states = STATES.iter();
            for state in
                states.filter(|state| only.as_deref().is_none_or(|only| only == state.name))
            {
                for language in LANGUAGES {
                    pictures.extend(take(visitor, state, language, look, folder).await?);
                }
            }
            Ok(())
        })
        .await?;
    }
    fs::write(folder.join("index.html"), sheet(&pictures))?;
    println!(
        "{} pictures: {}",
        pictures.len(),
        folder.join("index.html").display()
    );
    Ok(())
}

/// Takes the screenshots of a state at all of its widths.
async fn take(
    visitor: &Visitor,
    state: &'static State,
    language: &'static str,
    look: Look,
    folder: &Path,
) -> Result<Vec<Picture>> {
    visitor
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", look.media())
        .await?;
    open(visitor, state, language).await?;
    let mut pictures = Vec::new();
    if state.click.is_some() && matches!(look, Look::Print) {
        // Nothing can be clicked in print.
        return Ok(pictures);
    }
    for &width in state.widths {
        let height = if width < 768 { 740 } else { 1000 };
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        visitor
            .cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        if let Some(button) = state.click.filter(|_| width == state.widths[0]) {
            visitor.click_on(button).await?;
        }
        let picture = Picture {
            state: state.name,
            language,
            look,
            width,
        };
        let whole = state.whole || matches!(look, Look::Print);
        fs::write(
            folder.join(picture.file()),
            photograph(visitor, whole).await?,
        )?;
        pictures.push(picture);
    }
    Ok(pictures)
}

async fn open(visitor: &Visitor, state: &State, language: &str) -> Result<()> {
    let path = format!("{language}/{}", state.path);
    // The console errors for the missing page and the missing data.
    for message in [
        "/clusters/LE3C/ - Failed to load",
        "/data/catalogue",
        "HTTP 404",
    ] {
        visitor.allow_console_error(message);
    }
    if state.name == ERROR {
        let fault = Fault::always("data/catalogue", Action::Missing);
        visitor.site.faults().set([fault]);
        visitor.empty_cache().await?;
        visitor.open_without_waiting(&path).await?;
        visitor
            .wait_for("!!document.querySelector('[role=alert]')")
            .await?;
    } else {
        visitor.open_without_waiting(&path).await?;
        visitor
            .wait_until_ready()
            .await
            .with_context(|| state.name)?;
    }
    // Fonts that arrive late would change the screenshot.
    visitor.wait_for("document.fonts.status === 'loaded'").await
}

/// The page as a PNG.
async fn photograph(visitor: &Visitor, whole: bool) -> Result<Vec<u8>> {
    let cdp = visitor.cdp();
    let mut wanted = json!({"format": "png"});
    if whole {
        let metrics = cdp.send_raw("Page.getLayoutMetrics", json!({})).await?;
        let mut clip = metrics["cssContentSize"].clone();
        let height = clip["height"].as_f64().context("the page has no height")?;
        clip["height"] = Value::from(height.min(LONGEST));
        clip["scale"] = Value::from(1);
        wanted["captureBeyondViewport"] = Value::from(true);
        wanted["clip"] = clip;
    }
    let picture = cdp.send_raw("Page.captureScreenshot", wanted).await?;
    let picture = picture["data"]
        .as_str()
        .context("the browser returned no screenshot")?;
    Ok(BASE64_STANDARD.decode(picture)?)
}

/// A page with all screenshots, one row for each state, language and preference.
fn sheet(pictures: &[Picture]) -> String {
    let rows = pictures.chunk_by(|one, other| {
        (one.state, one.language, one.look.name())
            == (other.state, other.language, other.look.name())
    });
    let rows = rows.map(|row| {
        let Picture {
            state,
            language,
            look,
            ..
        } = &row[0];
        let cells = row.iter().map(|picture| {
            let (file, width) = (picture.file(), picture.width);
            let file = file.display();
            format!(
                "<a href=\"{file}\"><img src=\"{file}\" alt=\"{state} at {width}\" \
                 width=\"{}\" loading=\"lazy\"></a>\n",
                width / 4
            )
        });
        let cells = cells.collect::<String>();
        format!("<h2>{state}, {language}, {}</h2>\n{cells}", look.name())
    });
    let rows = rows.collect::<String>();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>All states</title>\n\
         <style>body {{ font: 1rem sans-serif }} img {{ border: 1px solid; vertical-align: top }}</style>\n\
         <h1>All states of the site</h1>\n{rows}</html>\n"
    )
}
