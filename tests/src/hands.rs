//! What a visitor does.

use anyhow::Result;
use thirtyfour::{By, Key, TypingData};

use crate::visit::Visitor;

impl Visitor {
    /// Clicks on the first element that a selector finds.
    ///
    /// # Errors
    /// When there is none, or it cannot be clicked on.
    pub async fn click_on(&self, selector: &str) -> Result<()> {
        Ok(self.find(By::Css(selector)).await?.click().await?)
    }

    /// Types into whatever has the focus.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a key while another is held down.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn press_with(&self, held: Key, key: Key) -> Result<()> {
        let chain = self.action_chain().key_down(held.clone());
        let chain = chain.key_down(key.clone()).key_up(key).key_up(held);
        Ok(chain.perform().await?)
    }
}
