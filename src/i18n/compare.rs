//! The texts of comparisons. Apart from [`Strings`](super::Strings), because only pages of the second wasm file show
//! them, which then has them, too.

use super::Plural;
use catalogue::model::Lang;

/// The texts of comparisons in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "the texts themselves say what they are")]
pub struct CompareTexts {
    pub side_by_side: Plural,
    pub begin: &'static str,
    pub from_catalogue: &'static str,
    pub from_index: &'static str,
    pub for_example: &'static str,
    pub choose: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
    pub anew: &'static str,
    pub unknown: &'static str,
    pub unknown_why: &'static str,
    pub without: &'static str,
    pub too_many: &'static str,
    pub mixed: &'static str,
    pub same: &'static str,
    pub different: &'static str,
    pub total: &'static str,
    pub named: &'static str,
    pub known: &'static str,
    pub earliest: &'static str,
    pub latest: &'static str,
    pub fewest: &'static str,
    pub most: &'static str,
    pub apart: &'static str,
    pub none: &'static str,
    pub not_named: &'static str,
    pub note: &'static str,
    clusters_by: &'static str,
}

impl CompareTexts {
    /// The texts of a language.
    pub const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &EN,
            Lang::It => &IT,
        }
    }

    /// The title of clusters counted by a facet or another fact, whose name begins with a plain letter: no Unicode
    /// table is needed.
    pub fn clusters_by(&self, name: &str) -> String {
        [self.clusters_by, &name.to_ascii_lowercase()].concat()
    }
}

const EN: CompareTexts = CompareTexts {
    side_by_side: Plural {
        one: "One column so far. Add another to compare.",
        other: "{} side by side",
    },
    begin: "Start comparing",
    from_catalogue: "Choose a cluster in the catalogue: its page has a link to compare it",
    from_index: "Choose an organisation from A to Z: its page has a link to compare it",
    for_example: "For example:",
    choose: "Choose one",
    add: "Add to the comparison",
    remove: "Remove",
    anew: "Compare something else",
    unknown: "Not in this catalogue:",
    unknown_why: "It may have been withdrawn, or the link may be incomplete.",
    without: "Compare without it",
    too_many: "You can compare up to five. Not shown:",
    mixed: "You can compare only one type at a time. Shown here:",
    same: "same in all columns",
    different: "different",
    total: "All clusters",
    named: "Named on public pages",
    known: "Known for",
    earliest: "Earliest",
    latest: "Latest",
    fewest: "Fewest in one cluster",
    most: "Most in one cluster",
    apart: "Only in this column",
    none: "none",
    not_named: "not named",
    note: "≠ marks values that differ, = values that are the same in all columns. Numbers of members are those of each source, with its date. Where a column covers several clusters, those with only founders or companies counted are left out. Select a number of clusters to see them.",
    clusters_by: "Clusters by ",
};

const IT: CompareTexts = CompareTexts {
    side_by_side: Plural {
        one: "Una sola colonna. Aggiungine un'altra per confrontare.",
        other: "{} a confronto",
    },
    begin: "Inizia il confronto",
    from_catalogue: "Scegli un cluster nel catalogo: nella sua pagina c'è il link per confrontarlo",
    from_index: "Scegli un'organizzazione dalla A alla Z: nella sua pagina c'è il link per confrontarla",
    for_example: "Per esempio:",
    choose: "Scegli",
    add: "Aggiungi al confronto",
    remove: "Rimuovi",
    anew: "Fai un altro confronto",
    unknown: "Non presente nel catalogo:",
    unknown_why: "Potrebbe essere stato ritirato, oppure il link è incompleto.",
    without: "Confronta gli altri",
    too_many: "Puoi confrontare fino a cinque elementi. Non mostrati:",
    mixed: "Puoi confrontare solo elementi dello stesso tipo. Tipo mostrato:",
    same: "uguale in tutte le colonne",
    different: "diverso",
    total: "Tutti i cluster",
    named: "Citate in pagine pubbliche",
    known: "Dato disponibile per",
    earliest: "Il primo",
    latest: "L'ultimo",
    fewest: "Minimo in un cluster",
    most: "Massimo in un cluster",
    apart: "Solo in questa colonna",
    none: "nessuno",
    not_named: "non citata",
    note: "≠ indica valori diversi, = valori uguali in tutte le colonne. Il numero di soci è quello di ciascuna fonte, con la sua data. Dove una colonna riguarda più cluster, sono esclusi quelli di cui è noto solo il numero dei fondatori o delle imprese. Seleziona un numero di cluster per vederli.",
    clusters_by: "Cluster per ",
};
