//! Reading the data file.

use crate::browser;
use catalogue::model::{Catalogue, LoadError};

/// Waits for the data file and reads it. One that is no catalogue, or none for this program, is
/// refused: `boot.js` tells the visitor, and hands over another.
pub(super) async fn load() -> Catalogue {
    let mut refusal = ("", String::new());
    loop {
        let text = browser::catalogue_text(refusal.0, &refusal.1).await;
        refusal = match Catalogue::from_json(&text) {
            Ok(catalogue) => return catalogue,
            Err(LoadError::Malformed(reason)) => ("broken", reason),
            Err(LoadError::Newer(version)) => ("newer", version.to_string()),
        };
    }
}
