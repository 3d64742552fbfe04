//! A problem at a place of the document.

use crate::message::Message;

/// A problem, with its place as a JSON Pointer; [`crate::record::locate`] makes a
/// [`crate::problem::Problem`] of it.
#[derive(Debug)]
pub(crate) struct Diagnostic {
    pub(crate) pointer: String,
    /// The place in bytes, where that is not the beginning of the value at `pointer`.
    pub(crate) offset: Option<usize>,
    pub(crate) message: Message,
}

impl Diagnostic {
    pub(crate) fn new(pointer: &str, message: Message) -> Self {
        Self {
            pointer: pointer.to_owned(),
            offset: None,
            message,
        }
    }

    /// The same at another place, in bytes.
    pub(crate) fn at(self, offset: usize) -> Self {
        Self {
            offset: Some(offset),
            ..self
        }
    }
}
