//! The texts of the overview in both languages.

use catalogue::model::Lang;

use crate::message::Kind;

/// The texts of a language.
pub(super) struct Texts {
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) skip: &'static str,
    pub(super) contents: &'static str,
    pub(super) problems: &'static str,
    pub(super) no_problems: &'static str,
    pub(super) error: &'static str,
    pub(super) warning: &'static str,
    pub(super) line: &'static str,
    clusters: &'static str,
    organisations: &'static str,
    pub(super) caption: &'static str,
    pub(super) columns: [&'static str; 6],
    pub(super) of: &'static str,
    evidence: [&'static str; 3],
    about_date: &'static str,
    pub(super) no_date: &'static str,
    less_than_a_year: &'static str,
    one_year: &'static str,
    years: &'static str,
    pub(super) nothing: &'static str,
    pub(super) errors: &'static str,
    pub(super) warnings: &'static str,
    pub(super) missing: &'static str,
    pub(super) unverified: &'static str,
    pub(super) old: &'static str,
    pub(super) reading: &'static str,
    pub(super) terms: [(&'static str, &'static str); 4],
}

impl Texts {
    /// The texts of a language.
    pub(super) const fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &EN,
            Lang::It => &IT,
        }
    }

    pub(super) const fn heading(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Cluster => self.clusters,
            _ => self.organisations,
        }
    }

    /// The name of a strength of evidence, from 0 for weak to 2 for strong.
    pub(super) fn evidence(&self, evidence: usize) -> &'static str {
        self.evidence.get(evidence).copied().unwrap_or("–")
    }

    /// A date as it is written in the file, or in words if it is approximate.
    pub(super) fn date(&self, date: &str) -> String {
        match date.strip_suffix('~') {
            Some(date) => self.about_date.replace("{}", date),
            None => date.to_owned(),
        }
    }

    pub(super) fn age(&self, years: u16) -> String {
        match years {
            0 => self.less_than_a_year.to_owned(),
            1 => self.one_year.to_owned(),
            _ => self.years.replace("{}", &years.to_string()),
        }
    }
}

const EN: Texts = Texts {
    title: "State of the catalogue's records",
    about: "Made from {file} on {day}. The records that most need attention come first.",
    skip: "Skip to the records",
    contents: "On this page",
    problems: "Errors and warnings",
    no_problems: "There are none.",
    error: "Error",
    warning: "Warning",
    line: "line",
    clusters: "Clusters",
    organisations: "Organisations",
    caption: "Most urgent first",
    columns: [
        "Rank",
        "Record",
        "Complete",
        "Evidence",
        "Latest date",
        "What to check",
    ],
    of: "{known} of {all}",
    evidence: ["weak", "medium", "strong"],
    about_date: "about {}",
    no_date: "no date",
    less_than_a_year: "less than a year ago",
    one_year: "one year ago",
    years: "{} years ago",
    nothing: "Nothing for now",
    errors: "Errors to fix: {}",
    warnings: "Warnings to check: {}",
    missing: "Missing:",
    unverified: "Facts marked as unverified: {}",
    old: "Check that it is still true: nothing in it is less than three years old",
    reading: "How to read this page",
    terms: [
        (
            "Complete",
            "How many of these facts the record states. Clusters: website, email, city, legal form, founding \
             year, number of members, topics, sources, organisations. Organisations: website, city, clusters.",
        ),
        (
            "Evidence",
            "How well the facts are supported by sources, as the record says.",
        ),
        (
            "Latest date",
            "The most recent date in the record and in its memberships. A record may have been checked later \
             without a date being written.",
        ),
        (
            "Rank",
            "The most urgent come first: errors weigh most, then warnings, then missing facts, weak evidence, unverified facts, and age.",
        ),
    ],
};

const IT: Texts = Texts {
    title: "Stato delle schede del catalogo",
    about: "Ricavato da {file} il {day}. In cima, le schede che richiedono più attenzione.",
    skip: "Vai alle schede",
    contents: "In questa pagina",
    problems: "Errori e avvisi",
    no_problems: "Non ce ne sono.",
    error: "Errore",
    warning: "Avviso",
    line: "riga",
    clusters: "Cluster",
    organisations: "Organizzazioni",
    caption: "Prima le più urgenti",
    columns: [
        "Posto",
        "Scheda",
        "Completezza",
        "Livello di verifica",
        "Data più recente",
        "Che cosa controllare",
    ],
    of: "{known} su {all}",
    evidence: ["basso", "medio", "alto"],
    about_date: "circa {}",
    no_date: "senza data",
    less_than_a_year: "meno di un anno fa",
    one_year: "un anno fa",
    years: "{} anni fa",
    nothing: "Nulla, per ora",
    errors: "Errori da correggere: {}",
    warnings: "Avvisi da controllare: {}",
    missing: "Mancano:",
    unverified: "Dati segnati come non verificati: {}",
    old: "Controllare se è ancora valida: nulla ha meno di tre anni",
    reading: "Come leggere questa pagina",
    terms: [
        (
            "Completezza",
            "Quanti di questi dati riporta la scheda. Cluster: sito, email, città, forma giuridica, anno di \
             fondazione, numero di soci, temi, fonti, organizzazioni. Organizzazioni: sito, città, cluster.",
        ),
        (
            "Livello di verifica",
            "Quanto i dati sono sostenuti dalle fonti, secondo la scheda.",
        ),
        (
            "Data più recente",
            "La più recente tra le date della scheda e delle sue adesioni. La scheda può essere stata controllata \
             anche dopo, senza che la data sia stata scritta.",
        ),
        (
            "Posto",
            "In cima le più urgenti: contano prima gli errori, poi gli avvisi, i dati mancanti, il livello di \
             verifica, i dati non verificati e l'età.",
        ),
    ],
};
