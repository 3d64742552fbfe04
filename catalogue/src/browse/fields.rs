//! The searchable texts of a cluster, and the weights of their fields.

use super::demonyms;
use super::facets::Facets;
use crate::model::{Bilingual, Catalogue, Cluster, Lang, Level, Status, Text};
use crate::query::Facet;
use crate::search::IndexBuilder;

/// A field of the search index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The short name.
    Acronym,
    /// The name, in both languages.
    Name,
    /// The labels of its subject areas.
    Area,
    /// The names that it had.
    FormerName,
    /// City, regions and countries, in both languages and in the local language.
    Place,
    /// The keywords.
    Keyword,
    /// Synonyms of its subject areas.
    Synonym,
    /// Member organisations: their names, other names (`polimi`), and domain names without the top
    /// level (`unibs` of unibs.it).
    Organisation,
    /// The description.
    Description,
    /// Words for its level.
    Level,
}

impl Field {
    /// The weight of each field, in the order of the fields.
    ///
    /// Someone who types the name of a cluster wants that cluster; someone who types a subject
    /// wants the clusters *of* that subject before those that mention it. Hence names come first,
    /// then the classification, then keywords and synonyms, and finally member organisations and
    /// the description. Steps are wide enough that two words in a low field do not outweigh one in
    /// a much higher field.
    pub const WEIGHTS: [u16; 10] = [
        Self::NAMES + Self::STEP,
        Self::NAMES,
        Self::NAMES - 2 * Self::STEP,
        Self::NAMES - 3 * Self::STEP,
        Self::NAMES - 3 * Self::STEP,
        Self::NAMES - 4 * Self::STEP,
        Self::NAMES - 5 * Self::STEP,
        Self::NAMES - 6 * Self::STEP,
        Self::NAMES - 6 * Self::STEP,
        Self::NAMES - 7 * Self::STEP,
    ];

    /// The weight of a name.
    const NAMES: u16 = 80;
    /// The difference between one level of importance and the next.
    const STEP: u16 = 10;

    /// All fields.
    pub const ALL: [Self; 10] = [
        Self::Acronym,
        Self::Name,
        Self::Area,
        Self::FormerName,
        Self::Place,
        Self::Keyword,
        Self::Synonym,
        Self::Organisation,
        Self::Description,
        Self::Level,
    ];
}

/// The words for a level, in both languages; they are searched, but never shown.
pub(super) const fn level_words(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Regional => ("regional", "regionale"),
        Level::National => ("national", "nazionale"),
        Level::CrossBorder => ("cross-border European", "transfrontaliero europeo"),
    }
}

/// The word for every record, and the continent where all of them are.
pub(super) const ANY_CLUSTER: [&str; 6] = [
    "cluster", "clusters", "europe", "europa", "european", "europeo",
];

/// The words for a status in a typed filter, in both languages; they are not searched.
pub(super) const fn status_words(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Active => ("active", "attivo"),
        Status::Dormant => ("inactive", "inattivo"),
        Status::Unknown => ("not confirmed", "non confermato"),
    }
}

/// Called with each text: its field, its language (`None` for names), and the text itself.
pub(super) type TextVisitor<'t> = dyn FnMut(Field, Option<Lang>, &str) + 't;

/// Visits the texts that belong to this cluster alone.
pub(super) fn visit_own_texts(cluster: &Cluster, visit: &mut TextVisitor) {
    visit_bilingual(Field::Name, &cluster.name, visit);
    visit_bilingual(Field::Description, &cluster.description, visit);
    visit_all(Field::Keyword, Some(Lang::En), &cluster.keywords.en, visit);
    visit_all(Field::Keyword, Some(Lang::It), &cluster.keywords.it, visit);
    visit_all(Field::Acronym, None, cluster.acronym.as_slice(), visit);
    visit_all(Field::FormerName, None, &cluster.former_names, visit);
}

/// Visits the texts of a facet value, which are searchable in all clusters with that value.
pub(super) fn visit_value_texts(
    catalogue: &Catalogue,
    facet: Facet,
    value: usize,
    visit: &mut TextVisitor,
) {
    match facet {
        Facet::Area => {
            let area = &catalogue.areas[value];
            visit_bilingual(Field::Area, &area.label, visit);
            visit_all(Field::Synonym, Some(Lang::En), &area.synonyms.en, visit);
            visit_all(Field::Synonym, Some(Lang::It), &area.synonyms.it, visit);
        }
        Facet::Level => {
            let (en, it) = level_words(Level::ALL[value]);
            visit(Field::Level, Some(Lang::En), en);
            visit(Field::Level, Some(Lang::It), it);
            // In `fashion clusters in Europe` only `fashion` discriminates.
            for word in ANY_CLUSTER {
                visit(Field::Level, None, word);
            }
        }
        Facet::Country => visit_bilingual(Field::Place, &catalogue.countries[value].label, visit),
        Facet::Region => {
            let region = &catalogue.regions[value];
            visit_bilingual(Field::Place, &region.label, visit);
            visit_all(Field::Place, None, region.local.as_slice(), visit);
        }
        Facet::Organisation => {
            let organisation = &catalogue.organisations[value];
            visit_bilingual(Field::Organisation, &organisation.name, visit);
            for names in [
                &organisation.other_names,
                &organisation.former_names,
                organisation.acronym.as_slice(),
                organisation.gloss.as_slice(),
            ] {
                visit_all(Field::Organisation, None, names, visit);
            }
            if let Some(site) = &organisation.website {
                // `unibs` finds the university with the site unibs.it.
                let host = site.label();
                let name = host.rsplit_once('.').map_or(host, |(name, _)| name);
                visit(Field::Organisation, None, name);
            }
        }
        // Founding years, numbers of members and statuses are filters, not searchable text; the texts of a cluster are its own.
        Facet::Founded | Facet::Members | Facet::Status | Facet::Cluster => {}
        Facet::City => {
            let city = &catalogue.cities[value];
            visit_bilingual(Field::Place, &city.label, visit);
            visit_all(Field::Place, None, city.local.as_slice(), visit);
        }
    }
}

/// A text that is the same in both languages is visited once, without a language.
fn visit_bilingual(field: Field, text: &Bilingual, visit: &mut TextVisitor) {
    let (en, it) = (text.only(Lang::En), text.only(Lang::It));
    let languages = if en == it {
        [None, None]
    } else {
        [Some(Lang::En), Some(Lang::It)]
    };
    for (lang, text) in languages.into_iter().zip([en, it.filter(|_| en != it)]) {
        if let Some(text) = text {
            visit(field, lang, text);
        }
    }
}

fn visit_all(field: Field, lang: Option<Lang>, texts: &[Text], visit: &mut TextVisitor) {
    for text in texts {
        visit(field, lang, text.as_str());
    }
}

/// Adds all texts to an index. The texts of each facet value form a segment shared by all clusters
/// with that value.
pub(super) fn index_texts(catalogue: &Catalogue, facets: &Facets) -> IndexBuilder {
    let mut builder = IndexBuilder::new(&Field::WEIGHTS);
    builder.set_indirect(Field::Synonym as usize);
    builder.set_prose(Field::Description as usize);
    demonyms::add_names(catalogue, &mut builder);
    let mut firsts = [0; Facet::ALL.len()];
    let mut next = 0;
    for facet in Facet::ALL {
        firsts[facet as usize] = next;
        for value in 0..facets[facet as usize].len() {
            visit_value_texts(catalogue, facet, value, &mut |field, _, text| {
                builder.add(field as usize, text);
            });
            next = builder.end_shared() + 1;
        }
    }
    let mut shared = Vec::new();
    for (number, cluster) in catalogue.clusters.iter().enumerate() {
        visit_own_texts(cluster, &mut |field, _, text| {
            builder.add(field as usize, text);
        });
        shared.clear();
        for facet in Facet::ALL {
            let values = facets[facet as usize].of(number).iter();
            shared.extend(values.map(|value| firsts[facet as usize] + value));
        }
        builder.end_document(&shared);
    }
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_descend_from_acronym_to_level() {
        // Names are two steps above the classification; members weigh as much as the description.
        assert_eq!(Field::WEIGHTS, [90, 80, 60, 50, 50, 40, 30, 20, 20, 10]);
        // Two words of a low field do not outweigh one in a name.
        let weight = |field: Field| Field::WEIGHTS[field as usize];
        assert!(2 * weight(Field::Synonym) < weight(Field::Name));
    }
}
