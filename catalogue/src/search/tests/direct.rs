//! Which documents contain a word themselves.

use super::super::Closeness::{self, Direct, Indirect, Similar};
use super::super::{IndexBuilder, SearchText};
use super::{AREA, NAME, TEXT, WEIGHTS};

/// Areas are not about a document itself, so that a caller can tell those that only belong to the area
/// from those that mention the subject.
#[test]
fn documents_with_the_words_are_distinguished_from_those_of_their_area() {
    let mut builder = IndexBuilder::new(&WEIGHTS);
    builder.set_indirect(AREA);
    builder.add(AREA, "hydrogen");
    let area = builder.end_shared();
    for (text, shared) in [
        ("hydrogen trains", &[][..]),
        ("trains", &[area]),
        ("hydrogen trains", &[area]),
        ("hydrogens", &[]),
        ("hydrogenation", &[]),
        ("another", &[]),
    ] {
        builder.add(TEXT, text);
        builder.add(NAME, "x");
        builder.end_document(shared);
    }
    let index = builder.finish();
    let closeness = |query: &str| {
        let matches = index.search(&SearchText::parse(query));
        let hits = matches.hits.iter();
        let hits = hits.map(|hit| (hit.document, hit.closeness));
        hits.collect::<Vec<(u32, Closeness)>>()
    };
    // The word, or another form of it, but not a part of another word.
    let expected = [
        (0, Direct),
        (1, Indirect),
        (2, Direct),
        (3, Direct),
        (4, Similar),
    ];
    assert_eq!(closeness("hydrogen "), expected);
    // All words must be direct.
    for text in ["hydrogen trains ", "trains hydrogen "] {
        assert_eq!(
            closeness(text),
            [(0, Direct), (1, Indirect), (2, Direct)],
            "{text}"
        );
    }
    // An unfinished word may become the word.
    let expected = [
        (0, Direct),
        (1, Indirect),
        (2, Direct),
        (3, Direct),
        (4, Direct),
    ];
    assert_eq!(closeness("hydro"), expected);
    // A typo is a guess.
    let guessed = closeness("hydrogem ");
    assert!(!guessed.is_empty());
    assert!(guessed.iter().all(|(_, closeness)| *closeness == Similar));
    // A word that no document contains does not matter.
    assert_eq!(
        closeness("hydrogen trains zzzzz "),
        closeness("hydrogen trains ")
    );
    // A document without a word that others have is not close to the query.
    assert!(
        closeness("hydrogens another ")
            .iter()
            .all(|(_, closeness)| *closeness == Similar)
    );
}
