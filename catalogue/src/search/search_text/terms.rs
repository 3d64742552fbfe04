//! The parts of a parsed search text.

use std::ops::Range;

use crate::search::tokenizer::CAPITALS;

/// The maximum length of names in capitals that are not the beginning of a word.
const MAX_SHORT_NAME_LEN: usize = 3;

/// A word or phrase of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Term {
    /// The byte range in the text, without quotes or minus.
    pub(in crate::search) source: Range<usize>,
    /// The folded words: one for a bare word, at least one for a phrase.
    pub(in crate::search) words: Vec<String>,
    pub(in crate::search) kind: TermKind,
    /// Whether the text ends with the term, so that more letters may follow.
    pub(in crate::search) still_typing: bool,
    /// The spelling of the word (see [`crate::search::tokenizer::Token::spelling`]); 0 for a phrase.
    pub(in crate::search) spelling: u8,
    /// What the word matches, if it is known to occur. Typos are not tolerated in known words.
    pub(in crate::search) known: Option<KnownWord>,
    /// Whether it is an alternative to the previous required term.
    pub(in crate::search) is_alternative: bool,
}

/// A word of the query that occurs in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct KnownWord {
    /// The word, or the compound that it is part of.
    pub(in crate::search) word: String,
    /// Its forms that occur.
    pub(in crate::search) forms: Vec<String>,
    pub(in crate::search) scope: Scope,
}

/// Where a query word is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Scope {
    /// It occurs nowhere as a word: anywhere in other words.
    Anywhere,
    /// It occurs as a word: also at the beginning and end of longer words. `terna` is not in
    /// `internazionale`.
    Ends,
    /// Only other forms of it occur: they may begin longer words, it may not: `engine` is not in
    /// `engineering` where there are `engines`.
    Forms,
    /// It occurs and is a short name in capitals, or a proper name: only as a whole. `EV` is not the
    /// beginning of `events`, nor Vigo the end of `Navigo`.
    Whole,
}

impl Term {
    /// Whether it is a short name in capitals, such as `EV`.
    pub(in crate::search) fn is_short_name(&self) -> bool {
        self.spelling & CAPITALS != 0 && self.words[0].chars().count() <= MAX_SHORT_NAME_LEN
    }

    /// Whether it is an acronym that would be a stop word in lower case. Such a term only matches
    /// in capitals.
    pub(in crate::search) fn is_acronym(&self) -> bool {
        let is_in_capitals = self.spelling & CAPITALS != 0;
        self.kind == TermKind::Word && is_in_capitals && is_stop_word(&self.words[0])
    }

    /// Whether it is a stop word beside other words.
    pub(in crate::search) fn is_stop_word(&self) -> bool {
        self.kind == TermKind::Optional && is_stop_word(&self.words[0])
    }

    /// Whether the term must match.
    pub(in crate::search) fn is_required(&self) -> bool {
        matches!(self.kind, TermKind::Word | TermKind::Phrase)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum TermKind {
    /// Must match, in any tier.
    Word,
    /// A stop word, or a word for records: part of sequences, but need not match.
    Optional,
    /// A filler: ignored.
    Filler,
    /// Its words must match exactly and in sequence.
    Phrase,
}

/// Several terms joined to one word: `agri food` also matches `agrifood`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::search) struct Compound {
    pub(in crate::search) word: String,
    /// The terms that a match counts for, as a bit mask.
    pub(in crate::search) terms: u32,
    pub(in crate::search) still_typing: bool,
    pub(in crate::search) kind: CompoundKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum CompoundKind {
    /// Typed as one word, with connectors.
    Typed,
    /// Typed as two words that most likely are one: `bio materiali`.
    Meant,
    /// Two words that may be one.
    Tried,
}

impl Compound {
    /// Whether it replaces these terms, rather than standing beside them.
    pub(in crate::search) fn is_one_word(&self) -> bool {
        self.kind != CompoundKind::Tried
    }
}

/// The role of a word of a text, as an index knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::search) enum Hint {
    /// Nothing in particular.
    None,
    /// It belongs to a name or a subject: `guida` in `guida autonoma`.
    Topic,
    /// A mistyped stop word or filler.
    Misspelt,
}

/// A phrase or exclusion, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operator {
    /// Whether documents with these words are excluded.
    pub excludes: bool,
    /// The byte range of the words.
    pub(super) words: Range<usize>,
    /// The byte range of the whole operator, with quotes, minus and the space after it.
    pub(super) source: Range<usize>,
}

/// A parsed search text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchText {
    pub(in crate::search) text: String,
    pub(in crate::search) terms: Vec<Term>,
    pub(in crate::search) compounds: Vec<Compound>,
    /// Excluded phrases of one word or more.
    pub(in crate::search) excluded: Vec<Vec<String>>,
    pub(super) operators: Vec<Operator>,
    /// Whether more text followed than is searched for.
    pub(super) is_cut: bool,
}

/// Articles and prepositions, which people type for grammar's sake. Documents need not contain them
/// unless they are the whole query.
const STOP_WORDS: &str = "a ad agli ai al alla alle allo an and at by col con da dagli dai dal dalla dalle \
    dallo degli dei del dell della delle dello di e ed et for fra from gli i il in l la \
    le lo ne negli nei nel nell nella nelle nello o of on or per presso s su sugli sui \
    sul sull sulla sulle sullo that the to tra un una und uno via with y de des du";

/// Whether a word is an article or a preposition.
pub(in crate::search) fn is_stop_word(word: &str) -> bool {
    stop_words().any(|stop_word| stop_word == word)
}

/// All stop words.
pub(super) fn stop_words() -> impl Iterator<Item = &'static str> {
    STOP_WORDS.split(' ')
}
