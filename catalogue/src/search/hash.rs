//! Numbers for strings: each distinct string gets the next number, once.

/// A table of 64-bit hashes that numbers them in order of arrival.
///
/// Strings with the same hash are taken for the same string. Among three million distinct texts the
/// odds of that happening at all are one in four million, and what would happen is a wrong hit.
#[derive(Default, Debug)]
pub(crate) struct Numbers {
    /// Number plus one; 0 is a free slot. Length is a power of two, at most half full.
    slots: Vec<u32>,
    hashes: Vec<u64>,
}

impl Numbers {
    /// The number of `text`, and whether it is new.
    pub(crate) fn number(&mut self, text: &[u8]) -> (u32, bool) {
        if self.hashes.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(text);
        let slot = self.slot(hash);
        if self.slots[slot] == 0 {
            self.hashes.push(hash);
            self.slots[slot] = u32::try_from(self.hashes.len()).unwrap_or(u32::MAX);
            return (self.slots[slot] - 1, true);
        }
        (self.slots[slot] - 1, false)
    }

    /// The number of `text`, if it has one.
    pub(crate) fn find(&self, text: &[u8]) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(hash(text))].checked_sub(1)
    }

    /// Where `hash` is, or the free slot where it belongs.
    fn slot(&self, hash: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = (hash >> 32) as usize & last;
        while self.slots[slot] != 0 && self.hashes[self.slots[slot] as usize - 1] != hash {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for number in 0..self.hashes.len() {
            let slot = self.slot(self.hashes[number]);
            self.slots[slot] = u32::try_from(number).unwrap_or(u32::MAX) + 1;
        }
    }
}

/// Eight bytes a step, each step a bijection of what came before: strings of up to eight bytes and
/// the same length never collide.
fn hash(text: &[u8]) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut state = (text.len() as u64).wrapping_mul(ODD);
    let mut step = |bytes: u64| {
        state = (state ^ bytes).wrapping_mul(ODD);
        state ^= state >> 29;
    };
    let (chunks, rest) = text.as_chunks::<8>();
    for chunk in chunks {
        step(u64::from_le_bytes(*chunk));
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    step(u64::from_le_bytes(last));
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_keep_their_numbers_while_the_table_grows() {
        let mut numbers = Numbers::default();
        for number in 0..5_000_u32 {
            assert_eq!(
                numbers.number(&number.to_string().into_bytes()),
                (number, true)
            );
        }
        for number in 0..5_000_u32 {
            assert_eq!(
                numbers.number(&number.to_string().into_bytes()),
                (number, false)
            );
        }
    }

    #[test]
    fn padding_is_no_part_of_a_string() {
        let mut numbers = Numbers::default();
        for text in ["", "\0", "\0\0", "12345678", "12345678\0"] {
            assert!(numbers.number(text.as_bytes()).1, "{text:?}");
        }
    }
}
