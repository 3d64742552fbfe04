//! The real words that invented records are put together from.

use anyhow::{Context, Result, anyhow};
use catalogue::model::{Bilingual, Catalogue, Cluster, Lang};
use serde_json::Value;

use super::{random::Random, record::Both};

/// Longest sentence, in bytes, that is taken over: two of them and an invented one of unusual length
/// still make a description that may stand.
const LONGEST_SENTENCE: usize = 170;

/// The real catalogue, ready to draw from.
pub(super) struct Material {
    pub(super) catalogue: Catalogue,
    /// The kinds of the organisations, in the words of the file.
    kinds: Vec<String>,
    /// For each area, in the order of the file, the numbers of its clusters.
    by_area: Vec<Vec<usize>>,
    /// For each area, in the order of the file, the sentences about its clusters.
    sentences: Vec<Vec<Both>>,
}

impl Material {
    /// Reads the real catalogue, given as text and as the value that the text stands for.
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

    /// A cluster, whose level, area and place another one is to share.
    pub(super) fn cluster(&self, random: &mut Random) -> Result<&Cluster> {
        random
            .pick(&self.catalogue.clusters)
            .context("there are no clusters")
    }

    /// The kind of an organisation and its name.
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

    /// A keyword of a cluster of the area.
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

    /// A sentence about a cluster of the area.
    pub(super) fn sentence(&self, area: &str, random: &mut Random) -> Option<&Both> {
        let area = self.catalogue.areas.number(area)?;
        random.pick(&self.sentences[area])
    }
}

/// A text that exists in both languages, as every text that a page shows does.
pub(super) fn both(text: &Bilingual) -> Both {
    Both {
        en: text.text(Lang::En).to_owned(),
        it: text.text(Lang::It).to_owned(),
    }
}

/// The sentences of a description, in pairs where both languages have as many, and not too long.
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
