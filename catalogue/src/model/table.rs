//! Tables of records in file order, with lookup by id.

use super::id::RecordId;

/// A record with an id.
pub trait Identified {
    /// The id; unique among records of the same kind.
    fn id(&self) -> &str;

    /// Former ids; they lead to this record for ever.
    fn former_ids(&self) -> &[RecordId] {
        &[]
    }
}

/// Records in file order: found by number in constant time, by id in logarithmic time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<T> {
    records: Vec<T>,
    /// The numbers of the records, sorted by id.
    by_id: Vec<u32>,
}

impl<T: Identified> Table<T> {
    /// Creates a table. Of several records with the same id the first is found; `check-data`
    /// rejects such files.
    pub fn new(records: Vec<T>) -> Self {
        let mut ids: Vec<(&str, u32)> = records.iter().map(Identified::id).zip(0..).collect();
        ids.sort_unstable();
        ids.dedup_by_key(|(id, _)| *id);
        let by_id = ids.into_iter().map(|(_, number)| number).collect();
        Self { records, by_id }
    }

    /// The number of the record with this id.
    pub fn number(&self, id: &str) -> Option<usize> {
        let found = self
            .by_id
            .binary_search_by_key(&id, |&n| self.records[n as usize].id());
        found.ok().map(|place| self.by_id[place] as usize)
    }

    /// The record with this former id.
    pub fn by_former_id(&self, former_id: &str) -> Option<&T> {
        let had = |record: &&T| {
            let mut ids = record.former_ids().iter();
            ids.any(|id| id.as_str() == former_id)
        };
        self.records.iter().find(had)
    }

    /// The record with this id.
    pub fn get(&self, id: &str) -> Option<&T> {
        self.number(id).map(|number| &self.records[number])
    }
}

impl<T> std::ops::Deref for Table<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.records
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Identified for &str {
        fn id(&self) -> &str {
            self
        }
    }

    #[test]
    fn records_keep_their_order_and_are_found_by_id() {
        let table = Table::new(vec!["c", "a", "b", "a"]);
        assert_eq!(&table[..], ["c", "a", "b", "a"]);
        assert_eq!(table.number("c"), Some(0));
        assert_eq!(table.number("a"), Some(1), "the first of two wins");
        assert_eq!(table.get("b"), Some(&"b"));
        assert_eq!(table.get("d"), None);
    }
}
