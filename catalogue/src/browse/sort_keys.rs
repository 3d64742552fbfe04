//! Sorting of results.

use crate::model::{Catalogue, Lang};
use crate::query::Sort;
use crate::search::{Hit, fold};

/// The sort key of every cluster for each order that does not depend on the query; lower keys come
/// first.
pub(super) struct SortKeys {
    names: [Vec<u32>; Lang::ALL.len()],
    founded: Vec<u32>,
    members: Vec<u32>,
}

/// The sort key of an unknown value: it comes last.
const UNKNOWN: u32 = u32::MAX;

impl SortKeys {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let clusters = &catalogue.clusters;
        let founded = clusters
            .iter()
            .map(|cluster| cluster.founded.map_or(UNKNOWN, u32::from));
        let members = clusters.iter().map(|cluster| {
            let count = cluster.members.as_ref().and_then(|members| members.count);
            count.map_or(UNKNOWN, |count| UNKNOWN - 1 - count)
        });
        Self {
            names: Lang::ALL.map(|lang| by_name(catalogue, lang)),
            founded: founded.collect(),
            members: members.collect(),
        }
    }

    /// The first `count` hits in the requested order. Equals stay in the order of the data file, so
    /// that the same query always gives the same results.
    pub(super) fn sorted(&self, hits: &[Hit], count: usize, sort: Sort, lang: Lang) -> Vec<u32> {
        let key = |hit: &Hit| {
            let cluster = hit.document as usize;
            match sort {
                Sort::Relevance => UNKNOWN - hit.score,
                Sort::Name => self.names[lang as usize][cluster],
                Sort::NameDescending => reversed(self.names[lang as usize][cluster]),
                Sort::Founded => self.founded[cluster],
                Sort::FoundedDescending => reversed(self.founded[cluster]),
                Sort::Members => self.members[cluster],
                Sort::MembersAscending => reversed(self.members[cluster]),
            }
        };
        let keys = hits.iter().map(|hit| (key(hit), hit.document)).collect();
        let first = smallest(keys, count).into_iter();
        first.map(|(_, cluster)| cluster).collect()
    }
}

/// The key for the other direction, in which unknown values also come last.
const fn reversed(key: u32) -> u32 {
    match key {
        UNKNOWN => UNKNOWN,
        key => UNKNOWN - 1 - key,
    }
}

/// The `count` smallest keys, in ascending order. Sorts only these: a screen shows a few out of
/// perhaps a hundred thousand.
fn smallest(mut keys: Vec<(u32, u32)>, count: usize) -> Vec<(u32, u32)> {
    if count < keys.len() {
        keys.select_nth_unstable(count);
        keys.truncate(count);
    }
    keys.sort_unstable();
    keys
}

/// The alphabetical rank of every cluster by name, ignoring accents and case.
fn by_name(catalogue: &Catalogue, lang: Lang) -> Vec<u32> {
    let names: Vec<String> = catalogue
        .clusters
        .iter()
        .map(|cluster| fold(cluster.name.text(lang)))
        .collect();
    let mut sorted: Vec<(&str, u32)> = names.iter().map(String::as_str).zip(0..).collect();
    sorted.sort_unstable();
    let mut ranks = vec![0; names.len()];
    for (rank, (_, cluster)) in (0..).zip(sorted) {
        ranks[cluster as usize] = rank;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Closeness;
    use proptest::prelude::*;

    #[test]
    fn equals_stay_in_file_order() {
        let sort_keys = SortKeys {
            names: [vec![1, 0, 3, 2], vec![0, 1, 2, 3]],
            founded: vec![1999, UNKNOWN, 1999, UNKNOWN],
            members: vec![7, 5, UNKNOWN, 6],
        };
        // Hits are in no particular order.
        let hits = [(2, 10), (0, 10), (3, 90), (1, 10)];
        let hits = hits.map(|(document, score)| Hit {
            document,
            score,
            closeness: Closeness::Direct,
        });
        for (sort, wanted) in [
            (Sort::Relevance, [3, 0, 1, 2]),
            (Sort::Name, [1, 0, 3, 2]),
            (Sort::NameDescending, [2, 3, 0, 1]),
            (Sort::Founded, [0, 2, 1, 3]),
            (Sort::FoundedDescending, [0, 2, 1, 3]),
            (Sort::Members, [1, 3, 0, 2]),
            (Sort::MembersAscending, [0, 3, 1, 2]),
        ] {
            for count in 0..6 {
                let first = sort_keys.sorted(&hits, count, sort, Lang::En);
                assert_eq!(first, wanted[..count.min(4)], "{sort:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn smallest_agrees_with_sorting_all(
            values in prop::collection::vec(0_u32..40, 0..200), count in 0_usize..240,
        ) {
            let keys: Vec<(u32, u32)> = values.into_iter().zip(0..).collect();
            let mut all = keys.clone();
            all.sort_unstable();
            all.truncate(count);
            prop_assert_eq!(smallest(keys, count), all);
        }
    }
}
