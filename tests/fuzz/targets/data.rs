//! Any text is either a valid catalogue or rejected. A valid one can be browsed and is valid JSON
//! for other parsers.
#![no_main]

use catalogue::browse::Collection;
use catalogue::model::{Catalogue, Lang, LoadError};
use catalogue::query::Query;
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::value::RawValue;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Corpus::Reject;
    };
    let read = Catalogue::from_json(text);
    if matches!(read, Ok(_) | Err(LoadError::Newer(_))) {
        // Numbers are compared as text, because parsers differ in the range they accept.
        assert!(serde_json::from_str::<&RawValue>(text).is_ok());
    }
    if let Ok(catalogue) = read {
        let collection = Collection::new(catalogue);
        for lang in Lang::ALL {
            let listing = collection.listing(&Query::default(), lang);
            assert_eq!(listing.total, collection.catalogue.clusters.len());
        }
    }
    Corpus::Keep
});
