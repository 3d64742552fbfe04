//! Texts in English, Italian or both.

use serde::Deserialize;

use super::checked_string::{Invalid, checked_string};

/// A language of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English, under `/en/`.
    En,
    /// Italian, under `/it/`.
    It,
}

impl Lang {
    /// Both languages, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::It];

    /// The language tag (BCP 47), as used in addresses.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::It => "it",
        }
    }

    /// The language with this tag, if the site has it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.tag() == tag)
    }

    /// The other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::It,
            Self::It => Self::En,
        }
    }
}

checked_string!(
    /// Plain text: visible, without spaces at either end, without control characters, and without
    /// the invisible characters that change the direction of the surrounding text.
    Text, plain, r"^\S(.*\S)?$"
);

fn plain(text: &str) -> Result<(), Invalid> {
    if text.is_empty() {
        return Err(Invalid("the text is empty; leave the field out instead"));
    }
    if text.trim() != text {
        return Err(Invalid("the text begins or ends with a space"));
    }
    // Most texts are ASCII, and scanning bytes is several times faster than scanning characters.
    let more_than_ascii = !text.is_ascii();
    if text.bytes().any(|byte| byte.is_ascii_control())
        || more_than_ascii && text.chars().any(char::is_control)
    {
        return Err(Invalid(
            "the text contains a line break, tab or other control character",
        ));
    }
    if more_than_ascii && text.chars().any(turns_direction) {
        return Err(Invalid(
            "the text contains an invisible character that reverses the direction of writing",
        ));
    }
    // A link with such a text would be invisible. Checked only before publication, because the
    // table would add to every download.
    #[cfg(feature = "schema")]
    if more_than_ascii && text.chars().all(is_invisible) {
        return Err(Invalid("the text contains nothing visible"));
    }
    Ok(())
}

/// Spaces and invisible characters: those of `Default_Ignorable_Code_Point` that fonts for our
/// languages may meet.
#[cfg(feature = "schema")]
fn is_invisible(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The explicit directional formatting characters of the Unicode Bidirectional Algorithm (UAX #9).
/// A name with one of them can make the following text read differently.
fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A text in English, in Italian, or in both.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields, !try_from, extend("minProperties" = 1)))]
#[serde(try_from = "RawBilingual")]
pub struct Bilingual {
    en: Option<Text>,
    it: Option<Text>,
}

/// A [`Bilingual`] text as written, before validation.
#[derive(Deserialize)]
struct RawBilingual {
    en: Option<Text>,
    it: Option<Text>,
}

impl TryFrom<RawBilingual> for Bilingual {
    type Error = Invalid;

    fn try_from(RawBilingual { en, it }: RawBilingual) -> Result<Self, Invalid> {
        if en.is_none() && it.is_none() {
            return Err(Invalid(
                "the text is given in no language; give it in \"en\", \"it\" or both",
            ));
        }
        Ok(Self { en, it })
    }
}

impl Bilingual {
    /// The text in `lang`, or else in the other language, with its language.
    pub fn get(&self, lang: Lang) -> (&str, Lang) {
        let other = lang.other();
        match (self.only(lang), self.only(other)) {
            (Some(text), _) => (text, lang),
            (None, Some(text)) => (text, other),
            (None, None) => ("", lang),
        }
    }

    /// The text in `lang`, or else in the other language.
    pub fn text(&self, lang: Lang) -> &str {
        self.get(lang).0
    }

    /// The text in `lang` only.
    pub fn only(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_ref(),
            Lang::It => self.it.as_ref(),
        }
        .map(Text::as_str)
    }
}

/// Words and phrases in both languages; the two lists need not correspond.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "export", derive(serde::Serialize))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
#[serde(default)]
pub struct WordLists {
    /// In English.
    pub en: Vec<Text>,
    /// In Italian.
    pub it: Vec<Text>,
}

impl WordLists {
    /// The words and phrases in one language.
    pub fn only(&self, lang: Lang) -> &[Text] {
        match lang {
            Lang::En => &self.en,
            Lang::It => &self.it,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_plain() {
        for good in [
            "x",
            "Cluster 5 < 6 & more",
            "è l'ora",
            "a  b",
            "\u{200B}a",
            "è\u{AD}",
        ] {
            assert!(Text::new(good).is_ok(), "{good:?} must be plain text");
        }
        for bad in [
            "",
            " a",
            "a ",
            "a\nb",
            "a\tb",
            "a\u{7}b",
            "a\u{202E}b",
            "a\u{2066}b",
            "\u{200F}",
        ] {
            assert!(Text::new(bad).is_err(), "{bad:?} must not be plain text");
        }
    }

    #[cfg(feature = "schema")]
    #[test]
    fn invisible_texts_are_rejected() {
        for bad in ["\u{200B}", "\u{FEFF}\u{3164}\u{2060}", "\u{AD} \u{AD}"] {
            assert!(Text::new(bad).is_err(), "{bad:?} must not be plain text");
        }
    }

    #[test]
    fn missing_languages_fall_back_to_the_other() -> Result<(), serde_json::Error> {
        let read = serde_json::from_str::<Bilingual>;
        let both = read(r#"{"en":"Energy","it":"Energia"}"#)?;
        let one = read(r#"{"it":"Energia"}"#)?;
        assert_eq!(both.get(Lang::En), ("Energy", Lang::En));
        assert_eq!(one.get(Lang::En), ("Energia", Lang::It));
        assert_eq!(one.only(Lang::En), None);
        assert!(read("{}").is_err());
        Ok(())
    }
}
