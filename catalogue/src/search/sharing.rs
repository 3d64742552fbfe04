//! Which documents have which bundles of texts.
//!
//! Bundles that documents share are numbered first; after them comes, for each document, the bundle
//! of the texts that it alone has.

use crate::groups::Groups;

/// The bundles of each document, and the documents of each shared bundle.
#[derive(Debug)]
pub(super) struct Sharing {
    /// How many bundles are shared: the number of the first document's own bundle.
    pub(super) shared: u32,
    bundles: Groups,
    documents: Groups,
}

impl Sharing {
    /// From the shared bundles of each document, and how many bundles there are in all.
    pub(super) fn new(bundles: Groups, all: usize) -> Self {
        let shared = all - bundles.len();
        Self {
            shared: u32::try_from(shared).unwrap_or(u32::MAX),
            documents: bundles.inverted(shared),
            bundles,
        }
    }

    /// How many documents there are.
    pub(super) fn documents(&self) -> usize {
        self.bundles.len()
    }

    /// The bundles of a document: those it shares, then its own.
    pub(super) fn bundles_of(&self, document: u32) -> impl Iterator<Item = u32> {
        let own = ((document as usize) < self.documents()).then(|| self.shared + document);
        self.bundles
            .get(document as usize)
            .iter()
            .copied()
            .chain(own)
    }

    /// The documents of a shared bundle.
    pub(super) fn sharers(&self, bundle: u32) -> &[u32] {
        self.documents.get(bundle as usize)
    }

    /// How many documents have a bundle.
    pub(super) fn count(&self, bundle: u32) -> usize {
        if bundle < self.shared {
            self.sharers(bundle).len()
        } else {
            1
        }
    }
}
