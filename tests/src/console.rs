//! What the browser wrote to its console.

use anyhow::{Result, bail};

use crate::visit::Visitor;

/// What a test knows will be written, as parts of the messages.
#[derive(Debug, Default)]
pub(crate) struct Expected {
    certain: Vec<String>,
    possible: Vec<String>,
}

impl Expected {
    /// From now on messages that contain this text are no complaint; one must come.
    pub(crate) fn add(&mut self, text: &str) {
        self.certain.push(text.to_owned());
    }

    /// From now on messages that contain this text are no complaint; none need come.
    pub(crate) fn allow(&mut self, text: &str) {
        self.possible.push(text.to_owned());
    }

    fn knows(&self, message: &str) -> bool {
        let mut known = self.certain.iter().chain(&self.possible);
        known.any(|text| message.contains(text))
    }
}

/// Fails if the browser wrote an error, a warning or a breach of the security policy that was not
/// expected, or did not write what was.
pub(crate) async fn check(visitor: &Visitor, expected: &Expected) -> Result<()> {
    let complaints = complaints(visitor).await?;
    let unexpected: Vec<&str> = complaints
        .iter()
        .map(String::as_str)
        .filter(|message| !expected.knows(message))
        .collect();
    if !unexpected.is_empty() {
        bail!("the browser complains:\n{}", unexpected.join("\n"));
    }
    match expected
        .certain
        .iter()
        .find(|text| !complaints.iter().any(|message| message.contains(*text)))
    {
        Some(missing) => bail!("the browser was expected to complain of `{missing}`"),
        None => Ok(()),
    }
}

async fn complaints(visitor: &Visitor) -> Result<Vec<String>> {
    if !visitor.engine.has_log() {
        return visitor.read("complaints()").await;
    }
    let entries = visitor.browser_log().await?.into_iter();
    Ok(entries
        .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"))
        .map(|entry| entry.message)
        .collect())
}
