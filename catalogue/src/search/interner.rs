//! String interning: numbers distinct strings in order of arrival.

/// A hash table of 64-bit hashes; the strings themselves are not kept.
///
/// Strings with the same hash are treated as equal. Among three million distinct texts the odds of any
/// collision are one in four million, and its effect would be a wrong hit.
#[derive(Default, Debug)]
pub(crate) struct Interner {
    /// Hash, and number plus one; 0 marks a free slot. The length is a power of two, and at most half of
    /// the slots are in use. Hash and number are stored together to save a cache miss.
    slots: Vec<(u64, u32)>,
    count: u32,
}

impl Interner {
    /// The number of `text`, and whether it was new.
    pub(crate) fn intern(&mut self, text: &[u8]) -> (u32, bool) {
        if self.count as usize * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(text);
        let slot = self.slot(hash);
        if self.slots[slot].1 == 0 {
            self.count += 1;
            self.slots[slot] = (hash, self.count);
            return (self.count - 1, true);
        }
        (self.slots[slot].1 - 1, false)
    }

    /// The number of `text`, if it has one.
    pub(crate) fn find(&self, text: &[u8]) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots[self.slot(hash(text))].1.checked_sub(1)
    }

    /// The slot of `hash`, or the free slot where it belongs.
    fn slot(&self, hash: u64) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = (hash >> 32) as usize & last;
        loop {
            let (known, number) = self.slots[slot];
            if known == hash || number == 0 {
                return slot;
            }
            slot = (slot + 1) & last;
        }
    }

    fn grow(&mut self) {
        let length = (self.slots.len() * 2).max(1024);
        for (hash, number) in std::mem::replace(&mut self.slots, vec![(0, 0); length]) {
            if number != 0 {
                let slot = self.slot(hash);
                self.slots[slot] = (hash, number);
            }
        }
    }
}

/// Mixes in eight bytes at a time, each step a bijection of the state: strings of equal length up to
/// eight bytes never collide.
fn hash(text: &[u8]) -> u64 {
    let (chunks, rest) = text.as_chunks::<8>();
    let mut state = mix(0, text.len() as u64);
    for chunk in chunks {
        state = mix(state, u64::from_le_bytes(*chunk));
    }
    let mut last = 0;
    for byte in rest {
        last = last << 8 | u64::from(*byte);
    }
    mix(state, last)
}

fn mix(state: u64, bytes: u64) -> u64 {
    let mixed = (state ^ bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 29
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_the_same_while_the_table_grows() {
        let mut interner = Interner::default();
        for number in 0..5_000_u32 {
            assert_eq!(
                interner.intern(&number.to_string().into_bytes()),
                (number, true)
            );
        }
        for number in 0..5_000_u32 {
            assert_eq!(
                interner.intern(&number.to_string().into_bytes()),
                (number, false)
            );
        }
    }

    #[test]
    fn zero_bytes_are_significant() {
        let mut interner = Interner::default();
        for text in ["", "\0", "\0\0", "12345678", "12345678\0"] {
            assert!(interner.intern(text.as_bytes()).1, "{text:?}");
        }
    }
}
