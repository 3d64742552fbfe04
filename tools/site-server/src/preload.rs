//! Scripts that a test has every page run before the page's own.

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

/// The scripts of a server. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Preload(Arc<Mutex<String>>);

/// What the file with the scripts is called, below the base.
pub(crate) const FILE: &str = "preload.js";

impl Preload {
    /// From now on every page runs this as well, after what was added before.
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
        // A text is whole after every statement, so a panic elsewhere cannot have spoilt it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the pages of a site run, and below which base.
#[derive(Clone)]
pub(crate) struct Preloading {
    pub(crate) base: Base,
    pub(crate) preload: Preload,
}

/// The file with the scripts, if there are any.
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

/// Has every page run the scripts, if there are any.
pub(crate) async fn preload(
    State(Preloading { base, preload }): State<Preloading>,
    mut request: Request,
    next: Next,
) -> Response {
    if preload.scripts().is_none() {
        return next.run(request).await;
    }
    let path = request.uri().path();
    // A request for a page may be answered with `404.html`, whatever its path.
    let accept = request.headers().get(header::ACCEPT);
    let accept = accept.and_then(|value| value.to_str().ok());
    let wants_page = accept.is_some_and(|types| types.contains("text/html"));
    if wants_page || path.ends_with('/') || is_page(media_type::of(path).name) {
        // What is compressed cannot be changed.
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

/// A page that first runs the scripts at `url`.
async fn with_script(response: Response, url: &str) -> Response {
    let (mut parts, body) = response.into_parts();
    let page = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let script = format!("<head><script src=\"{url}\"></script>");
    let page = String::from_utf8_lossy(&page).replacen("<head>", &script, 1);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}
