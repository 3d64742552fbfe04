//! The formats of files of records, and selections of their records.

use crate::model::Lang;

/// A list of records that is published as files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordList {
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

impl RecordList {
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
            Self::Organisations => &[Format::Csv, Format::Xlsx, Format::Json],
            Self::Memberships => &[Format::Csv, Format::Json],
            Self::Areas | Self::Countries | Self::Regions | Self::Cities => &[Format::Json],
        }
    }
}

/// The format of a file of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table for spreadsheets (RFC 4180), with the texts of one language.
    Csv,
    /// A workbook for Excel and `LibreOffice`, with the texts of one language.
    Xlsx,
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
    /// Empty if the records cannot be selected as text.
    separator: &'static str,
    /// The text after the last record.
    tail: &'static str,
}

/// In the order of [`Format::ALL`].
const LAYOUTS: [Layout; 7] = [
    Layout {
        extension: "csv",
        name: "CSV",
        media_type: "text/csv",
        has_head: true,
        separator: "\r\n",
        tail: "\r\n",
    },
    Layout {
        extension: "xlsx",
        name: "Excel (XLSX)",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        has_head: false,
        separator: "",
        tail: "",
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
    pub const ALL: [Self; 7] = [
        Self::Csv,
        Self::Xlsx,
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
    pub fn path(self, list: RecordList, lang: Lang) -> String {
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
    /// `None` if the file has other records, because it is of another version or broken. The records of a
    /// workbook are selected by `workbook.js`.
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
        // A file without records yields one empty record here.
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

#[cfg(test)]
mod tests {
    use super::*;

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
        let paths = Lang::ALL.map(|lang| Format::Csv.path(RecordList::Clusters, lang));
        assert_eq!(paths, ["data/v1/clusters.csv", "data/v1/clusters.it.csv"]);
        let paths = Lang::ALL.map(|lang| Format::Json.path(RecordList::Areas, lang));
        assert_eq!(paths, ["data/v1/areas.json", "data/v1/areas.json"]);
    }
}
