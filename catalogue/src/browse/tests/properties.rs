//! Properties of listings, on a copy of real data with random queries.

use super::*;
use proptest::prelude::*;

/// Words of the data, a prefix, a typo, a phrase, an exclusion, a word that occurs nowhere.
const WORDS: [&str; 12] = [
    "energy",
    "lombardia",
    "agri",
    "università",
    "smart",
    "hydrogen",
    "idroegno",
    "milano",
    "\"smart communities\"",
    "-energia",
    "di",
    "xyzzy",
];

/// Operators, words of questions, other forms, adjectives, websites and excluded filters.
const OPERATORS: [&str; 9] = [
    "OR",
    "NOT",
    "–smart",
    "which",
    "partner",
    "batteria",
    "lombardi",
    "unibs.it",
    "-area:energy",
];

/// A text of up to four words and up to five chosen values.
fn query() -> impl Strategy<Value = Query> {
    let word = prop_oneof![
        2 => prop::sample::select(&WORDS[..]),
        1 => prop::sample::select(&OPERATORS[..]),
    ];
    let words = prop::collection::vec(word, 0..=4);
    let values = prop::collection::vec((facet(), any::<prop::sample::Index>()), 0..=5);
    (words, values, prop::bool::ANY).prop_map(|(words, values, match_all)| {
        let query = Query::default().with_text(&words.join(" "));
        let mut query = query.with_match_all(match_all);
        for (facet, value) in values {
            query.choose(facet, REAL.values(facet).id(at(facet, value)));
        }
        query
    })
}

fn facet() -> impl Strategy<Value = Facet> {
    prop::sample::select(&Facet::ALL[..])
}

/// The number of a value of a facet.
fn at(facet: Facet, value: prop::sample::Index) -> u32 {
    u32::try_from(value.index(REAL.values(facet).len())).unwrap_or(0)
}

/// All clusters that match a query, by ascending number.
fn all_of(collection: &Collection, query: &Query) -> Vec<u32> {
    let everything = Query::parse(&[&query.write(), "&show=960"].concat());
    let mut clusters = collection.listing(&everything, Lang::En).clusters;
    clusters.sort_unstable();
    clusters
}

/// The facets of which any chosen value is enough: all of places, else the facet alone.
fn alternatives(facet: Facet) -> Vec<Facet> {
    if facet.is_place() {
        Facet::PLACES.into()
    } else {
        vec![facet]
    }
}

/// The query with only this value chosen in its facet, or of all places, or, if all are required, with this one, too.
fn with_chosen(query: &Query, facet: Facet, value: u32) -> Query {
    let mut alone = query.clone();
    for facet in alternatives(facet) {
        for id in query.chosen(facet) {
            if !query.requires_all(facet) {
                alone = alone.without(facet, id);
            }
        }
    }
    alone.choose(facet, REAL.values(facet).id(value));
    alone
}

proptest! {
    #[test]
    fn filters_never_add_results(query in query(), facet in facet(), value in any::<prop::sample::Index>()) {
        let before = all_of(&REAL, &query);
        prop_assert_eq!(before.len(), REAL.count(&query));
        let mut narrower = query.clone();
        narrower.choose(facet, REAL.values(facet).id(at(facet, value)));
        let is_first = alternatives(facet).into_iter().all(|facet| query.chosen(facet).is_empty());
        if is_first || query.requires_all(facet) {
            prop_assert!(all_of(&REAL, &narrower).iter().all(|cluster| before.contains(cluster)));
        } else if !facet.is_place() {
            // Another value of the same facet widens the listing; a place may lie in one that is chosen.
            prop_assert!(before.iter().all(|cluster| all_of(&REAL, &narrower).contains(cluster)));
        }
    }

    #[test]
    fn results_have_the_chosen_values_of_each_facet(query in query()) {
        for cluster in all_of(&REAL, &query) {
            for facet in Facet::ALL.into_iter().filter(|facet| !query.chosen(*facet).is_empty()) {
                let has = |facet: Facet, id: &String| {
                    let values = REAL.values(facet);
                    let mut ids = values.of(cluster as usize).iter().map(|value| values.id(*value));
                    ids.any(|own| own == id)
                };
                let alternatives = alternatives(facet).into_iter();
                let mut chosen = alternatives
                    .flat_map(|facet| query.chosen(facet).iter().map(move |id| has(facet, id)));
                let matches = if query.requires_all(facet) {
                    chosen.all(|has| has)
                } else {
                    chosen.any(|has| has)
                };
                prop_assert!(matches);
            }
        }
    }

    #[test]
    fn order_does_not_change_the_results(query in query(), sort in 0..Sort::ALL.len()) {
        prop_assert_eq!(all_of(&REAL, &query), all_of(&REAL, &query.with_sort(Sort::ALL[sort])));
    }

    #[test]
    fn word_order_does_not_change_the_results(
        (words, shuffled) in prop::collection::vec(prop::sample::select(&WORDS[..]), 1..5)
            .prop_flat_map(|words| (Just(words.clone()), Just(words).prop_shuffle())),
    ) {
        // A trailing space, so that the last word is not a prefix.
        let found = |words: &[&str]| all_of(&REAL, &Query::default().with_text(&(words.join(" ") + " ")));
        prop_assert_eq!(found(&words), found(&shuffled));
    }

    #[test]
    fn zero_result_suggestions_lead_to_their_count(query in query()) {
        for suggestion in REAL.listing(&query, Lang::En).suggestions {
            prop_assert!(suggestion.count > 0);
            prop_assert_eq!(suggestion.count, REAL.listing(&suggestion.query, Lang::En).total);
        }
    }
}

proptest! {
    // Each case counts four hundred listings.
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn facet_counts_equal_the_totals_they_lead_to(query in query()) {
        let listing = REAL.listing(&query, Lang::It);
        for facet in Facet::ALL {
            for (value, count) in (0..).zip(&listing.facets[facet as usize]) {
                let total = REAL.count(&with_chosen(&query, facet, value));
                let id = REAL.values(facet).id(value);
                prop_assert_eq!(count.count as usize, total, "{}", id);
                let is_named = query.chosen(facet).iter().any(|chosen| chosen == id);
                prop_assert_eq!(count.chosen, is_named && !count.chosen_in_part);
                prop_assert!(!count.chosen_in_part || facet.is_place());
            }
        }
    }

    #[test]
    fn listings_are_deterministic(query in query()) {
        static AGAIN: LazyLock<Option<Collection>> =
            LazyLock::new(|| Catalogue::from_json(DATA).ok().map(Collection::new));
        let again = AGAIN.as_ref().map(|again| again.listing(&query, Lang::It));
        prop_assert_eq!(again, Some(REAL.listing(&query, Lang::It)));
    }
}
