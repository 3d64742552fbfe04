//! The console messages that a test expects.

use anyhow::{Result, bail};

/// The messages that a test expects, by parts of their text.
#[derive(Debug, Default)]
pub(crate) struct Expected {
    certain: Vec<String>,
    possible: Vec<String>,
}

impl Expected {
    /// Expects at least one message that contains this text.
    pub(crate) fn add(&mut self, text: &str) {
        self.certain.push(text.to_owned());
    }

    /// Allows messages that contain this text.
    pub(crate) fn allow(&mut self, text: &str) {
        self.possible.push(text.to_owned());
    }

    /// Fails if there is an unexpected message, or if an expected one is missing.
    pub(crate) fn check(&self, messages: &[String]) -> Result<()> {
        let is_unexpected = |message: &&String| !self.knows(message);
        let unexpected: Vec<_> = messages.iter().filter(is_unexpected).cloned().collect();
        if !unexpected.is_empty() {
            bail!("unexpected console messages:\n{}", unexpected.join("\n"));
        }
        let is_missing = |text: &&String| !messages.iter().any(|message| message.contains(*text));
        match self.certain.iter().find(is_missing) {
            Some(missing) => bail!("the console has no message with `{missing}`"),
            None => Ok(()),
        }
    }

    fn knows(&self, message: &str) -> bool {
        let mut known = self.certain.iter().chain(&self.possible);
        known.any(|text| message.contains(text))
    }
}
