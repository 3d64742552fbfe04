//! Typing errors: an automaton that reads a word letter by letter and knows how many errors away
//! from the pattern it is.
//!
//! Bit `i` of `at[k]` says: what was read so far is the pattern's first `i` letters with at most
//! `k` errors (a letter too many, too few, wrong, or two neighbours swapped). One step costs a few
//! shifts whatever the pattern's length, and a state is small enough to keep one per letter while
//! walking a sorted word list, so that shared beginnings are read once.

/// Longer words are not forgiven: the states are 32 bits wide, two of them spare for the shifts.
const MAX_LEN: usize = 29;
/// Levels of error a state can hold.
const LEVELS: usize = 4;

/// How many typing errors a query word of so many letters is forgiven.
pub(crate) fn allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        8..=MAX_LEN => 2,
        _ => 0,
    }
}

/// Up to this length the first letter must be right: short words differ by little else.
pub(crate) const FIRST_LETTER_COUNTS: usize = 5;

/// How far into the pattern one can be after some letters, for each number of errors.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    at: [u32; LEVELS],
    /// The first of two swapped letters was read.
    swapping: [u32; LEVELS],
}

/// The pattern, ready to read words.
#[derive(Debug)]
pub(crate) struct Automaton {
    letters: Vec<char>,
    /// For each ASCII character, the places where the pattern has it.
    places: [u32; 128],
    limit: usize,
}

impl Automaton {
    /// An automaton that forgives up to `limit` errors in `word`.
    pub(crate) fn new(word: &str, limit: usize) -> Self {
        let letters: Vec<char> = word.chars().take(MAX_LEN).collect();
        let mut places = [0; 128];
        for (place, letter) in letters.iter().enumerate() {
            if let Some(mask) = places.get_mut(*letter as usize) {
                *mask |= 1 << place;
            }
        }
        Self {
            letters,
            places,
            limit: limit.min(LEVELS - 1),
        }
    }

    /// The most errors it forgives.
    pub(crate) fn limit(&self) -> usize {
        self.limit
    }

    /// The letter that words must begin with, if that matters.
    pub(crate) fn first_letter(&self) -> Option<char> {
        let short = self.letters.len() <= FIRST_LETTER_COUNTS;
        self.letters.first().copied().filter(|_| short)
    }

    /// Nothing read yet.
    pub(crate) fn start() -> State {
        let mut at = [0; LEVELS];
        for (errors, bits) in at.iter_mut().enumerate() {
            *bits = (2 << errors) - 1;
        }
        State {
            at,
            swapping: [0; LEVELS],
        }
    }

    /// One letter more.
    pub(crate) fn step(&self, before: &State, c: char) -> State {
        let here = match self.places.get(c as usize) {
            Some(mask) => *mask,
            None => self.places_of(c),
        };
        let mut after = State {
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

    /// How many errors away the letters read are from the whole pattern, if few enough.
    pub(crate) fn errors(&self, state: &State) -> Option<usize> {
        (0..=self.limit).find(|k| state.at[*k] >> self.letters.len() & 1 == 1)
    }

    /// Whether some continuation can still be near the pattern.
    pub(crate) fn is_alive(&self, state: &State) -> bool {
        let reachable = (2 << self.letters.len()) - 1;
        (state.at[self.limit] | state.swapping[self.limit]) & reachable != 0
    }

    /// Errors between the pattern and a whole word, and the pattern and its nearest beginning.
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
            beginning = fewer(beginning, self.errors(&state));
            if !self.is_alive(&state) {
                return (None, beginning);
            }
        }
        (self.errors(&state), beginning)
    }

    fn places_of(&self, c: char) -> u32 {
        let mut mask = 0;
        for (place, letter) in self.letters.iter().enumerate() {
            mask |= u32::from(*letter == c) << place;
        }
        mask
    }
}

/// The smaller of two numbers of errors, where there is one.
pub(crate) fn fewer(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        _ => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_between_words() {
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
    fn beginnings_are_forgiven_too() {
        let automaton = Automaton::new("idrgen", 1);
        assert_eq!(automaton.read("idrogeno"), (None, Some(1)));
        assert_eq!(automaton.read("idraulica"), (None, None));
    }
}
