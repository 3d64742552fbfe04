//! Words that occur in the index, which match no similar words, and sequences of their forms.

use super::index::Index;
use super::inflection::{forms, same_word};
use super::matcher::Matcher;
use super::score;
use super::search_text::{KnownWord, Scope, SearchText, Term, TermKind};

/// Shorter words may be the beginnings of others even where another form of them occurs: `car`.
const MIN_WHOLE_LEN: usize = 5;

impl Index {
    /// A matcher for a word with those of its forms and of the relatives of names that occur.
    pub(super) fn matcher<'q>(&self, word: &'q str, still_typing: bool) -> Matcher<'q> {
        let mut forms = forms(word);
        for relative in self.name_relatives(word, &forms) {
            if relative != word && !forms.contains(&relative) {
                forms.push(relative);
            }
        }
        forms.retain(|form| self.dictionary.find(form).is_some());
        let occurs = self.dictionary.find(word).is_some();
        let is_form = |other: &String| other == word || forms.contains(other);
        let scope = if forms.is_empty() && !occurs {
            Scope::Anywhere
        } else if self.single_names.iter().any(is_form) {
            Scope::Whole
        } else if !occurs
            && word.chars().count() >= MIN_WHOLE_LEN
            && same_word(word).iter().any(is_form)
        {
            Scope::Forms
        } else {
            Scope::Ends
        };
        Matcher::with_forms(word, still_typing, forms, scope)
    }

    /// A matcher for a bare word of a text, or for the compound that it is part of: a compound that
    /// was typed as one word and occurs as one is one.
    pub(super) fn term_matcher<'q>(&self, text: &'q SearchText, position: usize) -> Matcher<'q> {
        let term = &text.terms[position];
        let mut compounds = text.compounds.iter();
        let compound = compounds.find(|it| it.is_one_word() && it.terms >> position & 1 == 1);
        if let Some(compound) = compound {
            let matcher = self.matcher(&compound.word, compound.still_typing);
            if self.is_known(&matcher) {
                return matcher;
            }
        }
        let matcher = self.matcher(&term.words[0], term.still_typing);
        if term.is_short_name() && self.dictionary.find(&term.words[0]).is_some() {
            let forms = matcher.forms().to_vec();
            return Matcher::with_forms(matcher.word(), false, forms, Scope::Whole);
        }
        matcher
    }

    /// Whether a word, one of its forms, or a word with one of these as a prefix occurs. Typos are
    /// then not tolerated: `unibs` does not match `unibg`.
    pub(super) fn is_known(&self, matcher: &Matcher) -> bool {
        matcher
            .words()
            .any(|word| !self.dictionary.with_prefix(word).is_empty())
    }

    /// Whether a word or one of its forms occurs.
    pub(super) fn has_word(&self, matcher: &Matcher) -> bool {
        matcher
            .words()
            .any(|word| self.dictionary.find(word).is_some())
    }

    /// Whether a mistyped word may match this word of the index: stop words and fillers never do.
    pub(super) fn allows_typos(&self, number: u32) -> bool {
        self.small_words.binary_search(&number).is_err()
    }

    /// The search text with known words marked, together with their forms that occur, so that
    /// [`highlight()`](super::highlight()) tolerates typos only in unknown words, as the search
    /// does.
    #[must_use]
    pub fn recognise(&self, text: &SearchText) -> SearchText {
        let mut recognised = text.clone();
        for (position, term) in recognised.terms.iter_mut().enumerate() {
            let matcher = self.term_matcher(text, position);
            if term.kind == TermKind::Word && self.is_known(&matcher) {
                term.known = Some(KnownWord {
                    word: matcher.word().to_owned(),
                    forms: matcher.forms().to_vec(),
                    scope: matcher.scope(),
                });
            }
        }
        recognised
    }
}

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
