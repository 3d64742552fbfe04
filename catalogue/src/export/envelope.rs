//! The parts that all files have in common.

use crate::browse::Collection;
use crate::model::Lang;
use crate::query::{Address, Page};

use super::format::{Format, RecordList};
use serde::Serialize;

/// The data, and the address at which it is published.
#[derive(Clone, Copy)]
pub struct Envelope<'a> {
    /// The data.
    pub collection: &'a Collection,
    /// The address of the site, with a slash at its end: `https://example.org/clusters/`.
    pub root: &'a str,
    /// The version of the data: a hash of its content. Empty if it is not known.
    pub version: &'a str,
}

/// The addresses of a record's page.
#[derive(Debug, Clone, Serialize, schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct PageUrls {
    /// In English.
    en: String,
    /// In Italian.
    it: String,
}

impl Envelope<'_> {
    /// The address of a page.
    pub(super) fn page(&self, lang: Lang, page: &Page) -> String {
        [self.root, &Address::of(lang, page.clone()).path()].concat()
    }

    /// The addresses of a page in both languages.
    pub(super) fn pages(&self, page: &Page) -> PageUrls {
        let [en, it] = Lang::ALL.map(|lang| self.page(lang, page));
        PageUrls { en, it }
    }

    /// The address of the file of a list.
    pub fn url(&self, format: Format, list: RecordList, lang: Lang) -> String {
        [self.root, &format.path(list, lang)].concat()
    }

    /// The start of a JSON object: its schema, the date and the licence of the data, each followed by a
    /// comma.
    pub(super) fn head(&self, schema: &str) -> String {
        let catalogue = &self.collection.catalogue;
        let schema = [self.root, schema].concat();
        format!(
            "{{\"$schema\":{},\"updated\":{},\"version\":{},\"licence\":{},",
            json(&schema),
            json(&catalogue.updated),
            json(self.version),
            json(&catalogue.licence)
        )
    }
}

/// A value as JSON in one line.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> String {
    // Neither our records nor our texts can fail: they have no maps with keys other than strings.
    serde_json::to_string(value).unwrap_or_default()
}
