//! File names with a content hash, which can be cached for good: `boot-5d41402abc4b2a76.js`.

/// The number of hexadecimal digits: with 64 bits, a collision among a few thousand names is
/// practically impossible.
pub const DIGITS: usize = 16;

/// Whether the file name has a content hash.
pub fn is_fingerprinted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .and_then(|(stem, _)| stem.rsplit_once('-'))
        .is_some_and(|(_, digits)| {
            digits.len() == DIGITS
                && digits
                    .bytes()
                    .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_sixteen_hexadecimal_digits_before_the_end() {
        for path in [
            "a-0123456789abcdef.js",
            "data/catalogue-0123456789abcdef.json",
        ] {
            assert!(is_fingerprinted(path), "{path}");
        }
        for path in [
            "a.js",
            "a-0123456789abcde.js",
            "a-0123456789abcdeg.js",
            "a-0123456789ABCDEF.js",
            "a-0123456789abcdef",
            "a-0123456789abcdef.b/c.js",
        ] {
            assert!(!is_fingerprinted(path), "{path}");
        }
    }
}
