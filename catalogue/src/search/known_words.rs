//! Which words the documents say: nobody guesses what those may have been.

use super::index::Index;
use super::inflection::forms;
use super::matcher::Matcher;
use super::search_text::{SearchText, TermKind};

impl Index {
    /// A matcher of a word with those of its forms that occur, and with what they stand for.
    pub(super) fn matcher<'q>(&self, word: &'q str, still_typing: bool) -> Matcher<'q> {
        let mut forms = forms(word);
        for (alias, name) in &self.aliases {
            if (alias == word || forms.contains(alias)) && name != word && !forms.contains(name) {
                forms.push(name.clone());
            }
        }
        forms.retain(|form| self.dictionary.find(form).is_some());
        Matcher::with_forms(word, still_typing, forms)
    }

    /// Whether a word occurs, another form of it, or words that start with one of these: then it is not
    /// corrected. `unibs` does not find `unibg`.
    pub(super) fn is_known(&self, matcher: &Matcher) -> bool {
        matcher
            .words()
            .any(|word| !self.dictionary.with_prefix(word).is_empty())
    }

    /// Whether a word itself occurs, or another form of it.
    pub(super) fn has_word(&self, matcher: &Matcher) -> bool {
        matcher
            .words()
            .any(|word| self.dictionary.find(word).is_some())
    }

    /// Whether a word of the index may be what a mistyped one was meant to be: small words never are.
    pub(super) fn is_guess(&self, number: u32) -> bool {
        self.small_words.binary_search(&number).is_err()
    }

    /// The same text, whose words that occur are marked as such, with those of their forms that do:
    /// [`highlight()`](super::highlight()) matches them, and corrects the others alone, as the search
    /// does.
    #[must_use]
    pub fn recognise(&self, text: &SearchText) -> SearchText {
        let mut recognised = text.clone();
        for term in &mut recognised.terms {
            let matcher = self.matcher(&term.words[0], term.still_typing);
            if term.kind == TermKind::Word && self.is_known(&matcher) {
                term.known_forms = Some(matcher.forms().to_vec());
            }
        }
        recognised
    }
}
