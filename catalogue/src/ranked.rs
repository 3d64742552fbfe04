//! Sorting numbers by what they stand for.

/// The numbers `0..count` in ascending order of their rank; equals stay in the order of the numbers.
pub fn by_rank(count: usize, rank: &dyn Fn(u32) -> u32) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..).take(count).collect();
    numbers.sort_by_cached_key(|number| rank(*number));
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_in_the_order_of_their_numbers() {
        let ranks = [3, 1, 2, 1];
        assert_eq!(by_rank(4, &|number| ranks[number as usize]), [1, 3, 2, 0]);
    }
}
