//! Random numbers that are the same on every machine, and words that they make of Italian
//! syllables.

/// A seeded random number generator (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014: `SplitMix64`).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, about uniformly distributed; 0 if the bound is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let scaled = u128::from(self.next()) * (bound as u128);
        usize::try_from(scaled >> 64).unwrap_or_default()
    }

    /// True with a probability of `percent`.
    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A random item; `None` if there are none.
    pub(super) fn pick<'items, T>(&mut self, items: &'items [T]) -> Option<&'items T> {
        items.get(self.below(items.len()))
    }

    /// An unbounded rank; low ones are much more frequent than high ones.
    ///
    /// The probability of exceeding `r` is `(1 + r / HEAD)^-TAIL` (Lomax). Among `n` draws about
    /// `n^TAIL` ranks are different, which is how the vocabularies of languages grow (Heaps' law).
    pub(super) fn rank(&mut self) -> u64 {
        /// Ranks up to this are about equally frequent.
        const HEAD: f64 = 200.0;
        /// A lower value gives fewer different ranks.
        const TAIL: f64 = 0.7;
        /// The resolution of values between 0 and 1.
        const STEPS: u32 = 1 << 31;
        let step = u32::try_from(self.next() >> 33).unwrap_or_default();
        let uniform = (f64::from(step) + 1.0) / f64::from(STEPS);
        let rank = HEAD * (uniform.powf(-1.0 / TAIL) - 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is between 0 and 10^16, and the fraction is dropped on purpose"
        )]
        let rank = rank as u64;
        rank
    }
}

const SYLLABLES: [&str; 61] = [
    "ba", "be", "bo", "bri", "ca", "ce", "chi", "co", "cu", "da", "de", "di", "do", "el", "fa",
    "fe", "fi", "fo", "ga", "ge", "gi", "gra", "in", "la", "le", "li", "lo", "lu", "ma", "me",
    "mi", "mo", "na", "ne", "ni", "no", "nu", "or", "pa", "pe", "pi", "pra", "ra", "re", "ri",
    "ro", "sa", "se", "si", "so", "sta", "ta", "te", "ti", "to", "tra", "va", "ve", "vi", "vo",
    "za",
];

/// Spreads neighbouring ranks over the alphabet; coprime to 61, so that no two ranks of the same
/// length give the same word.
const SPREAD: u64 = 19_999;

/// A lower-case generated word; frequent ones recur.
pub(super) fn generated_word(random: &mut Random) -> String {
    word(random.rank())
}

/// The word with a rank: two syllables for the most frequent, then three, and so on.
fn word(mut rank: u64) -> String {
    let base = SYLLABLES.len() as u64;
    let (mut syllables, mut words) = (2, base * base);
    while rank >= words {
        rank -= words;
        words *= base;
        syllables += 1;
    }
    let mut code = u128::from(rank) * u128::from(SPREAD) % u128::from(words);
    let mut word = String::new();
    for _ in 0..syllables {
        let digit = usize::try_from(code % u128::from(base)).unwrap_or_default();
        word.push_str(SYLLABLES[digit]);
        code /= u128::from(base);
    }
    word
}

/// The word with a capital letter.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn numbers_stay_below_their_bound_and_reach_all_below_it() {
        let mut random = Random::new(1);
        let seen: BTreeSet<usize> = (0..1000).map(|_| random.below(7)).collect();
        assert_eq!(seen, (0..7).collect());
        assert_eq!(random.below(0), 0);
    }

    #[test]
    fn distinct_ranks_grow_as_vocabularies_do() {
        let different = |draws| {
            let mut random = Random::new(2);
            let ranks: BTreeSet<u64> = (0..draws).map(|_| random.rank()).collect();
            ranks.len()
        };
        let (some, many) = (different(10_000), different(100_000));
        // 10^0.7 is 5; the head makes small samples a little more varied.
        assert!(some > 2_000, "{some}");
        assert!((some * 3..some * 7).contains(&many), "{some}, {many}");
    }

    #[test]
    fn ranks_have_distinct_words() {
        let words: BTreeSet<String> = (0..100_000).map(word).collect();
        // A few are spelt the same with different syllables (`in` + `a…`, `i` + `na…`).
        assert!(words.len() > 99_000, "{}", words.len());
        assert!(words.iter().all(|word| word.is_ascii()));
        assert!(word(u64::MAX >> 8).len() < 40);
    }

    #[test]
    fn names_begin_with_a_capital() {
        assert_eq!(capitalised("èra"), "Èra");
        assert_eq!(capitalised(""), "");
    }
}
