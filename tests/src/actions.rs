//! Mouse, keyboard and scroll actions of a visitor.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

use crate::{driver::Engine, page::Focus, visit::Visitor};

/// An upper bound for the number of tab stops on a page.
const MOST_STOPS: usize = 300;

impl Visitor {
    /// Waits until the page has rendered everything, then clicks the first element that a selector
    /// matches.
    ///
    /// # Errors
    /// When there is none, or it cannot be clicked.
    pub async fn click_on(&self, selector: &str) -> Result<()> {
        // Nobody clicks on something that is off the screen or behind the search bar, and drivers scroll
        // it there.
        const UNCOVER: &str = "const element = document.querySelector(arguments[0]);
            const { x, y, width, height } = element.getBoundingClientRect();
            const front = document.elementFromPoint(x + width / 2, y + height / 2);
            if (!front || front.closest('.hero') && !element.contains(front)) element.scrollIntoView({block: 'center'});";
        self.wait_until_answered().await?;
        let element = self.find(By::Css(selector)).await?;
        self.execute(UNCOVER, vec![Value::from(selector)]).await?;
        Ok(element.click().await?)
    }

    /// Moves the pointer in an empty corner of the page, which counts as a first interaction.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn move_pointer(&self) -> Result<()> {
        let chain = self.action_chain().move_to(1, 1).move_to(0, 0);
        match chain.perform().await {
            // Firefox fails this command during a navigation.
            Err(_) if self.engine == Engine::Firefox => Ok(()),
            outcome => Ok(outcome?),
        }
    }

    /// Empties the browser's cache, so that the next page loads as for a new visitor.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn empty_cache(&self) -> Result<()> {
        self.cdp()
            .send_raw("Network.clearBrowserCache", json!({}))
            .await?;
        Ok(())
    }

    /// Scrolls the first element that a selector matches to the middle of the screen.
    ///
    /// # Errors
    /// When there is none.
    pub async fn scroll_to(&self, selector: &str) -> Result<()> {
        let script = "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})";
        self.execute(script, vec![Value::from(selector)]).await?;
        Ok(())
    }

    /// Presses Tab until the wanted element has the focus, and checks that the focus is visible at
    /// every stop.
    ///
    /// # Errors
    /// When a stop is not visible, or no stop of the page is the wanted one.
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

    /// Types into the focused element.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a key while another one is held down.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn press_with(&self, held: Key, key: Key) -> Result<()> {
        let chain = self.action_chain().key_down(held.clone());
        let chain = chain.key_down(key.clone()).key_up(key).key_up(held);
        Ok(chain.perform().await?)
    }
}
