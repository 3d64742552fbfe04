//! Operators in a text: what excludes, and what stands between alternatives.
//!
//! In capitals they are operators, as everywhere; in small letters, and where the whole text is in
//! capitals, they are words.

use super::terms::{SearchText, TermKind};

/// Dashes that exclude the word behind them. Keyboards of phones and word processors make long ones.
const DASHES: [char; 4] = ['-', '–', '—', '−'];
/// Words that exclude the next word.
const EXCLUDING: [&str; 2] = ["NOT", "NON"];
/// Words between alternatives.
const ALTERNATIVE: [&str; 3] = ["OR", "OPPURE", "O"];

/// Words between what has to match, which says nothing more than a space.
const JOINING: [&str; 3] = ["AND", "ED", "E"];

/// Whether a word in capitals is an operator.
pub(super) fn is_operator(word: &str) -> bool {
    let mut operators = EXCLUDING.iter().chain(&ALTERNATIVE).chain(&JOINING);
    operators.any(|operator| *operator == word)
}

/// How many bytes of `rest` are an operator that excludes what follows it; `before` is the text in front.
pub(super) fn excluding_len(before: &str, rest: &str) -> Option<usize> {
    if before
        .chars()
        .next_back()
        .is_some_and(|c| !c.is_whitespace())
    {
        return None;
    }
    let dash = rest.chars().next().filter(|c| DASHES.contains(c));
    dash.map(char::len_utf8).or_else(|| {
        let behind = EXCLUDING.iter().find_map(|word| rest.strip_prefix(word))?;
        let next = behind.trim_start();
        let is_followed = !next.is_empty() && next.len() < behind.len();
        let is_text = is_in_small_letters(before) || is_in_small_letters(next);
        (is_followed && is_text).then(|| rest.len() - next.len())
    })
}

/// Whether a text has small letters, so that words in capitals stand out.
fn is_in_small_letters(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

impl SearchText {
    /// Joins the words on both sides of `OR` as alternatives: one of them has to match.
    pub(super) fn mark_alternatives(&mut self) {
        if !is_in_small_letters(&self.text) {
            return;
        }
        for place in 1..self.terms.len().saturating_sub(1) {
            let (before, behind) = (&self.terms[place - 1], &self.terms[place + 1]);
            let term = &self.terms[place];
            let is_between = before.is_required() && behind.is_required();
            let word = &self.text[term.source.clone()];
            let is_or = term.kind != TermKind::Phrase && ALTERNATIVE.contains(&word);
            if is_or && is_between {
                self.terms[place].kind = TermKind::Optional;
                self.terms[place + 1].is_alternative = true;
            }
        }
    }

    /// Whether some words are alternatives.
    pub(in crate::search) fn has_alternatives(&self) -> bool {
        self.terms.iter().any(|term| term.is_alternative)
    }
}
