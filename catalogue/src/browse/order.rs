//! The orders of results.

use crate::model::{Catalogue, Lang};
use crate::query::Sort;
use crate::search::{Hit, fold};

/// The place of every cluster in each order that does not depend on what is searched for;
/// lower is earlier.
pub(super) struct Orders {
    names: [Vec<u32>; Lang::ALL.len()],
    founded: Vec<u32>,
    members: Vec<u32>,
}

/// The place of clusters about which a fact is unknown: after all others.
const UNKNOWN: u32 = u32::MAX;

impl Orders {
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

    /// The first `count` of the hits in the order asked for. Those that are equal in it stand in the
    /// order of the data file, so that the same question always gets the same answer.
    pub(super) fn first(&self, hits: &mut [Hit], count: usize, sort: Sort, lang: Lang) -> Vec<u32> {
        let by = |hit: &Hit| {
            let cluster = hit.document as usize;
            let place = match sort {
                Sort::Relevance => UNKNOWN - hit.score,
                Sort::Name => self.names[lang as usize][cluster],
                Sort::Founded => self.founded[cluster],
                Sort::Members => self.members[cluster],
            };
            (place, hit.document)
        };
        // Only what is shown is sorted; the rest of a hundred thousand need not be.
        let first = if count < hits.len() {
            hits.select_nth_unstable_by_key(count, by).0
        } else {
            hits
        };
        first.sort_unstable_by_key(by);
        first.iter().map(|hit| hit.document).collect()
    }
}

/// The place of every cluster in the order of names, as a dictionary has them: accents and case aside.
fn by_name(catalogue: &Catalogue, lang: Lang) -> Vec<u32> {
    let names = catalogue
        .clusters
        .iter()
        .map(|cluster| fold(cluster.name.text(lang)));
    let mut sorted: Vec<(String, u32)> = names.zip(0..).collect();
    sorted.sort_unstable();
    let mut places = vec![0; sorted.len()];
    for (place, (_, cluster)) in (0..).zip(&sorted) {
        places[*cluster as usize] = place;
    }
    places
}
