//! What leads, and why.

use super::super::score::{self, COMMON, rarity};
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

/// What an exact word earns in a field of this weight, with so many points of details, before rarity.
fn earned(weight: u32, details: u8) -> u32 {
    weight * u32::from(score::exact() + details)
}

#[track_caller]
fn scores(index: &Index, query: &str, expected: &[(u32, u32)]) {
    assert_eq!(ranked(index, query), expected, "{query}");
}

/// Each score from the rules as they are told in `score.rs`, added up by hand.
#[test]
fn scores_are_made_as_the_rules_say() {
    // The second word of five: three points; one of four documents: rarity two.
    let light = index(&[
        vec![(TEXT, "blue energy and two more")],
        vec![(NAME, "x")],
        vec![(NAME, "y")],
        vec![(NAME, "z")],
    ]);
    scores(&light, "energy ", &[(0, earned(20, 3) * (COMMON + 2))]);
    // A whole light field earns nothing extra, a whole heavy one does.
    let whole = index(&[vec![(NAME, "energy")], vec![(TEXT, "energy")]]);
    let common = |points: u32| points * rarity(2, 2);
    let extra = score::whole_field(90 * u32::from(score::exact()));
    scores(
        &whole,
        "energy ",
        &[
            (0, common(earned(90, 9)) + extra),
            (1, common(earned(20, 9))),
        ],
    );
    // In two heavy fields, and in neither is it the whole of it.
    let twice = index(&[
        vec![(NAME, "energy cluster"), (AREA, "clean energy")],
        vec![(NAME, "x")],
    ]);
    scores(&twice, "energy ", &[(0, earned(90, 8) * rarity(1, 2))]);
    // Two words apart in one field, a quarter more; in two fields, no more than their sum.
    let two = index(&[
        vec![(TEXT, "smart green mobility")],
        vec![(NAME, "x"), (AREA, "a smart one"), (TEXT, "about mobility")],
        vec![(NAME, "y")],
        vec![(NAME, "z")],
    ]);
    let rare = rarity(2, 4);
    let one_field = (earned(20, 7) + earned(20, 5)) * rare;
    let two_fields = (earned(50, 5) + earned(20, 6)) * rare;
    scores(
        &two,
        "smart mobility ",
        &[(1, two_fields), (0, score::boost_same_field(one_field))],
    );
    // In a row, half a common word of the heaviest weight more.
    let row = index(&[vec![(TEXT, "a smart mobility plan")], vec![(NAME, "x")]]);
    let words = 2 * earned(20, 4) * rarity(1, 2);
    scores(
        &row,
        "smart mobility ",
        &[(
            0,
            score::boost_same_field(words + score::adjacent_words(90)),
        )],
    );
    // With an error forgiven, half of everything.
    let error = index(&[
        vec![(TEXT, "a smart green mobylity plan")],
        vec![(NAME, "x")],
    ]);
    let mobility = 20 * u32::from(score::typo(1, true) + 3) * rarity(1, 2);
    // A word alone is all there is to compare.
    scores(&error, "mobility ", &[(0, mobility)]);
    let words = earned(20, 3) * rarity(1, 2) + mobility;
    scores(
        &error,
        "smart mobility ",
        &[(0, score::penalise_typos(score::boost_same_field(words)))],
    );
}

/// Beginnings of up to three letters that stand for many words have their documents ready.
#[test]
fn short_beginnings_are_worth_the_same_however_long_the_word() {
    const MANY: &str = "ena enb enc end ene enfghij";
    let index = index(&[
        vec![(NAME, "x"), (AREA, MANY)],
        vec![(NAME, MANY)],
        vec![(NAME, "y"), (AREA, MANY)],
        // Areas that come before, so that nobody is found by their numbers.
        vec![(NAME, "z"), (AREA, "a"), (AREA, "b")],
    ]);
    let begun_of = |weight: u32| weight * u32::from(score::prefix(usize::MAX, true) + 5);
    let begun = |weight: u32| begun_of(weight) * rarity(3, 4);
    scores(
        &index,
        "en",
        &[(1, begun(90)), (0, begun(50)), (2, begun(50))],
    );
    // The word itself is worth more than its beginning, and only who has it earns that.
    let own = names(&[
        "en ena enb enc end ene",
        "enf eng enh eni enl enm",
        "enn eno enp enq enr ens",
    ]);
    let begun = begun_of(90) * rarity(3, 3);
    scores(
        &own,
        "en",
        &[(0, earned(90, 5) * rarity(3, 3)), (1, begun), (2, begun)],
    );
    // Longer beginnings are for the nearer word, with lists and without.
    in_order(&names(&["Energy one", "Energeticamente one"]), "energ");
}

#[test]
fn neighbours_everywhere_say_nothing() {
    let all = |count: usize| names(&vec!["a smart city of ours"; count]);
    let score = |index: &Index, query: &str| ranked(index, query).first().map(|(_, score)| *score);
    let (few, many) = (all(4096), all(4097));
    assert!(score(&few, "smart city ") > score(&many, "smart city "));
    // Yet a phrase is found, however many have it.
    assert_eq!(ranked(&many, "\"smart city\"").len(), 4097);
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
    // Yet a name that is nothing else is meant sooner than a word lost in a long one.
    in_order(
        &names(&[
            "tecnelogie",
            "a name of many words about nothing much really and tecnologie and all that is with it",
        ]),
        "tecnologia",
    );
    // An error in the whole word is nearer than one in the beginning of a longer word.
    in_order(
        &names(&["una tecnalogia", "una tecnalogiaxy"]),
        "tecnologia",
    );
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
    in_order(&names(&["Pero\u{300} uno", "Pero due"]), "pero\u{300}");
    in_order(&names(&["ARIA uno", "Aria due"]), "ARIA");
    in_order(&names(&["ÀÈ uno", "àè due"]), "ÀÈ");
    // So has a word that is written with joints.
    in_order(&names(&["AB.CD uno", "ab.cd due"]), "ABCD");
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
