//! Addresses that may stand in a link.

use super::{Invalid, checked_string};

checked_string!(
    /// An address that a link may lead to: `https:`, `http:` or `mailto:`, and nothing that a
    /// browser would run (`javascript:`, `data:`).
    SafeUrl, safe, r"^(https?://[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+)$"
);

impl SafeUrl {
    /// Whether the address is served encrypted (or is no page at all, as with `mailto:`).
    pub fn is_secure(&self) -> bool {
        !self.as_str().starts_with("http://")
    }

    /// What a person reads instead of the address: the host without `www.`, or the mailbox.
    pub fn label(&self) -> &str {
        let text = self.as_str();
        let after_scheme = text.split_once("://").map_or(text, |(_, rest)| rest);
        let host = after_scheme
            .split(['/', '?', '#'])
            .next()
            .unwrap_or(after_scheme);
        let host = host.strip_prefix("mailto:").unwrap_or(host);
        host.strip_prefix("www.").unwrap_or(host)
    }
}

fn safe(text: &str) -> Result<(), Invalid> {
    // Browsers drop tabs and line breaks inside an address before they read its scheme,
    // so "java\nscript:" is an attack and not a typing error.
    let foul = |byte: u8| matches!(byte, b'<' | b'>' | b'"' | b'\\' | b'`' | 0x7F | ..=b' ');
    let invisible = |c: char| c.is_control() || c.is_whitespace();
    // Most addresses are ASCII, and bytes are looked at several times faster than characters.
    if text.bytes().any(foul) || !text.is_ascii() && text.chars().any(invisible) {
        return Err(Invalid(
            "the address holds a space, a quotation mark or another character that no address holds",
        ));
    }
    let rest = if let Some(mailbox) = text.strip_prefix("mailto:") {
        return match mailbox.split_once('@') {
            Some((name, host)) if !name.is_empty() && is_host(host) => Ok(()),
            _ => Err(Invalid(
                "the mail address is not of the form mailto:name@host",
            )),
        };
    } else {
        text.strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
    };
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    match host {
        Some(host) if is_host(host) => Ok(()),
        Some(_) => Err(Invalid(
            "the address names no host, as in https://www.example.org",
        )),
        None => Err(Invalid(
            "the address does not begin with https://, http:// or mailto:",
        )),
    }
}

/// A host name with at least one dot; no user name, no password, no port of its own. The digits of
/// other scripts are in no host name, and knowing them would take a table of its own.
fn is_host(host: &str) -> bool {
    host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .chars()
                    .all(|c| c.is_alphabetic() || c.is_ascii_digit() || c == '-')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_and_mail_addresses_are_links() {
        for good in [
            "https://www.afil.it",
            "http://www.hegan.com/a?b=c#d",
            "mailto:info@example.org",
            "https://it.example/è",
        ] {
            assert!(SafeUrl::new(good).is_ok(), "{good:?} must be a link");
        }
        for bad in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " https://a.it",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "//a.it",
            "https://",
            "https:///path",
            "https://localhost",
            "https://a..it",
            "https://a_b.it",
            "https://a.it/\u{a0}",
            "https://a.it/\u{85}",
            "mailto:info@localhost",
            "https://user:word@a.it",
            "https://a.it/\u{0}",
            "https://a.it/\"onclick=",
            "mailto:",
            "mailto:@a.it",
            "ftp://a.it",
        ] {
            assert!(SafeUrl::new(bad).is_err(), "{bad:?} must not be a link");
        }
    }

    #[test]
    fn a_link_says_whether_it_is_encrypted() -> Result<(), Invalid> {
        for (address, is_secure) in [
            ("https://www.afil.it", true),
            ("http://www.afil.it", false),
            ("mailto:info@afil.it", true),
        ] {
            assert_eq!(SafeUrl::new(address)?.is_secure(), is_secure, "{address}");
        }
        Ok(())
    }

    #[test]
    fn a_link_is_called_by_its_host() -> Result<(), Invalid> {
        assert_eq!(
            SafeUrl::new("https://www.afil.it/chi-siamo")?.label(),
            "afil.it"
        );
        assert_eq!(SafeUrl::new("mailto:info@afil.it")?.label(), "info@afil.it");
        Ok(())
    }
}
