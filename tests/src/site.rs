//! Serving the built site.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use project::{base::Base, folders};
use site_server::{Action, Fault, ServedSite, Server};
use xtask::under_test::{ROOT_BASE, SITE_PUBLISHED, SITE_ROOT, SITE_SUB, SUB_BASE};

/// A built site: its base path, and the catalogue it is built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuiltSite {
    /// At the root of its host, built from the fixture.
    Root,
    /// Some folders deep, built from the fixture.
    Sub,
    /// At the root of its host, built from the published catalogue. Editors change that one, so
    /// tests check only what holds for every catalogue.
    Published,
}

impl BuiltSite {
    /// The two built from the fixture: everything must work in both.
    pub const ALL: [Self; 2] = [Self::Root, Self::Sub];

    /// The base path.
    pub const fn base(self) -> &'static str {
        match self {
            Self::Root | Self::Published => ROOT_BASE,
            Self::Sub => SUB_BASE,
        }
    }

    /// The folder of the built site.
    ///
    /// # Errors
    /// When it was not built.
    pub fn folder(self) -> Result<PathBuf> {
        let variable = match self {
            Self::Root => SITE_ROOT,
            Self::Sub => SITE_SUB,
            Self::Published => SITE_PUBLISHED,
        };
        // Benchmarks and screenshots use the site that was built last.
        let default = (self != Self::Sub).then(folders::site);
        let folder = env::var_os(variable).map(PathBuf::from).or(default);
        folder
            .filter(|folder| folder.join("index.html").exists())
            .with_context(|| {
                format!("no site in ${variable}: `cargo xtask test browser` builds it")
            })
    }
}

/// Serves the files in `folder` below the base of `site`, on a free port.
///
/// # Errors
/// When the folder is missing, or no port is available.
pub(crate) fn serve(folder: &Path, place: BuiltSite) -> Result<Server> {
    Server::start(ServedSite::new(folder, place.base().parse::<Base>()?))
}

/// Makes the server at the root send a variant of a page, given by its path below the base, that
/// waits three seconds for its files instead of twenty and retries almost at once. Three seconds
/// are enough for a busy machine.
///
/// # Errors
/// When there is no such page.
pub fn impatient(page: &str) -> Result<Fault> {
    changed(page, |text| {
        let limits = " data-timeout-ms=\"3000\" data-pause-ms=\"20\" data-wasm=";
        text.replace(" data-wasm=", limits)
    })
}

/// Makes the server at the root send a page, given by its path below the base, with changed text.
///
/// # Errors
/// When there is no such page, or the change does not apply to it.
pub fn changed(page: &str, change: impl FnOnce(&str) -> String) -> Result<Fault> {
    let text = fs::read_to_string(BuiltSite::Root.folder()?.join(page).join("index.html"))?;
    let changed = change(&text);
    ensure!(changed != text, "nothing in /{page} is as expected");
    let content_type = "text/html; charset=utf-8".to_owned();
    let body = Action::Body {
        content_type,
        bytes: changed.into_bytes(),
    };
    Ok(Fault::always(&format!("/{page}"), body))
}
