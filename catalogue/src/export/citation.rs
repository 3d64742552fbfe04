//! Citations of pages.

use crate::model::Lang;

/// The data of a page that a citation states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation<'a> {
    /// The title of the page.
    pub title: &'a str,
    /// The name of the site.
    pub site: &'a str,
    /// The day of the last change of the data (ISO 8601).
    pub updated: &'a str,
    /// The version of the data: a hash of its content. Empty if it is not known.
    pub version: &'a str,
    /// The URL of the page.
    pub url: &'a str,
    /// The day on which the page was read (ISO 8601), if known.
    pub accessed: Option<&'a str>,
    /// The language of the page.
    pub lang: Lang,
}

/// The format of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitationFormat {
    /// A sentence for a footnote.
    Text,
    /// An entry for BibLaTeX (type `online`).
    BibTex,
    /// A record for reference managers (RIS).
    Ris,
}

impl CitationFormat {
    /// All formats, most common first.
    pub const ALL: [Self; 3] = [Self::Text, Self::BibTex, Self::Ris];

    /// The name of the format, in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::BibTex => "BibTeX",
            Self::Ris => "RIS",
        }
    }
}

impl Citation<'_> {
    /// The citation in this format.
    pub fn written(&self, format: CitationFormat) -> String {
        let Self {
            title,
            site,
            updated,
            version,
            url,
            accessed,
            lang,
        } = self;
        let (tag, year) = (lang.tag(), updated.get(..4).unwrap_or_default());
        let mut written = String::new();
        let mut write = |pieces: &[&str]| {
            for piece in pieces {
                written.push_str(piece);
            }
        };
        match format {
            CitationFormat::Text => {
                let (of, of_version, read) = match lang {
                    Lang::En => ("data of", "version", "accessed"),
                    Lang::It => ("dati del", "versione", "consultato il"),
                };
                write(&["“", title, "”, ", site, ", ", of, " ", updated]);
                if !version.is_empty() {
                    write(&[", ", of_version, " ", version]);
                }
                write(&[". ", url]);
                if let Some(accessed) = accessed {
                    write(&[" (", read, " ", accessed, ")"]);
                }
            }
            CitationFormat::BibTex => {
                write(&["@online{", &key(url), ",\n  title = {{", &escaped(title)]);
                write(&["}},\n  organization = {{", &escaped(site), "}}"]);
                write(&[",\n  date = {", updated, "}"]);
                if !version.is_empty() {
                    write(&[",\n  version = {", version, "}"]);
                }
                write(&[",\n  url = {", url, "}"]);
                if let Some(accessed) = accessed {
                    write(&[",\n  urldate = {", accessed, "}"]);
                }
                let language = match lang {
                    Lang::En => "english",
                    Lang::It => "italian",
                };
                write(&[",\n  langid = {", language, "}\n}"]);
            }
            CitationFormat::Ris => {
                write(&["TY  - ELEC\nTI  - ", title, "\nT2  - ", site]);
                write(&["\nPY  - ", year, "\nDA  - ", &slashed(updated)]);
                if !version.is_empty() {
                    write(&["\nET  - ", version]);
                }
                write(&["\nUR  - ", url]);
                if let Some(accessed) = accessed {
                    write(&["\nY2  - ", &slashed(accessed)]);
                }
                write(&["\nLA  - ", tag, "\nER  - "]);
            }
        }
        written
    }
}

/// A date as RIS writes it.
fn slashed(day: &str) -> String {
    day.replace('-', "/")
}

/// A citation key from the letters and digits of the URL, which is unique.
fn key(url: &str) -> String {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let mut key = String::with_capacity(path.len());
    for part in path.split(|c: char| !c.is_ascii_alphanumeric()) {
        if !part.is_empty() && !key.is_empty() {
            key.push('-');
        }
        key.push_str(part);
    }
    key
}

/// Escapes the characters that are special in TeX.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '#' | '_' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LE2C: Citation = Citation {
        title: "Lombardy Energy & Cleantech Cluster",
        site: "Technology Clusters",
        updated: "2026-11-20",
        version: "5d41402abc4b2a76",
        url: "https://example.org/en/clusters/le2c/",
        accessed: Some("2026-11-23"),
        lang: Lang::En,
    };

    #[test]
    fn citations_have_three_formats() {
        assert_eq!(
            LE2C.written(CitationFormat::Text),
            "“Lombardy Energy & Cleantech Cluster”, Technology Clusters, data of 2026-11-20, \
             version 5d41402abc4b2a76. https://example.org/en/clusters/le2c/ (accessed 2026-11-23)"
        );
        assert_eq!(
            LE2C.written(CitationFormat::BibTex),
            "@online{example-org-en-clusters-le2c,\n  title = {{Lombardy Energy \\& Cleantech \
             Cluster}},\n  organization = {{Technology Clusters}},\n  date = {2026-11-20},\n  \
             version = {5d41402abc4b2a76},\n  url = {https://example.org/en/clusters/le2c/},\n  urldate = {2026-11-23},\n  \
             langid = {english}\n}"
        );
        assert_eq!(
            LE2C.written(CitationFormat::Ris),
            "TY  - ELEC\nTI  - Lombardy Energy & Cleantech Cluster\nT2  - Technology Clusters\n\
             PY  - 2026\nDA  - 2026/11/20\nET  - 5d41402abc4b2a76\nUR  - https://example.org/en/clusters/le2c/\n\
             Y2  - 2026/11/23\nLA  - en\nER  - "
        );
    }

    #[test]
    fn unknown_values_are_omitted() {
        let unread = Citation {
            accessed: None,
            version: "",
            ..LE2C
        };
        let names = CitationFormat::ALL.map(CitationFormat::name);
        assert_eq!(names, ["Text", "BibTeX", "RIS"]);
        for format in CitationFormat::ALL {
            let written = unread.written(format);
            for word in ["accessed", "urldate", "Y2", "version", "ET"] {
                assert!(!written.contains(word), "{written}");
            }
        }
    }

    #[test]
    fn tex_characters_are_escaped() {
        for (title, written) in [
            ("a\\b", "a\\textbackslash{}b"),
            ("a~b^c", "a\\textasciitilde{}b\\textasciicircum{}c"),
            ("{}%&#_$", "\\{\\}\\%\\&\\#\\_\\$"),
            ("Università d’Italia", "Università d’Italia"),
        ] {
            assert_eq!(escaped(title), written);
        }
    }

    proptest! {
        /// Braces are balanced for any title.
        #[test]
        fn braces_are_balanced_for_any_title(title in "\\PC*") {
            let entry = Citation { title: &title, ..LE2C }.written(CitationFormat::BibTex);
            let (mut depth, mut closed) = (0, 0);
            let mut letters = entry.chars();
            while let Some(c) = letters.next() {
                match c {
                    '\\' => drop(letters.next()),
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                closed += usize::from(c == '}' && depth == 0);
            }
            prop_assert_eq!((depth, closed), (0, 1), "{}", entry);
        }
    }
}
