//! Pictures of every kind of page: `cargo run -p tests --bin screenshots -- FOLDER`.

use std::{env, fs, path::Path};

use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use tests::{READY, Scheme, Setup, Size, Visitor, visit};
use xtask::server::{Action, Fault};

const LANGUAGES: [&str; 2] = ["en", "it"];

/// A page to take a picture of.
struct Shot {
    name: &'static str,
    /// What follows the language.
    path: &'static str,
    /// Whether all of the page is in the picture, not the first screen alone.
    whole: bool,
}

const fn first_screen(name: &'static str, path: &'static str) -> Shot {
    Shot {
        name,
        path,
        whole: false,
    }
}

const SHOTS: [Shot; 10] = [
    first_screen("catalogue", ""),
    first_screen("filtered", "?q=energia&area=energy&level=regional"),
    first_screen("empty", "?q=hydrogenn+submarine&area=tourism"),
    first_screen("table", "?view=table"),
    first_screen("map", "?view=map"),
    Shot {
        whole: true,
        ..first_screen("cluster", "clusters/le2c/")
    },
    first_screen("organisation", "organisations/university-of-brescia/"),
    first_screen("area", "areas/energy/"),
    first_screen("about", "about/"),
    first_screen("not-found", "clusters/LE3C/"),
];
/// The same page as the catalogue, when its data cannot be had.
const ERROR: Shot = first_screen("error", "");

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = env::args_os()
        .nth(1)
        .context("say into which folder the pictures shall go")?;
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    for scheme in Scheme::ALL {
        for size in Size::ALL {
            let setup = Setup {
                scheme,
                size,
                ..Setup::default()
            };
            visit(setup, async |visitor| {
                take_all(visitor, setup, folder).await
            })
            .await?;
        }
    }
    Ok(())
}

async fn take_all(visitor: &Visitor, setup: Setup, folder: &Path) -> Result<()> {
    let (width, _) = setup.size.pixels();
    let name = |shot: &Shot, language: &str| {
        folder.join(format!(
            "{}-{language}-{}-{width}.png",
            shot.name,
            setup.scheme.name()
        ))
    };
    for language in LANGUAGES {
        for shot in &SHOTS {
            visitor
                .open_unready(&format!("{language}/{}", shot.path))
                .await?;
            visitor.wait_for(READY).await.with_context(|| shot.name)?;
            take(visitor, shot, &name(shot, language)).await?;
        }
    }
    for complaint in [
        "/clusters/LE3C/ - Failed to load",
        "/data/catalogue",
        "HTTP 404",
    ] {
        visitor.expect_complaint(complaint);
    }
    visitor
        .site
        .faults()
        .set([Fault::always("data/catalogue", Action::Missing)]);
    visitor.empty_cache().await?;
    for language in LANGUAGES {
        visitor
            .open_unready(&format!("{language}/{}", ERROR.path))
            .await?;
        visitor
            .wait_for("!!document.querySelector('[role=alert]')")
            .await?;
        take(visitor, &ERROR, &name(&ERROR, language)).await?;
    }
    Ok(())
}

async fn take(visitor: &Visitor, shot: &Shot, file: &Path) -> Result<()> {
    // Fonts that arrive late would change the picture.
    visitor
        .wait_for("document.fonts.status === 'loaded'")
        .await?;
    let cdp = visitor.cdp();
    let mut wanted = json!({"format": "png"});
    if shot.whole {
        let metrics = cdp.send_raw("Page.getLayoutMetrics", json!({})).await?;
        let mut clip = metrics["cssContentSize"].clone();
        clip["scale"] = Value::from(1);
        wanted["captureBeyondViewport"] = Value::from(true);
        wanted["clip"] = clip;
    }
    let picture = cdp.send_raw("Page.captureScreenshot", wanted).await?;
    let picture = picture["data"]
        .as_str()
        .context("the browser took no picture")?;
    fs::write(file, BASE64_STANDARD.decode(picture)?)?;
    println!("{}", file.display());
    Ok(())
}
