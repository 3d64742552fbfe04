//! Download of the data file, and the message shown if it fails.

use super::document::{document, setting};
use super::timing::sleep;
use gloo_net::http::Request;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache};

/// Why a download fails.
pub(crate) struct FetchError {
    /// The kind of error, as named in `boot.js`.
    pub(crate) kind: &'static str,
    /// Details for support requests.
    pub(crate) detail: String,
    /// Whether a retry may succeed.
    pub(crate) is_retryable: bool,
}

#[wasm_bindgen]
extern "C" {
    /// In `boot.js`: shows a load error, and resolves when the visitor wants to retry.
    #[wasm_bindgen(js_name = showLoadError)]
    fn show_error(kind: &str, detail: &str) -> js_sys::Promise;
}

/// Shows a load error, and waits until the visitor wants to retry.
pub(crate) async fn show_load_error(kind: &str, detail: &str) {
    // This promise never rejects.
    drop(JsFuture::from(show_error(kind, detail)).await);
}

/// Removes the error message.
pub(crate) fn hide_failure() {
    if let Some(alert) = document().get_element_by_id("failure") {
        alert.remove();
    }
}

/// Downloads the data file as text, if allowed from a cache.
///
/// # Errors
///
/// If the download fails or does not complete before the timeout.
pub(crate) async fn fetch_catalogue(from_cache: bool) -> Result<String, FetchError> {
    let url = setting("data-catalogue").unwrap_or_default();
    let signal = AbortSignal::timeout_with_u32(number_setting("data-timeout-ms", 20_000));
    let error = |kind, reason: &dyn std::fmt::Display| FetchError {
        kind: if signal.aborted() { "slow" } else { kind },
        detail: format!("{url}: {reason}"),
        is_retryable: !signal.aborted() && matches!(kind, "unreachable" | "busy" | "broken"),
    };
    let cache = if from_cache {
        RequestCache::Default
    } else {
        RequestCache::Reload
    };
    let request = Request::get(&url)
        .cache(cache)
        .abort_signal(Some(&signal))
        .send();
    let response = request
        .await
        .map_err(|reason| error("unreachable", &reason))?;
    if !response.ok() {
        let kind = if response.status() < 500 {
            "missing"
        } else {
            "busy"
        };
        return Err(error(kind, &format_args!("HTTP {}", response.status())));
    }
    // As bytes, because a JavaScript string would have to be converted twice.
    let bytes = response.binary().await;
    let bytes = bytes.map_err(|reason| error("broken", &reason))?;
    String::from_utf8(bytes).map_err(|reason| error("broken", &reason))
}

/// Waits before a retry: longer with each attempt, and randomised, so that visitors do not all
/// return at once after an outage.
pub(crate) async fn pause_before_retry(attempt: u32) {
    let pause = f64::from(number_setting("data-pause-ms", 500));
    let factor = f64::from(2_u32.saturating_pow(attempt)) * (0.5 + js_sys::Math::random() / 2.0);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a few thousand milliseconds at most"
    )]
    sleep((pause * factor) as i32).await;
}

/// A numeric setting of the page.
fn number_setting(name: &str, default: u32) -> u32 {
    let number = setting(name).and_then(|number| number.parse().ok());
    number.unwrap_or(default)
}
