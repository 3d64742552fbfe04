//! Percent-encoding of query strings as in HTML forms (WHATWG URL,
//! `application/x-www-form-urlencoded`).

use std::fmt::Write;

/// Decodes a key or value. Invalid percent signs are kept, and invalid UTF-8 becomes replacement
/// characters, so that a mangled link still leads somewhere.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        let (byte, tail) = match (first, tail) {
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, after),
                _ => (b'%', tail),
            },
            (b'+', tail) => (b' ', tail),
            (&byte, tail) => (byte, tail),
        };
        decoded.push(byte);
        rest = tail;
    }
    String::from_utf8(decoded)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// Encodes a key or value; the inverse of [`decode`].
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            // Writing to a string cannot fail.
            _ => drop(write!(encoded, "%{byte:02X}")),
        }
    }
    encoded
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn invalid_encodings_are_decoded_leniently() {
        for (raw, read) in [
            ("a+b%20c", "a b c"),
            ("100%", "100%"),
            ("%zz%4", "%zz%4"),
            ("%C3%A8", "è"),
            ("%ff", "\u{FFFD}"),
            ("%2541", "%41"),
            ("è", "è"),
        ] {
            assert_eq!(decode(raw), read, "{raw:?}");
        }
    }

    #[test]
    fn texts_are_encoded_as_in_forms() {
        for (text, written) in [
            ("smart factory", "smart+factory"),
            ("a*-._Z9", "a*-._Z9"),
            ("è+&=", "%C3%A8%2B%26%3D"),
            ("\u{7}~", "%07%7E"),
        ] {
            assert_eq!(encode(text), written);
        }
    }

    proptest! {
        #[test]
        fn decode_is_the_inverse_of_encode(text in any::<String>()) {
            prop_assert_eq!(decode(&encode(&text)), text);
        }

        #[test]
        fn encoded_texts_are_safe_in_query_strings(text in any::<String>()) {
            prop_assert!(encode(&text).bytes().all(|b| b.is_ascii_graphic() && !b"&=#?<>\"'".contains(&b)));
        }
    }
}
