//! Which words the documents say: nobody guesses what those may have been.

use super::index::Index;
use super::search_text::{SearchText, TermKind};

impl Index {
    /// Whether a word occurs, or words that start with it do: then it is not corrected. `unibs` does
    /// not find `unibg`.
    pub(super) fn is_known(&self, word: &str) -> bool {
        !self.dictionary.with_prefix(word).is_empty()
    }

    /// The same text, whose words that occur are marked as such: [`highlight()`](super::highlight())
    /// corrects the others alone, as the search does.
    #[must_use]
    pub fn recognise(&self, text: &SearchText) -> SearchText {
        let mut recognised = text.clone();
        for term in &mut recognised.terms {
            term.is_known = term.kind == TermKind::Word && self.is_known(&term.words[0]);
        }
        recognised
    }
}
