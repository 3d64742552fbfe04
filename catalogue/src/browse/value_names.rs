//! Finds values of a facet by their names.

use super::collection::Collection;
use super::fields;
use crate::query::Facet;
use crate::search::words_of;

impl Collection {
    /// The values of a facet that have all words of `text` in their names, in ascending order: in either
    /// language, in other names and short forms, in any order. The beginning, middle or end of a word is
    /// enough, because a list is filtered while typing.
    pub fn values_named(&self, facet: Facet, text: &str) -> Vec<u32> {
        let wanted = words_of(text, false);
        let values = self.values(facet);
        let mut found = Vec::new();
        for value in (0..).take(values.len()) {
            let mut names = vec![words_of(values.id(value), true)];
            if !wanted.is_empty() {
                let visit = &mut |_, _, name: &str| names.push(words_of(name, true));
                fields::visit_value_texts(&self.catalogue, facet, value as usize, visit);
            }
            let is_part = |word: &String| names.iter().flatten().any(|name| name.contains(word));
            if wanted.iter().all(is_part) {
                found.push(value);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;

    fn named(facet: Facet, text: &str) -> Vec<&'static str> {
        let values = REAL.values(facet);
        let named = REAL.values_named(facet, text);
        named.into_iter().map(|value| values.id(value)).collect()
    }

    #[test]
    fn values_are_found_by_every_spelling_of_their_names() {
        for (text, id) in [
            // Words in any order, in either language.
            ("brescia university", "university-of-brescia"),
            ("università brescia", "university-of-brescia"),
            // Other names, and the name of the website.
            ("unibs", "university-of-brescia"),
            ("polimi", "politecnico-di-milano"),
            // Unfinished words, capitals, signs.
            ("POLITEC milan", "politecnico-di-milano"),
            ("politecnico (milano)", "politecnico-di-milano"),
        ] {
            let found = named(Facet::Organisation, text);
            assert!(found.contains(&id), "{text}: {found:?}");
        }
        assert_eq!(named(Facet::Region, "lombardy"), ["lombardia"]);
        for text in ["romagna emilia", "emiliaromagna", "Emilia-Romagna"] {
            assert_eq!(named(Facet::Region, text), ["emilia-romagna"], "{text}");
        }
        assert_eq!(
            named(Facet::Region, "d’aosta"),
            named(Facet::Region, "d'aosta")
        );
    }

    #[test]
    fn a_text_without_words_keeps_all_values_and_an_unknown_word_none() {
        let all = REAL.values(Facet::Organisation).len();
        for text in ["", " ", "-"] {
            assert_eq!(REAL.values_named(Facet::Organisation, text).len(), all);
        }
        assert!(named(Facet::Organisation, "brescia zzz").is_empty());
    }
}
