//! Numbers in groups, all in one list.

/// Group `g` is `items[starts[g]..starts[g + 1]]`.
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
    /// Adds the next group.
    pub(crate) fn push(&mut self, items: &[u32]) {
        self.items.extend_from_slice(items);
        self.starts
            .push(u32::try_from(self.items.len()).unwrap_or(u32::MAX));
    }

    /// How many groups there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The items of one group; none of a group that does not exist.
    pub(crate) fn get(&self, group: usize) -> &[u32] {
        match self.starts.get(group..group + 2) {
            Some(ends) => &self.items[ends[0] as usize..ends[1] as usize],
            None => &[],
        }
    }

    /// Adds to each item's count how many of the marked groups have it.
    pub(crate) fn count(&self, is_marked: &[bool], counts: &mut [u32]) {
        for (group, is_marked) in is_marked.iter().enumerate() {
            if *is_marked {
                let (start, end) = (self.starts[group], self.starts[group + 1]);
                for item in &self.items[start as usize..end as usize] {
                    counts[*item as usize] += 1;
                }
            }
        }
    }

    /// For each of the items `0..count` the groups that have it, in ascending order.
    ///
    /// Counts first and then writes each group where it belongs: nothing grows.
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
        for (group, number) in (0..self.len()).zip(0..) {
            for item in self.get(group) {
                let place = &mut next[*item as usize];
                items[*place as usize] = number;
                *place += 1;
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
        let mut groups = JaggedArray::default();
        for items in [&[2, 0][..], &[], &[2]] {
            groups.push(items);
        }
        assert_eq!(groups.get(0), [2, 0]);
        assert_eq!(groups.get(9), [0; 0]);
        let inverted = groups.transposed(4);
        let all: Vec<&[u32]> = (0..inverted.len()).map(|item| inverted.get(item)).collect();
        assert_eq!(all, [&[0][..], &[], &[0, 2], &[]]);
    }
}
