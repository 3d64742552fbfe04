//! Pages that a mistyped address may have meant.

use std::cmp::Reverse;

use super::collection::Collection;
use crate::model::{AreaId, ClusterId, Identified, OrganisationId, Table};
use crate::query::{Page, decode};
use crate::search::fold;

/// A page with an address similar to the requested one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearestPage {
    /// The page.
    pub page: Page,
    /// Its similarity, in thousandths.
    pub similarity: usize,
}

/// The minimum similarity of a suggestion, in thousandths: about a third of the bigrams are shared.
const MIN_SIMILARITY: usize = 380;

/// The number of segments, from the end, that are compared with ids. An address of this site has three.
const MAX_SEGMENTS: usize = 4;

/// Segments of addresses that are not ids, although some ids resemble them.
const FIXED_SEGMENTS: [&str; 6] = ["", "en", "it", "clusters", "areas", "organisations"];

impl Collection {
    /// The pages with ids most similar to a segment of a path, at most `count`: a mistyped id may be followed
    /// by more (`/en/clusters/lec2/members`).
    pub fn nearest(&self, path: &str, count: usize) -> Vec<NearestPage> {
        let mut near: Vec<NearestPage> = Vec::new();
        let segments = path.rsplit('/');
        let segments = segments.filter(|segment| !FIXED_SEGMENTS.contains(segment));
        for segment in segments.take(MAX_SEGMENTS) {
            let wanted = pairs(&fold(&decode(segment)));
            collect(&self.catalogue.clusters, &wanted, &mut near, &|id| {
                ClusterId::new(id).ok().map(Page::Cluster)
            });
            collect(&self.catalogue.areas, &wanted, &mut near, &|id| {
                AreaId::new(id).ok().map(Page::Area)
            });
            collect(&self.catalogue.organisations, &wanted, &mut near, &|id| {
                OrganisationId::new(id).ok().map(Page::Organisation)
            });
        }
        near.sort_by_key(|near| Reverse(near.similarity));
        // The same page may be similar to two segments.
        let mut pages = Vec::new();
        near.retain(|near| {
            let is_new = !pages.contains(&near.page);
            if is_new {
                pages.push(near.page.clone());
            }
            is_new
        });
        near.truncate(count);
        near
    }
}

fn collect<T: Identified>(
    table: &Table<T>,
    wanted: &[[u8; 2]],
    near: &mut Vec<NearestPage>,
    page: &dyn Fn(&str) -> Option<Page>,
) {
    for record in table.iter() {
        let similarity = similarity(wanted, &pairs(record.id()));
        if similarity >= MIN_SIMILARITY
            && let Some(page) = page(record.id())
        {
            near.push(NearestPage { page, similarity });
        }
    }
}

/// The bigrams of a text, including its start and end.
fn pairs(text: &str) -> Vec<[u8; 2]> {
    let marked = format!("^{text}$");
    marked
        .as_bytes()
        .windows(2)
        .map(|pair| [pair[0], pair[1]])
        .collect()
}

/// The Sørensen–Dice coefficient of two lists of bigrams, in thousandths; 0 if it cannot reach the
/// minimum.
fn similarity(one: &[[u8; 2]], other: &[[u8; 2]]) -> usize {
    // An address may be a megabyte long. Ids of very different lengths are never similar enough,
    // and comparing their bigrams would take quadratic time.
    if coefficient(one.len().min(other.len()), one, other) < MIN_SIMILARITY {
        return 0;
    }
    let mut unmatched = other.to_vec();
    let mut shared = 0;
    for pair in one {
        if let Some(index) = unmatched.iter().position(|other| other == pair) {
            unmatched.swap_remove(index);
            shared += 1;
        }
    }
    coefficient(shared, one, other)
}

fn coefficient(shared: usize, one: &[[u8; 2]], other: &[[u8; 2]]) -> usize {
    2000 * shared / (one.len() + other.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::REAL;
    use super::*;
    use crate::model::Lang;
    use crate::query::Address;

    #[test]
    fn every_segment_of_a_path_may_hold_the_mistyped_id() {
        for path in [
            "/en/clusters/le3c/",
            "/en/clusters/le3c/members",
            "/le3c/index.html",
            "/en/clusters/le3c/en/clusters/le3c",
        ] {
            let near = REAL.nearest(path, 5);
            let pages: Vec<String> = near
                .iter()
                .map(|near| Address::of(Lang::En, near.page.clone()).path())
                .collect();
            assert_eq!(pages[0], "en/clusters/le2c/", "{path}");
            let mut distinct = pages.clone();
            distinct.sort();
            distinct.dedup();
            assert_eq!(distinct.len(), pages.len(), "{path}");
        }
    }

    #[test]
    fn similarity_threshold_is_inclusive() {
        // All four bigrams of the shorter text are shared, of 21 in total: 8000 / 21.
        let (short, long) = (pairs("abc"), pairs("abxxxxxxxxxxxxbc"));
        assert_eq!(similarity(&short, &long), MIN_SIMILARITY);
        // One more letter, and the similarity is too low.
        let longer = pairs("abxxxxxxxxxxxxxbc");
        assert_eq!(similarity(&short, &longer), 0);
        assert_eq!(similarity(&longer, &short), 0);
    }
}
