//! All messages of the check; [`crate::words`] has their texts.

use catalogue::model::{Check, Lang};

mod parts;

pub use parts::Severity;
pub(crate) use parts::{
    Form, FoundValue, JsonType, Kind, Labels, Other, RecordName, Shape, Uses, Wanted, facts,
    harmless, quote, quote_all,
};

/// All messages of the check.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    // The text is not JSON.
    NotUtf8,
    EmptyFile,
    TextAfterEnd,
    TooManyValues {
        most: usize,
    },
    TooDeep {
        most: usize,
    },
    TrailingComma {
        close: char,
    },
    MissingComma,
    NotClosed {
        bracket: char,
        line: usize,
    },
    EndsEarly {
        wanted: Wanted,
    },
    Unexpected {
        found: char,
        wanted: Wanted,
    },
    LineEndsInText,
    ControlCharacter,
    FileEndsInText,
    BadEscape,
    BadNumber,
    BareWord,
    RepeatedField {
        name: String,
        line: usize,
    },

    // Values do not have the form that the schema and the types require.
    UnusableSchema {
        error: String,
    },
    NotAmong {
        found: FoundValue,
        near: Option<String>,
        known: Vec<String>,
    },
    UnknownField {
        name: String,
        near: Option<String>,
        known: Vec<String>,
    },
    MissingField {
        name: String,
        shape: Shape,
    },
    WrongType {
        found: JsonType,
        wanted: JsonType,
    },
    TooSmall {
        number: String,
        limit: String,
    },
    TooLarge {
        number: String,
        limit: String,
    },
    EmptyObject {
        shape: Shape,
    },
    NotWhole {
        number: String,
    },
    Refused {
        text: Option<String>,
        reason: String,
        form: Form,
    },
    Misplaced {
        found: FoundValue,
    },

    // Ids.
    RepeatedId {
        kind: Kind,
        id: String,
        first: usize,
        line: usize,
    },
    ReusedId {
        kind: Kind,
        id: String,
        line: usize,
    },
    NoSuchSuccessor {
        kind: Kind,
        id: String,
    },
    NoSuchRecord {
        kind: Kind,
        id: String,
        near: Option<String>,
        uses: Uses,
    },
    NoSuchCity {
        id: String,
        near: Option<String>,
        uses: Uses,
    },
    Renamed {
        kind: Kind,
        id: String,
        now: String,
        uses: Uses,
    },
    WithdrawnButUsed {
        kind: Kind,
        id: String,
        successor: Option<String>,
        uses: Uses,
    },
    Gone {
        kind: Kind,
        id: String,
        published: bool,
        today: String,
        uses: Uses,
    },
    RepeatedMembership {
        line: usize,
    },
    SameName {
        name: String,
        other: Other,
    },
    SameAcronym {
        acronym: String,
        other: Other,
    },
    SameWebsite {
        other: Other,
    },

    // Texts.
    MissingLanguage {
        lang: Lang,
    },
    DescriptionLength {
        length: usize,
        least: usize,
        most: usize,
    },
    SharedSynonym {
        word: String,
        area: String,
        line: usize,
    },
    Markup {
        markup: String,
    },
    Unfinished,
    UnknownFigure {
        name: String,
    },
    WrongLanguage {
        lang: Lang,
    },

    // Facts.
    NoArea,
    RegionAbroad {
        region: String,
        lies_in: String,
        country: String,
    },
    /// Of a city.
    CityRegionAbroad {
        region: String,
        lies_in: String,
        country: String,
    },
    NotNational {
        id: String,
        level: &'static str,
        country: String,
    },
    NationalClusterAbroad {
        id: String,
        lies_in: String,
        country: String,
    },
    NoMembers,
    NoMailbox {
        address: String,
    },
    UntraceableSource,
    StrongWithoutSources,
    MarkWithoutFact,
    Untraced {
        fact: &'static str,
        others: Vec<String>,
    },
    Unencrypted,
    FoundingYear {
        text: u16,
        field: u16,
    },
    RecognitionYear {
        text: u16,
        field: u16,
    },
    MemberCount {
        text: u32,
        field: u32,
    },
    Seat {
        text: String,
        field: String,
    },
    Region {
        text: String,
        field: String,
    },

    // Dates and places.
    InFuture {
        today: String,
    },
    UnlikelyYear {
        year: u16,
        first: u16,
        last: u16,
    },
    NewerThanUpdate {
        date: String,
        line: usize,
    },
    RoleAfterUpdate {
        updated: String,
    },
    SignAfterUpdate {
        updated: String,
    },
    ActiveWithoutSign,
    StatusWithoutSource,
    SignTooOld {
        last_seen: String,
        since: String,
    },
    UnknownThoughSeen {
        last_seen: String,
        since: String,
    },
    SeatAbroad {
        city: String,
        lies_in: String,
        country: String,
    },
    UnknownCountry {
        country: String,
    },
    OutsideCountry {
        lat: f64,
        lon: f64,
        country: String,
    },

    // Accepted warnings.
    UnknownAcceptedRecord {
        record: String,
    },
    UnusedAcceptance {
        check: Check,
        record: String,
    },
}

impl Message {
    /// The check that warns, if this is a warning that an editor can accept.
    pub(crate) const fn check(&self) -> Option<Check> {
        Some(match self {
            Self::SameName { .. } => Check::SameName,
            Self::SameAcronym { .. } => Check::SameAcronym,
            Self::SameWebsite { .. } => Check::SameWebsite,
            Self::WrongLanguage { .. } => Check::Language,
            Self::Unencrypted => Check::Encryption,
            Self::FoundingYear { .. } => Check::FoundingYear,
            Self::RecognitionYear { .. } => Check::RecognitionYear,
            Self::MemberCount { .. } => Check::MemberCount,
            Self::Seat { .. } => Check::Seat,
            Self::Region { .. } => Check::Region,
            Self::UnknownCountry { .. } => Check::UnknownCountry,
            _ => return None,
        })
    }

    /// The other record that the message is about.
    pub(crate) const fn other(&self) -> Option<&Other> {
        match self {
            Self::SameName { other, .. }
            | Self::SameAcronym { other, .. }
            | Self::SameWebsite { other } => Some(other),
            _ => None,
        }
    }

    /// Whether it is an error or a warning.
    pub(crate) const fn severity(&self) -> Severity {
        if self.check().is_some() || matches!(self, Self::UnusedAcceptance { .. }) {
            Severity::Warning
        } else {
            Severity::Error
        }
    }
}
