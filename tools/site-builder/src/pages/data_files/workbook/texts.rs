//! The texts of workbooks.

use catalogue::model::Lang;

/// The texts of one language.
pub(super) struct WorkbookTexts {
    /// The names of the sheets, of at most 31 characters.
    pub(super) clusters: &'static str,
    pub(super) organisations: &'static str,
    pub(super) sources: &'static str,
    pub(super) about: &'static str,
    /// The label before each value on the sheet about the table.
    pub(super) labels: [&'static str; 11],
    /// The question of a table of all records.
    pub(super) everything: &'static str,
    pub(super) unverified: &'static str,
    pub(super) empty_cells: &'static str,
    pub(super) members: &'static str,
}

impl WorkbookTexts {
    pub(super) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &ENGLISH,
            Lang::It => &ITALIAN,
        }
    }
}

const ENGLISH: WorkbookTexts = WorkbookTexts {
    clusters: "Clusters",
    organisations: "Organisations",
    sources: "Sources",
    about: "About this table",
    labels: [
        "Question",
        "Address",
        "Rows",
        "Downloaded on",
        "Data last updated on",
        "Version of the data",
        "Published by",
        "Licence",
        "Not verified",
        "Empty cells",
        "Numbers of members",
    ],
    everything: "Everything in the catalogue",
    unverified: "The column \"unverified\" names the facts of a record that no source supports. The sheet \"Sources\" has a row for each source of a record, with the facts that it supports.",
    empty_cells: "An empty cell means that we do not know, not that there is none.",
    members: "They are those of the source, with its date, how exact they are and what they count. Do not add them up.",
};

const ITALIAN: WorkbookTexts = WorkbookTexts {
    clusters: "Cluster",
    organisations: "Organizzazioni",
    sources: "Fonti",
    about: "Informazioni sulla tabella",
    labels: [
        "Ricerca",
        "Indirizzo",
        "Righe",
        "Scaricata il",
        "Dati aggiornati il",
        "Versione dei dati",
        "Pubblicata da",
        "Licenza",
        "Non verificato",
        "Celle vuote",
        "Numero dei soci",
    ],
    everything: "Tutto il catalogo",
    unverified: "La colonna \"non_verificati\" elenca i dati della scheda senza una fonte. Il foglio \"Fonti\" ha una riga per ogni fonte di una scheda, con i dati che conferma.",
    empty_cells: "Una cella vuota vuol dire che il dato non è noto, non che non c'è.",
    members: "È quello della fonte, con la data, la precisione e che cosa conta. I numeri non vanno sommati.",
};
