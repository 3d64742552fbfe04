//! The sorted list of all distinct words, and its lookups.
//!
//! In sorted order the words with a common prefix are a range, and the fuzzy search reads what consecutive
//! words share only once. All words are stored in one string, so that an infix search is a single scan.

use std::ops::Range;

use super::typo::{Automaton, AutomatonState, min_errors};

/// Terminates each word, so that no infix match crosses a word boundary.
const END: char = '\n';

/// The distinct words, numbered in sorted order.
#[derive(Debug, Default)]
pub(crate) struct TermDictionary {
    /// The words in sorted order, each followed by [`END`].
    text: String,
    /// Where each word starts in `text`, and the end of the last one.
    starts: Vec<u32>,
    /// The number of letters that each word shares with the one before it.
    shared: Vec<u8>,
}

impl TermDictionary {
    /// A dictionary of words in strictly ascending order.
    pub(crate) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut all = Self {
            starts: vec![0],
            ..Self::default()
        };
        let mut previous = "";
        for word in words {
            let shared = word
                .chars()
                .zip(previous.chars())
                .take_while(|(a, b)| a == b)
                .count();
            all.shared.push(u8::try_from(shared).unwrap_or(u8::MAX));
            all.text.push_str(word);
            all.text.push(END);
            all.starts
                .push(u32::try_from(all.text.len()).unwrap_or(u32::MAX));
            previous = word;
        }
        all
    }

    /// Groups the words by their first `letters` letters, skipping shorter words.
    pub(crate) fn prefixes(&self, letters: usize) -> impl Iterator<Item = Range<u32>> {
        let mut next = 0;
        let end = u32::try_from(self.len()).unwrap_or(u32::MAX);
        std::iter::from_fn(move || {
            while next < end && self.word(next).chars().count() < letters {
                next += 1;
            }
            let start = next;
            while next < end
                && (next == start || usize::from(self.shared[next as usize]) >= letters)
            {
                next += 1;
            }
            (start < end).then_some(start..next)
        })
    }

    /// The number of words.
    pub(crate) fn len(&self) -> usize {
        self.shared.len()
    }

    /// The word with this number.
    pub(crate) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        &self.text[self.starts[number] as usize..self.starts[number + 1] as usize - END.len_utf8()]
    }

    /// The number of a word.
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        let number = self.lower_bound(&|other| other < word);
        ((number as usize) < self.len() && self.word(number) == word).then_some(number)
    }

    /// The numbers of the words that start with `prefix`.
    pub(crate) fn with_prefix(&self, prefix: &str) -> Range<u32> {
        let start = self.lower_bound(&|other| other < prefix);
        start
            ..self
                .lower_bound(&|other| other < prefix || other.starts_with(prefix))
                .max(start)
    }

    /// Calls `found` with each word that contains `part`.
    ///
    /// `part` must have at least four bytes: the first four are compared as one integer.
    pub(crate) fn for_each_word_containing(&self, part: &str, found: &mut dyn FnMut(u32)) {
        let part = part.as_bytes();
        let Some(head) = part.first_chunk::<4>() else {
            return;
        };
        let head = u32::from_ne_bytes(*head);
        let mut text = self.text.as_bytes();
        while let Some(at) = text
            .array_windows()
            .position(|four| u32::from_ne_bytes(*four) == head)
        {
            text = &text[at..];
            if !text.starts_with(part) {
                // Matches may overlap with failed candidates: `bebea` in `abebebea`.
                text = &text[1..];
                continue;
            }
            let start = self.text.len() - text.len();
            let word = self.word_at(start);
            found(word);
            text = &self.text.as_bytes()[self.starts[word as usize + 1] as usize..];
        }
    }

    /// The number of the word at byte `at` of `text`.
    fn word_at(&self, at: usize) -> u32 {
        let behind = self.starts.partition_point(|start| *start as usize <= at);
        u32::try_from(behind - 1).unwrap_or(u32::MAX)
    }

    /// Calls `found` with the number of each word that matches the automaton's pattern within its
    /// error limit, the errors in the whole word, and those in its closest prefix (`None` where they
    /// exceed the limit).
    pub(crate) fn for_each_fuzzy_match(
        &self,
        automaton: &Automaton,
        found: &mut dyn FnMut(u32, Option<usize>, Option<usize>),
    ) {
        if automaton.limit() == 0 {
            return;
        }
        let range = match automaton.first_letter() {
            Some(letter) => self.with_prefix(letter.encode_utf8(&mut [0; 4])),
            None => 0..u32::try_from(self.len()).unwrap_or(u32::MAX),
        };
        let mut path = vec![WalkStep {
            state: Automaton::start(),
            bytes: 0,
            beginning: None,
        }];
        // The prefix length from which no word can match as a whole, once known.
        let mut dead_from = usize::MAX;
        for number in range {
            let shared = usize::from(self.shared[number as usize]);
            if shared >= dead_from {
                let beginning = path[dead_from].beginning;
                if beginning.is_some() {
                    found(number, None, beginning);
                }
                continue;
            }
            path.truncate(shared + 1);
            dead_from = usize::MAX;
            let word = self.word(number);
            let mut last = path[path.len() - 1];
            for c in word[last.bytes..].chars() {
                let state = automaton.step(&last.state, c);
                last = WalkStep {
                    state,
                    bytes: last.bytes + c.len_utf8(),
                    beginning: min_errors(last.beginning, automaton.errors(&state)),
                };
                path.push(last);
                if !automaton.can_match(&state) {
                    dead_from = path.len() - 1;
                    break;
                }
            }
            let whole = automaton
                .errors(&last.state)
                .filter(|_| dead_from == usize::MAX);
            if whole.or(last.beginning).is_some() {
                found(number, whole, last.beginning);
            }
        }
    }

    /// The first number whose word is not `before`.
    fn lower_bound(&self, before: &dyn Fn(&str) -> bool) -> u32 {
        let mut range = 0..u32::try_from(self.len()).unwrap_or(u32::MAX);
        while !range.is_empty() {
            let middle = range.start.midpoint(range.end);
            if before(self.word(middle)) {
                range.start = middle + 1;
            } else {
                range.end = middle;
            }
        }
        range.start
    }
}

/// The automaton's state after some letters of the current word.
#[derive(Clone, Copy)]
struct WalkStep {
    state: AutomatonState,
    bytes: usize,
    /// The minimum number of errors between the pattern and any prefix read so far.
    beginning: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary() -> TermDictionary {
        TermDictionary::new(
            [
                "biotech",
                "cleantech",
                "ener",
                "energia",
                "energie",
                "tech",
                "techno",
                "терра",
            ]
            .into_iter(),
        )
    }

    #[test]
    fn prefixes_are_ranges() {
        let words = dictionary();
        assert_eq!(words.find("energia"), Some(3));
        assert_eq!(words.find("energi"), None);
        assert_eq!(words.find("я"), None);
        assert_eq!(words.with_prefix("ener"), 2..5);
        assert_eq!(words.with_prefix("x"), 7..7);
    }

    #[test]
    fn words_match_by_any_infix() {
        let words = dictionary();
        let mut found = Vec::new();
        words.for_each_word_containing("tech", &mut |number| found.push(words.word(number)));
        assert_eq!(found, ["biotech", "cleantech", "tech", "techno"]);
        found.clear();
        words.for_each_word_containing("nergi", &mut |number| found.push(words.word(number)));
        assert_eq!(found, ["energia", "energie"]);
        let mut found = 0;
        let repeating = TermDictionary::new(["abebebea"].into_iter());
        repeating.for_each_word_containing("bebea", &mut |_| found += 1);
        assert_eq!(found, 1, "it begins within what looks like it");
    }

    #[test]
    fn fuzzy_search_agrees_with_reading_each_word() {
        let words = dictionary();
        for (pattern, limit) in [
            ("enrgia", 1),
            ("energia", 1),
            ("techn", 1),
            ("clenatehc", 2),
            ("тера", 1),
        ] {
            let automaton = Automaton::new(pattern, limit);
            let mut walked = Vec::new();
            words.for_each_fuzzy_match(&automaton, &mut |number, whole, beginning| {
                walked.push((number, whole, beginning));
            });
            let read: Vec<_> = (0..8)
                .map(|number| (number, automaton.read(words.word(number))))
                .filter(|(_, (whole, beginning))| whole.or(*beginning).is_some())
                .map(|(number, (whole, beginning))| (number, whole, beginning))
                .collect();
            assert_eq!(walked, read, "{pattern}");
        }
    }
}
