//! The engine as a whole: what is found, what leads, what is marked.

mod cases;
mod naive;
mod properties;
mod ranking;

use super::{Index, IndexBuilder};

/// Fields of the test documents, in order of weight.
const NAME: usize = 0;
const AREA: usize = 1;
const TEXT: usize = 2;
const WEIGHTS: [u16; 3] = [90, 50, 20];

/// An index of documents, each a list of values with their field.
fn index(documents: &[Vec<(usize, &str)>]) -> Index {
    let mut builder = IndexBuilder::new(&WEIGHTS);
    for (number, values) in (0..).zip(documents) {
        for (field, text) in values {
            builder.add(number, *field, text);
        }
    }
    builder.finish()
}

/// An index of documents that have a name alone.
fn names(names: &[&str]) -> Index {
    let documents: Vec<_> = names.iter().map(|name| vec![(NAME, *name)]).collect();
    index(&documents)
}
