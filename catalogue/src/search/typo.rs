//! Typo tolerance: a bit-parallel Levenshtein automaton that reads a word letter by letter.
//!
//! Bit `i` of `at[k]` means: what was read so far is the first `i` letters of the pattern with at most `k`
//! errors (an insertion, a deletion, a substitution, or a swap of two neighbouring letters). One step costs
//! a few shifts regardless of the length of the pattern, and a state is small enough to keep one per letter
//! while walking the sorted word list, so that shared prefixes are read only once.

/// Longer words tolerate no typos: states are 32 bits wide, and shifts need two spare bits.
const MAX_LEN: usize = 29;
/// The number of error counts that a state can hold, including 0.
const LEVELS: usize = 4;

/// The number of typos tolerated in a query word of this many letters.
pub(crate) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        8..=MAX_LEN => 2,
        _ => 0,
    }
}

/// Words up to this length must start with the right letter: short words differ in little else.
pub(crate) const MAX_LEN_WITH_FIXED_FIRST_LETTER: usize = 5;

/// The positions in the pattern that can be reached after reading some letters, for each error
/// count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AutomatonState {
    at: [u32; LEVELS],
    /// Like `at`, but after the first of two swapped letters.
    swapping: [u32; LEVELS],
}

/// A pattern, compiled for matching words.
#[derive(Debug)]
pub(crate) struct Automaton {
    letters: Vec<char>,
    /// The positions of each ASCII character in the pattern, as a bit mask.
    positions: [u32; 128],
    limit: usize,
}

impl Automaton {
    /// An automaton that tolerates up to `limit` errors in `word`.
    pub(crate) fn new(word: &str, limit: usize) -> Self {
        let letters: Vec<char> = word.chars().take(MAX_LEN).collect();
        let mut positions = [0; 128];
        for (position, letter) in letters.iter().enumerate() {
            if let Some(mask) = positions.get_mut(*letter as usize) {
                *mask |= 1 << position;
            }
        }
        Self {
            letters,
            positions,
            limit: limit.min(LEVELS - 1),
        }
    }

    /// The maximum number of errors.
    pub(crate) fn limit(&self) -> usize {
        self.limit
    }

    /// The letter that matching words must start with, if the pattern is short.
    pub(crate) fn first_letter(&self) -> Option<char> {
        let short = self.letters.len() <= MAX_LEN_WITH_FIXED_FIRST_LETTER;
        self.letters.first().copied().filter(|_| short)
    }

    /// The state before the first letter.
    pub(crate) fn start() -> AutomatonState {
        let mut at = [0; LEVELS];
        for (errors, bits) in at.iter_mut().enumerate() {
            *bits = (2 << errors) - 1;
        }
        AutomatonState {
            at,
            swapping: [0; LEVELS],
        }
    }

    /// The state after another letter.
    pub(crate) fn step(&self, before: &AutomatonState, c: char) -> AutomatonState {
        let here = match self.positions.get(c as usize) {
            Some(mask) => *mask,
            None => self.positions_of(c),
        };
        let mut after = AutomatonState {
            at: [0; LEVELS],
            swapping: [0; LEVELS],
        };
        after.at[0] = (before.at[0] & here) << 1;
        for k in 1..=self.limit {
            let one_too_many = before.at[k - 1];
            let wrong = before.at[k - 1] << 1;
            let one_too_few = after.at[k - 1] << 1;
            let swapped = (before.swapping[k] & here) << 2;
            after.at[k] = (before.at[k] & here) << 1 | one_too_many | wrong | one_too_few | swapped;
            after.swapping[k] = before.at[k - 1] & (here >> 1);
        }
        after
    }

    /// The number of errors between the letters read and the whole pattern, if within the limit.
    pub(crate) fn errors(&self, state: &AutomatonState) -> Option<usize> {
        (0..=self.limit).find(|k| state.at[*k] >> self.letters.len() & 1 == 1)
    }

    /// Whether any continuation can still match the pattern.
    pub(crate) fn can_match(&self, state: &AutomatonState) -> bool {
        let reachable = (2 << self.letters.len()) - 1;
        (state.at[self.limit] | state.swapping[self.limit]) & reachable != 0
    }

    /// The number of errors between the pattern and the whole word, and between the pattern and the
    /// closest prefix of the word.
    pub(crate) fn read(&self, word: &str) -> (Option<usize>, Option<usize>) {
        let first = word.chars().next();
        if self.limit == 0
            || self
                .first_letter()
                .is_some_and(|letter| first != Some(letter))
        {
            return (None, None);
        }
        let mut state = Self::start();
        let mut beginning = None;
        for c in word.chars() {
            state = self.step(&state, c);
            beginning = min_errors(beginning, self.errors(&state));
            if !self.can_match(&state) {
                return (None, beginning);
            }
        }
        (self.errors(&state), beginning)
    }

    fn positions_of(&self, c: char) -> u32 {
        let mut mask = 0;
        for (position, letter) in self.letters.iter().enumerate() {
            mask |= u32::from(*letter == c) << position;
        }
        mask
    }
}

/// The minimum of two error counts, ignoring `None`.
pub(crate) fn min_errors(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typos_are_counted() {
        for (pattern, limit, word, errors) in [
            ("energia", 1, "energia", Some(0)),
            ("energia", 1, "enregia", Some(1)),
            ("energia", 1, "nergia", Some(1)),
            ("energia", 1, "eenergia", Some(1)),
            ("energia", 1, "energie", Some(1)),
            ("energia", 1, "enrgai", None),
            ("energia", 2, "enrgai", Some(2)),
            ("idrogeno", 2, "hydrogen", None),
            ("солнце", 1, "слонце", Some(1)),
            ("milano", 1, "imlano", Some(1)),
            ("milan", 1, "imlan", None),
            ("milan", 1, "nilan", None),
        ] {
            let automaton = Automaton::new(pattern, limit);
            assert_eq!(automaton.read(word).0, errors, "{pattern} {word}");
        }
    }

    #[test]
    fn prefixes_may_have_typos() {
        let automaton = Automaton::new("idrgen", 1);
        assert_eq!(automaton.read("idrogeno"), (None, Some(1)));
        assert_eq!(automaton.read("idraulica"), (None, None));
    }
}
