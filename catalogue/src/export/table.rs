//! A table for spreadsheets: CSV, RFC 4180.

use crate::model::{Bilingual, Catalogue, CityId, Lang, SafeUrl, Source, Unverified};

use super::envelope::Envelope;
use super::format::{Format, RecordList};
use super::words::word;

/// Makes Excel read the file as UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Separates the values of a cell that has several.
const SEPARATOR: &str = "; ";

/// A table of records.
pub struct Table {
    /// The list of the records.
    pub list: RecordList,
    /// The columns.
    pub columns: &'static [TableColumn],
    /// The cells of the record with this number.
    pub cells: fn(Envelope, usize, Lang) -> Vec<String>,
    /// The number of records.
    pub length: fn(&Catalogue) -> usize,
}

/// The kind of values in the cells of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Any text.
    Text,
    /// An address on the web.
    Link,
    /// A date with the precision that is known: a year, month or day, with ~ if approximate.
    Date,
    /// A year.
    Year,
    /// An integer.
    Integer,
    /// A number.
    Number,
}

impl ColumnKind {
    /// Its type in the words of Table Schema.
    pub const fn table_schema(self) -> &'static str {
        match self {
            // A date of Table Schema is always a day.
            Self::Text | Self::Link | Self::Date => "string",
            Self::Year => "year",
            Self::Integer => "integer",
            Self::Number => "number",
        }
    }
}

/// A column of a table.
pub struct TableColumn {
    /// Its name in English and in Italian. Columns keep their names and their order; new ones come last.
    pub(super) names: [&'static str; 2],
    /// What its cells hold.
    pub kind: ColumnKind,
    /// What it holds.
    pub description: &'static str,
}

impl TableColumn {
    /// A column of texts.
    pub(super) const fn text(names: [&'static str; 2], description: &'static str) -> Self {
        Self::of_kind(ColumnKind::Text, names, description)
    }

    /// A column of values of this kind.
    pub(super) const fn of_kind(
        kind: ColumnKind,
        names: [&'static str; 2],
        description: &'static str,
    ) -> Self {
        Self {
            names,
            kind,
            description,
        }
    }

    /// Its name.
    pub const fn name(&self, lang: Lang) -> &'static str {
        self.names[lang as usize]
    }
}

/// Columns that several tables have.
impl TableColumn {
    pub(super) const ID: Self = Self::text(["id", "id"], "The permanent id");
    pub(super) const NAME: Self =
        Self::text(["name", "nome"], "The name in the language of the table");
    pub(super) const OTHER_NAME: Self = Self::text(
        ["other_name", "altro_nome"],
        "The name in the other language, if it differs",
    );
    pub(super) const ACRONYM: Self = Self::text(["acronym", "sigla"], "The short name");
    pub(super) const COUNTRY_CODE: Self = Self::text(
        ["country_code", "codice_paese"],
        "The country of its seat (ISO 3166-1)",
    );
    pub(super) const COUNTRY: Self = Self::text(["country", "paese"], "The name of that country");
    pub(super) const CITY: Self = Self::text(["city", "citta"], "The city of its seat");
    pub(super) const CITY_LATITUDE: Self = Self::of_kind(
        ColumnKind::Number,
        ["city_latitude", "latitudine_citta"],
        "The latitude of the centre of that city, not of an address (WGS 84)",
    );
    pub(super) const CITY_LONGITUDE: Self = Self::of_kind(
        ColumnKind::Number,
        ["city_longitude", "longitudine_citta"],
        "The longitude of the centre of that city, not of an address (WGS 84)",
    );
    pub(super) const WEBSITE: Self =
        Self::of_kind(ColumnKind::Link, ["website", "sito"], "Its own website");
    pub(super) const UNVERIFIED: Self = Self::text(
        ["unverified", "non_verificati"],
        "The facts that no source supports",
    );
    pub(super) const CHECKED: Self = Self::of_kind(
        ColumnKind::Date,
        ["checked", "verificato"],
        "When the record was last compared with public pages",
    );
    pub(super) const SOURCES: Self = Self::text(["sources", "fonti"], "The sources of the facts");
    pub(super) const PAGE: Self = Self::of_kind(
        ColumnKind::Link,
        ["page", "pagina"],
        "Its page in the catalogue",
    );
}

impl Table {
    /// The table as a file, with the texts of one language.
    pub fn csv(&self, of: Envelope, lang: Lang) -> String {
        let names = self.columns.iter().map(|column| column.name(lang));
        let mut lines = vec![line(names)];
        for number in 0..(self.length)(&of.collection.catalogue) {
            let cells = (self.cells)(of, number, lang);
            let cells = self.columns.iter().zip(cells);
            lines.push(line(cells.map(
                |(column, cell)| match column.kind.table_schema() {
                    "string" => harmless(cell),
                    _ => cell,
                },
            )));
        }
        let head = format!("{BYTE_ORDER_MARK}{}\r\n", lines.remove(0));
        Format::Csv.file(&head, &lines)
    }
}

/// The cells of a record as a line, without its line break.
fn line(cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> String {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    // Writing to memory cannot fail, and the cells of a record are as many as its columns.
    writer.write_record(cells).ok();
    let line = writer.into_inner().unwrap_or_default();
    let line = String::from_utf8(line).unwrap_or_default();
    line.trim_end_matches('\n').to_owned()
}

/// Keeps spreadsheets from running a text as a formula: an apostrophe makes it a text.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

/// The text of a value that may be missing.
pub(super) fn or_empty(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// Several values in one cell.
pub(super) fn joined(values: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut joined = String::new();
    for value in values {
        if !joined.is_empty() {
            joined.push_str(SEPARATOR);
        }
        joined.push_str(value.as_ref());
    }
    joined
}

/// The name in the other language, if it differs.
pub(super) fn other_name(name: &Bilingual, lang: Lang) -> String {
    let other = name.only(lang.other());
    or_empty(other.filter(|other| *other != name.text(lang)))
}

/// The addresses of sources; of those without one, the titles.
pub(super) fn sources(sources: &[Source], lang: Lang) -> String {
    joined(sources.iter().filter_map(|source| {
        let title = source.title.as_ref().map(|title| title.text(lang));
        source.url.as_ref().map(SafeUrl::as_str).or(title)
    }))
}

/// The facts that no source supports.
pub(super) fn unverified(marks: &[Unverified], lang: Lang) -> String {
    joined(marks.iter().map(|mark| word(&mark.fact, lang)))
}

/// The label, latitude and longitude of a city.
pub(super) fn city(catalogue: &Catalogue, id: Option<&CityId>, lang: Lang) -> [String; 3] {
    let city = id.and_then(|id| catalogue.cities.get(id.as_str()));
    let centre = city.and_then(|city| city.centre);
    [
        or_empty(city.map(|city| city.label.text(lang))),
        or_empty(centre.map(|centre| centre.lat)),
        or_empty(centre.map(|centre| centre.lon)),
    ]
}
