//! Our side of the benchmark page: the whole listing, and the documents for the peers.

use catalogue::{
    browse::{Collection, Field, Listing},
    model::{Catalogue, Lang},
    query::Query,
};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

/// A parsed catalogue without an index: parsing and indexing are timed separately.
#[wasm_bindgen]
pub struct ParsedCatalogue(Catalogue);

#[wasm_bindgen]
impl ParsedCatalogue {
    /// Reads a data file.
    ///
    /// # Errors
    /// When it is not a valid data file.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<Self, String> {
        let catalogue = Catalogue::from_json(json);
        catalogue.map(Self).map_err(|_| "no catalogue".into())
    }

    /// Builds index, facets and orders.
    pub fn index(self) -> ListingEngine {
        ListingEngine(Collection::new(self.0))
    }
}

/// A catalogue ready to be searched.
#[wasm_bindgen]
pub struct ListingEngine(Collection);

#[wasm_bindgen]
impl ListingEngine {
    /// Computes the listing for a text, as the page does at every keystroke, and returns the number
    /// of results.
    pub fn listing(&self, text: &str) -> usize {
        self.answer(text, Lang::En).total
    }

    /// The ids of the first clusters of the listing, in a page of that language.
    pub fn first(&self, text: &str, lang: &str, count: usize) -> Vec<String> {
        let lang = Lang::from_tag(lang).unwrap_or(Lang::En);
        let clusters = self.answer(text, lang).clusters;
        let ids = clusters.iter().take(count).map(|&number| {
            let record = &self.0.catalogue.clusters[number as usize];
            record.id.as_str().to_owned()
        });
        ids.collect()
    }

    /// How many clusters there are.
    pub fn count(&self) -> usize {
        self.0.catalogue.clusters.len()
    }

    /// A range of clusters as a JSON array for the peers: one object each, with the id and, for
    /// each field, all its indexed texts.
    pub fn documents(&self, from: usize, to: usize) -> String {
        let documents = (from..to.min(self.count())).map(|number| self.document(number));
        documents.collect::<Value>().to_string()
    }
}

impl ListingEngine {
    fn answer(&self, text: &str, lang: Lang) -> Listing {
        let mut query = Query::default();
        query.text = text.into();
        self.0.listing(&query, lang)
    }

    fn document(&self, number: usize) -> Value {
        let mut texts = Field::ALL.map(|_| String::new());
        self.0.for_each_text(number, &mut |field, _, text| {
            let texts = &mut texts[field as usize];
            if !texts.is_empty() {
                texts.push('\n');
            }
            texts.push_str(text);
        });
        let id = self.0.catalogue.clusters[number].id.as_str();
        let mut document = Map::new();
        document.insert("id".to_owned(), id.into());
        for (name, text) in FIELD_NAMES.into_iter().zip(texts) {
            document.insert(name.to_owned(), text.into());
        }
        Value::Object(document)
    }
}

/// The names of the fields in the documents, in the order of [`Field::ALL`].
const FIELD_NAMES: [&str; Field::ALL.len()] = [
    "acronym",
    "name",
    "area",
    "former_name",
    "place",
    "keyword",
    "synonym",
    "organisation",
    "description",
    "level",
];

/// The weight of each field, as a JSON object keyed by field name.
#[wasm_bindgen]
pub fn weights() -> String {
    let weights = FIELD_NAMES.into_iter().zip(Field::WEIGHTS);
    let weights = weights.map(|(name, weight)| (name.to_owned(), Value::from(weight)));
    Value::Object(weights.collect()).to_string()
}
