//! What leads, and why.

use super::super::{Index, SearchText};
use super::{AREA, NAME, TEXT, index, names};

/// Documents from best to worst; equals in ascending order.
fn ranked(index: &Index, query: &str) -> Vec<(u32, u32)> {
    let mut hits = index.search(&SearchText::parse(query)).hits;
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    hits.iter().map(|hit| (hit.document, hit.score)).collect()
}

/// The first document is strictly better than the second, and so on.
#[track_caller]
fn in_order(index: &Index, query: &str) {
    let ranked = ranked(index, query);
    let documents: Vec<u32> = ranked.iter().map(|(document, _)| *document).collect();
    let expected: Vec<u32> = (0..).take(documents.len()).collect();
    assert_eq!(documents, expected, "{query}: {ranked:?}");
    assert!(
        ranked.windows(2).all(|two| two[0].1 > two[1].1),
        "{query}: {ranked:?}"
    );
    assert!(ranked.len() > 1, "{query} finds {ranked:?}");
}

#[test]
fn tiers_come_in_order_within_a_field() {
    // All the details speak for the worse tiers: shorter names, the word at the front.
    let tiers = names(&[
        "a name of many words about nothing much really and energy",
        "a name of many words about nothing much and energylike",
        "a name of many words about nothing much bioenergy",
        "energie",
    ]);
    in_order(&tiers, "energy ");
    // While the word is being typed, its beginning still does not overtake the word itself.
    in_order(&tiers, "energy");
    // One error is nearer than two.
    in_order(&names(&["una tecnologie", "una tecnelogie"]), "tecnologia");
}

#[test]
fn better_fields_lead() {
    // A cluster called so before one classified so before one that mentions it.
    in_order(
        &index(&[
            vec![(NAME, "Energy Cluster")],
            vec![(NAME, "Cleantech"), (AREA, "Clean energy")],
            vec![(NAME, "Cleantech"), (TEXT, "about energy")],
        ]),
        "energy",
    );
    // The start of a name says more than a word lost in a description.
    in_order(
        &index(&[vec![(NAME, "Energetica")], vec![(TEXT, "low energ use")]]),
        "energ",
    );
}

#[test]
fn who_types_a_whole_name_wants_that_name() {
    in_order(
        &names(&[
            "Smart Energy",
            "Smart Energy Cluster",
            "Cluster for Smart Energy",
        ]),
        "smart energy",
    );
    // An area called exactly so beats a name that happens to contain a longer word.
    in_order(
        &index(&[
            vec![(NAME, "LE2C"), (AREA, "Energy")],
            vec![(NAME, "The Energyscape of Europe")],
        ]),
        "energy",
    );
}

#[test]
fn short_fields_and_first_words_lead() {
    in_order(
        &names(&["Energy Cluster", "Energy Cluster of Lombardy and Friends"]),
        "energy",
    );
    in_order(&names(&["Energy Cluster", "Cluster Energy"]), "energy");
}

#[test]
fn spelling_decides_between_equals() {
    // Who types the accent, or the capitals, means the word that has them.
    in_order(&names(&["Però uno", "Pero due"]), "però");
    in_order(&names(&["ARIA uno", "Aria due"]), "ARIA");
    // Who does not, means either.
    let index = names(&["Però uno", "Pero due"]);
    let scores: Vec<u32> = ranked(&index, "pero")
        .iter()
        .map(|(_, score)| *score)
        .collect();
    assert_eq!(scores[0], scores[1]);
}

#[test]
fn words_that_meet_in_one_field_mean_one_thing() {
    in_order(
        &index(&[
            vec![(NAME, "x"), (AREA, "smart mobility")],
            vec![(NAME, "x"), (AREA, "smart"), (TEXT, "mobility")],
        ]),
        "smart mobility",
    );
}

#[test]
fn what_is_called_so_leads_what_has_the_words_here_and_there() {
    // The park of that name, though organisations weigh less than subjects.
    in_order(
        &index(&[
            vec![(NAME, "x"), (TEXT, "Environment Park")],
            vec![(NAME, "x"), (AREA, "environment"), (TEXT, "park")],
        ]),
        "environment park",
    );
    // One phrase of several words is enough, and small words between belong to it.
    in_order(
        &index(&[
            vec![(TEXT, "Polytechnic of Turin"), (TEXT, "robots")],
            vec![
                (TEXT, "Polytechnic of Bari"),
                (AREA, "robots"),
                (TEXT, "Turin"),
            ],
        ]),
        "polytechnic of turin robots",
    );
}

#[test]
fn who_has_all_words_leads_who_has_something_like_one() {
    // `unibo` is one letter away from `unibs`, but another university.
    in_order(
        &index(&[
            vec![(NAME, "x"), (TEXT, "unibs"), (AREA, "food")],
            vec![(NAME, "food"), (TEXT, "unibo")],
        ]),
        "unibs food",
    );
}

#[test]
fn rare_words_say_more_than_common_ones() {
    // Nothing has all three, so what matches two leads; `hydrogen` tells the two apart.
    let mut documents = vec![
        vec![(NAME, "cluster hydrogen")],
        vec![(NAME, "cluster lombardy")],
    ];
    documents.extend((0..30).map(|_| vec![(TEXT, "lombardy")]));
    let index = index(&documents);
    let ranked = ranked(&index, "cluster hydrogen lombardy");
    assert_eq!(
        ranked
            .iter()
            .map(|(document, _)| *document)
            .collect::<Vec<_>>(),
        [0, 1]
    );
    assert!(ranked[0].1 > ranked[1].1);
}

#[test]
fn the_same_text_gives_the_same_scores() {
    let all = [
        "Smart Energy",
        "Energy smart grids",
        "Smrt energie",
        "bioenergy smart",
    ];
    let first = names(&all).search(&SearchText::parse("smart energy"));
    assert_eq!(
        names(&all).search(&SearchText::parse("smart energy")),
        first
    );
}
