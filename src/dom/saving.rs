//! Saving parts of the site's files.

use super::document::document;
use super::timing::sleep;
use gloo_net::http::{Request, Response};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, RequestCache, Url};

/// How long browsers may take to start saving, in milliseconds.
const UNTIL_SAVED: i32 = 60_000;

/// Why nothing was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SaveError {
    /// The file could not be downloaded.
    Unreachable,
    /// The file is not what was expected: it is of another version.
    Unexpected,
}

/// Downloads the file at `url`, and saves what `select` makes of it under a name. Calls `fail` if that does
/// not work.
pub(crate) fn save(
    url: String,
    name: String,
    media_type: &'static str,
    select: impl FnOnce(&str) -> Option<String> + 'static,
    fail: impl FnOnce(SaveError) + 'static,
) {
    wasm_bindgen_futures::spawn_local(async move {
        let Some(file) = fetch(&url).await else {
            return fail(SaveError::Unreachable);
        };
        let Some(content) = select(&file) else {
            return fail(SaveError::Unexpected);
        };
        if let Some(url) = save_as(&content, &name, media_type) {
            sleep(UNTIL_SAVED).await;
            drop(Url::revoke_object_url(&url));
        }
    });
}

/// The present version of a file, as text.
async fn fetch(url: &str) -> Option<String> {
    let request = Request::get(url).cache(RequestCache::NoCache);
    let response = request.send().await.ok().filter(Response::ok)?;
    String::from_utf8(response.binary().await.ok()?).ok()
}

/// Lets the browser save a text. Returns the URL of the text, which must be revoked.
fn save_as(content: &str, name: &str, media_type: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&content.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Some(url)
}
