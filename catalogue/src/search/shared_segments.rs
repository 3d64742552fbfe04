//! Which documents contain which segments.
//!
//! A segment is a set of texts that is indexed as one unit. Segments shared by several documents are
//! numbered first, followed by one segment per document for the texts that only this document has.

use crate::jagged_array::JaggedArray;

/// The segments of each document, and the documents of each shared segment.
#[derive(Debug)]
pub(super) struct SharedSegments {
    /// The number of shared segments, which is also the number of the first document's own segment.
    pub(super) shared_count: u32,
    segments: JaggedArray,
    documents: JaggedArray,
}

impl SharedSegments {
    /// `segments` holds the shared segments of each document, `total` is the number of all segments.
    pub(super) fn new(segments: JaggedArray, total: usize) -> Self {
        let shared = total - segments.len();
        Self {
            shared_count: u32::try_from(shared).unwrap_or(u32::MAX),
            documents: segments.transposed(shared),
            segments,
        }
    }

    /// The number of documents.
    pub(super) fn document_count(&self) -> usize {
        self.segments.len()
    }

    /// The number of segments, shared ones and those of single documents.
    pub(super) fn total_count(&self) -> usize {
        self.shared_count as usize + self.document_count()
    }

    /// The segments of a document: its shared segments, then its own.
    pub(super) fn segments_of(&self, document: u32) -> impl Iterator<Item = u32> {
        let is_known = (document as usize) < self.document_count();
        let own = is_known.then(|| self.shared_count + document);
        self.segments
            .get(document as usize)
            .iter()
            .copied()
            .chain(own)
    }

    /// The documents that contain a shared segment.
    pub(super) fn documents_of(&self, segment: u32) -> &[u32] {
        self.documents.get(segment as usize)
    }

    /// The number of documents that contain a segment.
    pub(super) fn count(&self, segment: u32) -> usize {
        if segment < self.shared_count {
            self.documents_of(segment).len()
        } else {
            1
        }
    }
}
