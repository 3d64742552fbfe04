//! The texts around the messages.

/// The texts around the messages.
pub(crate) struct Labels {
    pub(crate) error: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) fix: &'static str,
    pub(crate) accept: &'static str,
    pub(crate) more: &'static str,
    pub(crate) cannot_read: &'static str,
    pub(crate) cannot_write: &'static str,
    pub(crate) not_fit: &'static str,
}
