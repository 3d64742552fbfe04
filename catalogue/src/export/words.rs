//! The words of tables in Italian. In English they are those of the data file.

use crate::model::Lang;
use serde::Serialize;

/// The values of the data file, each with its Italian word.
const ITALIAN: &[(&str, &str)] = &[
    // Levels.
    ("regional", "regionale"),
    ("national", "nazionale"),
    ("cross-border", "transfrontaliero"),
    // Statuses.
    ("active", "attivo"),
    ("dormant", "non più attivo"),
    ("unknown", "attività non confermata"),
    // Precisions.
    ("exact", "esatto"),
    ("over", "oltre"),
    ("about", "circa"),
    ("nearly", "quasi"),
    // Units.
    ("members", "membri"),
    ("founders", "fondatori"),
    ("companies", "imprese"),
    ("partners", "partner"),
    ("organisations", "organizzazioni"),
    // Evidence.
    ("weak", "debole"),
    ("medium", "media"),
    ("strong", "forte"),
    // Kinds of organisations.
    ("university", "università"),
    ("research", "centro di ricerca"),
    ("company", "impresa"),
    ("hospital", "ospedale"),
    ("public", "ente pubblico"),
    ("association", "associazione"),
    ("foundation", "fondazione"),
    ("other", "altro"),
    // Roles.
    ("coordinator", "coordinatore"),
    ("founder", "fondatore"),
    ("board", "consiglio direttivo"),
    ("member", "membro"),
    ("supporter", "sostenitore"),
    // Facts.
    ("name", "nome"),
    ("name_en", "nome inglese"),
    ("name_it", "nome italiano"),
    ("acronym", "sigla"),
    ("former_names", "nomi precedenti"),
    ("areas", "aree"),
    ("city", "città"),
    ("region", "regione"),
    ("website", "sito"),
    ("email", "email"),
    ("legal_form", "forma giuridica"),
    ("founded", "anno di fondazione"),
    ("recognised", "anno di riconoscimento"),
    ("keywords", "temi"),
    ("national_cluster", "cluster nazionale"),
    ("status", "stato"),
];

/// The word for a value of the data file.
pub(super) fn word(value: &impl Serialize, lang: Lang) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    let code = value.as_str().unwrap_or_default();
    let italian = ITALIAN.iter().find(|(of, _)| *of == code);
    match (lang, italian) {
        (Lang::It, Some((_, italian))) => (*italian).to_owned(),
        _ => code.to_owned(),
    }
}
