//! Areas, places, clusters and organisations that a text may be about to name.

use super::collection::Collection;
use super::fields::{self, Field};
use super::target::{Name, Target};
use crate::query::Facet;
use crate::search::words_of;
use std::cmp::Reverse;

/// The end of a text with what it may name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completions {
    /// The text before the part that is completed.
    pub before: String,
    /// The targets, best first.
    pub targets: Vec<Target>,
}

/// The maximum number of targets: more would cover the first result.
const MAX_TARGETS: usize = 3;

/// The maximum number of targets of one kind, so that universities do not crowd out an area.
const MAX_OF_KIND: usize = 2;

/// The minimum length of the completed part, in bytes. One letter begins too many names.
const MIN_LENGTH: usize = 2;

impl Collection {
    /// The targets that the end of a text may name: each word begins a word of the name. The whole text
    /// may name anything, the words at its end an area or a place, by which the rest of the search is then
    /// filtered. Names that are equal to the text come first, then those that begin with it.
    pub fn completions(&self, text: &str) -> Completions {
        let starts = text.char_indices().filter(|(start, c)| {
            !c.is_whitespace() && !text[..*start].ends_with(|c: char| !c.is_whitespace())
        });
        for (start, _) in starts {
            let words = words_of(&text[start..], false);
            if words.iter().map(String::len).sum::<usize>() < MIN_LENGTH {
                continue;
            }
            let targets = self.targets(&words, start == 0);
            if !targets.is_empty() {
                let before = text[..start].trim_end().to_owned();
                return Completions { before, targets };
            }
        }
        Completions::default()
    }

    fn targets(&self, words: &[String], is_whole: bool) -> Vec<Target> {
        let whole = spaced(words);
        let mut found: Vec<(u8, usize, Target)> = Vec::new();
        for Name {
            target,
            words: name,
        } in self.names.get_or_init(|| self.all_names())
        {
            let is_value = matches!(target, Target::Value(..));
            let begins = |word: &String| name.contains(&format!(" {word}"));
            if !(is_value || is_whole) || !words.iter().all(begins) {
                continue;
            }
            let rank = if *name == whole {
                0
            } else if name.starts_with(&whole) {
                1
            } else {
                2
            };
            match found.iter_mut().find(|(_, _, other)| other == target) {
                Some((best, ..)) => *best = rank.min(*best),
                None => found.push((rank, self.clusters_with(*target), *target)),
            }
        }
        found.sort_by_key(|(rank, clusters, target)| (*rank, kind(*target), Reverse(*clusters)));
        let mut of_kind = [0; 4];
        found.retain(|(_, _, target)| {
            of_kind[kind(*target)] += 1;
            of_kind[kind(*target)] <= MAX_OF_KIND
        });
        found.truncate(MAX_TARGETS);
        found.into_iter().map(|(_, _, target)| target).collect()
    }

    /// The number of clusters that a target leads to.
    fn clusters_with(&self, target: Target) -> usize {
        match target {
            Target::Value(facet, value) => self.values(facet).clusters(value).len(),
            Target::Organisation(number) => self.values(Facet::Organisation).clusters(number).len(),
            Target::Cluster(_) => 1,
        }
    }

    fn all_names(&self) -> Vec<Name> {
        let mut names = Vec::new();
        for facet in [
            Facet::Area,
            Facet::Country,
            Facet::Region,
            Facet::City,
            Facet::Organisation,
        ] {
            for value in (0..).take(self.values(facet).len()) {
                let target = match facet {
                    Facet::Organisation => Target::Organisation(value),
                    _ => Target::Value(facet, value),
                };
                let visit = &mut |field, _, name: &str| {
                    // A synonym stands for the subject of an area, but does not name it.
                    if field != Field::Synonym {
                        push(&mut names, target, name);
                    }
                };
                fields::visit_value_texts(&self.catalogue, facet, value as usize, visit);
            }
        }
        for (number, cluster) in (0..).zip(self.catalogue.clusters.iter()) {
            fields::visit_own_texts(cluster, &mut |field, _, name| {
                if matches!(field, Field::Name | Field::Acronym) {
                    push(&mut names, Target::Cluster(number), name);
                }
            });
        }
        names
    }
}

fn push(names: &mut Vec<Name>, target: Target, name: &str) {
    let words = spaced(&words_of(name, false));
    names.push(Name { target, words });
}

fn spaced(words: &[String]) -> String {
    format!(" {}", words.join(" "))
}

/// The order of the kinds: areas, places, clusters, organisations.
fn kind(target: Target) -> usize {
    match target {
        Target::Value(Facet::Area, _) => 0,
        Target::Value(..) => 1,
        Target::Cluster(_) => 2,
        Target::Organisation(_) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;

    /// The ids of the targets, with the text before them.
    fn completed(text: &str) -> (String, Vec<&'static str>) {
        let Completions { before, targets } = REAL.completions(text);
        let id = |target: Target| match target {
            Target::Value(facet, value) => REAL.values(facet).id(value),
            Target::Cluster(number) => REAL.catalogue.clusters[number as usize].id.as_str(),
            Target::Organisation(number) => {
                REAL.catalogue.organisations[number as usize].id.as_str()
            }
        };
        (before, targets.into_iter().map(id).collect())
    }

    #[test]
    fn each_kind_is_completed_from_unfinished_words() {
        for (text, first) in [
            // An area comes before the clusters that carry its name.
            ("ener", "energy"),
            ("Energia", "energy"),
            ("lombard", "lombardia"),
            ("milan", "milano"),
            ("le2", "le2c"),
            ("polimi", "politecnico-di-milano"),
            ("univ bresc", "university-of-brescia"),
            ("brescia universi", "university-of-brescia"),
        ] {
            let (before, ids) = completed(text);
            assert_eq!((before.as_str(), ids.first()), ("", Some(&first)), "{text}");
        }
    }

    #[test]
    fn words_at_the_end_are_completed_to_areas_and_places_alone() {
        let (before, ids) = completed("hydrogen  lombar");
        assert_eq!((before.as_str(), ids), ("hydrogen", vec!["lombardia"]));
        let (before, ids) = completed("hydrogen emilia rom");
        assert_eq!((before.as_str(), ids), ("hydrogen", vec!["emilia-romagna"]));
        // An organisation is a page, where the rest of the text would be lost.
        assert_eq!(completed("hydrogen polimi").1, Vec::<&str>::new());
    }

    #[test]
    fn a_synonym_of_an_area_does_not_name_it() {
        assert!(!completed("photovoltai").1.contains(&"energy"));
    }

    #[test]
    fn lists_are_short_and_of_several_kinds() {
        for text in ["univ", "ita", "it", "ma", "cluster", "tec"] {
            let targets = REAL.completions(text).targets;
            assert!(targets.len() <= MAX_TARGETS, "{text}: {targets:?}");
            for one in 0..4 {
                let count = targets
                    .iter()
                    .filter(|target| kind(**target) == one)
                    .count();
                assert!(count <= MAX_OF_KIND, "{text}: {targets:?}");
            }
        }
    }

    #[test]
    fn texts_without_two_letters_are_not_completed() {
        for text in ["", " ", "e", "e ", "?", "zzzz", "\"", "🔋"] {
            assert_eq!(REAL.completions(text), Completions::default(), "{text:?}");
        }
    }
}
