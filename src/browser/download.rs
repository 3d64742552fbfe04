//! Fetching the data file.

use gloo_net::Error;
use gloo_net::http::Response;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The download of the data: the one that `boot.js` began beside that of the program, or another
/// after that.
///
/// # Errors
/// When the server cannot be reached, or takes too long.
pub(crate) async fn download() -> Result<Response, Error> {
    let begin = js_sys::Reflect::get(&js_sys::global(), &"downloadCatalogue".into());
    let begin: js_sys::Function = begin.and_then(JsCast::dyn_into).map_err(from_js)?;
    let promise = begin.call0(&JsValue::NULL).and_then(JsCast::dyn_into);
    let promise: js_sys::Promise = promise.map_err(from_js)?;
    let response = JsFuture::from(promise).await.and_then(JsCast::dyn_into);
    let response: web_sys::Response = response.map_err(from_js)?;
    Ok(response.into())
}

fn from_js(error: JsValue) -> Error {
    match error.dyn_into::<js_sys::Error>() {
        Ok(error) => Error::JsError(error.into()),
        Err(other) => Error::GlooError(format!("{other:?}")),
    }
}
