//! What a text means, given the words that occur.

use super::super::Index;
use super::names;

/// The documents that match, best first.
fn found(index: &Index, query: &str) -> Vec<u32> {
    let mut hits = index.search(&index.parse(query)).hits;
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    hits.iter().map(|hit| hit.document).collect()
}

/// `guida` is a word of questions, but not in `guida autonoma`.
#[test]
fn a_filler_that_belongs_to_a_subject_is_searched_for() {
    let index = names(&[
        "guida autonoma",
        "regione autonoma",
        "make-up",
        "small companies",
        "reti elettriche",
        "start-up",
        "industry 4.0",
    ]);
    for (text, searched) in [
        ("una guida sulla guida autonoma", &["guida", "autonoma"][..]),
        // In any form.
        ("which guide autonome", &["guide", "autonome"]),
        ("guida alla provincia autonoma", &["provincia", "autonoma"]),
        ("who works on make up in Milan", &["make", "up", "Milan"]),
        // Nor does `reti` stand for records there.
        ("reti elettriche", &["reti", "elettriche"]),
        ("reti lombarde", &["lombarde"]),
        (
            "which clusters exist for industry 4.0",
            &["clusters", "industry", "4.0"],
        ),
        (
            "which clusters exist for the wood industry",
            &["clusters", "wood"],
        ),
        // What people say about themselves is not a subject.
        (
            "can a start-up join a cluster for wood",
            &["cluster", "wood"],
        ),
        ("clusters of start-ups", &["clusters", "start", "ups"]),
        // A name that consists of fillers alone would turn questions into subjects.
        ("which small companies do wood", &["wood"]),
    ] {
        assert_eq!(index.parse(text).searched(), searched, "{text}");
    }
    assert_eq!(found(&index, "una guida sulla guida autonoma "), [0]);
}

/// Nobody searches for `wiht`.
#[test]
fn mistyped_fillers_are_set_aside() {
    let index = names(&["funding", "robot", "wood", "theta"]);
    for (text, searched) in [
        ("whcih clusters work wiht wood", &["clusters", "wood"][..]),
        ("lookingg for wood", &["wood"]),
        // Another word may be meant, or a name.
        ("thta wood", &["thta", "wood"]),
        ("fundng wood", &["fundng", "wood"]),
        ("cooking wood", &["cooking", "wood"]),
        ("Como wood", &["Como", "wood"]),
        ("WIHT wood", &["WIHT", "wood"]),
        // The last word is not finished yet.
        ("wood whcih", &["wood", "whcih"]),
    ] {
        assert_eq!(index.parse(text).searched(), searched, "{text}");
    }
}

/// `bio` alone begins so many words that `bio materiali` would find everything but biomaterials.
#[test]
fn neighbours_that_are_one_word_are_found_as_that_word() {
    let index = names(&[
        "biotech materiali",
        "biomateriali di tutti",
        "bio x materiali",
        "un biomateriale",
        "biomateriali",
        "bio materiali",
    ]);
    // Records with both words apart come last.
    assert_eq!(found(&index, "bio materiali "), [5, 4, 1, 3, 2]);
    assert_eq!(found(&index, "biomateriali "), [4, 1, 3, 5]);
    // A word that is more often written apart is not one word.
    let index = names(&["smartcity", "smart city", "smart city", "smart x city"]);
    let query = index.parse("smart city ");
    assert!((0..2).all(|position| query.half(position).is_none()));
}
