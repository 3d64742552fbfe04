//! Why a cluster is in the list when the match is not to be seen on its card.

use super::fields;
use super::{Collection, Field};
use crate::model::Lang;
use crate::query::Facet;
use crate::search::{SearchText, highlight};

/// A text that matches but is not on the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What kind of text it is.
    pub field: Field,
    /// The text.
    pub text: String,
    /// The language it is in; none for names.
    pub lang: Option<Lang>,
    /// The number of the area that it is a synonym of.
    pub area: Option<u32>,
}

impl Collection {
    /// The texts that make one cluster match words which nothing on its card matches: one for each
    /// such word that those before do not answer. What is on the card, in the language of the page:
    /// acronym, name, areas, place and description.
    pub fn reasons(&self, text: &SearchText, cluster: u32, lang: Lang) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        for word in text.words() {
            let is_in = |text: &str| !highlight(text, &word).is_empty();
            if reasons.iter().any(|reason| is_in(&reason.text)) {
                continue;
            }
            let mut is_seen = false;
            let mut best = None;
            self.each_text(cluster as usize, &mut |field, of, found| {
                if is_seen || !is_in(found) {
                    return;
                }
                let is_read = of.is_none_or(|of| of == lang);
                is_seen = is_on_card(field) && is_read;
                // Of several, the one that answers most of the search, in words that the visitor reads.
                let marks = highlight(found, text).len();
                let rank = (Field::WEIGHTS[field as usize], marks, is_read);
                if best.as_ref().is_none_or(|(best, _)| *best < rank) {
                    let reason = Reason {
                        field,
                        text: found.to_owned(),
                        lang: of,
                        area: None,
                    };
                    best = Some((rank, reason));
                }
            });
            let Some((_, mut reason)) = best.filter(|_| !is_seen) else {
                continue;
            };
            reason.area = self.area_of(cluster, &reason);
            reasons.push(reason);
        }
        reasons
    }

    /// The first of the cluster's areas that has the text as a synonym.
    fn area_of(&self, cluster: u32, reason: &Reason) -> Option<u32> {
        let mut areas = self
            .values(Facet::Area)
            .of(cluster as usize)
            .iter()
            .copied();
        areas.find(|area| {
            let synonyms = &self.catalogue.areas[*area as usize].synonyms;
            let mut all = synonyms.en.iter().chain(&synonyms.it);
            reason.field == Field::Synonym && all.any(|text| text.as_str() == reason.text)
        })
    }

    /// Tells all texts by which one cluster is found, with the language each is in (none for names).
    pub fn each_text(&self, number: usize, tell: &mut dyn FnMut(Field, Option<Lang>, &str)) {
        let cluster = &self.catalogue.clusters[number];
        fields::own_texts(cluster, tell);
        for facet in Facet::ALL {
            for value in self.values(facet).of(number) {
                fields::value_texts(&self.catalogue, facet, *value as usize, tell);
            }
        }
    }
}

const fn is_on_card(field: Field) -> bool {
    match field {
        Field::Acronym
        | Field::Name
        | Field::Area
        | Field::Place
        | Field::Description
        | Field::Level => true,
        Field::Keyword | Field::Synonym | Field::Organisation => false,
    }
}
