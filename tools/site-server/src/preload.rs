//! Scripts that tests inject into every page.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use hosting::media_type;
use project::base::Base;

/// The injected scripts of a server. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Preload(Arc<Mutex<String>>);

/// The path of the script file below the base.
pub(crate) const FILE: &str = "preload.js";

impl Preload {
    /// Adds a script that every page runs before its own scripts.
    pub fn add(&self, script: &str) {
        let mut scripts = self.lock();
        scripts.push_str(script);
        scripts.push('\n');
    }

    /// All scripts, if there are any.
    fn scripts(&self) -> Option<String> {
        let scripts = self.lock();
        (!scripts.is_empty()).then(|| scripts.clone())
    }

    fn lock(&self) -> MutexGuard<'_, String> {
        // The text is consistent after every statement, so a poisoned lock is harmless.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The injected scripts of a site, and its base.
#[derive(Clone)]
pub(crate) struct Preloading {
    pub(crate) base: Base,
    pub(crate) preload: Preload,
}

/// The response with the script file, if there are scripts.
pub(crate) async fn file(State(preload): State<Preload>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    match preload.scripts() {
        Some(scripts) => (headers, scripts).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Middleware that injects the scripts into every page.
pub(crate) async fn preload(
    State(Preloading { base, preload }): State<Preloading>,
    mut request: Request,
    next: Next,
) -> Response {
    if preload.scripts().is_none() {
        return next.run(request).await;
    }
    let path = request.uri().path();
    // Any path may be answered with the page `404.html`.
    let accept = request.headers().get(header::ACCEPT);
    let accept = accept.and_then(|value| value.to_str().ok());
    let wants_page = accept.is_some_and(|types| types.contains("text/html"));
    if wants_page || path.ends_with('/') || is_page(media_type::of(path).name) {
        // Compressed responses cannot be changed.
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    let response = next.run(request).await;
    if is_plain_page(response.headers()) {
        with_script(response, &format!("{base}{FILE}")).await
    } else {
        response
    }
}

fn is_plain_page(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    content_type.is_some_and(is_page) && !headers.contains_key(header::CONTENT_ENCODING)
}

fn is_page(content_type: &str) -> bool {
    content_type.starts_with("text/html")
}

/// Adds the script at `url` to a page.
async fn with_script(response: Response, url: &str) -> Response {
    let (mut parts, body) = response.into_parts();
    let page = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let script = format!("<head><script src=\"{url}\"></script>");
    let page = String::from_utf8_lossy(&page).replacen("<head>", &script, 1);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}
