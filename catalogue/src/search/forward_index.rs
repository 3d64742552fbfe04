//! The forward index: the words of each distinct text, in order, for phrases and explanations.

/// While the index is built, the high bits of an entry hold the spelling of the word.
const SPELLING_SHIFT: u32 = 30;
/// The bits of an entry that hold the number of the word.
const NUMBER: u32 = (1 << SPELLING_SHIFT) - 1;

/// An entry with the number of a word and its spelling.
pub(super) fn with_spelling(number: u32, spelling: u8) -> u32 {
    number | u32::from(spelling) << SPELLING_SHIFT
}

/// The word number of an entry.
pub(super) fn number(entry: u32) -> u32 {
    entry & NUMBER
}

/// The spelling of an entry.
pub(super) fn spelling(entry: u32) -> u8 {
    (entry >> SPELLING_SHIFT) as u8
}

/// The texts of each segment with their fields, and the words of each text.
#[derive(Debug)]
pub(super) struct ForwardIndex {
    /// For each text its words in order, followed by its compounds (see [`super::tokenizer`]).
    pub(super) words: Vec<u32>,
    /// Where each text starts in `words`, and where the last one ends.
    starts: Vec<u32>,
    /// The number of words of each text, without its compounds.
    lengths: Vec<u32>,
    /// The texts of all segments, concatenated.
    values: Vec<u32>,
    /// The rank of the field of each value.
    ranks: Vec<u8>,
    /// Where the values of each segment start, and where the last ones end.
    segments: Vec<u32>,
}

impl Default for ForwardIndex {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            starts: vec![0],
            lengths: Vec::new(),
            values: Vec::new(),
            ranks: Vec::new(),
            segments: vec![0],
        }
    }
}

impl ForwardIndex {
    /// Adds a text in the field of this rank to the open segment.
    pub(super) fn add_value(&mut self, rank: u8, text: u32) {
        self.values.push(text);
        self.ranks.push(rank);
    }

    /// Closes the open segment and returns its number.
    pub(super) fn end_segment(&mut self) -> u32 {
        self.segments.push(to_u32(self.values.len()));
        to_u32(self.segments()) - 1
    }

    /// Closes the text whose entries were pushed; the first `length` of them are its words in order.
    pub(super) fn end_text(&mut self, length: usize) {
        self.lengths.push(to_u32(length));
        self.starts.push(to_u32(self.words.len()));
    }

    /// Replaces provisional word numbers by final ones.
    pub(super) fn renumber(&mut self, renumbered: &[u32]) {
        for entry in &mut self.words {
            *entry = with_spelling(renumbered[number(*entry) as usize], spelling(*entry));
        }
        self.words.shrink_to_fit();
        self.values.shrink_to_fit();
        self.ranks.shrink_to_fit();
    }

    /// Drops the spellings, once the postings hold them.
    pub(super) fn drop_spellings(&mut self) {
        for entry in &mut self.words {
            *entry = number(*entry);
        }
    }

    /// The number of distinct texts.
    pub(super) fn count(&self) -> usize {
        self.lengths.len()
    }

    /// The number of words of a text.
    pub(super) fn length(&self, text: u32) -> usize {
        self.lengths[text as usize] as usize
    }

    /// The number of segments.
    pub(super) fn segments(&self) -> usize {
        self.segments.len() - 1
    }

    /// The field rank and text of each value of a segment.
    pub(super) fn values(&self, segment: u32) -> impl Iterator<Item = (u8, u32)> {
        let segment = segment as usize;
        let range = self.segments[segment] as usize..self.segments[segment + 1] as usize;
        self.ranks[range.clone()]
            .iter()
            .copied()
            .zip(self.values[range].iter().copied())
    }

    /// The words of a text, in order.
    pub(super) fn sequence(&self, text: u32) -> &[u32] {
        let start = self.starts[text as usize] as usize;
        &self.words[start..start + self.length(text)]
    }

    /// All entries of a text: its words and its compounds.
    pub(super) fn terms(&self, text: u32) -> &[u32] {
        let text = text as usize;
        &self.words[self.starts[text] as usize..self.starts[text + 1] as usize]
    }
}

/// Counts stay below 2³²: that many entries would not fit into the memory of a page.
fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
