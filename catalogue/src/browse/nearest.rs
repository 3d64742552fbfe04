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

impl Collection {
    /// The pages with ids most similar to the last segment of a path, at most `count`.
    pub fn nearest(&self, path: &str, count: usize) -> Vec<NearestPage> {
        let last = path
            .trim_end_matches('/')
            .rsplit('/')
            .next()
            .unwrap_or_default();
        let wanted = pairs(&fold(&decode(last)));
        let mut near = Vec::new();
        collect(&self.catalogue.clusters, &wanted, &mut near, &|id| {
            ClusterId::new(id).ok().map(Page::Cluster)
        });
        collect(&self.catalogue.areas, &wanted, &mut near, &|id| {
            AreaId::new(id).ok().map(Page::Area)
        });
        collect(&self.catalogue.organisations, &wanted, &mut near, &|id| {
            OrganisationId::new(id).ok().map(Page::Organisation)
        });
        near.sort_by_key(|near| Reverse(near.similarity));
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

/// The Sørensen–Rng coefficient of two lists of bigrams, in thousandths; 0 if it cannot reach the
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
    use super::*;

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
