//! The real records that generated ones are made of, and generated records as they are serialised.

use anyhow::{Context, Result, anyhow};
use catalogue::model::{Bilingual, Catalogue, Cluster, Lang};
use serde::Serialize;
use serde_json::Value;

use super::random::Random;

/// A text in both languages.
#[derive(Serialize, Clone)]
pub(super) struct Both {
    pub(super) en: String,
    pub(super) it: String,
}

/// The keywords of a cluster.
#[derive(Serialize)]
pub(super) struct KeywordsRecord {
    pub(super) en: Vec<String>,
    pub(super) it: Vec<String>,
}

/// The number of members of a cluster.
#[derive(Serialize)]
pub(super) struct MembersRecord {
    pub(super) count: usize,
}

/// The facts that a source supports.
#[derive(Serialize)]
pub(super) struct SupportRecord {
    pub(super) fact: &'static str,
}

/// The source of facts.
#[derive(Serialize)]
pub(super) struct SourceRecord {
    pub(super) url: String,
    pub(super) supports: Vec<SupportRecord>,
}

/// A page.
#[derive(Serialize)]
pub(super) struct ReferenceRecord<'a> {
    pub(super) url: &'a str,
}

#[derive(Serialize)]
pub(super) struct ClusterRecord<'real> {
    pub(super) id: &'real str,
    pub(super) name: Both,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) acronym: Option<String>,
    pub(super) level: &'static str,
    pub(super) areas: Vec<&'real str>,
    pub(super) country: &'real str,
    pub(super) regions: Vec<&'real str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<&'real str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) founded: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) members: Option<MembersRecord>,
    pub(super) keywords: KeywordsRecord,
    #[serde(rename = "national_clusters")]
    pub(super) related_to: Vec<&'real str>,
    pub(super) description: Both,
    pub(super) sources: [SourceRecord; 1],
    pub(super) evidence: &'static str,
}

#[derive(Serialize)]
pub(super) struct OrganisationRecord<'real> {
    pub(super) id: &'real str,
    pub(super) name: Both,
    pub(super) kind: &'real str,
    pub(super) country: &'real str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) city: Option<&'real str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
    pub(super) sources: [SourceRecord; 1],
}

#[derive(Serialize)]
pub(super) struct MembershipRecord<'a> {
    pub(super) organisation: &'a str,
    pub(super) cluster: &'a str,
    pub(super) role: &'static str,
    pub(super) as_of: &'static str,
    pub(super) source: ReferenceRecord<'a>,
}

/// The maximum length of a reused sentence, in bytes: two of them and a long generated one still
/// make a valid description.
const LONGEST_SENTENCE: usize = 170;

/// The real catalogue, prepared for sampling.
pub(super) struct Material {
    pub(super) catalogue: Catalogue,
    /// The kinds of the organisations, as in the file.
    kinds: Vec<String>,
    /// The clusters of each area, in the order of the file.
    by_area: Vec<Vec<usize>>,
    /// The sentences about the clusters of each area, in the order of the file.
    sentences: Vec<Vec<Both>>,
}

impl Material {
    /// Reads the real catalogue, given as text and as a parsed value.
    pub(super) fn read(text: &str, file: &Value) -> Result<Self> {
        let catalogue =
            Catalogue::from_json(text).map_err(|error| anyhow!("the catalogue: {error:?}"))?;
        let records = file["organisations"]
            .as_array()
            .context("no list of organisations")?;
        let kinds = records
            .iter()
            .filter_map(|record| record["kind"].as_str().map(str::to_owned))
            .collect();
        let numbers_in = |area: &str| {
            let is_in = |cluster: &Cluster| cluster.areas.iter().any(|id| id.as_str() == area);
            (0..catalogue.clusters.len())
                .filter(|&number| is_in(&catalogue.clusters[number]))
                .collect()
        };
        let by_area: Vec<Vec<usize>> = catalogue
            .areas
            .iter()
            .map(|area| numbers_in(area.id.as_str()))
            .collect();
        let about = |clusters: &Vec<usize>| {
            let descriptions = clusters.iter().map(|&n| &catalogue.clusters[n].description);
            descriptions.flat_map(sentences).collect()
        };
        Ok(Self {
            sentences: by_area.iter().map(about).collect(),
            by_area,
            kinds,
            catalogue,
        })
    }

    /// A random cluster, from which level, area and place are copied.
    pub(super) fn cluster(&self, random: &mut Random) -> Result<&Cluster> {
        random
            .pick(&self.catalogue.clusters)
            .context("there are no clusters")
    }

    /// The kind and the name of a random organisation.
    pub(super) fn organisation(
        &self,
        random: &mut Random,
    ) -> Result<(&str, &catalogue::model::Organisation)> {
        let number = random.below(self.kinds.len());
        let record = self.catalogue.organisations[..].get(number);
        record
            .map(|record| (self.kinds[number].as_str(), record))
            .context("there are no organisations")
    }

    /// A random keyword of a cluster of the area.
    pub(super) fn keyword(&self, area: &str, random: &mut Random) -> Option<Both> {
        let area = self.catalogue.areas.number(area)?;
        let cluster = *random.pick(&self.by_area[area])?;
        let keywords = &self.catalogue.clusters[cluster].keywords;
        let place = random.below(keywords.en.len().max(keywords.it.len()));
        let text = |lang| {
            let words = keywords.only(lang);
            words
                .get(place % words.len().max(1))
                .map(|text| text.as_str().to_owned())
        };
        Some(Both {
            en: text(Lang::En)?,
            it: text(Lang::It)?,
        })
    }

    /// A random sentence about a cluster of the area.
    pub(super) fn sentence(&self, area: &str, random: &mut Random) -> Option<&Both> {
        let area = self.catalogue.areas.number(area)?;
        random.pick(&self.sentences[area])
    }
}

/// A text, if it exists in both languages.
pub(super) fn both(text: &Bilingual) -> Both {
    Both {
        en: text.text(Lang::En).to_owned(),
        it: text.text(Lang::It).to_owned(),
    }
}

/// The sentences of a description as pairs, if both languages have the same number; without long
/// ones.
fn sentences(description: &Bilingual) -> Vec<Both> {
    let split = |lang| {
        let text = description.text(lang).trim_end_matches('.');
        text.split(". ")
            .map(|sentence| format!("{sentence}."))
            .collect::<Vec<_>>()
    };
    let (en, it) = (split(Lang::En), split(Lang::It));
    if en.len() != it.len() {
        return Vec::new();
    }
    en.into_iter()
        .zip(it)
        .filter(|(en, it)| en.len().max(it.len()) <= LONGEST_SENTENCE)
        .map(|(en, it)| Both { en, it })
        .collect()
}
