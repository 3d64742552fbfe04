//! What a search text means, given the words that occur: which words of questions belong to the
//! subject, which are mistyped, and which neighbours are one word.

use super::index::Index;
use super::inflection::same_word;
use super::phrase::Extent;
use super::search_text::{
    Compound, CompoundKind, Hint, SearchText, Term, TermKind, is_small_word, small_words,
};
use super::typo::{Automaton, allowed};

/// The minimum length of mistyped fillers with two letters swapped. Shorter slips are listed as fillers.
const MIN_SWAPPED_LEN: usize = 4;
/// The minimum length of mistyped fillers with a letter too many or too few: shorter words are other words.
const MIN_SLIP_LEN: usize = 6;

impl Index {
    /// Parses a text as [`SearchText::parse`] does, knowing which words occur.
    pub fn parse(&self, text: &str) -> SearchText {
        let read = SearchText::read(text);
        let mut hints: Vec<Hint> = read
            .terms
            .iter()
            .map(|term| self.hint(&read, term))
            .collect();
        self.mark_topics(&read.terms, &mut hints);
        let mut parsed = read.interpreted(&hints);
        self.join_neighbours(&mut parsed);
        parsed
    }

    /// Whether a word is a mistyped stop word or filler: it occurs nowhere, nor does any word that is as
    /// close.
    fn hint(&self, text: &SearchText, term: &Term) -> Hint {
        let word = term.words[0].as_str();
        let letters = word.chars().count();
        let is_candidate = term.kind == TermKind::Word
            && !term.still_typing
            && letters >= MIN_SWAPPED_LEN
            && text.is_plain(term)
            && self.dictionary.find(word).is_none()
            && !is_small_word(word)
            && small_words().any(|entry| is_slip(word, entry));
        if !is_candidate || self.has_word(&self.matcher(word, false)) {
            return Hint::None;
        }
        let mut begun = self.dictionary.with_prefix(word);
        let mut is_known = begun.any(|number| self.allows_typos(number));
        let automaton = Automaton::new(word, allowed(letters));
        self.dictionary
            .for_each_fuzzy_match(&automaton, &mut |number, whole, _| {
                is_known |= whole.is_some() && self.allows_typos(number);
            });
        if is_known { Hint::None } else { Hint::Misspelt }
    }

    /// Marks the words of which a short text of the index consists and that contain a filler.
    fn mark_topics(&self, terms: &[Term], hints: &mut [Hint]) {
        if self.topics.is_empty() {
            return;
        }
        let numbers = |term: &Term| -> Vec<u32> {
            let words = match term.kind {
                TermKind::Word => same_word(&term.words[0]),
                _ => Vec::new(),
            };
            let numbers = words.iter().filter_map(|word| self.dictionary.find(word));
            numbers.collect()
        };
        let typed: Vec<Vec<u32>> = terms.iter().map(numbers).collect();
        for topic in &self.topics {
            let words = self.texts.sequence(*topic);
            for first in 0..(typed.len() + 1).saturating_sub(words.len()) {
                let is_typed = |(typed, word): (&Vec<u32>, &u32)| typed.contains(word);
                if typed[first..].iter().zip(words).all(is_typed) {
                    hints[first..first + words.len()].fill(Hint::Topic);
                }
            }
        }
    }

    /// Marks neighbours that occur as one word, and do so more often than side by side.
    fn join_neighbours(&self, text: &mut SearchText) {
        if text.has_alternatives() {
            return;
        }
        for second in 1..text.terms.len() {
            let [one, other] = [second - 1, second].map(|position| &text.terms[position]);
            let is_free = |term: &Term| term.kind == TermKind::Word && !text.is_name(term);
            let terms = 1 << (second - 1) | 1 << second;
            let is_typed = |it: &Compound| it.is_one_word() && it.terms & terms != 0;
            if !is_free(one) || !is_free(other) || text.compounds.iter().any(is_typed) {
                continue;
            }
            let words = [one, other].map(|term| term.words[0].clone());
            let compound = Compound {
                word: words.concat(),
                terms,
                still_typing: other.still_typing,
                kind: CompoundKind::Meant,
            };
            if self.is_one_word(&compound.word, &words) {
                text.compounds.retain(|it| it.word != compound.word);
                text.compounds.push(compound);
            }
        }
    }

    /// Whether a word, in any form, is in more segments than its parts in sequence, which also match where a
    /// connector joins them.
    fn is_one_word(&self, word: &str, parts: &[String]) -> bool {
        let forms = same_word(word).into_iter();
        let numbers = forms.filter_map(|form| self.dictionary.find(&form));
        let joined: usize = numbers.map(|number| self.postings.count(number)).sum();
        let mut apart = 0;
        if joined > 0
            && let Some(positions) = self.phrase_positions(parts, false)
        {
            self.for_each_phrase_match(&positions, Extent::Anywhere, &mut |_, _| apart += 1);
        }
        joined > apart
    }
}

/// Whether a word is an entry of a list of small words with two neighbouring letters swapped or, if it is long
/// enough, one letter too many or too few; the first letter is right.
fn is_slip(word: &str, entry: &str) -> bool {
    let (entry, has_any_ending) = match entry.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (entry, false),
    };
    let (typed, meant) = (word.as_bytes(), entry.as_bytes());
    let pairs = typed.iter().zip(meant);
    let same = pairs.take_while(|(one, other)| one == other).count();
    let (typed, meant) = (&typed[same..], &meant[same..]);
    let ends =
        |typed: &[u8], meant: &[u8]| typed == meant || (has_any_ending && typed.starts_with(meant));
    match (typed, meant) {
        _ if same == 0 => false,
        ([a, b, typed @ ..], [c, d, meant @ ..]) if a == d && b == c => ends(typed, meant),
        _ if word.len() < MIN_SLIP_LEN => false,
        _ => {
            let too_many = typed
                .split_first()
                .is_some_and(|(_, rest)| ends(rest, meant));
            too_many
                || meant
                    .split_first()
                    .is_some_and(|(_, rest)| ends(typed, rest))
        }
    }
}
