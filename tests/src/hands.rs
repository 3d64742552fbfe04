//! What a visitor does.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

use crate::{engine::Engine, page::Focus, visit::Visitor};

/// More stops than any page has.
const MOST_STOPS: usize = 300;

impl Visitor {
    /// Clicks on the first element that a selector finds, when the page shows the whole answer to what
    /// was done before.
    ///
    /// # Errors
    /// When there is none, or it cannot be clicked on.
    pub async fn click_on(&self, selector: &str) -> Result<()> {
        self.wait_for_rest().await?;
        Ok(self.find(By::Css(selector)).await?.click().await?)
    }

    /// Moves the pointer to a corner where nothing is, there and back.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn stir(&self) -> Result<()> {
        let chain = self.action_chain().move_to(1, 1).move_to(0, 0);
        match chain.perform().await {
            // Firefox does not know what to answer while one page gives way to another.
            Err(_) if self.engine == Engine::Firefox => Ok(()),
            outcome => Ok(outcome?),
        }
    }

    /// Empties the browser's cache, so that the next page comes as it does to a new visitor.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn empty_cache(&self) -> Result<()> {
        self.cdp()
            .send_raw("Network.clearBrowserCache", json!({}))
            .await?;
        Ok(())
    }

    /// Scrolls until the element that a selector finds is in the middle of the screen.
    ///
    /// # Errors
    /// When there is none.
    pub async fn scroll_to(&self, selector: &str) -> Result<()> {
        let script = "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})";
        self.execute(script, vec![Value::from(selector)]).await?;
        Ok(())
    }

    /// Moves the focus on by the Tab key until it is where it is wanted, and checks that whoever
    /// cannot use a mouse sees it at every stop on the way.
    ///
    /// # Errors
    /// When a stop is not to be seen, or the whole page was walked through in vain.
    pub async fn tab_to(&self, what: &str, is_wanted: impl Fn(&Focus) -> bool) -> Result<Focus> {
        for _ in 0..MOST_STOPS {
            self.press(Key::Tab).await?;
            let focus = self.focus().await?;
            ensure!(
                focus.is_visible || focus.tag == "body",
                "no ring around {focus:?}"
            );
            if is_wanted(&focus) {
                return Ok(focus);
            }
        }
        anyhow::bail!("the Tab key does not lead to {what}")
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
