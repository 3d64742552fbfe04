//! A problem at a position in the document.

use crate::message::Message;

/// A problem at a JSON Pointer; [`crate::record::locate`] turns it into a
/// [`crate::problem::Problem`].
#[derive(Debug)]
pub(crate) struct Diagnostic {
    pub(crate) pointer: String,
    /// The byte offset, if the problem is not at the start of the value at `pointer`.
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

    /// The same problem at a byte offset.
    pub(crate) fn at(self, offset: usize) -> Self {
        Self {
            offset: Some(offset),
            ..self
        }
    }
}
