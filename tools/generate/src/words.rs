//! Generated words, made of Italian syllables.

use super::random::Random;

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
