//! The built site, served.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use project::{base::Base, folders};
use site_server::{Action, Fault, Server, Site};
use xtask::under_test::{ROOT_BASE, SITE_PUBLISHED, SITE_ROOT, SITE_SUB, SUB_BASE};

/// Where the site is published, and of which catalogue it is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the root of its host, made of the fixture.
    Root,
    /// Some folders deep, made of the fixture.
    Sub,
    /// At the root of its host, made of the published catalogue, which editors change: tests ask of it
    /// only what is true of every catalogue.
    Published,
}

impl Place {
    /// The two of the fixture: everything must work at both.
    pub const ALL: [Self; 2] = [Self::Root, Self::Sub];

    /// The path in front of every address.
    pub const fn base(self) -> &'static str {
        match self {
            Self::Root | Self::Published => ROOT_BASE,
            Self::Sub => SUB_BASE,
        }
    }

    /// The folder with the site built for it.
    ///
    /// # Errors
    /// When it was not built.
    pub fn folder(self) -> Result<PathBuf> {
        let variable = match self {
            Self::Root => SITE_ROOT,
            Self::Sub => SITE_SUB,
            Self::Published => SITE_PUBLISHED,
        };
        // Benchmarks and pictures are made of the site that was built last.
        let default = (self != Self::Sub).then(folders::site);
        let folder = env::var_os(variable).map(PathBuf::from).or(default);
        folder
            .filter(|folder| folder.join("index.html").exists())
            .with_context(|| {
                format!("no site in ${variable}: `cargo xtask test browser` builds it")
            })
    }
}

/// Serves the files in `folder` at a place, on a free port.
///
/// # Errors
/// When the folder is missing, or no port can be had.
pub(crate) fn serve(folder: &Path, place: Place) -> Result<Server> {
    Server::start(Site::new(folder, place.base().parse::<Base>()?))
}

/// Has the server at the root send a page, given what follows the base, that waits three seconds for
/// its files, not twenty: still enough for a busy machine. It asks again without much of a pause.
///
/// # Errors
/// When there is no such page.
pub fn impatient(page: &str) -> Result<Fault> {
    changed(page, |text| {
        let limits = " data-timeout-ms=\"3000\" data-pause-ms=\"20\" data-wasm=";
        text.replace(" data-wasm=", limits)
    })
}

/// Has the server at the root send a page, given what follows the base, with changed text.
///
/// # Errors
/// When there is no such page, or nothing in it was changed.
pub fn changed(page: &str, change: impl FnOnce(&str) -> String) -> Result<Fault> {
    let text = fs::read_to_string(Place::Root.folder()?.join(page).join("index.html"))?;
    let changed = change(&text);
    ensure!(changed != text, "nothing in /{page} is as expected");
    let content_type = "text/html; charset=utf-8".to_owned();
    let body = Action::Body {
        content_type,
        bytes: changed.into_bytes(),
    };
    Ok(Fault::always(&format!("/{page}"), body))
}
