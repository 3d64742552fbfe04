//! Downloads and parses the data file.

use crate::dom::{self, FetchError};
use catalogue::model::{Catalogue, LoadError};

/// The number of attempts before the visitor is asked.
const ATTEMPTS: u32 = 3;

/// Downloads and parses the data file. Errors are shown to the visitor, who decides when to retry.
pub(crate) async fn load() -> Catalogue {
    let mut is_first = true;
    loop {
        let (kind, detail) = match fetch_and_read(is_first).await {
            Ok(catalogue) => return catalogue,
            Err(failure) => failure,
        };
        dom::show_load_error(kind, &detail).await;
        is_first = false;
    }
}

/// The catalogue, or the kind of error as named in `boot.js`, with details for support requests.
async fn fetch_and_read(from_cache: bool) -> Result<Catalogue, (&'static str, String)> {
    let text = fetch_with_retry(from_cache)
        .await
        .map_err(|error| (error.kind, error.detail))?;
    // Pending events are handled first.
    dom::next_task().await;
    Catalogue::from_json(&text).map_err(|error| match error {
        LoadError::Malformed(reason) => ("broken", reason),
        LoadError::Newer(version) => ("newer", version.to_string()),
    })
}

/// Downloads the data file. Retries after a pause and without caches if the error may be temporary.
async fn fetch_with_retry(from_cache: bool) -> Result<String, FetchError> {
    let mut attempt = 1;
    loop {
        match dom::fetch_catalogue(from_cache && attempt == 1).await {
            Err(error) if error.is_retryable && attempt < ATTEMPTS => {}
            done => return done,
        }
        dom::pause_before_retry(attempt).await;
        attempt += 1;
    }
}
