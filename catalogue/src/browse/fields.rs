//! The texts by which a cluster is found, and what each of them is worth.

use super::facets::Facets;
use crate::model::{Bilingual, Catalogue, Cluster, Lang, Level, Text};
use crate::query::Facet;
use crate::search::IndexBuilder;

/// A field of a cluster's texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The short name it goes by.
    Acronym,
    /// Its name, in both languages.
    Name,
    /// The labels of its subject areas.
    Area,
    /// City, regions and countries, in both languages and as they call themselves.
    Place,
    /// What it works on.
    Keyword,
    /// Words that mean its subject areas.
    Synonym,
    /// Member organisations: names, other names (`polimi`), and the name of their site (`unibs` in
    /// unibs.it).
    Organisation,
    /// Its description.
    Description,
    /// The words for its level.
    Level,
}

impl Field {
    /// What a match in each field is worth, in the order of the fields.
    ///
    /// A searcher who names a cluster means it; one who names a subject means the clusters *of* that
    /// subject before those that mention it. So: its own names first, then what it is classified
    /// under, then what it says of itself, and last what is said about its company. Each step is
    /// wide enough that two words in a lower field do not outweigh one in a much higher.
    pub const WEIGHTS: [u16; 9] = [
        Self::NAMES + Self::STEP,
        Self::NAMES,
        Self::NAMES - 2 * Self::STEP,
        Self::NAMES - 3 * Self::STEP,
        Self::NAMES - 4 * Self::STEP,
        Self::NAMES - 5 * Self::STEP,
        Self::NAMES - 6 * Self::STEP,
        Self::NAMES - 6 * Self::STEP,
        Self::NAMES - 7 * Self::STEP,
    ];

    /// The weight of a name.
    const NAMES: u16 = 80;
    /// One step of importance.
    const STEP: u16 = 10;

    /// All fields.
    pub const ALL: [Self; 9] = [
        Self::Acronym,
        Self::Name,
        Self::Area,
        Self::Place,
        Self::Keyword,
        Self::Synonym,
        Self::Organisation,
        Self::Description,
        Self::Level,
    ];
}

/// The words for a level, in both languages; they are searched, not shown.
pub(super) const fn level_words(level: Level) -> (&'static str, &'static str) {
    match level {
        Level::Regional => ("regional", "regionale"),
        Level::National => ("national", "nazionale"),
        Level::CrossBorder => ("cross-border European", "transfrontaliero europeo"),
    }
}

/// Hears a text: its field, the language it is in (none for names that have no language), itself.
pub(super) type Tell<'t> = dyn FnMut(Field, Option<Lang>, &str) + 't;

/// Tells the texts that a cluster alone has.
pub(super) fn own_texts(cluster: &Cluster, tell: &mut Tell) {
    both(Field::Name, &cluster.name, tell);
    both(Field::Description, &cluster.description, tell);
    each(Field::Keyword, Some(Lang::En), &cluster.keywords.en, tell);
    each(Field::Keyword, Some(Lang::It), &cluster.keywords.it, tell);
    each(Field::Acronym, None, cluster.acronym.as_slice(), tell);
}

/// Tells the texts of a facet's value, by which all clusters that have it are found.
pub(super) fn value_texts(catalogue: &Catalogue, facet: Facet, value: usize, tell: &mut Tell) {
    match facet {
        Facet::Area => {
            let area = &catalogue.areas[value];
            both(Field::Area, &area.label, tell);
            each(Field::Synonym, Some(Lang::En), &area.synonyms.en, tell);
            each(Field::Synonym, Some(Lang::It), &area.synonyms.it, tell);
        }
        Facet::Level => {
            let (en, it) = level_words(Level::ALL[value]);
            tell(Field::Level, Some(Lang::En), en);
            tell(Field::Level, Some(Lang::It), it);
            // Who writes `fashion cluster` asks for fashion: all records are clusters.
            tell(Field::Level, None, "cluster");
            tell(Field::Level, None, "clusters");
        }
        Facet::Country => both(Field::Place, &catalogue.countries[value].label, tell),
        Facet::Region => {
            let region = &catalogue.regions[value];
            both(Field::Place, &region.label, tell);
            each(Field::Place, None, region.local.as_slice(), tell);
        }
        Facet::Organisation => {
            let organisation = &catalogue.organisations[value];
            both(Field::Organisation, &organisation.name, tell);
            each(Field::Organisation, None, &organisation.other_names, tell);
            if let Some(site) = &organisation.website {
                // `unibs` finds the university whose site is unibs.it.
                let host = site.label();
                let name = host.rsplit_once('.').map_or(host, |(name, _)| name);
                tell(Field::Organisation, None, name);
            }
        }
        // Years are chosen, not searched for.
        Facet::Founded => {}
        Facet::City => {
            let city = &catalogue.cities[value];
            both(Field::Place, &city.label, tell);
            each(Field::Place, None, city.local.as_slice(), tell);
        }
    }
}

/// A text that is the same in both languages is told once, and has none.
fn both(field: Field, text: &Bilingual, tell: &mut Tell) {
    let (en, it) = (text.only(Lang::En), text.only(Lang::It));
    let languages = if en == it {
        [None, None]
    } else {
        [Some(Lang::En), Some(Lang::It)]
    };
    for (lang, text) in languages.into_iter().zip([en, it.filter(|_| en != it)]) {
        if let Some(text) = text {
            tell(field, lang, text);
        }
    }
}

fn each(field: Field, lang: Option<Lang>, texts: &[Text], tell: &mut Tell) {
    for text in texts {
        tell(field, lang, text.as_str());
    }
}

/// All texts for the index: what each value of a facet brings is indexed once, and shared by the
/// clusters that have it.
pub(super) fn read(catalogue: &Catalogue, facets: &Facets) -> IndexBuilder {
    let mut builder = IndexBuilder::new(&Field::WEIGHTS);
    let mut firsts = [0; Facet::ALL.len()];
    let mut next = 0;
    for facet in Facet::ALL {
        firsts[facet as usize] = next;
        for value in 0..facets[facet as usize].len() {
            value_texts(catalogue, facet, value, &mut |field, _, text| {
                builder.add(field as usize, text);
            });
            next = builder.end_shared() + 1;
        }
    }
    let mut shared = Vec::new();
    for (number, cluster) in catalogue.clusters.iter().enumerate() {
        own_texts(cluster, &mut |field, _, text| {
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
    fn what_a_cluster_is_called_weighs_most_and_its_level_least() {
        // Names stand two steps above what it is classified under; members weigh as much as the description.
        assert_eq!(Field::WEIGHTS, [90, 80, 60, 50, 40, 30, 20, 20, 10]);
        // Two words of a low field do not outweigh one of a name.
        let weight = |field: Field| Field::WEIGHTS[field as usize];
        assert!(2 * weight(Field::Synonym) < weight(Field::Name));
    }
}
