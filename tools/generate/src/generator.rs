//! Generating single records.

use std::collections::HashMap;

use anyhow::Result;
use catalogue::model::{AreaId, CityId, Lang, Level, RegionId};

use super::{
    random::{Random, capitalised, generated_word},
    records::{
        Both, ClusterRecord, KeywordsRecord, Material, MembersRecord, OrganisationRecord,
        SourceRecord, SupportRecord, both,
    },
};

/// The facts that generated clusters can state.
const FACTS: [&str; 11] = [
    "name_en",
    "name_it",
    "acronym",
    "areas",
    "city",
    "region",
    "website",
    "founded",
    "members",
    "keywords",
    "national_cluster",
];

/// The facts that generated organisations can state.
const FACTS_OF_ORGANISATIONS: [&str; 4] = ["name_en", "name_it", "city", "website"];

/// The state of the generator.
pub(super) struct Generator<'real> {
    pub(super) material: &'real Material,
    pub(super) random: Random,
    /// The national clusters so far, by country.
    nationals: HashMap<&'real str, Vec<usize>>,
}

impl<'real> Generator<'real> {
    pub(super) fn new(material: &'real Material, seed: u64) -> Self {
        Self {
            material,
            random: Random::new(seed),
            nationals: HashMap::new(),
        }
    }

    /// A unique id for each number.
    pub(super) fn ids(&mut self, count: usize) -> Vec<String> {
        let mut id = |number| format!("{}-{number}", generated_word(&mut self.random));
        (1..=count).map(&mut id).collect()
    }

    /// Generates the cluster with the given number. Level, main area and place are copied from a
    /// real one, so that they are distributed as in the real catalogue.
    pub(super) fn cluster<'ids: 'record, 'record>(
        &mut self,
        number: usize,
        ids: &'ids [String],
    ) -> Result<ClusterRecord<'record>>
    where
        'real: 'record,
    {
        let id = &ids[number];
        let real = self.material.cluster(&mut self.random)?;
        let mut areas: Vec<&str> = real.areas.iter().map(AreaId::as_str).collect();
        if self.random.chance(10) {
            for area in &self.material.cluster(&mut self.random)?.areas {
                if !areas.contains(&area.as_str()) {
                    areas.push(area.as_str());
                }
            }
        }
        let area = areas[0];
        let word = capitalised(id.split('-').next().unwrap_or(id));
        let country = real.country.as_str();
        let national_cluster = self.national_cluster(country);
        if real.level == Level::National {
            self.nationals.entry(country).or_default().push(number);
        }
        Ok(ClusterRecord {
            id,
            acronym: self.acronym(&word),
            level: real.level.id(),
            country,
            regions: real.regions.iter().map(RegionId::as_str).collect(),
            city: real.city.as_ref().map(CityId::as_str),
            website: self
                .random
                .chance(80)
                .then(|| format!("https://www.{id}.example")),
            founded: real.founded.filter(|_| self.random.chance(80)),
            members: self.random.chance(50).then(|| MembersRecord {
                count: 5 + self.random.below(300),
            }),
            keywords: self.keywords(area),
            related_to: national_cluster
                .filter(|_| real.level == Level::Regional)
                .map(|number| ids[number].as_str())
                .into_iter()
                .collect(),
            description: self.description(area, &word),
            name: self.cluster_name(area, real.regions.first().map(RegionId::as_str), &word),
            areas,
            sources: [about_page(id, &FACTS)],
            evidence: "weak",
        })
    }

    /// For every second cluster, a national cluster of the country, if there is one.
    fn national_cluster(&mut self, country: &str) -> Option<usize> {
        let nationals = self.nationals.get(country)?;
        let national = self.random.pick(nationals).copied();
        national.filter(|_| self.random.chance(50))
    }

    /// An acronym of three to six letters, for two out of three clusters.
    fn acronym(&mut self, word: &str) -> Option<String> {
        self.random.chance(66).then(|| {
            let mut letters = word.to_uppercase();
            letters.truncate(3 + self.random.below(4));
            letters
        })
    }

    /// A name, in one of the patterns of real names.
    fn cluster_name(&mut self, area: &str, region: Option<&str>, word: &str) -> Both {
        let catalogue = &self.material.catalogue;
        let label = catalogue.areas.get(area).map(|area| both(&area.label));
        let region = region.and_then(|id| catalogue.regions.get(id));
        match (self.random.below(4), label, region) {
            (0, Some(Both { en, it }), _) => Both {
                en: format!("{word} {en} ClusterRecord"),
                it: format!("ClusterRecord {it} {word}"),
            },
            (1, Some(Both { en, it }), Some(region)) => Both {
                en: format!(
                    "{word} – {en} ClusterRecord of {}",
                    region.label.text(Lang::En)
                ),
                it: format!(
                    "{word} – ClusterRecord {it} {}",
                    region.label.text(Lang::It)
                ),
            },
            (2, _, Some(region)) => match self.material.keyword(area, &mut self.random) {
                Some(Both { en, it }) => Both {
                    en: format!("{} {word}, {en}", region.label.text(Lang::En)),
                    it: format!("{} {word}, {it}", region.label.text(Lang::It)),
                },
                None => Both {
                    en: format!("{word} District"),
                    it: format!("Distretto {word}"),
                },
            },
            _ => Both {
                en: format!("{word} Technology District"),
                it: format!("Distretto tecnologico {word}"),
            },
        }
    }

    /// Four to seven keywords of clusters of the area; some are new.
    fn keywords(&mut self, area: &str) -> KeywordsRecord {
        let (mut en, mut it) = (Vec::new(), Vec::new());
        for _ in 0..4 + self.random.below(4) {
            let Some(mut keyword) = self.material.keyword(area, &mut self.random) else {
                continue;
            };
            if self.random.chance(10) {
                let word = generated_word(&mut self.random);
                keyword.en = format!("{word} {}", keyword.en);
                keyword.it = format!("{} {word}", keyword.it);
            }
            en.push(keyword.en);
            it.push(keyword.it);
        }
        for words in [&mut en, &mut it] {
            words.sort_unstable();
            words.dedup();
        }
        KeywordsRecord { en, it }
    }

    /// One or two real sentences about clusters of the area, and a generated one.
    fn description(&mut self, area: &str, word: &str) -> Both {
        let random = &mut self.random;
        let [place, project] = [(); 2].map(|()| capitalised(&generated_word(random)));
        let mut text = Both {
            en: format!("{word} runs the laboratory {project} in {place}."),
            it: format!("{word} gestisce il laboratorio {project} a {place}."),
        };
        for _ in 0..=random.below(2) {
            if let Some(sentence) = self.material.sentence(area, random) {
                text.en = format!("{} {}", sentence.en, text.en);
                text.it = format!("{} {}", sentence.it, text.it);
            }
        }
        text
    }

    /// Generates the organisation with an id; kind and place are copied from a real one.
    pub(super) fn organisation<'ids: 'record, 'record>(
        &mut self,
        id: &'ids str,
    ) -> Result<OrganisationRecord<'record>>
    where
        'real: 'record,
    {
        let (kind, real) = self.material.organisation(&mut self.random)?;
        let word = capitalised(id.split('-').next().unwrap_or(id));
        let Both { en, it } = both(&real.name);
        let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
        let name = if kind == "company" {
            Both {
                en: format!("{word} {}", last(&en)),
                it: format!("{word} {}", last(&it)),
            }
        } else {
            Both {
                en: format!("{en} – {word}"),
                it: format!("{it} – {word}"),
            }
        };
        Ok(OrganisationRecord {
            id,
            name,
            kind,
            country: real.country.as_str(),
            city: real.city.as_ref().map(CityId::as_str),
            website: self
                .random
                .chance(10)
                .then(|| format!("https://www.{id}.example")),
            sources: [about_page(id, &FACTS_OF_ORGANISATIONS)],
        })
    }
}

/// The page of a record, the source of all its facts.
fn about_page(id: &str, facts: &[&'static str]) -> SourceRecord {
    let supports = facts.iter().map(|&fact| SupportRecord { fact });
    SourceRecord {
        url: format!("https://www.{id}.example/about"),
        supports: supports.collect(),
    }
}
