//! The result of a search.

/// The result of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matches {
    /// The documents found, by ascending number.
    pub hits: Vec<Hit>,
    /// How much of the query each hit matches.
    pub coverage: Coverage,
}

/// Whether the hits match the whole query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Every hit matches all words, except stop words and fillers.
    All,
    /// No document matches all words. The hits are those that match the most informative words:
    /// rare words count more than common ones.
    Most {
        /// The maximum number of words that any document matches.
        matched: usize,
        /// The number of words of the query.
        of: usize,
    },
}

/// A document found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number of the document.
    pub document: u32,
    /// Higher is better; comparable within one search only.
    pub score: u32,
}
