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
    /// How close the matches are to the query.
    pub closeness: Closeness,
}

/// How close the matches of a document are to the words of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// All words occur in direct fields: as typed, in another form, or unfinished.
    Direct,
    /// All words occur, but some only in indirect fields.
    Indirect,
    /// Some word occurs only as a part of other words, or with typos, or not at all although another
    /// document has it.
    Similar,
}

impl Closeness {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Similar];
}
