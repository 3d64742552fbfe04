//! The data file, which `boot.js` downloads beside the program.

use super::document;
use gloo_net::http::Response;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = downloadCatalogue)]
    fn download(refusal: &str, detail: &str) -> js_sys::Promise;
}

/// The text of the data file, once there is one. `refusal` is what was wrong with the one before, as
/// `boot.js` names it, or nothing.
pub(crate) async fn catalogue_text(refusal: &str, detail: &str) -> String {
    // It waits until the download succeeds, and never fails; an empty text is refused.
    let Ok(answer) = JsFuture::from(download(refusal, detail)).await else {
        return String::new();
    };
    let answer: Response = answer.unchecked_into::<web_sys::Response>().into();
    // Read here and not in JavaScript, which has texts of another form.
    let bytes = answer.binary().await.unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Takes away what the visitor was told of a failure.
pub(crate) fn clear_failure() {
    if let Some(alert) = document().get_element_by_id("failure") {
        alert.remove();
    }
}
