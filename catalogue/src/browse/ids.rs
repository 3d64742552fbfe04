//! Ids to numbers, by the hundred thousand.

use crate::search::Interner;

/// The numbers of some ids. Looking one up costs the same however many there are, and making it
/// sorts nothing.
pub(super) struct Ids {
    distinct: Interner,
    /// For each distinct id the number of the first record that has it.
    records: Vec<u32>,
}

impl Ids {
    /// Interner ids from 0. Of several equal ones the first is found.
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
    fn of_equal_ids_the_first_is_found() {
        let ids = Ids::new(&mut ["b", "a", "b", "c"].into_iter());
        let numbers = ["a", "b", "c", "d"].map(|id| ids.number(id));
        assert_eq!(numbers, [Some(1), Some(0), Some(3), None]);
    }
}
