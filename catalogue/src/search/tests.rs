//! The search engine as a whole: matching, ranking, highlighting.

mod cases;
mod direct;
mod interpretation;
mod naive;
mod properties;
mod ranking;
mod word_forms;

use super::{Index, IndexBuilder};

/// The fields of the test documents, by descending weight.
const NAME: usize = 0;
const AREA: usize = 1;
const TEXT: usize = 2;
const PROSE: usize = 3;
const WEIGHTS: [u16; 4] = [90, 50, 20, 10];

/// An index of documents, each a list of values with their fields. As in the catalogue, areas are shared
/// segments, and a match in one is indirect.
fn index<T: AsRef<str>>(documents: &[Vec<(usize, T)>]) -> Index {
    let mut builder = IndexBuilder::new(&WEIGHTS);
    builder.set_indirect(AREA);
    builder.set_prose(PROSE);
    let values = documents.iter().flatten();
    let mut areas: Vec<&str> = (values.filter(|(field, _)| *field == AREA))
        .map(|(_, text)| text.as_ref())
        .collect();
    areas.sort_unstable();
    areas.dedup();
    for area in &areas {
        builder.add(AREA, area);
        builder.end_shared();
    }
    for values in documents {
        let mut shared = Vec::new();
        for (field, text) in values {
            match areas.binary_search(&text.as_ref()) {
                Ok(area) if *field == AREA => shared.extend(u32::try_from(area)),
                _ => builder.add(*field, text.as_ref()),
            }
        }
        builder.end_document(&shared);
    }
    builder.finish()
}

/// An index of documents with only a name.
fn names(names: &[&str]) -> Index {
    let documents: Vec<_> = names.iter().map(|name| vec![(NAME, *name)]).collect();
    index(&documents)
}
