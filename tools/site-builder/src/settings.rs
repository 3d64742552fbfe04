//! What only the publisher of a site knows: where it stands, and who answers for it.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use catalogue::model::{SafeUrl, Text};
use project::{base::Base, release::LOCAL_ORIGIN};
use serde::Deserialize;

const ADDRESS: &str = "https://www.example.org/clusters/";

/// The settings of one build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    origin: String,
    base: Base,
    /// Who publishes the site; nobody, where it is built to be looked at on one's own machine.
    pub publisher: Option<Publisher>,
}

/// Who publishes the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// Their name.
    pub name: Text,
    /// Where visitors can write to.
    pub contact: SafeUrl,
    /// What the site does and does not do for people with disabilities.
    pub accessibility_statement: SafeUrl,
    /// What happens to personal data.
    pub privacy: SafeUrl,
}

/// The file as written. A line that is missing is told in the same words as an empty one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    address: String,
    publisher: String,
    contact: String,
    accessibility_statement: String,
    privacy: String,
}

impl Settings {
    /// The settings of a build for one's own machine.
    pub fn local(base: &Base) -> Self {
        Self {
            origin: LOCAL_ORIGIN.to_owned(),
            base: base.clone(),
            publisher: None,
        }
    }

    /// The host, as in `https://example.org`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The settings of a publication.
    ///
    /// # Errors
    /// When the file cannot be read, or a line is missing or wrong; each is told with its remedy.
    pub fn read(file: &Path) -> Result<Self> {
        let text =
            fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
        Self::parse(&text).with_context(|| {
            format!(
                "{} does not say all that a publication needs",
                file.display()
            )
        })
    }

    fn parse(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text)?;
        let mut lines = Lines {
            text,
            faults: Vec::new(),
        };
        let link = |value: &str| Ok(SafeUrl::new(value)?);
        let read = (
            lines.read("address", &file.address, ADDRESS, site_address),
            lines.read("publisher", &file.publisher, "Region of Example", |name| {
                Ok(Text::new(name)?)
            }),
            lines.read(
                "contact",
                &file.contact,
                "mailto:clusters@example.org",
                link,
            ),
            lines.read(
                "accessibility_statement",
                &file.accessibility_statement,
                "https://www.example.org/accessibility/",
                link,
            ),
            lines.read(
                "privacy",
                &file.privacy,
                "https://www.example.org/privacy/",
                link,
            ),
        );
        let (
            Some((origin, base)),
            Some(name),
            Some(contact),
            Some(accessibility_statement),
            Some(privacy),
        ) = read
        else {
            bail!("\n  {}", lines.faults.join("\n  "));
        };
        Ok(Self {
            origin,
            base,
            publisher: Some(Publisher {
                name,
                contact,
                accessibility_statement,
                privacy,
            }),
        })
    }

    /// The path under which the site is published.
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// The whole address of what stands at `path` below the base.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.base)
    }

    /// Holds the settings against the base that a build was made for.
    ///
    /// # Errors
    /// When they are those of another base.
    pub fn ensure_base(&self, base: &Base) -> Result<()> {
        ensure!(
            self.base == *base,
            "the site is published below {}, and was to be built for {base}: leave out `--base`",
            self.base
        );
        Ok(())
    }
}

/// Host and folder of a site's address.
fn site_address(address: &str) -> Result<(String, Base)> {
    SafeUrl::new(address)?;
    let rest = address
        .strip_prefix("https://")
        .context("the site must be served by https")?;
    let end = rest
        .find('/')
        .context("it must end with a slash, so that what follows stands in its folder")?;
    let (host, folder) = rest.split_at(end);
    Ok((format!("https://{host}"), folder.parse()?))
}

/// The lines of the file, and what is wrong with them.
struct Lines<'text> {
    text: &'text str,
    faults: Vec<String>,
}

impl Lines<'_> {
    /// What the line of `key` says, if it passes the check.
    fn read<T>(
        &mut self,
        key: &str,
        value: &str,
        example: &str,
        check: impl FnOnce(&str) -> Result<T>,
    ) -> Option<T> {
        let fault = match check(value) {
            Ok(read) => return Some(read),
            Err(_) if value.is_empty() => "it is empty".to_owned(),
            Err(error) => error.to_string(),
        };
        let place = self.place(key);
        self.faults.push(format!(
            "{place}: {key}: {fault}; write, for example, {key} = \"{example}\""
        ));
        None
    }

    /// Where a key stands or should stand, in words.
    fn place(&self, key: &str) -> String {
        let is_key = |line: &str| {
            let rest = line.trim_start().strip_prefix(key);
            rest.is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        match self.text.lines().position(is_key) {
            Some(line) => format!("line {}", line + 1),
            None => "a new line".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILLED: &str = r#"
address = "https://www.example.org/clusters/"
publisher = "Region of Example"
contact = "mailto:clusters@example.org"
accessibility_statement = "https://www.example.org/accessibility/"
privacy = "https://www.example.org/privacy/"
"#;

    #[test]
    fn a_filled_file_says_where_the_site_stands_and_who_answers_for_it() -> Result<()> {
        let settings = Settings::parse(FILLED)?;
        assert_eq!(settings.base().as_str(), "/clusters/");
        assert_eq!(settings.url("en/"), "https://www.example.org/clusters/en/");
        let publisher = settings.publisher.as_ref().context("no publisher")?;
        assert_eq!(publisher.name.as_str(), "Region of Example");
        assert!(settings.ensure_base(&"/clusters/".parse()?).is_ok());
        assert!(settings.ensure_base(&Base::default()).is_err());
        Ok(())
    }

    #[test]
    fn each_mistake_is_told_with_its_line_and_its_remedy() {
        for (from, to, words) in [
            (
                "Region of Example",
                "",
                "line 3: publisher: it is empty; write, for example, publisher = ",
            ),
            (
                "https://www.example.org/clusters/",
                "http://www.example.org/",
                "line 2: address: the site must be served by https",
            ),
            (
                "/clusters/",
                "/clusters",
                "line 2: address: `/clusters` cannot be the base",
            ),
            (
                "https://www.example.org/clusters/",
                "https://www.example.org",
                "line 2: address: it must end with a slash",
            ),
            ("/clusters/", "/?q=/", "line 2: address: "),
            (
                "mailto:",
                "",
                "line 4: contact: the address does not begin with",
            ),
            (
                "https://www.example.org/privacy/",
                "javascript:alert(1)",
                "line 6: privacy: ",
            ),
            ("privacy =", "#", "a new line: privacy: it is empty"),
            ("privacy =", "private =", "unknown field `private`"),
            ("\"https://www.example.org/privacy/\"", "https", "line 6"),
        ] {
            let text = FILLED.replace(from, to);
            let message = Settings::parse(&text)
                .err()
                .map(|error| format!("{error:#}"));
            assert!(
                message
                    .as_ref()
                    .is_some_and(|message| message.contains(words)),
                "{from} → {to}: {message:?}"
            );
        }
    }

    #[test]
    fn all_that_is_missing_is_told_at_once() {
        let message = Settings::parse("").err().map(|error| error.to_string());
        assert_eq!(
            message.map(|message| message.trim().lines().count()),
            Some(5)
        );
    }

    #[test]
    fn the_file_to_fill_in_has_a_line_for_each_setting() -> Result<()> {
        let text = include_str!("../../../deploy/publication.toml");
        toml::from_str::<File>(text)?;
        let lines = Lines {
            text,
            faults: Vec::new(),
        };
        for key in [
            "address",
            "publisher",
            "contact",
            "accessibility_statement",
            "privacy",
        ] {
            assert!(lines.place(key).starts_with("line"), "{key}");
        }
        Ok(())
    }
}
