//! What one word of a text earns each document.

use super::sharing::Sharing;

/// Stands among the fields of a match without typing errors.
pub(super) const TYPO_FREE: u16 = 1 << 15;

/// The accumulator of one word. Each number has a list of its own: a list of zeros costs next to nothing
/// to make, and a search goes through few of them at a time.
pub(super) struct Accumulator<'i> {
    sharing: &'i Sharing,
    /// For each bundle the points of the word's best match there.
    points: Vec<u32>,
    /// For each bundle the ranks of the fields that the word was found in, one bit each.
    fields: Vec<u16>,
    /// The documents that have such fields, each by its own bundle.
    found: Vec<u32>,
    /// The shared bundles that have such fields.
    found_shared: Vec<u32>,
}

impl<'i> Accumulator<'i> {
    pub(super) fn new(sharing: &'i Sharing) -> Self {
        let bundles = sharing.shared as usize + sharing.documents();
        Self {
            sharing,
            points: vec![0; bundles],
            fields: vec![0; bundles],
            found: Vec::new(),
            found_shared: Vec::new(),
        }
    }

    /// Accumulator a bundle for a match in these fields.
    pub(super) fn add(&mut self, bundle: u32, points: u32, fields: u16) {
        let place = bundle as usize;
        if self.fields[place] == 0 {
            if bundle < self.sharing.shared {
                self.found_shared.push(bundle);
            } else {
                self.found.push(bundle);
            }
        }
        self.fields[place] |= fields;
        self.points[place] = self.points[place].max(points);
    }

    /// Hands on to documents what their shared bundles earned, and says how many have anything.
    pub(super) fn propagate_shared(&mut self) -> usize {
        let sharing = self.sharing;
        for bundle in std::mem::take(&mut self.found_shared) {
            let (points, fields) = self.take(bundle);
            for document in sharing.sharers(bundle) {
                self.add(sharing.shared + document, points, fields);
            }
        }
        self.found.len()
    }

    /// Tells each document with its points and fields, and forgets them all.
    pub(super) fn drain(&mut self, visit: &mut dyn FnMut(usize, u32, u16)) {
        for place in 0..self.found.len() {
            let bundle = self.found[place];
            let (points, fields) = self.take(bundle);
            visit((bundle - self.sharing.shared) as usize, points, fields);
        }
        self.found.clear();
    }

    fn take(&mut self, bundle: u32) -> (u32, u16) {
        let place = bundle as usize;
        let points = std::mem::take(&mut self.points[place]);
        (points, std::mem::take(&mut self.fields[place]))
    }
}
