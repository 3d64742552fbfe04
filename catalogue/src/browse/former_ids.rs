//! Old addresses: former ids lead to the current ones.

use super::collection::Collection;
use crate::model::{Identified, Table};
use crate::query::{Address, Facet, Page};

impl Collection {
    /// The canonical form of an address: former ids are replaced by current ones, and filters typed
    /// into the text become chosen values.
    #[must_use]
    pub fn canonicalize(&self, address: &Address) -> Address {
        let mut current = address.clone();
        let catalogue = &self.catalogue;
        match &mut current.page {
            Page::Cluster(id) => {
                if let Some(record) = renamed(&catalogue.clusters, id.as_str()) {
                    *id = record.id.clone();
                }
            }
            Page::Area(id) => {
                if let Some(record) = renamed(&catalogue.areas, id.as_str()) {
                    *id = record.id.clone();
                }
            }
            Page::Organisation(id) => {
                if let Some(record) = renamed(&catalogue.organisations, id.as_str()) {
                    *id = record.id.clone();
                }
            }
            Page::Catalogue | Page::Network | Page::About | Page::NotFound(_) => {}
        }
        for (facet, value) in address.query.choices() {
            let id = match facet {
                Facet::Area => renamed(&catalogue.areas, value).map(Identified::id),
                Facet::Organisation => renamed(&catalogue.organisations, value).map(Identified::id),
                Facet::Level | Facet::Country | Facet::Region | Facet::Founded | Facet::City => {
                    None
                }
            };
            if let Some(id) = id {
                current.query = current.query.without(facet, value);
                current.query.choose(facet, id);
            }
        }
        current.query = self.resolved(&current.query);
        current
    }
}

/// The record with this former id, unless another record has it as its current id.
fn renamed<'a, T: Identified>(table: &'a Table<T>, id: &str) -> Option<&'a T> {
    match table.number(id) {
        Some(_) => None,
        None => table.by_former_id(id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Catalogue, Lang};
    use crate::query::BasePath;

    #[test]
    fn former_ids_lead_to_current_ids() -> Result<(), crate::model::LoadError> {
        let data = include_str!("../../../tests/fixture/catalogue.json");
        let mut data = data.to_owned();
        for (list, id) in [
            ("clusters", "le2c"),
            ("areas", "energy"),
            ("organisations", "university-of-brescia"),
        ] {
            let from = data.find(&format!("\"{list}\": [")).unwrap_or(0);
            let record = format!("\"id\": \"{id}\",");
            let former = format!("{record} \"former_ids\": [\"old-{list}\", \"le2c\"],");
            data.replace_range(from.., &data[from..].replacen(&record, &former, 1));
        }
        let collection = Collection::new(Catalogue::from_json(&data)?);
        let base = BasePath::root();
        for (old, new) in [
            ("/en/clusters/old-clusters/", "/en/clusters/le2c/"),
            ("/it/areas/old-areas/?q=x", "/it/areas/energy/?q=x"),
            (
                "/en/organisations/old-organisations/",
                "/en/organisations/university-of-brescia/",
            ),
            (
                "/en/?area=old-areas&organisation=old-organisations&show=48",
                "/en/?area=energy&organisation=university-of-brescia&show=48",
            ),
            // A current id takes precedence over the same former id of another record.
            ("/en/clusters/le2c/", "/en/clusters/le2c/"),
            ("/en/clusters/nothing/", "/en/clusters/nothing/"),
            ("/en/?q=region%3Alombardia", "/en/?region=lombardia"),
        ] {
            let (path, query) = old.split_once('?').unwrap_or((old, ""));
            let address = Address::parse(&base, path, query, Lang::En);
            let current = address.map(|address| collection.canonicalize(&address).href(&base));
            assert_eq!(current.as_deref(), Some(new), "{old}");
        }
        Ok(())
    }
}
