//! The orders of results.

use crate::model::{Catalogue, Lang};
use crate::query::Sort;
use crate::ranked;
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
    pub(super) fn first(&self, hits: &[Hit], count: usize, sort: Sort, lang: Lang) -> Vec<u32> {
        let place = |hit: &Hit| {
            let cluster = hit.document as usize;
            match sort {
                Sort::Relevance => UNKNOWN - hit.score,
                Sort::Name => self.names[lang as usize][cluster],
                Sort::Founded => self.founded[cluster],
                Sort::Members => self.members[cluster],
            }
        };
        ranked::first_by_rank(
            &mut hits.iter().map(|hit| (place(hit), hit.document)),
            count,
        )
    }
}

/// The place of every cluster in the order of names, as a dictionary has them: accents and case aside.
fn by_name(catalogue: &Catalogue, lang: Lang) -> Vec<u32> {
    let names: Vec<String> = catalogue
        .clusters
        .iter()
        .map(|cluster| fold(cluster.name.text(lang)))
        .collect();
    let mut places = vec![0; names.len()];
    for (place, cluster) in (0..).zip(ranked::by_text(&mut names.iter().map(String::as_str))) {
        places[cluster as usize] = place;
    }
    places
}
