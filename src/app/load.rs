//! Fetching the data file, and what can go wrong with that.

use crate::browser;
use crate::strings::Strings;
use catalogue::model::{Catalogue, LoadError};
use std::fmt;

/// Why the catalogue could not be loaded.
#[derive(Debug)]
pub(super) enum Failure {
    /// The server could not be reached.
    Network(String),
    /// It took too long.
    Timeout,
    /// It answered, but without the file: the HTTP status.
    Missing(u16),
    /// What it sent is no catalogue.
    Malformed(String),
    /// It is a catalogue for a later program, of this version.
    Newer(u32),
}

impl Failure {
    /// What the visitor is told.
    pub(super) const fn advice(&self, texts: &Strings) -> &'static str {
        match self {
            Self::Network(_) => texts.failed_network,
            Self::Timeout => texts.failed_timeout,
            Self::Missing(_) => texts.failed_missing,
            Self::Malformed(_) => texts.failed_malformed,
            Self::Newer(_) => texts.failed_newer,
        }
    }
}

/// For whoever is asked for help.
impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Network(reason) => write!(formatter, "network: {reason}"),
            Self::Timeout => formatter.write_str("time-out"),
            Self::Missing(status) => write!(formatter, "HTTP {status}"),
            Self::Malformed(reason) => write!(formatter, "malformed: {reason}"),
            Self::Newer(version) => write!(formatter, "data version {version}"),
        }
    }
}

/// Fetches and reads the catalogue.
pub(super) async fn load() -> Result<Catalogue, Failure> {
    let failure = |error: gloo_net::Error| {
        let reason = reason(error);
        if reason.contains("TimeoutError") || reason.contains("AbortError") {
            Failure::Timeout
        } else {
            Failure::Network(reason)
        }
    };
    let response = browser::download().await.map_err(failure)?;
    if !response.ok() {
        return Err(Failure::Missing(response.status()));
    }
    // The server was reached; what breaks now is what it sends.
    let text = response
        .text()
        .await
        .map_err(|error| match failure(error) {
            Failure::Network(reason) => Failure::Malformed(reason),
            other => other,
        })?;
    Catalogue::from_json(&text).map_err(|error| match error {
        LoadError::Malformed(reason) => Failure::Malformed(reason),
        LoadError::Newer(version) => Failure::Newer(version),
    })
}

/// What the browser says of a failure. The kinds are told apart because the text of the last, which
/// cannot happen here, would bring all messages of `serde_json` into the program.
fn reason(error: gloo_net::Error) -> String {
    match error {
        gloo_net::Error::JsError(error) => error.to_string(),
        gloo_net::Error::GlooError(reason) => reason,
        gloo_net::Error::SerdeError(_) => String::new(),
    }
}
