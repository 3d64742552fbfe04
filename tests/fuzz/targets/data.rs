//! Any text is a catalogue or is refused; a catalogue can be browsed, and is JSON to others, too.
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
        // Read as text: how large a number may be is for whoever needs the number.
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
