//! The settings of a publication: the address of the site and its publisher.

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
    /// The publisher of the site; `None` for a local build.
    pub publisher: Option<PublisherSettings>,
}

/// The publisher of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublisherSettings {
    /// The name.
    pub name: Text,
    /// The contact address.
    pub contact: SafeUrl,
    /// The accessibility statement.
    pub accessibility_statement: SafeUrl,
    /// The privacy notice.
    pub privacy: SafeUrl,
    /// The code in the index of Italian public bodies (IPA), if the publisher has one.
    pub ipa_code: Option<Text>,
}

/// The settings file. A missing line is treated like an empty one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SettingsFile {
    address: String,
    publisher: String,
    contact: String,
    accessibility_statement: String,
    privacy: String,
    ipa_code: String,
}

impl Settings {
    /// The settings of a local build.
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
    /// When the file cannot be read, or a line is missing or wrong; the error lists each with a
    /// fix.
    pub fn read(file: &Path) -> Result<Self> {
        let text =
            fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
        Self::parse(&text).with_context(|| format!("{} is not complete", file.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let file: SettingsFile = toml::from_str(text)?;
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
        // The only line that may stay empty.
        let ipa_code = match file.ipa_code.as_str() {
            "" => Some(None),
            code => lines
                .read("ipa_code", code, "r_lombar", |code| Ok(Text::new(code)?))
                .map(Some),
        };
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
        ensure!(ipa_code.is_some(), "\n  {}", lines.faults.join("\n  "));
        Ok(Self {
            origin,
            base,
            publisher: Some(PublisherSettings {
                name,
                contact,
                accessibility_statement,
                privacy,
                ipa_code: ipa_code.flatten(),
            }),
        })
    }

    /// The base path of the site.
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// The full address of `path` below the base.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.base)
    }

    /// Checks that the settings match the base of the build.
    ///
    /// # Errors
    /// When they have another base.
    pub fn ensure_base(&self, base: &Base) -> Result<()> {
        ensure!(
            self.base == *base,
            "the settings have the base {}, but the build was called with {base}: leave out `--base`",
            self.base
        );
        Ok(())
    }
}

/// Splits a site's address into origin and base.
fn site_address(address: &str) -> Result<(String, Base)> {
    SafeUrl::new(address)?;
    let rest = address
        .strip_prefix("https://")
        .context("the site must be served by https")?;
    let end = rest.find('/').context("it must end with a slash")?;
    let (host, folder) = rest.split_at(end);
    Ok((format!("https://{host}"), folder.parse()?))
}

/// The lines of the file, and their errors.
struct Lines<'text> {
    text: &'text str,
    faults: Vec<String>,
}

impl Lines<'_> {
    /// The value of `key`, if it passes the check.
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

    /// The position of a key, in words.
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
    fn a_complete_file_has_address_and_publisher() -> Result<()> {
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
    fn each_error_has_its_line_and_a_fix() {
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
    fn all_missing_lines_are_reported() {
        let message = Settings::parse("").err().map(|error| error.to_string());
        assert_eq!(
            message.map(|message| message.trim().lines().count()),
            Some(5)
        );
    }

    #[test]
    fn the_file_to_fill_in_has_a_line_for_each_setting() -> Result<()> {
        let text = include_str!("../../../deploy/publication.toml");
        toml::from_str::<SettingsFile>(text)?;
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
            "ipa_code",
        ] {
            assert!(lines.place(key).starts_with("line"), "{key}");
        }
        Ok(())
    }
}
