//! Looks up records by id, in constant time.

use crate::search::Interner;

/// The record number of each id. A hash table, because sorting a hundred thousand ids would take
/// longer.
pub(super) struct IdIndex {
    distinct: Interner,
    /// For each distinct id the number of the first record with it.
    records: Vec<u32>,
}

impl IdIndex {
    /// Numbers ids from 0. Of duplicates the first is kept.
    pub(super) fn new(ids: &mut dyn Iterator<Item = &str>) -> Self {
        let mut all = Self {
            distinct: Interner::default(),
            records: Vec::new(),
        };
        for (record, id) in (0..).zip(ids) {
            if all.distinct.intern(id.as_bytes()).1 {
                all.records.push(record);
            }
        }
        all
    }

    /// The number of the record with this id.
    pub(super) fn number(&self, id: &str) -> Option<u32> {
        let distinct = self.distinct.find(id.as_bytes())?;
        Some(self.records[distinct as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_of_duplicate_ids_is_found() {
        let ids = IdIndex::new(&mut ["b", "a", "b", "c"].into_iter());
        let numbers = ["a", "b", "c", "d"].map(|id| ids.number(id));
        assert_eq!(numbers, [Some(1), Some(0), Some(3), None]);
    }
}
