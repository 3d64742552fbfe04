//! Fetching the data file.

use super::setting;
use gloo_net::http::{Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// How long a download may take in all, in milliseconds, unless the page says otherwise.
const DOWNLOAD_TIMEOUT: u32 = 20_000;

/// The download of the data that the page began beside that of the program.
///
/// # Errors
/// When it failed, or the page began none and a new one fails.
pub(crate) async fn first_download() -> Result<Response, gloo_net::Error> {
    let begun = js_sys::Reflect::get(&js_sys::global(), &"catalogueDownload".into());
    let Some(promise) = begun
        .ok()
        .and_then(|value| value.dyn_into::<js_sys::Promise>().ok())
    else {
        return download_again().await;
    };
    let response = JsFuture::from(promise).await.map_err(from_js)?;
    let response: web_sys::Response = response.dyn_into().map_err(from_js)?;
    Ok(response.into())
}

/// A new download of the data.
///
/// # Errors
/// When the server cannot be reached, or takes too long.
pub(crate) async fn download_again() -> Result<Response, gloo_net::Error> {
    let url = setting("data-catalogue").unwrap_or_default();
    let timeout = setting("data-timeout-ms").and_then(|text| text.parse().ok());
    let signal = AbortSignal::timeout_with_u32(timeout.unwrap_or(DOWNLOAD_TIMEOUT));
    // What failed once may have been kept by a cache on the way.
    Request::get(&url)
        .cache(web_sys::RequestCache::Reload)
        .abort_signal(Some(&signal))
        .send()
        .await
}

fn from_js(error: JsValue) -> gloo_net::Error {
    match error.dyn_into::<js_sys::Error>() {
        Ok(error) => gloo_net::Error::JsError(error.into()),
        Err(other) => gloo_net::Error::GlooError(format!("{other:?}")),
    }
}
