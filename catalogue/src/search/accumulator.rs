//! Collects the points of one query term for each document.

use super::shared_segments::SharedSegments;

/// Set in a field mask if the match has no typos.
pub(super) const TYPO_FREE: u16 = 1 << 15;
/// Set in a field mask if a direct field has the word itself, in any form.
pub(super) const DIRECT: u16 = 1 << 14;
/// Set in a field mask if any field has the word itself, in any form.
pub(super) const ITSELF: u16 = 1 << 13;
/// Set in a field mask if a field other than prose has a word that occurs, in any form or as a part of others.
pub(super) const SUBJECT: u16 = 1 << 12;
/// The bits of a field mask that are fields.
pub(super) const FIELDS: u16 = SUBJECT - 1;

/// The best match of one query term in each segment.
///
/// Points and fields are separate arrays: zeroed arrays are almost free to allocate, and a search
/// touches only a few of their entries.
pub(super) struct Accumulator<'i> {
    segments: &'i SharedSegments,
    /// The points of the best match in each segment.
    points: Vec<u32>,
    /// The ranks of the fields that match in each segment, as a bit mask.
    fields: Vec<u16>,
    /// The documents with a match, as the numbers of their own segments.
    matched: Vec<u32>,
    /// The shared segments with a match.
    matched_shared: Vec<u32>,
}

impl<'i> Accumulator<'i> {
    pub(super) fn new(segments: &'i SharedSegments) -> Self {
        Self {
            segments,
            points: vec![0; segments.total_count()],
            fields: vec![0; segments.total_count()],
            matched: Vec::new(),
            matched_shared: Vec::new(),
        }
    }

    /// Records a match in `fields` of a segment.
    pub(super) fn add(&mut self, segment: u32, points: u32, fields: u16) {
        let index = segment as usize;
        if self.fields[index] == 0 {
            if segment < self.segments.shared_count {
                self.matched_shared.push(segment);
            } else {
                self.matched.push(segment);
            }
        }
        self.fields[index] |= fields;
        self.points[index] = self.points[index].max(points);
    }

    /// Passes the points of shared segments on to their documents. Returns the number of documents
    /// that match.
    pub(super) fn propagate_shared(&mut self) -> usize {
        let segments = self.segments;
        for segment in std::mem::take(&mut self.matched_shared) {
            let (points, fields) = self.take(segment);
            for document in segments.documents_of(segment) {
                self.add(segments.shared_count + document, points, fields);
            }
        }
        self.matched.len()
    }

    /// Calls `visit` with each matching document, its points and its fields, and resets them all.
    pub(super) fn drain(&mut self, visit: &mut dyn FnMut(usize, u32, u16)) {
        for index in 0..self.matched.len() {
            let segment = self.matched[index];
            let (points, fields) = self.take(segment);
            let document = segment - self.segments.shared_count;
            visit(document as usize, points, fields);
        }
        self.matched.clear();
    }

    fn take(&mut self, segment: u32) -> (u32, u16) {
        let index = segment as usize;
        let points = std::mem::take(&mut self.points[index]);
        (points, std::mem::take(&mut self.fields[index]))
    }
}
