//! Warnings of the data check that an editor has accepted. Only the data check reads them.

use serde::Deserialize;

use super::text::Text;

/// Warnings that are right as they are, and why.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Accepted {
    /// The check that warns.
    pub check: Check,
    /// The records it warns of, each with its list, as in `clusters/le2c`.
    pub records: Vec<Text>,
    /// Why there is no mistake, for the next editor.
    pub reason: Text,
}

/// The checks that warn. Their names are part of the data format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// A description gives a different founding year from the field.
    FoundingYear,
    /// A description gives a different year of recognition from the field.
    RecognitionYear,
    /// A description gives a different number of members from the field.
    MemberCount,
    /// A description gives a different seat from the field.
    Seat,
    /// A description names a different region from the field.
    Region,
    /// Two records have the same name.
    SameName,
    /// Two records have the same acronym.
    SameAcronym,
    /// Two records have the same website.
    SameWebsite,
    /// A text is in the other language.
    Language,
    /// The address of a website is not encrypted.
    Encryption,
    /// A place lies in a country whose outline is not known.
    UnknownCountry,
}

impl Check {
    /// The name in the data file.
    pub const fn id(self) -> &'static str {
        match self {
            Self::FoundingYear => "founding-year",
            Self::RecognitionYear => "recognition-year",
            Self::MemberCount => "member-count",
            Self::Seat => "seat",
            Self::Region => "region",
            Self::SameName => "same-name",
            Self::SameAcronym => "same-acronym",
            Self::SameWebsite => "same-website",
            Self::Language => "language",
            Self::Encryption => "encryption",
            Self::UnknownCountry => "unknown-country",
        }
    }
}
