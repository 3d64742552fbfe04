//! Properties, on random texts of few letters, so that words often coincide.

use proptest::prelude::*;

use super::super::typo::Automaton;
use super::super::{Coverage, SearchText, Tier, fold, highlight};
use super::naive::{self, NaiveDocument, Value};
use super::{AREA, NAME, PROSE, TEXT, WEIGHTS, index};

/// A word of few letters, sometimes a real one.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[abcABè]{1,9}",
        1 => "[ab]{1,3}[-./'][abè]{1,4}",
        2 => prop::sample::select(vec![
            "energia", "energie", "Energy", "energetico", "agricole", "agricoltura", "idrogeno", "Idrogen", "agri-food", "agrifood", "agri",
            "food", "foods", "C.N.R.", "CNR", "Po.In.Tex", "pointex", "dell'energia", "of", "di",
            "engine", "engines", "engineering", "aging", "packaging",
            "which", "hwich", "active", "ageing", "small", "companies",
            "smart", "smartcity", "city", "città", "bio", "biotech", "tech", "LE2C", "Straße", "терра",
        ]).prop_map(str::to_owned),
    ]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..=most).prop_map(|words| words.join(" "))
}

/// Words, sometimes with a phrase, an open quote, an exclusion or alternatives.
fn query() -> impl Strategy<Value = String> {
    let term = prop_oneof![
        6 => word(),
        1 => text(2).prop_map(|text| ["\"", &text, "\""].concat()),
        1 => word().prop_map(|word| ["-", &word].concat()),
        1 => text(2).prop_map(|text| ["-\"", &text, "\""].concat()),
    ];
    let end = prop::sample::select(vec!["", "", " ", "\"", " \"a b", "."]);
    let between = prop::sample::select(vec![" ", " ", " ", " OR ", " – "]);
    (prop::collection::vec(term, 1..4), between, end)
        .prop_map(|(terms, between, end)| terms.join(between) + end)
}

fn documents() -> impl Strategy<Value = Vec<Vec<(usize, String)>>> {
    let value = (prop::sample::select(vec![NAME, AREA, TEXT, PROSE]), text(5));
    prop::collection::vec(prop::collection::vec(value, 0..4), 1..12)
}

fn naive(documents: &[Vec<(usize, String)>]) -> Vec<NaiveDocument> {
    let values = |values: &Vec<(usize, String)>| {
        values
            .iter()
            .map(|(field, text)| Value::new(*field, text))
            .collect()
    };
    documents.iter().map(values).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn index_agrees_with_naive_scan(documents in documents(), text in query()) {
        let searched = index(&documents);
        let query = searched.parse(&text);
        let found = searched.search(&query);
        let (hits, matched) = naive::search(&query, &naive(&documents));
        prop_assert_eq!(found.hits.iter().map(|hit| hit.document).collect::<Vec<_>>(), hits);
        let coverage = match query.required() {
            of if of == matched => Coverage::All,
            of => Coverage::Most { matched, of },
        };
        prop_assert_eq!(found.coverage, coverage);
    }

    #[test]
    fn closeness_agrees_with_naive_scan(documents in documents(), text in query()) {
        let searched = index(&documents);
        let query = searched.parse(&text);
        let (found, all) = (searched.search(&query), naive(&documents));
        if found.coverage == Coverage::All && !query.has_alternatives() {
            for hit in found.hits {
                let expected = naive::closeness(&query, &all[hit.document as usize], &all);
                prop_assert_eq!(hit.closeness, expected, "document {}", hit.document);
            }
        }
    }

    #[test]
    fn explanations_agree_with_naive_scan(documents in documents(), text in query()) {
        let (searched, all) = (index(&documents), naive(&documents));
        let query = searched.parse(&text);
        for (number, document) in (0..).zip(&all) {
            let mut reasons = searched.explain(&query, number).into_iter().peekable();
            for position in 0..query.terms.len() {
                let tiers = naive::tiers(&query, position, document, &all);
                let reason = reasons.next_if(|reason| reason.word == position);
                prop_assert_eq!(reason.is_none(), tiers.is_empty(), "word {}", position);
                let Some(reason) = reason else { continue };
                prop_assert!(tiers.contains(&(reason.field, reason.tier)), "{:?}", reason);
                let better = |(field, tier): &(usize, Tier)| {
                    WEIGHTS[*field] >= WEIGHTS[reason.field] && *tier < reason.tier
                };
                prop_assert!(!tiers.iter().any(better), "{:?} of {:?}", reason, tiers);
            }
            prop_assert!(reasons.next().is_none());
        }
    }

    #[test]
    fn word_order_does_not_change_the_matches(
        documents in documents(),
        (words, shuffled) in prop::collection::vec(word(), 1..5)
            .prop_flat_map(|words| (Just(words.clone()), Just(words).prop_shuffle())),
    ) {
        let searched = index(&documents);
        let hits = |words: &[String]| {
            let matches = searched.search(&SearchText::parse(&words.join(" ")));
            matches.hits.iter().map(|hit| hit.document).collect::<Vec<_>>()
        };
        prop_assert_eq!(hits(&words), hits(&shuffled));
    }

    #[test]
    fn automaton_agrees_with_textbook_distance(
        one in "[abcè]{1,9}", other in "[abcè]{0,9}", limit in 1_usize..=3,
    ) {
        let [a, b] = [&one, &other].map(|word| word.chars().collect::<Vec<char>>());
        let same_first = one.chars().next() == other.chars().next();
        let allowed = |errors: &usize| *errors <= limit && (a.len() > 5 || same_first);
        let (whole, beginning) = Automaton::new(&one, limit).read(&other);
        prop_assert_eq!(whole, Some(naive::distance(&a, &b)).filter(allowed));
        let nearest = (1..=b.len()).map(|end| naive::distance(&a, &b[..end])).min();
        prop_assert_eq!(beginning, nearest.filter(allowed));
    }

    #[test]
    fn highlights_are_sorted_and_at_character_boundaries(text in "\\PC{0,60}", query in "\\PC{0,12}") {
        let mut last = None;
        for mark in highlight(&text, &SearchText::parse(&query)) {
            prop_assert!(last.is_none_or(|last| last < mark.start) && mark.start < mark.end);
            prop_assert!(text.get(mark.clone()).is_some());
            last = Some(mark.end);
        }
    }

    #[test]
    fn highlighted_letters_fold_to_the_query(
        before in text(3), word in "[abcABè]{4,9}", after in text(3),
    ) {
        let query = [r#"""#, &word, r#"""#].concat();
        let text = [&before, " ", &word, " ", &after].concat();
        let marks = highlight(&text, &SearchText::parse(&query));
        prop_assert!(!marks.is_empty());
        for mark in marks {
            // Connectors between the letters are not marked, so a mark may cover only a part of the
            // word.
            prop_assert!(fold(&word).contains(&fold(&text[mark])));
        }
    }

    #[test]
    fn no_query_panics(
        documents in documents(), text in "\\PC{0,40}",
    ) {
        let (searched, query) = (index(&documents), SearchText::parse(&text));
        for hit in searched.search(&query).hits {
            searched.explain(&query, hit.document);
        }
        if let Some(better) = searched.suggest_spelling(&query) {
            prop_assert_ne!(better, text);
        }
    }

    #[test]
    fn spelling_suggestions_match_exactly(documents in documents(), words in prop::collection::vec("[abc]{4,9}", 1..3)) {
        let searched = index(&documents);
        if let Some(better) = searched.suggest_spelling(&SearchText::parse(&words.join(" "))) {
            let query = SearchText::parse(&better);
            for (position, word) in better.split(' ').enumerate() {
                let is_new = !words.iter().any(|old| old == word);
                let all = naive(&documents);
                let exact = |document: &NaiveDocument| naive::tiers(&query, position, document, &all)
                    .iter().any(|(_, tier)| *tier == Tier::Exact);
                prop_assert!(!is_new || all.iter().any(exact), "{}", word);
            }
        }
    }
}
