//! Classes of numbers, each with a shade of its own.

/// The maximum number of classes: people can tell about four shades apart.
const MAX_CLASSES: usize = 4;

/// The classes of some numbers: at most four, with the breaks where the numbers themselves have gaps (the natural
/// breaks of Jenks). Those in a class are as close to their mean as possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shades {
    /// The last number of each class.
    last: Vec<u32>,
}

impl Shades {
    /// The classes of these numbers; zeros have none.
    pub fn of_numbers(mut numbers: Vec<u32>) -> Self {
        numbers.retain(|&number| number > 0);
        numbers.sort_unstable();
        let mut distinct = numbers.clone();
        distinct.dedup();
        let ends: Vec<usize> = distinct
            .iter()
            .map(|last| numbers.partition_point(|number| number <= last))
            .collect();
        // The least spread of the numbers up to each distinct one, in as many classes as steps were made, with the
        // ends of these classes.
        let mut best: Vec<(f64, Vec<u32>)> = Vec::new();
        for (&end, &last) in ends.iter().zip(&distinct) {
            best.push((spread(&numbers[..end]), vec![last]));
        }
        for _ in 1..MAX_CLASSES.min(distinct.len()) {
            let mut next = best.clone();
            for at in 1..distinct.len() {
                for before in 0..at {
                    let of_last = spread(&numbers[ends[before]..ends[at]]);
                    let (of_others, classes) = &best[before];
                    if of_others + of_last < next[at].0 {
                        let classes = [&classes[..], &[distinct[at]]].concat();
                        next[at] = (of_others + of_last, classes);
                    }
                }
            }
            best = next;
        }
        let last = best.pop().map_or_else(Vec::new, |(_, classes)| classes);
        Self { last }
    }

    /// The class of a number, starting from 1; 0 for 0. Each number between two classes belongs to the
    /// upper one.
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

/// The sum of the squared distances of some numbers from their mean.
fn spread(numbers: &[u32]) -> f64 {
    let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for &number in numbers {
        let number = f64::from(number);
        count += 1.0;
        sum += number;
        squares += number * number;
    }
    squares - sum * sum / f64::max(count, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn classes_break_at_gaps() {
        for (numbers, classes) in [
            (&[][..], &[][..]),
            (&[0, 0], &[]),
            (&[3, 3, 3], &[(1, 3)]),
            (&[2, 1, 2], &[(1, 1), (2, 2)]),
            (
                &[1, 2, 9, 10, 11, 30, 115],
                &[(1, 2), (3, 11), (12, 30), (31, 115)],
            ),
        ] {
            assert_eq!(
                Shades::of_numbers(numbers.to_vec()).classes(),
                classes,
                "{numbers:?}"
            );
        }
    }

    /// Most regions of Italy have several clusters: they must not share the darkest shade.
    #[test]
    fn numbers_close_to_each_other_are_told_apart() {
        let numbers = vec![1, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7, 7, 7, 9, 9, 11, 11, 12];
        let shades = Shades::of_numbers(numbers.clone());
        let mut of_classes = [0; MAX_CLASSES];
        for number in numbers {
            of_classes[shades.of(number) - 1] += 1;
        }
        assert!(
            of_classes.iter().all(|count| (1..9).contains(count)),
            "{of_classes:?}"
        );
        assert!(of_classes[3] <= 5, "{of_classes:?}");
    }

    proptest! {
        #[test]
        fn every_number_is_in_its_class(numbers in prop::collection::vec(0_u32..200, 0..40)) {
            let shades = Shades::of_numbers(numbers.clone());
            let classes = shades.classes();
            prop_assert!(classes.len() <= MAX_CLASSES);
            prop_assert_eq!(classes.is_empty(), numbers.iter().all(|number| *number == 0));
            for number in numbers {
                if number == 0 {
                    prop_assert_eq!(shades.of(0), 0);
                } else {
                    let (first, last) = classes[shades.of(number) - 1];
                    prop_assert!((first..=last).contains(&number));
                }
            }
        }

        #[test]
        fn no_other_breaks_are_better(
            numbers in prop::collection::vec(1_u32..30, 1..12),
            breaks in prop::collection::btree_set(1_u32..30, 0..MAX_CLASSES),
        ) {
            let of_classes = |class: &dyn Fn(u32) -> usize| {
                let mut classes = vec![Vec::new(); MAX_CLASSES + 1];
                for &number in &numbers {
                    classes[class(number)].push(number);
                }
                classes.iter().map(|class| spread(class)).sum::<f64>()
            };
            let shades = Shades::of_numbers(numbers.clone());
            let ours = of_classes(&|number| shades.of(number));
            let theirs = of_classes(&|number| breaks.iter().filter(|last| **last < number).count());
            prop_assert!(ours <= theirs + 1e-6, "{} > {}", ours, theirs);
        }
    }
}
