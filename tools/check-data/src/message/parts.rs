//! The parts of messages.

/// How severe a problem is.
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

/// The place of a problem, as editors call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RecordName {
    /// The file as a whole.
    File,
    /// A field of the file itself.
    Field(String),
    /// A record with an id.
    Id(Kind, String),
    /// A record without a readable id, by its number in the list, from 1.
    Number(Kind, usize),
    /// A membership, by the two records that it joins.
    Membership {
        organisation: String,
        cluster: String,
    },
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

/// The form of a missing value.
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

/// How to write a value that a type of the model rejects.
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

/// A value of the file, for a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FoundValue {
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
    pub(crate) fn some_lines(&self) -> String {
        const MOST: usize = 6;
        let lines: Vec<_> = self.lines.iter().take(MOST).map(usize::to_string).collect();
        let more = if self.lines.len() > MOST { ", …" } else { "" };
        lines.join(", ") + more
    }
}

/// The texts around the messages.
pub(crate) struct Labels {
    pub(crate) error: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) fix: &'static str,
    pub(crate) accept: &'static str,
    pub(crate) more: &'static str,
    pub(crate) cannot_read: &'static str,
    pub(crate) cannot_write: &'static str,
    pub(crate) not_fit: &'static str,
}

/// The maximum length of a quotation from the file, in characters.
const LONGEST: usize = 60;

/// A quotation from the file: in quotation marks, shortened, and without control characters of
/// terminals.
pub(crate) fn quote(text: &str) -> String {
    format!("\"{}\"", harmless(text))
}

/// Words in quotes, separated by commas.
pub(crate) fn quote_all(words: &[String]) -> String {
    let words: Vec<_> = words.iter().map(|word| quote(word)).collect();
    words.join(", ")
}

/// Facts as they are listed in a record, ready to be copied.
pub(crate) fn facts(first: &str, others: &[String]) -> String {
    let all = others.iter().map(String::as_str);
    let all = std::iter::once(first).chain(all);
    let all: Vec<_> = all
        .map(|fact| format!("{{\"fact\": \"{fact}\"}}"))
        .collect();
    all.join(", ")
}

/// Like [`quote`], without quotation marks.
pub(crate) fn harmless(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST).flat_map(visible).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// A character, or its escape if it is invisible; accented letters are kept.
fn visible(letter: char) -> impl Iterator<Item = char> {
    let escaped = match letter {
        '"' | '\'' | '\\' => None,
        _ => Some(letter.escape_debug()),
    };
    let itself = escaped.is_none().then_some(letter);
    itself.into_iter().chain(escaped.into_iter().flatten())
}
