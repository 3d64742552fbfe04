//! Lists of numbers, stored in a single vector.

/// Row `r` is `items[starts[r]..starts[r + 1]]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JaggedArray {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Default for JaggedArray {
    fn default() -> Self {
        Self {
            starts: vec![0],
            items: Vec::new(),
        }
    }
}

impl JaggedArray {
    /// Appends a row.
    pub(crate) fn push(&mut self, items: &[u32]) {
        self.items.extend_from_slice(items);
        self.starts
            .push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// The number of rows.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The items of a row; empty if there is no such row.
    pub(crate) fn get(&self, row: usize) -> &[u32] {
        match self.starts.get(row..row + 2) {
            Some(ends) => &self.items[ends[0] as usize..ends[1] as usize],
            None => &[],
        }
    }

    /// Counts for each item in how many of the marked rows it occurs, and adds that to `counts`.
    pub(crate) fn count_items(&self, is_marked: &[bool], counts: &mut [u32]) {
        for (row, is_marked) in is_marked.iter().enumerate() {
            if *is_marked {
                let (start, end) = (self.starts[row], self.starts[row + 1]);
                for item in &self.items[start as usize..end as usize] {
                    counts[*item as usize] += 1;
                }
            }
        }
    }

    /// For each of the items `0..count` the rows that contain it, in ascending order.
    ///
    /// Counts the items first and then writes each row to its final position, so that no list
    /// grows.
    pub(crate) fn transposed(&self, count: usize) -> Self {
        let mut starts = vec![0; count + 1];
        for item in &self.items {
            starts[*item as usize + 1] += 1;
        }
        for item in 0..count {
            starts[item + 1] += starts[item];
        }
        let mut next = starts.clone();
        let mut items = vec![0; self.items.len()];
        for (row, number) in (0..self.len()).zip(0..) {
            for item in self.get(row) {
                let slot = &mut next[*item as usize];
                items[*slot as usize] = number;
                *slot += 1;
            }
        }
        Self { starts, items }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_items_are_transposed() {
        let mut rows = JaggedArray::default();
        for items in [&[2, 0][..], &[], &[2]] {
            rows.push(items);
        }
        assert_eq!(rows.get(0), [2, 0]);
        assert_eq!(rows.get(9), [0; 0]);
        let transposed = rows.transposed(4);
        let all: Vec<&[u32]> = (0..transposed.len())
            .map(|item| transposed.get(item))
            .collect();
        assert_eq!(all, [&[0][..], &[], &[0, 2], &[]]);
    }
}
