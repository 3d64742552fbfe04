//! Saving parts of the site's files.

use super::timing::next_task;
use gloo_net::http::{Request, Response};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

/// Why nothing was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SaveError {
    /// The file could not be downloaded.
    Unreachable,
    /// The file is not what was expected: it is of another version.
    Unexpected,
}

#[wasm_bindgen]
extern "C" {
    /// In `boot.js`: lets the browser save a file.
    #[wasm_bindgen(js_name = saveFile)]
    fn save_file(content: &[u8], name: &str, media_type: &str);

    /// In `boot.js`: saves some records of a workbook. Resolves to `undefined`, or to whether the workbook was
    /// loaded but is not the expected one.
    #[wasm_bindgen(js_name = saveWorkbook)]
    fn save_records(url: &str, name: &str, request: &str) -> js_sys::Promise;

    /// In `boot.js`: saves or copies a chart. Resolves to `true` if it was copied, to `false` if that failed.
    #[wasm_bindgen(js_name = savePicture)]
    fn save_chart(target: &JsValue, name: &str, about: &str) -> js_sys::Promise;
}

/// The boolean that one of these functions resolves to, if it resolves to one; none of them
/// rejects.
async fn outcome(saved: js_sys::Promise) -> Option<bool> {
    JsFuture::from(saved).await.ok()?.as_bool()
}

/// Saves some records of the workbook at `url` under a name. `request` is JSON: what `workbook.js` selects.
/// Calls `fail` if that does not work.
pub(crate) fn save_workbook(
    url: &str,
    name: &str,
    request: &str,
    fail: impl FnOnce(SaveError) + 'static,
) {
    let saved = save_records(url, name, request);
    wasm_bindgen_futures::spawn_local(async move {
        match outcome(saved).await {
            Some(true) => fail(SaveError::Unexpected),
            Some(false) => fail(SaveError::Unreachable),
            None => {}
        }
    });
}

/// Saves or copies the chart around the button that was clicked. `name` is the name of its table, `about` has
/// lines: the title, the address, the source, the question. Calls `done` once it was copied, or once that has
/// failed.
pub(crate) fn save_picture(
    click: &web_sys::MouseEvent,
    name: &str,
    about: &str,
    done: impl FnOnce(bool) + 'static,
) {
    let saved = save_chart(&click.target().into(), name, about);
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(is_copied) = outcome(saved).await {
            done(is_copied);
        }
    });
}

/// Downloads the file at `url`, and saves under a name what `select` makes of it. Calls `fail` if that does
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
        // Each step may take long if the file is large, so the page can answer in between.
        next_task().await;
        let Some(content) = select(&file) else {
            return fail(SaveError::Unexpected);
        };
        next_task().await;
        save_file(content.as_bytes(), &name, media_type);
    });
}

/// The current version of a file, as text.
async fn fetch(url: &str) -> Option<String> {
    let request = Request::get(url).cache(RequestCache::NoCache);
    let response = request.send().await.ok().filter(Response::ok)?;
    String::from_utf8(response.binary().await.ok()?).ok()
}
