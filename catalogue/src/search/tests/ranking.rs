//! The order of results, with the reasons for it.

use super::super::score::{self, RARITY_UNIT, rarity};
use super::super::{Index, SearchText};
use super::{AREA, NAME, PROSE, TEXT, index, names};

/// Documents from best to worst; equals in ascending order.
fn ranking(index: &Index, query: &str) -> Vec<(u32, u32)> {
    let mut hits = index.search(&SearchText::parse(query)).hits;
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.score));
    hits.iter().map(|hit| (hit.document, hit.score)).collect()
}

/// Each document must score strictly more than the next one.
#[track_caller]
fn assert_order(index: &Index, query: &str) {
    let ranked = ranking(index, query);
    let documents: Vec<u32> = ranked.iter().map(|(document, _)| *document).collect();
    let expected: Vec<u32> = (0..).take(documents.len()).collect();
    assert_eq!(documents, expected, "{query}: {ranked:?}");
    assert!(
        ranked.windows(2).all(|two| two[0].1 > two[1].1),
        "{query}: {ranked:?}"
    );
    assert!(ranked.len() > 1, "{query} finds {ranked:?}");
}

/// The points of an exact match in a field of this weight, with these points for details, before
/// rarity.
fn earned(weight: u32, details: u8) -> u32 {
    weight * u32::from(score::exact() + details)
}

#[track_caller]
fn assert_scores(index: &Index, query: &str, expected: &[(u32, u32)]) {
    assert_eq!(ranking(index, query), expected, "{query}");
}

/// Scores computed by hand from the rules in `score.rs`.
#[test]
fn scores_follow_the_rules() {
    // Second word of five: three points. In one of four documents: two steps of rarity.
    let light = index(&[
        vec![(TEXT, "blue energy and two more")],
        vec![(NAME, "x")],
        vec![(NAME, "y")],
        vec![(NAME, "z")],
    ]);
    assert_scores(&light, "energy ", &[(0, earned(20, 3) * (RARITY_UNIT + 2))]);
    // A query that equals a heavy field gets a bonus; one that equals a light field does not.
    let whole = index(&[vec![(NAME, "energy")], vec![(TEXT, "energy")]]);
    let common = |points: u32| points * rarity(2, 2);
    let extra = score::whole_field(90 * u32::from(score::exact()));
    assert_scores(
        &whole,
        "energy ",
        &[
            (0, common(earned(90, 9)) + extra),
            (1, common(earned(20, 9))),
        ],
    );
    // In two heavy fields, neither of which the query equals.
    let twice = index(&[
        vec![(NAME, "energy cluster"), (AREA, "clean energy")],
        vec![(NAME, "x")],
    ]);
    assert_scores(&twice, "energy ", &[(0, earned(90, 8) * rarity(1, 2))]);
    // Two words in one field get a quarter more; in two fields they get just their sum.
    let two = index(&[
        vec![(TEXT, "smart green mobility")],
        vec![(NAME, "x"), (AREA, "a smart one"), (TEXT, "about mobility")],
        vec![(NAME, "y")],
        vec![(NAME, "z")],
    ]);
    let rare = rarity(2, 4);
    let one_field = (earned(20, 7) + earned(20, 5)) * rare;
    let two_fields = (earned(50, 5) + earned(20, 6)) * rare;
    assert_scores(
        &two,
        "smart mobility ",
        &[(1, two_fields), (0, score::boost_same_field(one_field))],
    );
    // Adjacent words get half a common word of the heaviest weight.
    let row = index(&[vec![(TEXT, "a smart mobility plan")], vec![(NAME, "x")]]);
    let words = 2 * earned(20, 4) * rarity(1, 2);
    assert_scores(
        &row,
        "smart mobility ",
        &[(
            0,
            score::boost_same_field(words + score::adjacent_words(90)),
        )],
    );
    // A typo halves the score.
    let error = index(&[
        vec![(TEXT, "a smart green mobylity plan")],
        vec![(NAME, "x")],
    ]);
    let mobility = 20 * u32::from(score::typo(1, true) + 3) * rarity(1, 2);
    // A query of a single word has no penalty.
    assert_scores(&error, "mobility ", &[(0, mobility)]);
    let words = earned(20, 3) * rarity(1, 2) + mobility;
    assert_scores(
        &error,
        "smart mobility ",
        &[(0, score::penalise_typos(score::boost_same_field(words)))],
    );
}

/// Prefixes of up to three letters that match many words come from the cache.
#[test]
fn short_prefixes_score_the_same_for_all_words() {
    const MANY: &str = "ena enb enc end ene enfghij";
    let index = index(&[
        vec![(NAME, "x"), (AREA, MANY)],
        vec![(NAME, MANY)],
        vec![(NAME, "y"), (AREA, MANY)],
        // Areas that come first, so that segment numbers differ from document numbers.
        vec![(NAME, "z"), (AREA, "a"), (AREA, "b")],
    ]);
    let begun_of = |weight: u32| weight * u32::from(score::prefix(usize::MAX, true) + 5);
    let begun = |weight: u32| begun_of(weight) * rarity(3, 4);
    assert_scores(
        &index,
        "en",
        &[(1, begun(90)), (0, begun(50)), (2, begun(50))],
    );
    // An exact match beats a prefix match, but only where there is one.
    let own = names(&[
        "en ena enb enc end ene",
        "enf eng enh eni enl enm",
        "enn eno enp enq enr ens",
    ]);
    let begun = begun_of(90) / 6 * rarity(3, 3);
    assert_scores(
        &own,
        "en",
        &[(0, earned(90, 5) * rarity(3, 3)), (1, begun), (2, begun)],
    );
    // Longer prefixes prefer the closer word, with the cache and without.
    assert_order(&names(&["Energy one", "Energeticamente one"]), "energ");
}

#[test]
fn common_adjacent_words_get_no_boost() {
    let all = |count: usize| names(&vec!["a smart city of ours"; count]);
    let score = |index: &Index, query: &str| ranking(index, query).first().map(|(_, score)| *score);
    let (few, many) = (all(4096), all(4097));
    assert!(score(&few, "smart city ") > score(&many, "smart city "));
    // Phrases are found nevertheless.
    assert_eq!(ranking(&many, "\"smart city\"").len(), 4097);
}

#[test]
fn tiers_come_in_order_within_a_field() {
    // All details favour the worse tiers: shorter names, the word in first position.
    let tiers = names(&[
        "a name of many words about nothing much really and energy",
        "a name of many words about nothing much and energylike",
        "a name of many words about nothing much bioenergy",
        "energie",
    ]);
    assert_order(&tiers, "energy ");
    // While typing, a prefix match still does not beat the exact match.
    assert_order(&tiers, "energy");
    // One typo beats two.
    assert_order(&names(&["una tecnologya", "una tecnelogya"]), "tecnologia");
    // Yet a short name with two typos beats a long name with one.
    assert_order(
        &names(&[
            "tecnelogya",
            "a name of many words about nothing much really and tecnologya and all that is with it",
        ]),
        "tecnologia",
    );
    // A typo in the whole word beats a typo in a prefix of a longer word.
    assert_order(
        &names(&["una tecnalogia", "una tecnalogiaxy"]),
        "tecnologia",
    );
}

#[test]
fn heavier_fields_rank_first() {
    // The name beats the classification, which beats a mention.
    assert_order(
        &index(&[
            vec![(NAME, "Energy Cluster")],
            vec![(NAME, "Cleantech"), (AREA, "Clean energy")],
            vec![(NAME, "Cleantech"), (TEXT, "about energy")],
        ]),
        "energy",
    );
    // The start of a name beats the start of a word in the description.
    assert_order(
        &index(&[vec![(NAME, "Energetica")], vec![(TEXT, "low energy use")]]),
        "energ",
    );
}

#[test]
fn exact_matches_outrank_infix_matches_in_any_field() {
    for (word, part, query) in [
        (
            "a car in a field of very many words that say nothing",
            "Carinthia",
            "car",
        ),
        ("new cars", "Carinthia", "car"),
        ("ports", "Portugal", "port"),
        ("energie", "bioenergia", "energia"),
    ] {
        assert_order(&index(&[vec![(TEXT, word)], vec![(NAME, part)]]), query);
    }
    // A word that occurs only as a part of others is worth as much as before.
    assert_order(
        &index(&[vec![(NAME, "Carinthia")], vec![(TEXT, "Carinthia")]]),
        "car",
    );
}

#[test]
fn inflected_forms_match_and_the_typed_one_ranks_first() {
    let all = [
        "smart factory",
        "smart factories",
        "smart factorylike things",
        "smart",
    ];
    assert_order(&names(&all[..2]), "factory");
    assert_order(&names(&["factories", "factory"]), "factories");
    let found = |query: &str| -> Vec<u32> {
        let mut found: Vec<u32> = ranking(&names(&all), query)
            .iter()
            .map(|(it, _)| *it)
            .collect();
        found.sort_unstable();
        found
    };
    assert_eq!(found("factory"), [0, 1, 2]);
    assert_eq!(found("factories"), [0, 1, 2]);
    assert_eq!(found("smart factories"), [0, 1, 2]);
    // A document with that name leads in every form.
    assert_order(
        &index(&[
            vec![(AREA, "smart factory")],
            vec![(AREA, "smart"), (TEXT, "factory")],
            vec![(NAME, "x")],
        ]),
        "smart factories",
    );
    // A form that does not occur has no effect.
    assert_eq!(ranking(&names(&["unibs", "unibo"]), "unibs").len(), 1);
}

#[test]
fn full_name_outranks_longer_names() {
    assert_order(
        &names(&[
            "Smart Energy",
            "Smart Energy Cluster",
            "Cluster for Smart Energy",
        ]),
        "smart energy",
    );
    // An area that equals the query beats a name with a longer word.
    assert_order(
        &index(&[
            vec![(NAME, "LE2C"), (AREA, "Energy")],
            vec![(NAME, "The Energyscape of Europe")],
        ]),
        "energy",
    );
}

#[test]
fn short_fields_and_first_words_rank_first() {
    assert_order(
        &names(&["Energy Cluster", "Energy Cluster of Lombardy and Friends"]),
        "energy",
    );
    assert_order(&names(&["Energy Cluster", "Cluster Energy"]), "energy");
}

#[test]
fn spelling_breaks_ties() {
    // Accents or capitals in the query prefer words that have them.
    assert_order(&names(&["Però uno", "Pero due"]), "però");
    assert_order(&names(&["Pero\u{300} uno", "Pero due"]), "pero\u{300}");
    assert_order(&names(&["ARIA uno", "Aria due"]), "ARIA");
    assert_order(&names(&["ÀÈ uno", "àè due"]), "ÀÈ");
    // The same holds for words written with connectors.
    assert_order(&names(&["AB.CD uno", "ab.cd due"]), "ABCD");
    // Without accents both score the same.
    let index = names(&["Però uno", "Pero due"]);
    let scores: Vec<u32> = ranking(&index, "pero")
        .iter()
        .map(|(_, score)| *score)
        .collect();
    assert_eq!(scores[0], scores[1]);
}

#[test]
fn words_in_one_field_outrank_words_in_several() {
    assert_order(
        &index(&[
            vec![(NAME, "x"), (AREA, "smart mobility")],
            vec![(NAME, "x"), (AREA, "smart"), (TEXT, "mobility")],
        ]),
        "smart mobility",
    );
}

#[test]
fn adjacent_words_outrank_scattered_words() {
    // The organisation of that name, although organisations weigh less than areas.
    assert_order(
        &index(&[
            vec![(NAME, "x"), (TEXT, "Environment Park")],
            vec![(NAME, "x"), (AREA, "environment"), (TEXT, "park")],
        ]),
        "environment park",
    );
    // One phrase of several words is enough, and the stop words between them belong to it.
    assert_order(
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
fn records_called_by_the_word_of_the_sentence_lead() {
    // A network is as good an answer as a district, but comes second. (Word order is as in Italian.)
    assert_order(
        &index(&[
            vec![(NAME, "x"), (TEXT, "the district railway")],
            vec![(NAME, "x"), (TEXT, "the network railway")],
        ]),
        "where is the district railway",
    );
}

#[test]
fn words_for_all_records_say_nothing_about_their_neighbours_in_a_question() {
    let index = index(&[
        vec![(NAME, "The Energy"), (TEXT, "cluster")],
        vec![(NAME, "A New Energy Cluster")],
        vec![(NAME, "another cluster")],
    ]);
    let first = |query: &str| {
        ranking(&index, query)
            .first()
            .map(|(document, _)| *document)
    };
    // It may be part of a name, or exactly what is asked for.
    assert_eq!(first("energy cluster "), Some(1));
    assert_eq!(first("which is the energy cluster "), Some(0));
}

#[test]
fn known_words_are_not_corrected() {
    // `unibo` is one letter away from `unibs`, but is another university; nobody who types `deals`
    // means `del`.
    for (name, other, query) in [("unibs", "unibo", "unibs"), ("dealer", "del", "deal ")] {
        assert_eq!(ranking(&names(&[name, other]), query).len(), 1, "{query}");
    }
    assert_eq!(ranking(&names(&["unibg", "unibo"]), "unibs").len(), 2);
    // Mistyped words never match stop words and fillers.
    assert_eq!(ranking(&names(&["been", "della"]), "beer").len(), 0);
}

#[test]
fn all_words_outrank_typos() {
    // `nergia` is in `energia`, and one letter away from `nergja`.
    assert_order(
        &index(&[
            vec![(NAME, "x"), (TEXT, "energia"), (AREA, "food")],
            vec![(NAME, "food"), (TEXT, "nergja")],
            vec![(NAME, "x")],
        ]),
        "nergia food",
    );
}

#[test]
fn rare_words_decide_partial_matches() {
    let mut documents = vec![
        vec![(NAME, "hydrogen")],
        vec![(TEXT, "hydrogen storage in Lombardy")],
        vec![(NAME, "green city")],
    ];
    documents.extend((0..15).map(|_| vec![(NAME, "green")]));
    documents.extend((0..15).map(|_| vec![(NAME, "city")]));
    documents.extend((0..15).map(|_| vec![(NAME, "another")]));
    let index = index(&documents);
    let found = |query: &str| -> Vec<u32> {
        let ranked = ranking(&index, query).into_iter();
        ranked.map(|(document, _)| document).collect()
    };
    // One word that few documents have says as much as two that many have: neither hides the other.
    assert_eq!(found("green hydrogen city "), [2, 0, 1]);
    assert_eq!(found("green hydrogen volcano "), [0, 1]);
    // A document with a further word leads, even in the lightest field.
    assert_eq!(found("hydrogen lombardy volcano "), [1]);
    // A word that no document contains costs nothing.
    assert_eq!(found("green volcano ").len(), 16);
}

/// Someone who asks `which ones count Enel among their members` means neither `encounters` nor a sentence with
/// `count`.
#[test]
fn guesses_and_prose_count_less_in_partial_matches() {
    let mut documents = vec![
        vec![(NAME, "Enel")],
        vec![(NAME, "Terna"), (PROSE, "members count among them")],
        vec![(NAME, "encounters amongst"), (PROSE, "x")],
    ];
    documents.extend((0..30).map(|_| vec![(NAME, "another")]));
    let index = index(&documents);
    let found = |query: &str| {
        ranking(&index, query)
            .first()
            .map(|(document, _)| *document)
    };
    assert_eq!(found("count Enel zzzz "), Some(0));
    assert_eq!(found("ncounter Enel zzzz "), Some(0));
    // A word that occurs elsewhere is not a guess where it is part of another.
    let part = names(&["fish", "fishing", "another", "one", "two", "three"]);
    let ranked = ranking(&part, "fish volcano ");
    assert_eq!(ranked.len(), 2, "{ranked:?}");
}

#[test]
fn scores_are_deterministic() {
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
