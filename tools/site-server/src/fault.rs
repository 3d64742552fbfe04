//! Failing on purpose, for tests of what a page does then.

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

/// One way to fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Requests whose path contains this text fail.
    pub path_contains: String,
    /// How many requests fail before all is well again; none means every one.
    pub times: Option<u32>,
    /// What happens instead.
    pub action: Action,
}

/// What happens instead of a right answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// 404, as if the file were not there.
    Missing,
    /// That status, with no content.
    Status(u16),
    /// 200 with other content, as from a captive portal.
    Body {
        /// The value of `Content-Type`.
        content_type: String,
        /// The content.
        bytes: Vec<u8>,
    },
    /// As many bytes as given, then the connection breaks off.
    Truncate(usize),
    /// The right answer, late.
    Delay(Duration),
    /// No answer, ever.
    Hang,
    /// No answer: the connection is closed, as if there were no network.
    HangUp,
}

impl Fault {
    /// Every request whose path contains `path_contains` fails.
    pub fn always(path_contains: &str, action: Action) -> Self {
        Self {
            path_contains: path_contains.to_owned(),
            times: None,
            action,
        }
    }

    /// The first such request fails, later ones do not.
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

    /// From now on all is well.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// What is to happen to a request for `path`, which uses up one of its times.
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
        // The list is whole after every statement, so a panic elsewhere cannot have spoilt it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Marks a response that is never sent: the connection is closed instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HangUp;

/// Answers as the first fault says that is due for a request, and rightly where none is.
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

/// Announces the whole length of `response`, sends the first `length` bytes, and breaks off.
async fn truncated(response: Response, length: usize) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts
        .headers
        .insert(header::CONTENT_LENGTH, whole.len().into());
    let beginning = whole.slice(..length.min(whole.len()));
    let end = stream::once(async {
        // Gives the connection a turn, in which it sends what it has.
        tokio::task::yield_now().await;
        Err(io::Error::other("broken off on purpose"))
    });
    let body = stream::iter([Ok(beginning)]).chain(end);
    Response::from_parts(parts, Body::from_stream(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_strikes_as_often_as_told() {
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
    fn the_next_fault_takes_over_from_one_used_up() {
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
