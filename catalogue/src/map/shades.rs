//! Classes of numbers, each with a shade of its own.

/// The classes of the numbers from 1 to a maximum: at most four, each some equal times as wide as the one before,
/// because most areas have few clusters and one has many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shades {
    /// The last number of each class.
    last: Vec<u32>,
}

impl Shades {
    /// The classes of the numbers up to `max`.
    pub fn up_to(max: u32) -> Self {
        let half = max.isqrt();
        let three_quarters = u64::from(max) * u64::from(half);
        let three_quarters = u32::try_from(three_quarters.isqrt()).unwrap_or(max);
        let mut last = vec![half.isqrt(), half, three_quarters, max];
        last.dedup();
        last.retain(|&last| last > 0);
        Self { last }
    }

    /// The class of a number, from 1 on; 0 for 0.
    pub fn of(&self, number: u32) -> usize {
        match number {
            0 => 0,
            _ => self.last.iter().take_while(|last| **last < number).count() + 1,
        }
    }

    /// The first and the last number of each class.
    pub fn classes(&self) -> Vec<(u32, u32)> {
        let mut first = 1;
        let mut classes = Vec::new();
        for &last in &self.last {
            classes.push((first, last));
            first = last + 1;
        }
        classes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn classes_grow() {
        for (max, classes) in [
            (0, &[][..]),
            (1, &[(1, 1)][..]),
            (2, &[(1, 1), (2, 2)]),
            (12, &[(1, 1), (2, 3), (4, 6), (7, 12)]),
            (115, &[(1, 3), (4, 10), (11, 33), (34, 115)]),
        ] {
            assert_eq!(Shades::up_to(max).classes(), classes, "{max}");
        }
    }

    proptest! {
        #[test]
        fn every_number_is_in_its_class(
            (max, number) in (1_u32..).prop_flat_map(|max| (Just(max), 1..=max)),
        ) {
            let shades = Shades::up_to(max);
            let (first, last) = shades.classes()[shades.of(number) - 1];
            prop_assert!((first..=last).contains(&number));
            prop_assert_eq!(shades.of(0), 0);
        }
    }
}
