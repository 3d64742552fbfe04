//! Sorting numbers by what they stand for.
//!
//! The standard sort is generic, and each use of it with another type or closure weighs about 4 KB
//! in the program that visitors download. Everything here and in the app is sorted by one of these.

/// The numbers `0..count` in ascending order of their rank; equals stay in the order of the numbers.
pub fn by_rank(count: usize, rank: &dyn Fn(u32) -> u32) -> Vec<u32> {
    let mut keys: Vec<u64> = (0..)
        .take(count)
        .map(|number| pack(rank(number), number))
        .collect();
    keys.sort_unstable();
    keys.into_iter().map(number_of).collect()
}

/// The first `wanted` of some numbers, given with their ranks, in ascending order of these.
pub fn first_by_rank(numbers: &mut dyn Iterator<Item = (u32, u32)>, wanted: usize) -> Vec<u32> {
    let mut keys: Vec<u64> = Vec::with_capacity(2 * wanted);
    let mut last = u64::MAX;
    for (rank, number) in numbers {
        let key = pack(rank, number);
        if key <= last {
            keys.push(key);
        }
        // Sorting now and then what may still be among the first is far less than sorting all.
        if keys.len() == 2 * wanted {
            keys.sort_unstable();
            keys.truncate(wanted);
            last = keys.last().copied().unwrap_or(0);
        }
    }
    keys.sort_unstable();
    keys.truncate(wanted);
    keys.into_iter().map(number_of).collect()
}

/// The numbers of some texts in ascending order of the texts; equals stay in the order of the numbers.
pub fn by_text(texts: &mut dyn Iterator<Item = &str>) -> Vec<u32> {
    let mut keys: Vec<(u64, &str, u32)> = Vec::new();
    for (number, text) in (0..).zip(texts) {
        keys.push((beginning(text), text, number));
    }
    keys.sort_unstable();
    keys.into_iter().map(|(_, _, number)| number).collect()
}

/// The first eight bytes of a text as one number, which orders most texts without looking at them.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (byte, letter) in bytes.iter_mut().zip(text.bytes()) {
        *byte = letter;
    }
    u64::from_be_bytes(bytes)
}

fn pack(rank: u32, number: u32) -> u64 {
    u64::from(rank) << 32 | u64::from(number)
}

fn number_of(key: u64) -> u32 {
    let [.., a, b, c, d] = key.to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_in_the_order_of_their_numbers() {
        let ranks = [3, 1, 2, 1];
        assert_eq!(by_rank(4, &|number| ranks[number as usize]), [1, 3, 2, 0]);
        let mut all = ranks.into_iter().zip(0..);
        assert_eq!(first_by_rank(&mut all, 2), [1, 3]);
        assert_eq!(
            first_by_rank(&mut ranks.into_iter().zip(0..), 9),
            [1, 3, 2, 0]
        );
        assert_eq!(by_text(&mut ["b", "a", "c", "a"].into_iter()), [1, 3, 0, 2]);
    }

    proptest::proptest! {
        #[test]
        fn the_first_are_those_of_all_sorted(
            ranks in proptest::collection::vec(0_u32..40, 0..200), wanted in 0_usize..30,
        ) {
            let mut all = by_rank(ranks.len(), &|number| ranks[number as usize]);
            all.truncate(wanted);
            proptest::prop_assert_eq!(first_by_rank(&mut ranks.into_iter().zip(0..), wanted), all);
        }
    }
}
