//! Any text can be used as a query: search, reasons, spelling and parsing never panic.
#![no_main]

use catalogue::browse::Collection;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::Query;
use catalogue::search::{SearchText, highlight};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static COLLECTION: LazyLock<Collection> = LazyLock::new(|| {
    let data = include_str!("../../golden/catalogue.json");
    Collection::new(Catalogue::from_json(data).expect("the catalogue is sound"))
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let searched = SearchText::parse(&text);
    for word in searched.words() {
        assert!(word.words().count() > 0);
    }
    for (operator, words) in searched.operators() {
        assert!(text.contains(words));
        let rest = searched.without(operator);
        assert!(rest.len() < text.len());
        SearchText::parse(&rest);
    }

    let query = Query::default().with_text(&text);
    // `area:energy` and the like select filters.
    for query in [COLLECTION.resolved(&query), query] {
        for lang in Lang::ALL {
            let listing = COLLECTION.listing(&query, lang);
            assert_eq!(
                listing,
                COLLECTION.listing(&Query::parse(&query.write()), lang)
            );
            assert!(listing.clusters.len() <= listing.total);
            for suggestion in &listing.suggestions {
                assert_eq!(suggestion.count, COLLECTION.listing(&suggestion.query, lang).total);
            }
            for &cluster in listing.clusters.iter().take(3) {
                for reason in COLLECTION.reasons(&searched, cluster, lang) {
                    assert!(!highlight(&reason.text, &searched).is_empty());
                }
            }
        }
    }
});
