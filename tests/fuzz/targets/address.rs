//! Parsing never fails for any address, and writing and parsing it again gives the same address.
#![no_main]

use catalogue::model::Lang;
use catalogue::query::{Address, BasePath, Query, decode, encode};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static BASES: LazyLock<[BasePath; 2]> =
    LazyLock::new(|| ["/", "/a/b/"].map(|path| BasePath::new(path).expect("a folder")));

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    assert_eq!(decode(&encode(&text)), text);
    let (path, query) = text.split_once('?').unwrap_or((&text, ""));

    let asked = Query::parse(query);
    assert_eq!(Query::parse(&asked.write()), asked);

    for base in &*BASES {
        let path = [base.as_str(), path].concat();
        let address = Address::parse(base, &path, query, Lang::It).expect("it is below the base");
        let href = address.href(base);
        assert!(!href.starts_with("//"), "it leads to another host");
        let (path, query) = href.split_once('?').unwrap_or((&href, ""));
        assert_eq!(Address::parse(base, path, query, Lang::It), Some(address));
    }
    // The raw path may lie outside the base.
    for base in &*BASES {
        let _ = Address::parse(base, path, query, Lang::En);
    }
});
