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

/// `Italian` and `Italy` mean the same, so details such as a short name decide alike for both; only between
/// equals does the typed form come first.
#[test]
fn forms_of_a_word_have_the_same_order() {
    let index = names(&["an energy name of seven words here", "energies two"]);
    assert_eq!(found(&index, "energy "), [1, 0]);
    assert_eq!(found(&index, "energies "), [1, 0]);
    let equals = names(&["energy two", "energies two"]);
    assert_eq!(found(&equals, "energy "), [0, 1]);
    assert_eq!(found(&equals, "energies "), [1, 0]);
}

/// A plural has the relatives of its singular, and each spelling has the forms of the other.
#[test]
fn forms_of_a_word_find_the_same() {
    for (one, other, expected) in [
        ("robots ", "robot ", &["robot", "robotics", "robotica"][..]),
        (
            "research center ",
            "research centre ",
            &["research centres"],
        ),
    ] {
        let index = names(expected);
        assert_eq!(found(&index, one).len(), expected.len(), "{one}");
        assert_eq!(found(&index, other).len(), expected.len(), "{other}");
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

/// Whether a word is written as one is a matter of taste, so either spelling finds the other.
#[test]
fn joined_and_split_words_are_found_alike() {
    let index = names(&["Green Tech Valley", "green", "tech valley", "greenhouse"]);
    assert_eq!(found(&index, "greentechvalley"), [0]);
    assert_eq!(found(&index, "greentech "), [0]);
    // A name without its spaces and stop words.
    let index = names(&["Politecnico di Milano", "Politecnico di Bari", "Milano"]);
    assert_eq!(found(&index, "politecnicodimilano"), [0]);
    // Words typed apart mean the compound that they form; documents with both words follow.
    let index = names(&["bio economia x", "bioeconomia", "bio x economia", "bio"]);
    assert_eq!(found(&index, "bio economia "), [1, 0, 2]);
}

/// `eco-sostenibilità` is not about anything ecological that is also sustainable.
#[test]
fn a_known_compound_is_one_word() {
    let index = names(&[
        "ecosostenibilità",
        "eco x sostenibilità",
        "eco sostenibilità",
    ]);
    for query in ["eco-sostenibilità ", "ecosostenibilità "] {
        assert_eq!(found(&index, query), [0, 2], "{query}");
    }
    // An unknown one is not.
    let index = names(&["eco x sostenibilità"]);
    assert_eq!(found(&index, "eco-sostenibilità "), [0]);
}

/// `Terna` is a company, not a part of `internazionale`.
#[test]
fn a_word_that_occurs_is_not_sought_in_the_middle_of_others() {
    let index = names(&["Terna", "internazionale", "lanterna"]);
    assert_eq!(found(&index, "terna "), [0, 2]);
    let index = names(&["internazionale", "lanterna"]);
    assert_eq!(found(&index, "terna ").len(), 2);
}

/// Where `engines` occurs, `engine` matches as a whole word and not as the beginning of `engineering`; a short
/// word may still be the beginning of others.
#[test]
fn a_word_that_occurs_in_another_form_begins_no_others() {
    let index = names(&["engines", "engineering"]);
    for query in ["engine", "engines"] {
        assert_eq!(found(&index, query), [0], "{query}");
    }
    assert_eq!(found(&names(&["engineering"]), "engine"), [0]);
    assert_eq!(found(&names(&["cars", "Carinthia"]), "car"), [0, 1]);
    // Nor is another spelling of it a part of others.
    assert_eq!(found(&names(&["ageing", "packaging"]), "aging "), [0]);
    assert_eq!(
        found(&names(&["energie", "bioenergia"]), "energia "),
        [0, 1]
    );
}

/// Capitals say that `EV` is a name, not the beginning of a word.
#[test]
fn short_names_in_capitals_are_whole_words() {
    let index = names(&["EV", "events"]);
    assert_eq!(found(&index, "EV"), [0]);
    assert_eq!(found(&index, "ev"), [0, 1]);
    // Unless there is no such name.
    assert_eq!(found(&names(&["events"]), "EV"), [0]);
}

/// Someone who types the name of a place means the place.
#[test]
fn names_are_whole_words() {
    let mut builder = IndexBuilder::new(&WEIGHTS);
    builder.add_name("Massa", "");
    builder.add_name("Roma", "");
    builder.add_name("Emilia-Romagna", "");
    for name in [
        "Massa",
        "biomassa",
        "massaggi",
        "Roma",
        "Romania",
        "emiliani",
        "Porto di Roma",
    ] {
        builder.add(NAME, name);
        builder.end_document(&[]);
    }
    let index = builder.finish();
    for (query, expected) in [
        ("Massa", &[0][..]),
        ("roma", &[3, 6]),
        ("rom", &[3, 4, 6]),
        ("massag", &[2]),
        // The first word of a longer name may be another word.
        ("emilia", &[5]),
    ] {
        let mut found = found(&index, query);
        found.sort_unstable();
        assert_eq!(found, expected, "{query}");
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
