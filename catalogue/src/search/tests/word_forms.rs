//! Which other forms of a word are found, and which are not.

use super::super::{Index, IndexBuilder, SearchText};
use super::{NAME, WEIGHTS, names};

/// The documents that match, best first.
fn found(index: &Index, query: &str) -> Vec<u32> {
    let mut hits = index.search(&SearchText::parse(query)).hits;
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    hits.iter().map(|hit| hit.document).collect()
}

/// Visitors type an adjective where the record has the noun, and the reverse.
#[test]
fn words_of_one_family_are_found_alike_and_the_typed_one_leads() {
    for (noun, derived) in [
        ("agriculture", "agricultural"),
        ("archeologia", "archeologici"),
        ("energia", "energetiche"),
        ("alberghi", "alberghiero"),
    ] {
        let index = names(&[noun, derived, "another"]);
        assert_eq!(found(&index, &[noun, " "].concat()), [0, 1], "{noun}");
        assert_eq!(found(&index, &[derived, " "].concat()), [1, 0], "{derived}");
    }
}

/// A stemmer would reduce these to one stem.
#[test]
fn words_that_only_look_alike_are_not_a_family() {
    for (one, other) in [
        ("porto", "porta"),
        ("centro", "centrale"),
        ("train", "training"),
    ] {
        let index = names(&[one, other]);
        assert_eq!(found(&index, &[other, " "].concat())[0], 1, "{other}");
        assert!(
            !found(&index, &[other, " "].concat()).contains(&0),
            "{other}"
        );
    }
}

#[test]
fn names_and_their_adjectives_match_each_other() {
    let mut builder = IndexBuilder::new(&WEIGHTS);
    builder.add_name("Napoli", "partenopeo");
    builder.add_name("Brescia (BS)", "");
    builder.add_name("Iceland", "");
    for name in [
        "University of Brescia",
        "impresa bresciana",
        "Bari",
        "Napoli",
        "Università Partenope",
        "atenei partenopei",
        "Icelandic cluster",
        "Iceland",
    ] {
        builder.add(NAME, name);
        builder.end_document(&[]);
    }
    let index = builder.finish();
    for (query, expected) in [
        ("bresciane ", &[0, 1][..]),
        ("brescia ", &[0, 1]),
        ("bari ", &[2]),
        // An irregular adjective in another form; `Partenope` is another word.
        ("partenopea ", &[3, 5]),
        ("napoli ", &[3, 5]),
        ("icelandic ", &[6, 7]),
        ("iceland ", &[6, 7]),
    ] {
        let mut found = found(&index, query);
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
    }
}
