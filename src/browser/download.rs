//! The data file, which `boot.js` downloads beside the program.

use super::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = catalogueText)]
    fn download(refusal: &str, detail: &str) -> js_sys::Promise;
}

/// The text of the data file, once there is one. `refusal` is what was wrong with the one before, as
/// `boot.js` names it, or nothing.
pub(crate) async fn catalogue_text(refusal: &str, detail: &str) -> String {
    let text = JsFuture::from(download(refusal, detail)).await;
    // It waits until the download succeeds, and never fails; an empty text is refused.
    let text = text.ok().and_then(|text| text.as_string());
    text.unwrap_or_default()
}

/// Takes away what the visitor was told of a failure.
pub(crate) fn clear_failure() {
    if let Some(alert) = document().get_element_by_id("failure") {
        alert.remove();
    }
}
