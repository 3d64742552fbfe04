//! The formats of files of records, and selections of their records.

use crate::model::Lang;
use crate::search::fold;

/// A list of records that is published as files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Clusters.
    Clusters,
    /// Organisations.
    Organisations,
    /// Memberships of organisations in clusters.
    Memberships,
    /// Subject areas.
    Areas,
    /// Countries.
    Countries,
    /// Regions.
    Regions,
    /// Cities.
    Cities,
}

impl List {
    /// All lists.
    pub const ALL: [Self; 7] = [
        Self::Clusters,
        Self::Organisations,
        Self::Memberships,
        Self::Areas,
        Self::Countries,
        Self::Regions,
        Self::Cities,
    ];

    /// The name of the list in files and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clusters => "clusters",
            Self::Organisations => "organisations",
            Self::Memberships => "memberships",
            Self::Areas => "areas",
            Self::Countries => "countries",
            Self::Regions => "regions",
            Self::Cities => "cities",
        }
    }

    /// The formats in which the list is published.
    pub const fn formats(self) -> &'static [Format] {
        match self {
            Self::Clusters => &Format::ALL,
            Self::Organisations | Self::Memberships => &[Format::Csv, Format::Json],
            Self::Areas | Self::Countries | Self::Regions | Self::Cities => &[Format::Json],
        }
    }
}

/// The format of a file of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table for spreadsheets (RFC 4180), with the texts of one language.
    Csv,
    /// Records as in the data file, with the texts of both languages.
    Json,
    /// Points on a map (RFC 7946), with the names of both languages.
    GeoJson,
    /// Citations for `BibLaTeX`.
    BibTex,
    /// Citations for reference managers.
    Ris,
    /// Citations for programs that use the Citation Style Language.
    CslJson,
}

/// How the records of a file are laid out: the file can be split into records without a parser of its
/// format, because no record contains the separator.
struct Layout {
    extension: &'static str,
    name: &'static str,
    media_type: &'static str,
    /// Whether a line precedes the records.
    has_head: bool,
    separator: &'static str,
    /// What follows the last record.
    tail: &'static str,
}

/// In the order of [`Format::ALL`].
const LAYOUTS: [Layout; 6] = [
    Layout {
        extension: "csv",
        name: "CSV",
        media_type: "text/csv",
        has_head: true,
        separator: "\r\n",
        tail: "\r\n",
    },
    Layout {
        extension: "json",
        name: "JSON",
        media_type: "application/json",
        has_head: true,
        separator: ",\n",
        tail: "\n]}\n",
    },
    Layout {
        extension: "geojson",
        name: "GeoJSON",
        media_type: "application/geo+json",
        has_head: true,
        separator: ",\n",
        tail: "\n]}\n",
    },
    Layout {
        extension: "bib",
        name: "BibTeX",
        media_type: "application/x-bibtex",
        has_head: false,
        separator: "\n\n",
        tail: "\n",
    },
    Layout {
        extension: "ris",
        name: "RIS",
        media_type: "application/x-research-info-systems",
        has_head: false,
        separator: "\n\n",
        tail: "\n",
    },
    Layout {
        extension: "csl.json",
        name: "CSL-JSON",
        media_type: "application/vnd.citationstyles.csl+json",
        has_head: true,
        separator: ",\n",
        tail: "\n]\n",
    },
];

impl Format {
    /// All formats.
    pub const ALL: [Self; 6] = [
        Self::Csv,
        Self::Json,
        Self::GeoJson,
        Self::BibTex,
        Self::Ris,
        Self::CslJson,
    ];

    const fn layout(self) -> &'static Layout {
        &LAYOUTS[self as usize]
    }

    /// The ending of file names, without its dot.
    pub const fn extension(self) -> &'static str {
        self.layout().extension
    }

    /// The name of the format, in every language.
    pub const fn name(self) -> &'static str {
        self.layout().name
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        self.layout().media_type
    }

    /// Whether there is a file for each language, rather than one with the texts of all languages.
    pub const fn is_translated(self) -> bool {
        !matches!(self, Self::Json | Self::GeoJson)
    }

    /// The path of the file of a list after the base. Files in English have no language in their name.
    pub fn path(self, list: List, lang: Lang) -> String {
        let lang = match lang {
            Lang::It if self.is_translated() => ".it",
            _ => "",
        };
        ["data/v1/", list.name(), lang, ".", self.extension()].concat()
    }

    /// A file of records. `head` is the line that precedes them, with its line break.
    #[cfg(feature = "export")]
    pub(super) fn file(self, head: &str, records: &[String]) -> String {
        let layout = self.layout();
        let mut file = String::from(head);
        file.push_str(&records.join(layout.separator));
        file.push_str(layout.tail);
        file
    }

    /// Some records of a file of `total`, in the order of `records`: the number of each in the file, and its
    /// id.
    /// `about` is inserted into the outermost object of a JSON or `GeoJSON` file: members, each followed by
    /// a comma.
    ///
    /// `None` if the file has other records, because it is of another version or broken.
    pub fn select(
        self,
        file: &str,
        total: usize,
        records: &[(u32, &str)],
        about: &str,
    ) -> Option<String> {
        let layout = self.layout();
        let head = if layout.has_head {
            file.find('\n')? + 1
        } else {
            0
        };
        let (head, body) = file.split_at(head);
        let body = body.strip_suffix(layout.tail)?;
        let all: Vec<&str> = body.split(layout.separator).collect();
        // A file of no records has an empty one.
        if all.len() != total.max(1) {
            return None;
        }
        let mut selection = match self {
            Self::Json | Self::GeoJson => ["{", about, head.strip_prefix('{')?].concat(),
            _ => String::from(head),
        };
        let mut separator = "";
        for (number, id) in records {
            let record = all.get(*number as usize)?;
            if !record.contains(id) {
                return None;
            }
            selection.push_str(separator);
            selection.push_str(record);
            separator = layout.separator;
        }
        selection.push_str(layout.tail);
        Some(selection)
    }
}

/// The maximum length of a question in a file name.
const MAX_QUESTION: usize = 60;

/// The name of a downloaded file: what it holds, the question that it answers, and the day.
pub fn file_name(list: List, question: &str, day: &str, format: Format) -> String {
    let mut name = String::from(list.name());
    let words = fold(question);
    for word in words.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !word.is_empty() && name.len() + word.len() < MAX_QUESTION {
            name.push('-');
            name.push_str(word);
        }
    }
    [&name, "-", day, ".", format.extension()].concat()
}

/// What a JSON file is a selection for: members of an object, for [`Format::select`].
pub fn selection(title: &str, url: &str) -> String {
    let mut members = String::from("\"selection\":{\"title\":");
    push_json(title, &mut members);
    members.push_str(",\"url\":");
    push_json(url, &mut members);
    members.push_str("},");
    members
}

/// Appends a text in the notation of JSON.
fn push_json(text: &str, json: &mut String) {
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            // No text of the app needs control characters.
            control if control < ' ' => json.push(' '),
            _ => json.push(letter),
        }
    }
    json.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn file_names_tell_the_question_and_the_day() {
        for (question, name) in [
            ("", "clusters-2026-11-30.csv"),
            (
                "Energia, Lombardia",
                "clusters-energia-lombardia-2026-11-30.csv",
            ),
            (
                "../Città \"del\" futuro\n",
                "clusters-citta-del-futuro-2026-11-30.csv",
            ),
            ("日本", "clusters-2026-11-30.csv"),
        ] {
            assert_eq!(
                file_name(List::Clusters, question, "2026-11-30", Format::Csv),
                name
            );
        }
        let long = file_name(
            List::Clusters,
            &"parola ".repeat(100),
            "2026-11-30",
            Format::Ris,
        );
        assert!(long.len() < 90, "{long}");
    }

    proptest! {
        #[test]
        fn selections_are_json_for_any_title(title in any::<String>()) {
            let json = format!("{{{}\"end\":0}}", selection(&title, "u"));
            let read: serde_json::Value = serde_json::from_str(&json)?;
            let shown: String = title.chars().map(|c| if c < ' ' { ' ' } else { c }).collect();
            prop_assert_eq!(&read["selection"]["title"], &shown);
            prop_assert_eq!(&read["selection"]["url"], "u");
        }
    }

    #[test]
    fn a_selection_has_the_records_in_their_order() {
        let json = "{\"updated\":\"2026-11-20\",\"clusters\":[\n{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}\n]}\n";
        assert_eq!(
            Format::Json.select(json, 3, &[(2, "c"), (0, "a")], "\"selection\":{},"),
            Some(
                "{\"selection\":{},\"updated\":\"2026-11-20\",\"clusters\":[\n{\"id\":\"c\"},\n{\"id\":\"a\"}\n]}\n"
                    .to_owned()
            )
        );
        let csv = "\u{feff}id,name\r\na,\"One, two\"\r\nb,Three\r\n";
        assert_eq!(
            Format::Csv.select(csv, 2, &[(1, "b")], "unused").as_deref(),
            Some("\u{feff}id,name\r\nb,Three\r\n")
        );
        let ris = "TY  - ELEC\nID  - a\nER  - \n\nTY  - ELEC\nID  - b\nER  - \n";
        assert_eq!(
            Format::Ris.select(ris, 2, &[(1, "b")], "").as_deref(),
            Some("TY  - ELEC\nID  - b\nER  - \n")
        );
    }

    #[test]
    fn files_with_other_records_are_refused() {
        let file = "[\n{\"id\":\"a\"},\n{\"id\":\"b\"}\n]\n";
        let longer = "[\n{\"id\":\"a\"},\n{\"id\":\"b\"},\n{\"id\":\"c\"}\n]\n";
        for (file, records) in [
            (longer, [(0, "a")]),
            (file, [(0, "b")]),
            (file, [(2, "c")]),
            (&file[..file.len() - 3], [(0, "a")]),
            ("<!doctype html>\n<title>Not found</title>\n", [(0, "a")]),
            ("", [(0, "a")]),
        ] {
            assert_eq!(
                Format::CslJson.select(file, 2, &records, ""),
                None,
                "{file}"
            );
        }
    }

    #[test]
    fn files_of_both_languages_have_different_names() {
        let paths = Lang::ALL.map(|lang| Format::Csv.path(List::Clusters, lang));
        assert_eq!(paths, ["data/v1/clusters.csv", "data/v1/clusters.it.csv"]);
        let paths = Lang::ALL.map(|lang| Format::Json.path(List::Areas, lang));
        assert_eq!(paths, ["data/v1/areas.json", "data/v1/areas.json"]);
    }
}
