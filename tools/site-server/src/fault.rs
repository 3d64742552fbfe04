//! Fault injection.

use std::{
    future, io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};

use crate::files::Absent;

/// A fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Applies to requests whose path contains this text.
    pub path_contains: String,
    /// The number of requests that fail; `None` means all.
    pub times: Option<u32>,
    /// What happens instead.
    pub action: Action,
}

/// The behaviour of the server instead of a correct response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Responds with 404.
    Missing,
    /// Responds with the given status and no content.
    Status(u16),
    /// Responds with 200 and other content, like a captive portal.
    Body {
        /// The value of `Content-Type`.
        content_type: String,
        /// The content.
        bytes: Vec<u8>,
    },
    /// Sends the given number of bytes, then closes the connection.
    Truncate(usize),
    /// Sends the correct response, delayed.
    Delay(Duration),
    /// Never responds.
    Hang,
    /// Closes the connection without a response, as if there were no network.
    HangUp,
}

impl Fault {
    /// A fault for every request whose path contains `path_contains`.
    pub fn always(path_contains: &str, action: Action) -> Self {
        Self {
            path_contains: path_contains.to_owned(),
            times: None,
            action,
        }
    }

    /// A fault for the first such request only.
    pub fn once(path_contains: &str, action: Action) -> Self {
        Self {
            times: Some(1),
            ..Self::always(path_contains, action)
        }
    }
}

/// The faults of a server. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Faults(Arc<Mutex<Vec<Fault>>>);

impl Faults {
    /// Replaces all faults by these.
    pub fn set(&self, faults: impl IntoIterator<Item = Fault>) {
        *self.lock() = faults.into_iter().collect();
    }

    /// Removes all faults.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// The fault for a request for `path`, which counts as one use of the fault.
    pub(super) fn strike(&self, path: &str) -> Option<Action> {
        let mut faults = self.lock();
        let fault = faults
            .iter_mut()
            .find(|fault| fault.times != Some(0) && path.contains(&fault.path_contains))?;
        if let Some(times) = &mut fault.times {
            *times -= 1;
        }
        Some(fault.action.clone())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Fault>> {
        // The list is consistent after every statement, so a poisoned lock is harmless.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Marks a response that must not be sent; the connection is closed instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HangUp;

/// Middleware that applies the first matching fault to a request.
pub(crate) async fn strike(
    State(faults): State<Faults>,
    mut request: Request,
    next: Next,
) -> Response {
    match faults.strike(request.uri().path()) {
        None => next.run(request).await,
        Some(Action::Missing) => {
            request.extensions_mut().insert(Absent);
            next.run(request).await
        }
        Some(Action::Status(status)) => StatusCode::from_u16(status)
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
        Some(Action::Body {
            content_type,
            bytes,
        }) => {
            let cache_control = (header::CACHE_CONTROL, "no-store".to_owned());
            ([(header::CONTENT_TYPE, content_type), cache_control], bytes).into_response()
        }
        Some(Action::Truncate(length)) => truncated(next.run(request).await, length).await,
        Some(Action::Delay(delay)) => {
            tokio::time::sleep(delay).await;
            next.run(request).await
        }
        Some(Action::Hang) => future::pending().await,
        Some(Action::HangUp) => {
            let mut response = Response::default();
            response.extensions_mut().insert(HangUp);
            response
        }
    }
}

/// Sends the full `Content-Length` of `response`, but only the first `length` bytes.
async fn truncated(response: Response, length: usize) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts
        .headers
        .insert(header::CONTENT_LENGTH, whole.len().into());
    let beginning = whole.slice(..length.min(whole.len()));
    let end = stream::once(async {
        // Yields, so that the bytes are sent first.
        tokio::task::yield_now().await;
        Err(io::Error::other("closed on purpose"))
    });
    let body = stream::iter([Ok(beginning)]).chain(end);
    Response::from_parts(parts, Body::from_stream(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_applies_as_often_as_requested() {
        let faults = Faults::default();
        faults.set([Fault {
            times: Some(2),
            ..Fault::always("catalogue", Action::Missing)
        }]);
        let path = "/data/catalogue.json";
        assert_eq!(faults.strike("/en/"), None);
        assert_eq!(faults.strike(path), Some(Action::Missing));
        assert_eq!(faults.strike(path), Some(Action::Missing));
        assert_eq!(faults.strike(path), None);
    }

    #[test]
    fn the_next_fault_follows_a_used_one() {
        let faults = Faults::default();
        faults.set([
            Fault::once("x", Action::Hang),
            Fault::always("x", Action::Status(500)),
        ]);
        assert_eq!(faults.strike("x"), Some(Action::Hang));
        assert_eq!(faults.strike("x"), Some(Action::Status(500)));
        assert_eq!(faults.strike("x"), Some(Action::Status(500)));
    }

    #[test]
    fn clones_share_their_faults() {
        let faults = Faults::default();
        let elsewhere = faults.clone();
        elsewhere.set([Fault::always("", Action::Missing)]);
        assert_eq!(faults.strike("/"), Some(Action::Missing));
        elsewhere.clear();
        assert_eq!(faults.strike("/"), None);
    }
}
