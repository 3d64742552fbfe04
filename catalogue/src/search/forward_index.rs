//! The texts of all documents, each distinct one once, as word numbers: what the words alone cannot
//! tell, namely which follow each other.

/// While building, the spelling of a word in a text stands above its number.
const SPELLING_SHIFT: u32 = 30;
/// The bits of a word's number, without its spelling.
const NUMBER: u32 = (1 << SPELLING_SHIFT) - 1;

/// A word's number with how the text spells it.
pub(super) fn with_spelling(number: u32, spelling: u8) -> u32 {
    number | u32::from(spelling) << SPELLING_SHIFT
}

/// A word's number without its spelling.
pub(super) fn number(entry: u32) -> u32 {
    entry & NUMBER
}

/// How the text spells a word.
pub(super) fn spelling(entry: u32) -> u8 {
    (entry >> SPELLING_SHIFT) as u8
}

/// Which segment has which texts in which fields, and their words.
#[derive(Debug)]
pub(super) struct ForwardIndex {
    /// For each text its words in order, then what else it is found by.
    pub(super) words: Vec<u32>,
    /// Where each text starts in `words`, and where the last one ends.
    starts: Vec<u32>,
    /// How many of a text's entries in `words` are its words in order.
    lengths: Vec<u32>,
    /// The texts of all segments, one segment after the other.
    values: Vec<u32>,
    /// The rank of each value's field.
    ranks: Vec<u8>,
    /// Where each segment's values start, and where the last ones end.
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
    /// Notes that the open segment has a text in the field of this rank.
    pub(super) fn add_value(&mut self, rank: u8, text: u32) {
        self.values.push(text);
        self.ranks.push(rank);
    }

    /// Ends the open segment and gives its number.
    pub(super) fn end_segment(&mut self) -> u32 {
        self.segments.push(to_u32(self.values.len()));
        to_u32(self.segments()) - 1
    }

    /// Ends the text whose entries were pushed, of which so many are its words in order.
    pub(super) fn end_text(&mut self, length: usize) {
        self.lengths.push(to_u32(length));
        self.starts.push(to_u32(self.words.len()));
    }

    /// Gives words their final numbers.
    pub(super) fn close(&mut self, renumbered: &[u32]) {
        for entry in &mut self.words {
            *entry = with_spelling(renumbered[number(*entry) as usize], spelling(*entry));
        }
        self.words.shrink_to_fit();
        self.values.shrink_to_fit();
        self.ranks.shrink_to_fit();
    }

    /// Leaves the bare numbers, once all details are noted elsewhere.
    pub(super) fn drop_spellings(&mut self) {
        for entry in &mut self.words {
            *entry = number(*entry);
        }
    }

    /// How many words a text has.
    pub(super) fn length(&self, text: u32) -> usize {
        self.lengths[text as usize] as usize
    }

    /// How many segments there are.
    pub(super) fn segments(&self) -> usize {
        self.segments.len() - 1
    }

    /// Rank and text of each value of a segment.
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

    /// Everything that a text is found by.
    pub(super) fn terms(&self, text: u32) -> &[u32] {
        let text = text as usize;
        &self.words[self.starts[text] as usize..self.starts[text + 1] as usize]
    }
}

/// Counts here stay below 2³²: what they count would not fit into the memory of a page.
fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
