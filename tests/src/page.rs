//! Reading a page, and waiting for what it shows.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use thirtyfour::By;
use tokio::time::{Instant, sleep, timeout};

use crate::{fixture, visit::Visitor};

/// True once the page is usable.
pub const READY: &str = "document.documentElement.hasAttribute('data-app-ready')";

/// Whether the second wasm file has arrived, which follows the first page.
const HAS_ALL_CODE: &str = "performance.getEntriesByType('resource')
    .some(({ name, responseEnd }) => name.includes('_lazy-') && responseEnd > 0)";

/// True unless the page is still rendering a result.
const ANSWERED: &str = "!document.documentElement.hasAttribute('data-answering')";

/// The time limit of every wait; on a busy machine a page takes a tenth of it.
const TIMEOUT: Duration = Duration::from_secs(15);
const POLL_INTERVAL: Duration = Duration::from_millis(25);
const MOVE_INTERVAL: Duration = Duration::from_secs(1);

/// The focused element.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Focus {
    /// Its tag, in small letters.
    pub tag: String,
    /// Its id, or an empty text.
    pub id: String,
    /// Its text, or the text in the field.
    pub text: String,
    /// The target of a link, or the value of a checkbox.
    pub value: String,
    /// Whether a ring is drawn around it.
    pub is_visible: bool,
}

const FOCUS: &str = "(() => {
    const element = document.activeElement;
    const ring = getComputedStyle(element);
    return {
        tag: element.tagName.toLowerCase(),
        id: element.id,
        text: element.innerText ?? '',
        value: element.getAttribute('href') ?? element.value ?? '',
        is_visible: ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) > 0,
    };
})()";

const RESULTS: &str = "[...document.querySelectorAll('main :is(article, li, tr)')]
    .filter((result) => !result.querySelector(':scope :is(article, li, tr) a[href*=\"/clusters/\"]'))
    .map((result) => result.querySelector('a[href*=\"/clusters/\"]')?.pathname.match(/clusters\\/([^/]+)\\/$/)?.[1])
    .filter((id) => id)";

const TICKED: &str = "[...document.querySelectorAll('main input[type=checkbox]:checked')]
    .map((box) => `${box.name}=${box.value}`)";

impl Visitor {
    /// Opens an address of the site, given by its path below the base, and waits until it is
    /// usable.
    ///
    /// # Errors
    /// When it never becomes usable.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.open_without_interaction(path).await?;
        self.wait_until_ready().await
    }

    /// Waits until the page is usable.
    ///
    /// # Errors
    /// When it never becomes usable.
    pub async fn wait_until_ready(&self) -> Result<()> {
        self.wait_while_moving_pointer(READY).await
    }

    /// Waits until a JavaScript expression is true, moving the pointer meanwhile: some pages start
    /// the app only at the first interaction.
    async fn wait_while_moving_pointer(&self, condition: &str) -> Result<()> {
        let end = Instant::now() + TIMEOUT;
        loop {
            self.move_pointer().await?;
            // An event may be lost during a navigation.
            match timeout(MOVE_INTERVAL, self.wait_for(condition)).await {
                Ok(outcome) => return outcome,
                Err(_) if Instant::now() > end => return self.wait_for(condition).await,
                Err(_) => (),
            }
        }
    }

    /// Opens an address of the site, given by its path below the base, and moves the pointer so
    /// that the app starts; does not wait for it.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn open_without_waiting(&self, path: &str) -> Result<()> {
        self.open_without_interaction(path).await?;
        self.move_pointer().await
    }

    /// Opens an address of the site, given by its path below the base, without any interaction.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn open_without_interaction(&self, path: &str) -> Result<()> {
        Ok(self.goto(self.site.url(path)).await?)
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// When the expression throws, or its value is of another type.
    pub async fn read<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let answer = self
            .execute(format!("return {expression};"), Vec::new())
            .await;
        let answer = answer.with_context(|| format!("in `{expression}`"))?;
        answer
            .convert()
            .with_context(|| format!("`{expression}` is of another type"))
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// When it never becomes true.
    pub async fn wait_for(&self, condition: &str) -> Result<()> {
        self.wait_until(condition, &Value::Bool(true)).await
    }

    /// Waits until a JavaScript expression has a value.
    ///
    /// # Errors
    /// When it never has that value; the error shows the last one.
    pub async fn wait_until(&self, expression: &str, value: &Value) -> Result<()> {
        let end = Instant::now() + TIMEOUT;
        loop {
            // During a navigation there is no page to evaluate it in.
            let seen = self.read::<Value>(expression).await;
            match seen {
                Ok(seen) if seen == *value => return Ok(()),
                seen if Instant::now() > end => {
                    bail!("timed out: `{expression}` should be {value}, but is {seen:?}")
                }
                _ => sleep(POLL_INTERVAL).await,
            }
        }
    }

    /// Waits until the visible text of the element that a selector matches contains a text.
    ///
    /// # Errors
    /// When it never does; the error shows its text.
    pub async fn wait_for_text(&self, selector: &str, text: &str) -> Result<()> {
        let shown = format!(
            "document.querySelector({})?.innerText",
            Value::from(selector)
        );
        let contains = format!("({shown} ?? '').includes({})", Value::from(text));
        let outcome = self.wait_for(&contains).await;
        if outcome.is_err() {
            let shown: Value = self.read(&format!("{shown} ?? null")).await?;
            bail!("timed out: `{selector}` should contain `{text}`, but shows {shown}");
        }
        Ok(())
    }

    /// Waits until the code of all pages has arrived.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_all_code(&self) -> Result<()> {
        self.wait_for(HAS_ALL_CODE).await
    }

    /// Waits until the page has rendered the result of the last change completely.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_until_answered(&self) -> Result<()> {
        self.wait_for(ANSWERED).await
    }

    /// The visible text of the first element that a selector matches.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text_of(&self, selector: &str) -> Result<String> {
        self.wait_until_answered().await?;
        let element = self.find(By::Css(selector)).await?;
        Ok(element.text().await?)
    }

    /// The visible texts of all elements that a selector matches.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn texts_of(&self, selector: &str) -> Result<Vec<String>> {
        self.wait_until_answered().await?;
        let all = format!(
            "[...document.querySelectorAll({})].map((element) => element.innerText.trim())",
            Value::from(selector)
        );
        self.read(&all).await
    }

    /// The ids of the results, in rank order.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn results(&self) -> Result<Vec<String>> {
        self.wait_until_answered().await?;
        self.read(RESULTS).await
    }

    /// The focused element of the page.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn focus(&self) -> Result<Focus> {
        self.read(FOCUS).await
    }

    /// The scroll position, in pixels.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn scroll(&self) -> Result<i64> {
        self.read("Math.round(scrollY)").await
    }

    /// The path below the base in the address bar, with query string and fragment.
    ///
    /// # Errors
    /// When the address is outside the site.
    pub async fn address(&self) -> Result<String> {
        let url = self.current_url().await?;
        let url = url.as_str();
        let path = url.strip_prefix(&self.site.url(""));
        Ok(path
            .with_context(|| format!("{url} is not on this site"))?
            .to_owned())
    }

    /// Waits until the address bar shows a path and query string below the base.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_address(&self, path: &str) -> Result<()> {
        self.wait_until("location.href", &Value::from(self.site.url(path)))
            .await?;
        self.wait_until_answered().await
    }

    /// The checked checkboxes, each as `name=value`.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn ticked(&self) -> Result<Vec<String>> {
        self.wait_until_answered().await?;
        self.read(TICKED).await
    }

    /// The HTTP status of the page.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn status(&self) -> Result<u16> {
        self.read("performance.getEntriesByType('navigation')[0].responseStatus")
            .await
    }

    /// Waits until the listing states this number of results, such as `8 clusters`, and shows them.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_total(&self, total: &str) -> Result<()> {
        // How the results match may follow the number.
        let told = "document.querySelector('main [role=status]')?.innerText.split(':')[0]";
        self.wait_until(told, &Value::from(total)).await?;
        self.wait_until_answered().await
    }

    /// Waits until the English listing states that it shows all clusters.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_all_clusters(&self) -> Result<()> {
        let all = fixture::records("clusters")?.len();
        self.wait_for_total(&format!("{all} clusters")).await
    }

    /// Waits until there are this many chips.
    ///
    /// # Errors
    /// When there never are.
    pub async fn wait_for_chips(&self, count: usize) -> Result<()> {
        self.wait_until(
            "document.querySelectorAll('.chips li').length",
            &Value::from(count),
        )
        .await?;
        self.wait_until_answered().await
    }

    /// Waits until the page reports a failure that contains these words.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_failure(&self, words: &str) -> Result<()> {
        self.wait_while_moving_pointer("!!document.querySelector('[role=alert]')")
            .await?;
        self.wait_for_text("[role=alert]", words).await
    }

    /// The number of history entries of the tab.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn history_length(&self) -> Result<u32> {
        self.read("history.length").await
    }
}
