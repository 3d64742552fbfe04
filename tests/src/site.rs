//! The built site, served.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use xtask::{
    base::Base,
    server::{Server, Site},
    site::default_folder,
    steps::{ROOT_BASE, SITE_ROOT, SITE_SUB, SUB_BASE},
};

/// Where the site is published: everything must work at both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the root of its host.
    Root,
    /// Some folders deep.
    Sub,
}

impl Place {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Root, Self::Sub];

    /// The path in front of every address.
    pub const fn base(self) -> &'static str {
        match self {
            Self::Root => ROOT_BASE,
            Self::Sub => SUB_BASE,
        }
    }

    /// The folder with the site built for it.
    ///
    /// # Errors
    /// When it was not built.
    pub fn folder(self) -> Result<PathBuf> {
        let (variable, default) = match self {
            Self::Root => (SITE_ROOT, Some(default_folder())),
            Self::Sub => (SITE_SUB, None),
        };
        let folder = env::var_os(variable).map(PathBuf::from).or(default);
        folder
            .filter(|folder| folder.join("index.html").exists())
            .with_context(|| {
                format!("no site in ${variable}: `cargo xtask test browser` builds it")
            })
    }
}

/// Serves the site on a free port.
///
/// # Errors
/// When it was not built, or no port can be had.
pub fn serve(place: Place) -> Result<Server> {
    Server::start(Site::new(place.folder()?, place.base().parse::<Base>()?))
}
