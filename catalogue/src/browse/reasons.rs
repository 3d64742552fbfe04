//! Why a cluster matches, where its card does not show the match.

use super::collection::Collection;
use super::fields::{self, Field};
use crate::model::Lang;
use crate::query::Facet;
use crate::search::{SearchText, contains_word, highlight};

/// A matching text that the card does not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The field of the text.
    pub field: Field,
    /// The text.
    pub text: String,
    /// Its language; `None` for names.
    pub lang: Option<Lang>,
    /// The area of which it is a synonym.
    pub area: Option<u32>,
}

impl Collection {
    /// The texts that explain why a cluster matches those words that match nothing on its card: at
    /// most one per word, and none for words that an earlier text explains as well. The card shows
    /// acronym, name, areas, place and description in the language of the page.
    pub fn reasons(&self, text: &SearchText, cluster: u32, lang: Lang) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = Vec::new();
        // Words that occur in the catalogue match no similar ones.
        let text = &self.index.recognise(text);
        for word in text.words() {
            let word = self.index.recognise(&word);
            let is_in = |text: &str| !highlight(text, &word).is_empty();
            if reasons.iter().any(|reason| is_in(&reason.text)) {
                continue;
            }
            let mut seen = None;
            let mut best = None;
            self.for_each_text(cluster as usize, &mut |field, of, found| {
                if seen == Some(true) || !is_in(found) {
                    return;
                }
                // An infix match does not explain an exact one.
                let is_word = contains_word(found, &word);
                let is_read = of.is_none_or(|of| of == lang);
                if is_on_card(field) && is_read {
                    seen = seen.max(Some(is_word));
                }
                // Prefers exact matches, then the heaviest field, then the text that matches most
                // of the query, then the visitor's language.
                let marks = highlight(found, text).len();
                let rank = (is_word, Field::WEIGHTS[field as usize], marks, is_read);
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
            let Some((rank, mut reason)) = best else {
                continue;
            };
            if seen >= Some(rank.0) {
                continue;
            }
            reason.area = self.area_of(cluster, &reason);
            reasons.push(reason);
        }
        reasons
    }

    /// The first area of the cluster with this text as a synonym.
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

    /// Visits all searchable texts of a cluster, with the language of each (`None` for names).
    pub fn for_each_text(&self, number: usize, visit: &mut dyn FnMut(Field, Option<Lang>, &str)) {
        let cluster = &self.catalogue.clusters[number];
        fields::visit_own_texts(cluster, visit);
        for facet in Facet::ALL {
            for value in self.values(facet).of(number) {
                fields::visit_value_texts(&self.catalogue, facet, *value as usize, visit);
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
        Field::FormerName | Field::Keyword | Field::Synonym | Field::Organisation => false,
    }
}
