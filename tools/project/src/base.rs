//! The base path of the site.

use std::{fmt, str::FromStr};

use anyhow::{Error, ensure};

/// The base path of the site: `/`, or folders such as `/a/b/`.
///
/// It always begins and ends with a slash, so an address is made by appending to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part of `path` after the base, or `None` if `path` is outside.
    pub fn strip<'path>(&self, path: &'path str) -> Option<&'path str> {
        path.strip_prefix(&self.0)
    }
}

impl Default for Base {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl fmt::Display for Base {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for Base {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_name = |segment: &str| {
            !matches!(segment, "" | "." | "..")
                && segment
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
        };
        let is_base = text == "/"
            || text
                .strip_prefix('/')
                .and_then(|rest| rest.strip_suffix('/'))
                .is_some_and(|inner| inner.split('/').all(is_name));
        ensure!(
            is_base,
            "`{text}` cannot be the base of the site: write `/`, or folders between slashes such \
             as `/clusters/`, in letters, digits and `-._~`"
        );
        Ok(Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_the_root_and_folders() {
        for text in ["/", "/clusters/", "/a/b/", "/~me/v1.2/"] {
            assert!(text.parse::<Base>().is_ok(), "{text}");
        }
    }

    #[test]
    fn rejects_invalid_bases() {
        for text in [
            "",
            "sub",
            "/sub",
            "sub/",
            "./",
            "//",
            "/a//b/",
            "/../",
            "/a/./",
            "/a b/",
            "/é/",
            "/a?b/",
            "/a#b/",
            "https://x/",
        ] {
            assert!(text.parse::<Base>().is_err(), "{text}");
        }
    }

    #[test]
    fn strips_only_paths_below_the_base() -> Result<(), Error> {
        let base: Base = "/sub/".parse()?;
        assert_eq!(base.strip("/sub/en/"), Some("en/"));
        assert_eq!(base.strip("/sub/"), Some(""));
        assert_eq!(base.strip("/subway/"), None);
        assert_eq!(base.strip("/sub"), None);
        Ok(())
    }
}
