//! Which clusters match a query: its text, and the chosen values of each facet.

use super::collection::Collection;
use super::fields;
use super::place::Place;
use crate::query::{Facet, Query};
use crate::search::{Hit, SearchText, fold};

impl Collection {
    /// The text of a query as it is searched, without websites and excluded filters: it says which words
    /// are searched for and which are set aside, and [`highlight()`](crate::search::highlight()) uses it
    /// to match what the search matches.
    pub fn search_text(&self, text: &str) -> SearchText {
        let words = self.typed_text(text).words;
        self.index.recognise(&self.index.parse(&words))
    }

    /// The number of matching clusters.
    pub(super) fn count(&self, query: &Query) -> usize {
        let (hits, _) = self.candidates(&self.typed_text(&query.text));
        let failed = self.failed_facets(query);
        let is_left = |hit: &&Hit| failed[hit.document as usize] == 0;
        hits.iter().filter(is_left).count()
    }

    /// For each cluster the facets in which it has none of the chosen values, or not all of them if all are
    /// required, as a bit mask. A chosen value that does not exist matches nothing. Places are one facet: a cluster
    /// passes or fails in all three of them, and where a chosen place lies in another, the narrower one counts.
    pub(super) fn failed_facets(&self, query: &Query) -> Vec<u16> {
        let with_choices = query.choices().map(|(facet, _)| facet_bits(facet));
        let with_choices = with_choices.fold(0, |facets, facet| facets | facet);
        let mut failed = vec![with_choices; self.catalogue.clusters.len()];
        let narrowed = self.narrowed_places(query);
        for facet in Facet::ALL {
            let chosen = query.chosen(facet);
            let values = self.values(facet);
            let chosen_values = chosen.iter().filter_map(|id| values.number(id));
            let clusters = chosen_values
                .filter(|&value| !narrowed.contains(&Place { facet, value }))
                .flat_map(|value| values.clusters(value));
            if query.requires_all(facet) {
                let mut matched = vec![0; failed.len()];
                for cluster in clusters {
                    matched[*cluster as usize] += 1;
                }
                for (failed, matched) in failed.iter_mut().zip(matched) {
                    if matched == chosen.len() {
                        *failed &= !facet_bits(facet);
                    }
                }
            } else {
                for cluster in clusters {
                    failed[*cluster as usize] &= !facet_bits(facet);
                }
            }
        }
        failed
    }
}

/// The bits of a facet in a mask of facets. Each place has those of all places, which are one facet here.
pub(super) const fn facet_bits(facet: Facet) -> u16 {
    if facet.is_place() {
        1 << Facet::Country as u16 | 1 << Facet::Region as u16 | 1 << Facet::City as u16
    } else {
        1 << facet as u16
    }
}

/// The words that a text is searched for, without those that stand for every record, unless there are
/// no others.
pub fn subject(text: &SearchText) -> Vec<&str> {
    let mut words = text.searched();
    let is_general = |word: &&str| fields::ANY_CLUSTER.contains(&fold(word).as_str());
    if !words.iter().all(is_general) {
        words.retain(|word| !is_general(word));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::search::highlight;

    #[test]
    fn words_searched_for_are_distinguished_from_words_set_aside() {
        let text = REAL.search_text("cerco partner idrogeno in Lombardia unibs.it -area:tourism");
        assert_eq!(text.searched(), ["idrogeno", "Lombardia"]);
        // Every record is a cluster: the word says nothing about the subject.
        for (text, words) in [
            ("contatti cluster energia", &["energia"][..]),
            (
                "all Clusters of energy OR mobility",
                &["energy OR mobility"],
            ),
            ("clusters", &["clusters"]),
            // Every record is in Europe.
            ("all clusters of energy in Europe", &["energy"]),
        ] {
            assert_eq!(subject(&REAL.search_text(text)), words, "{text}");
        }
        assert_eq!(text.set_aside().collect::<Vec<_>>(), ["cerco", "partner"]);
        // Adjectives highlight their place, and a word that occurs highlights no similar one.
        let marked = |text: &str, query: &str| highlight(text, &REAL.search_text(query)).len();
        assert_eq!(marked("University of Brescia", "bresciana"), 1);
        assert_eq!(marked("unibg", "unibs"), 0);
    }
}
