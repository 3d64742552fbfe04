//! What the check says: each message once, with its words in both languages in [`en`] and [`it`].
//! A message without words in one of them does not compile.

use catalogue::model::{Check, Lang};

mod en;
mod it;
mod quote;
mod refusals;

pub(crate) use quote::{harmless, quote};

/// What is wrong, and how to fix it.
pub(crate) struct Words {
    pub(crate) what: String,
    pub(crate) fix: String,
}

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The file must not be published.
    Error,
    /// Somebody should look at it.
    Warning,
}

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Area,
    Country,
    Region,
    City,
    Cluster,
    Organisation,
    Membership,
    Withdrawn,
    Accepted,
}

impl Kind {
    pub(crate) const ALL: [Self; 9] = [
        Self::Area,
        Self::Country,
        Self::Region,
        Self::City,
        Self::Cluster,
        Self::Organisation,
        Self::Membership,
        Self::Withdrawn,
        Self::Accepted,
    ];

    /// The kinds whose records have addresses of their own.
    pub(crate) const WITH_PAGES: [Self; 3] = [Self::Cluster, Self::Area, Self::Organisation];

    /// The list of such records in the data file.
    pub(crate) const fn list(self) -> &'static str {
        match self {
            Self::Area => "areas",
            Self::Country => "countries",
            Self::Region => "regions",
            Self::City => "cities",
            Self::Cluster => "clusters",
            Self::Organisation => "organisations",
            Self::Membership => "memberships",
            Self::Withdrawn => "withdrawn",
            Self::Accepted => "accepted",
        }
    }

    /// The name of the kind in the field `kind` of a withdrawn record.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Cluster => "cluster",
            Self::Organisation => "organisation",
            Self::Country
            | Self::Region
            | Self::City
            | Self::Membership
            | Self::Withdrawn
            | Self::Accepted => "",
        }
    }

    /// The kind of the records of a list.
    pub(crate) fn of_list(list: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.list() == list)
    }
}

/// What an editor calls the place of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RecordName {
    /// The file as a whole.
    File,
    /// A field of the file itself.
    Field(String),
    /// A record with an id.
    Id(Kind, String),
    /// A record without a legible id, by its number in the list, from 1.
    Number(Kind, usize),
    /// A membership, by the two that it joins.
    Membership {
        organisation: String,
        cluster: String,
    },
}

impl RecordName {
    pub(crate) fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => en::record_name(self),
            Lang::It => it::record_name(self),
        }
    }
}

/// The types of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JsonType {
    Null,
    Boolean,
    Integer,
    Number,
    Text,
    List,
    Object,
}

/// What the parser expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Value,
    FieldName,
    Colon,
    CommaOrBracket,
}

/// How a value that is missing may look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    Number,
    List,
    /// An object with these fields.
    Object(Vec<String>),
    /// One of these words.
    OneOf(Vec<String>),
}

/// How to write a value that a type of the model refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Id,
    Country,
    Date,
    SeenDate,
    Url,
    Text,
    Bilingual,
    Coordinates,
    Record,
}

/// A value as it stands in the file, for a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    Text(String),
    Other(JsonType),
}

/// Another record of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Other {
    pub(crate) kind: Kind,
    pub(crate) id: String,
    pub(crate) line: usize,
}

/// The places that refer to an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Uses {
    pub(crate) lines: Vec<usize>,
}

impl Uses {
    /// The lines of the first of them, as a list.
    fn some_lines(&self) -> String {
        const MOST: usize = 6;
        let lines: Vec<_> = self.lines.iter().take(MOST).map(usize::to_string).collect();
        let more = if self.lines.len() > MOST { ", …" } else { "" };
        lines.join(", ") + more
    }
}

/// All that the check says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    // The text is no JSON.
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

    // The values are not of the form that the schema and the types demand.
    UnusableSchema {
        error: String,
    },
    NotAmong {
        found: Found,
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
        found: Found,
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
    /// What is wrong, and how to fix it.
    pub(crate) fn words(&self, lang: Lang) -> Words {
        let (what, fix) = match lang {
            Lang::En => en::words(self),
            Lang::It => it::words(self),
        };
        Words { what, fix }
    }

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

    /// How much it weighs.
    pub(crate) const fn severity(&self) -> Severity {
        if self.check().is_some() || matches!(self, Self::UnusedAcceptance { .. }) {
            Severity::Warning
        } else {
            Severity::Error
        }
    }
}

/// The sentences around the messages.
pub(crate) struct Labels {
    pub(crate) error: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) fix: &'static str,
    pub(crate) accept: &'static str,
    pub(crate) more: &'static str,
    pub(crate) not_fit: &'static str,
}

impl Labels {
    /// The sentences of a language.
    pub(crate) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &en::LABELS,
            Lang::It => &it::LABELS,
        }
    }
}

/// The last line of a report: how many errors and warnings a file has.
pub(crate) fn summary(lang: Lang, errors: usize, warnings: usize, file: &str) -> String {
    match lang {
        Lang::En => en::summary(errors, warnings, file),
        Lang::It => it::summary(errors, warnings, file),
    }
}
