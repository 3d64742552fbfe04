//! Scripts that a test has every page run before the page's own.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The scripts of a server. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Preload(Arc<Mutex<String>>);

/// What the file with the scripts is called, below the base.
pub(super) const FILE: &str = "preload.js";

impl Preload {
    /// From now on every page runs this as well, after what was added before.
    pub fn add(&self, script: &str) {
        let mut scripts = self.lock();
        scripts.push_str(script);
        scripts.push('\n');
    }

    /// All scripts, if there are any.
    pub(super) fn scripts(&self) -> Option<String> {
        let scripts = self.lock();
        (!scripts.is_empty()).then(|| scripts.clone())
    }

    fn lock(&self) -> MutexGuard<'_, String> {
        // A text is whole after every statement, so a panic elsewhere cannot have spoilt it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page that first runs the scripts at `url`.
pub(super) fn with_script(page: &str, url: &str) -> String {
    let script = format!("<head><script src=\"{url}\"></script>");
    page.replacen("<head>", &script, 1)
}
