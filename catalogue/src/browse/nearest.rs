//! What a mistyped address may have meant.

use std::cmp::Reverse;

use super::Collection;
use crate::model::{AreaId, ClusterId, Identified, OrganisationId, Table};
use crate::query::{Page, decode};
use crate::search::fold;

/// A page whose address is like the one that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The page.
    pub page: Page,
    /// How like it is, in thousandths.
    pub likeness: usize,
}

/// The least likeness worth offering, in thousandths: two ids that share a good third of their pairs of letters.
const LEAST: usize = 380;

impl Collection {
    /// The pages whose ids are most like the last part of a path, at most `count`.
    pub fn nearest(&self, path: &str, count: usize) -> Vec<Near> {
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
        near.sort_by_key(|near| Reverse(near.likeness));
        near.truncate(count);
        near
    }
}

fn collect<T: Identified>(
    table: &Table<T>,
    wanted: &[[u8; 2]],
    near: &mut Vec<Near>,
    page: &dyn Fn(&str) -> Option<Page>,
) {
    for record in table.iter() {
        let likeness = likeness(wanted, &pairs(record.id()));
        if likeness >= LEAST
            && let Some(page) = page(record.id())
        {
            near.push(Near { page, likeness });
        }
    }
}

/// The pairs of neighbouring letters of a text, its ends marked.
fn pairs(text: &str) -> Vec<[u8; 2]> {
    let marked = format!("^{text}$");
    marked
        .as_bytes()
        .windows(2)
        .map(|pair| [pair[0], pair[1]])
        .collect()
}

/// The Sørensen–Dice coefficient of two lists of pairs, in thousandths; 0 if it cannot be worth
/// offering.
fn likeness(one: &[[u8; 2]], other: &[[u8; 2]]) -> usize {
    // An address may be a million letters long: who is that much longer is like nothing, and need not
    // be compared.
    if coefficient(one.len().min(other.len()), one, other) < LEAST {
        return 0;
    }
    let mut unmatched = other.to_vec();
    let mut shared = 0;
    for pair in one {
        if let Some(place) = unmatched.iter().position(|other| other == pair) {
            unmatched.swap_remove(place);
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
    fn what_is_just_worth_offering_is_compared() {
        // All four pairs of the shorter one are shared, of 21: 8000 / 21.
        let (short, long) = (pairs("abc"), pairs("abxxxxxxxxxxxxbc"));
        assert_eq!(likeness(&short, &long), LEAST);
        // One letter more, and it is not.
        let longer = pairs("abxxxxxxxxxxxxxbc");
        assert_eq!(likeness(&short, &longer), 0);
        assert_eq!(likeness(&longer, &short), 0);
    }
}
