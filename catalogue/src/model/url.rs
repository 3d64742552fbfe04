//! URLs for links.

use super::checked_string::{Invalid, checked_string};

checked_string!(
    /// A URL that is safe in a link: `https:`, `http:` or `mailto:`, and nothing that a browser
    /// would execute (`javascript:`, `data:`).
    SafeUrl, safe, r"^(https?://[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+)$"
);

impl SafeUrl {
    /// Whether the URL is encrypted in transit, or no web page (`mailto:`).
    pub fn is_secure(&self) -> bool {
        !self.as_str().starts_with("http://")
    }

    /// A label for the link: the host without `www.`, or the mailbox.
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
    // Browsers strip tabs and line breaks from a URL before they parse its scheme, so "java
    //
    // script:" is an attack, not a typo.
    let is_forbidden =
        |byte: u8| matches!(byte, b'<' | b'>' | b'"' | b'\\' | b'`' | 0x7F | ..=b' ');
    let is_invisible = |c: char| c.is_control() || c.is_whitespace();
    // Most URLs are ASCII, and scanning bytes is several times faster than scanning characters.
    if text.bytes().any(is_forbidden) || !text.is_ascii() && text.chars().any(is_invisible) {
        return Err(Invalid(
            "the address contains a space, a quotation mark or another character that is not allowed there",
        ));
    }
    let rest = if let Some(mailbox) = text.strip_prefix("mailto:") {
        return match mailbox.split_once('@') {
            Some((name, host)) if !name.is_empty() && is_host(host) => Ok(()),
            _ => Err(Invalid(
                "the mail address does not have the form mailto:name@host",
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

/// A host name with at least one dot, without user name, password or port. Digits of other scripts
/// are never part of host names, and recognising them would need another table.
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
    fn only_web_and_mail_urls_are_safe() {
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
    fn http_is_not_secure() -> Result<(), Invalid> {
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
    fn labels_are_hosts_or_mailboxes() -> Result<(), Invalid> {
        assert_eq!(
            SafeUrl::new("https://www.afil.it/chi-siamo")?.label(),
            "afil.it"
        );
        assert_eq!(SafeUrl::new("mailto:info@afil.it")?.label(), "info@afil.it");
        Ok(())
    }
}
