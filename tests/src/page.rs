//! What a visitor sees.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use thirtyfour::By;
use tokio::time::{Instant, sleep, timeout};

use crate::{fixture, visit::Visitor};

/// True once the page is on screen and usable.
pub const READY: &str = "document.documentElement.hasAttribute('data-app-ready')";

/// True unless more of an answer is on its way.
const AT_REST: &str = "!document.documentElement.hasAttribute('data-answering')";

/// How long anything may take; a page takes a tenth of it on a busy machine.
const PATIENCE: Duration = Duration::from_secs(15);
const LOOK_AGAIN_AFTER: Duration = Duration::from_millis(25);
const STIR_AGAIN_AFTER: Duration = Duration::from_secs(1);

/// The element that has the focus.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Focus {
    /// Its tag, in small letters.
    pub tag: String,
    /// Its id, or nothing.
    pub id: String,
    /// Its text, or the text in the field.
    pub text: String,
    /// Where it leads, for a link; the value it stands for, for a box.
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
    /// Opens an address of the site, given what follows the base, and waits until it is usable.
    ///
    /// # Errors
    /// When it does not become usable.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.open_unmoved(path).await?;
        self.wait_until_ready().await
    }

    /// Waits until the page is usable.
    ///
    /// # Errors
    /// When it does not become usable.
    pub async fn wait_until_ready(&self) -> Result<()> {
        self.wait_stirring(READY).await
    }

    /// Waits until a JavaScript expression is true. The program of a page that is only read waits for a
    /// sign of its visitor, whose pointer moves here.
    async fn wait_stirring(&self, condition: &str) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            self.stir().await?;
            // While one page gives way to another the sign may be lost.
            match timeout(STIR_AGAIN_AFTER, self.wait_for(condition)).await {
                Ok(outcome) => return outcome,
                Err(_) if Instant::now() > end => return self.wait_for(condition).await,
                Err(_) => (),
            }
        }
    }

    /// Opens an address of the site, given what follows the base, and lets the program begin to start.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn open_unready(&self, path: &str) -> Result<()> {
        self.open_unmoved(path).await?;
        self.stir().await
    }

    /// Opens an address of the site, given what follows the base, as somebody does who only reads.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn open_unmoved(&self, path: &str) -> Result<()> {
        Ok(self.goto(self.site.url(path)).await?)
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// When the expression throws, or is of another type.
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
    /// When it does not become true.
    pub async fn wait_for(&self, condition: &str) -> Result<()> {
        self.wait_until(condition, &Value::Bool(true)).await
    }

    /// Waits until a JavaScript expression has a value.
    ///
    /// # Errors
    /// When it does not get that value; says which it has instead.
    pub async fn wait_until(&self, expression: &str, value: &Value) -> Result<()> {
        let end = Instant::now() + PATIENCE;
        loop {
            // While one page gives way to another there is none to ask.
            let seen = self.read::<Value>(expression).await;
            match seen {
                Ok(seen) if seen == *value => return Ok(()),
                seen if Instant::now() > end => {
                    bail!("waited in vain for `{expression}` to be {value}; it is {seen:?}")
                }
                _ => sleep(LOOK_AGAIN_AFTER).await,
            }
        }
    }

    /// Waits until the visible text of the element that a selector finds contains a text.
    ///
    /// # Errors
    /// When it never does; says what stands there instead.
    pub async fn wait_for_text(&self, selector: &str, text: &str) -> Result<()> {
        let shown = format!(
            "document.querySelector({})?.innerText",
            Value::from(selector)
        );
        let contains = format!("({shown} ?? '').includes({})", Value::from(text));
        let outcome = self.wait_for(&contains).await;
        if outcome.is_err() {
            let shown: Value = self.read(&format!("{shown} ?? null")).await?;
            bail!("waited in vain for `{text}` in `{selector}`, which says {shown}");
        }
        Ok(())
    }

    /// Waits until the page shows the whole answer to what was asked last.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_rest(&self) -> Result<()> {
        self.wait_for(AT_REST).await
    }

    /// The visible text of the first element that a selector finds.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text_of(&self, selector: &str) -> Result<String> {
        self.wait_for_rest().await?;
        let element = self.find(By::Css(selector)).await?;
        Ok(element.text().await?)
    }

    /// The visible texts of all elements that a selector finds.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn texts_of(&self, selector: &str) -> Result<Vec<String>> {
        self.wait_for_rest().await?;
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
        self.wait_for_rest().await?;
        self.read(RESULTS).await
    }

    /// Where the focus is.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn focus(&self) -> Result<Focus> {
        self.read(FOCUS).await
    }

    /// How far the page is scrolled, in pixels.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn scroll(&self) -> Result<i64> {
        self.read("Math.round(scrollY)").await
    }

    /// What follows the base in the address bar, with the query string and the fragment.
    ///
    /// # Errors
    /// When the address lies outside of the site.
    pub async fn address(&self) -> Result<String> {
        let url = self.current_url().await?;
        let url = url.as_str();
        let path = url.strip_prefix(&self.site.url(""));
        Ok(path
            .with_context(|| format!("{url} is not of this site"))?
            .to_owned())
    }

    /// Waits until the address bar shows a path and query string below the base.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_address(&self, path: &str) -> Result<()> {
        self.wait_until("location.href", &Value::from(self.site.url(path)))
            .await?;
        self.wait_for_rest().await
    }

    /// The boxes that are ticked, each as it stands in a query string.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn ticked(&self) -> Result<Vec<String>> {
        self.wait_for_rest().await?;
        self.read(TICKED).await
    }

    /// The HTTP status that the page was sent with.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn status(&self) -> Result<u16> {
        self.read("performance.getEntriesByType('navigation')[0].responseStatus")
            .await
    }

    /// Waits until the listing tells this number of results, such as `8 clusters`, and shows them.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_total(&self, total: &str) -> Result<()> {
        let told = "document.querySelector('main [role=status]')?.innerText";
        self.wait_until(told, &Value::from(total)).await?;
        self.wait_for_rest().await
    }

    /// Waits until the listing, in English, tells that it shows all clusters.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_all_clusters(&self) -> Result<()> {
        let all = fixture::records("clusters")?.len();
        self.wait_for_total(&format!("{all} clusters")).await
    }

    /// Waits until this many choices can be taken away.
    ///
    /// # Errors
    /// When it never comes to that.
    pub async fn wait_for_choices(&self, count: usize) -> Result<()> {
        self.wait_until(
            "document.querySelectorAll('.chips li').length",
            &Value::from(count),
        )
        .await?;
        self.wait_for_rest().await
    }

    /// Waits until the page tells of a failure in these words.
    ///
    /// # Errors
    /// When it never does.
    pub async fn wait_for_failure(&self, words: &str) -> Result<()> {
        self.wait_stirring("!!document.querySelector('[role=alert]')")
            .await?;
        self.wait_for_text("[role=alert]", words).await
    }

    /// How many entries the history of the tab has.
    ///
    /// # Errors
    /// When the browser fails.
    pub async fn history_length(&self) -> Result<u32> {
        self.read("history.length").await
    }
}
