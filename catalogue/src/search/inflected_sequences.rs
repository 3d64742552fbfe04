//! Word sequences with inflected forms: `smart factories` matches `smart factory`.

use super::index::Index;
use super::score;
use super::search_text::{Term, TermKind};

/// The maximum number of combinations of forms; more would cost too much and add little.
const MAX_SEQUENCES: usize = 8;

impl Index {
    /// The words of these terms in sequence, each with the quality of a match: first as typed, then
    /// with other forms that occur. Phrases are not inflected.
    pub(super) fn inflected_sequences(&self, terms: &[&Term]) -> Vec<(Vec<String>, u8)> {
        let mut sequences = vec![(Vec::new(), score::exact())];
        for term in terms {
            let others = match term.kind {
                TermKind::Word => self.matcher(&term.words[0], false).forms().to_vec(),
                _ => Vec::new(),
            };
            let begun = sequences.len();
            for other in others {
                for place in 0..begun {
                    if sequences.len() < MAX_SEQUENCES {
                        let mut words = sequences[place].0.clone();
                        words.push(other.clone());
                        sequences.push((words, score::inflected()));
                    }
                }
            }
            for (words, _) in &mut sequences[..begun] {
                words.extend_from_slice(&term.words);
            }
        }
        sequences
    }
}
