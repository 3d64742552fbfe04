//! The texts by which a cluster is found, and what each of them is worth.

use super::Relations;
use crate::model::{Bilingual, Catalogue, Lang, Level, Text};

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

/// Tells all texts of one cluster, with the language each is in (none for names that have no
/// language).
pub(super) fn each_text(
    catalogue: &Catalogue,
    relations: &Relations,
    cluster: usize,
    tell: &mut dyn FnMut(Field, Option<Lang>, &str),
) {
    let Catalogue {
        areas,
        countries,
        regions,
        cities,
        organisations,
        memberships,
        ..
    } = catalogue;
    let record = &catalogue.clusters[cluster];
    let city = record.city.as_ref().and_then(|id| cities.get(id.as_str()));
    let regions = || {
        record
            .regions
            .iter()
            .filter_map(|id| regions.get(id.as_str()))
    };
    let areas = || record.areas.iter().filter_map(|id| areas.get(id.as_str()));

    let mut both = |field: Field, text: &Bilingual| {
        let (en, it) = (text.only(Lang::En), text.only(Lang::It));
        let languages = if en == it {
            [None, None]
        } else {
            [Some(Lang::En), Some(Lang::It)]
        };
        // A name that is the same in both languages is told once, and has none.
        for (lang, text) in languages.into_iter().zip([en, it.filter(|_| en != it)]) {
            if let Some(text) = text {
                tell(field, lang, text);
            }
        }
    };
    both(Field::Name, &record.name);
    both(Field::Description, &record.description);
    for number in super::facets::countries(catalogue, cluster) {
        both(Field::Place, &countries[number as usize].label);
    }
    for region in regions() {
        both(Field::Place, &region.label);
    }
    if let Some(city) = city {
        both(Field::Place, &city.label);
    }
    for area in areas() {
        both(Field::Area, &area.label);
    }
    let mut last = None;
    for &number in relations.of_cluster(cluster) {
        let id = &memberships[number as usize].organisation;
        // Several roles of one organisation often stand side by side.
        if last == Some(id) {
            continue;
        }
        last = Some(id);
        if let Some(organisation) = organisations.get(id.as_str()) {
            both(Field::Organisation, &organisation.name);
        }
    }

    let mut each = |field: Field, lang: Option<Lang>, texts: &[Text]| {
        for text in texts {
            tell(field, lang, text.as_str());
        }
    };
    each(Field::Keyword, Some(Lang::En), &record.keywords.en);
    each(Field::Keyword, Some(Lang::It), &record.keywords.it);
    for area in areas() {
        each(Field::Synonym, Some(Lang::En), &area.synonyms.en);
        each(Field::Synonym, Some(Lang::It), &area.synonyms.it);
    }
    each(Field::Acronym, None, record.acronym.as_slice());
    for region in regions() {
        each(Field::Place, None, region.local.as_slice());
    }
    if let Some(city) = city {
        each(Field::Place, None, city.local.as_slice());
    }

    let (en, it) = level_words(record.level);
    tell(Field::Level, Some(Lang::En), en);
    tell(Field::Level, Some(Lang::It), it);
    for &number in relations.of_cluster(cluster) {
        let organisation = organisations.get(memberships[number as usize].organisation.as_str());
        let Some(organisation) = organisation else {
            continue;
        };
        for name in &organisation.other_names {
            tell(Field::Organisation, None, name.as_str());
        }
        if let Some(site) = &organisation.website {
            // `unibs` finds the university whose site is unibs.it.
            let host = site.label();
            tell(
                Field::Organisation,
                None,
                host.rsplit_once('.').map_or(host, |(name, _)| name),
            );
        }
    }
}
