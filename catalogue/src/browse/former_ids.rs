//! Old addresses: former ids lead to the current ones.

use super::collection::Collection;
use crate::model::{Identified, Table};
use crate::query::{Address, Facet, Page};

/// Longer values, and longer lists, are not parsed as labels or lists: nobody types them by hand.
const MAX_LEN: usize = 400;
const MAX_VALUES: usize = 32;

impl Collection {
    /// The canonical form of an address: former ids, labels and lists with commas are replaced by
    /// current ids, and filters typed into the text become chosen values.
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
            Page::Catalogue
            | Page::Numbers
            | Page::Organisations
            | Page::Network
            | Page::Compare
            | Page::About
            | Page::Data
            | Page::NotFound(_) => {}
        }
        for (facet, value) in address.query.choices() {
            if let Some(ids) = self.ids_of_value(facet, value) {
                current.query = current.query.without(facet, value);
                for id in ids {
                    current.query.choose(facet, id);
                }
            }
        }
        current.query = self.resolved(&current.query);
        // `?view=numbers`, and any layout requested on the numbers page.
        if current.page.is_listing() {
            current = current.with_query(current.listing_query());
        }
        current
    }

    /// The ids for a value that is not an id itself: a former id, a label, or a list of these separated
    /// by commas, as in `?area=Energy,mobility`.
    fn ids_of_value(&self, facet: Facet, value: &str) -> Option<Vec<&str>> {
        let is_long = value.len() > MAX_LEN || value.split(',').count() > MAX_VALUES;
        if is_long || self.values(facet).number(value).is_some() {
            return None;
        }
        if let Some(id) = self.id_of_value(facet, value) {
            return Some(vec![id]);
        }
        let parts = value.split(',').map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        let ids: Option<Vec<_>> = parts.map(|part| self.id_of_value(facet, part)).collect();
        // Nothing but spaces and commas is not a list, but a value that does not exist.
        ids.filter(|ids| !ids.is_empty())
    }

    /// The id for a value.
    fn id_of_value(&self, facet: Facet, value: &str) -> Option<&str> {
        let catalogue = &self.catalogue;
        let former = match facet {
            Facet::Area => renamed(&catalogue.areas, value).map(Identified::id),
            Facet::Organisation => renamed(&catalogue.organisations, value).map(Identified::id),
            Facet::Cluster => renamed(&catalogue.clusters, value).map(Identified::id),
            Facet::Level
            | Facet::Country
            | Facet::Region
            | Facet::Founded
            | Facet::Members
            | Facet::Status
            | Facet::City => None,
        };
        let called = || self.value_called(facet, value);
        former.or_else(|| called().map(|number| self.values(facet).id(number)))
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
            // Charts have a page of their own.
            (
                "/en/?view=numbers&region=lombardia",
                "/en/numbers/?region=lombardia",
            ),
            ("/en/areas/energy/?view=numbers", "/en/numbers/?area=energy"),
            ("/en/numbers/?view=map", "/en/numbers/"),
            // Typed by hand: labels in either language, capitals, lists.
            ("/en/?area=Energy", "/en/?area=energy"),
            ("/en/?area=Energia", "/en/?area=energy"),
            (
                "/en/?area=energy,mobility",
                "/en/?area=energy&area=mobility",
            ),
            (
                "/en/?region=Lombardy,%20Puglia",
                "/en/?region=lombardia&region=puglia",
            ),
            (
                "/it/compare/?cluster=old-clusters&cluster=afil",
                "/it/compare/?cluster=afil&cluster=le2c",
            ),
            (
                "/en/network/?cluster=old-clusters",
                "/en/network/?cluster=le2c",
            ),
            ("/en/?country=it", "/en/?country=IT"),
            // Unknown values are kept; they match nothing, and the page says so.
            ("/en/?area=energy,nothing", "/en/?area=energy%2Cnothing"),
            ("/en/?area=+&country=,", "/en/?area=+&country=%2C"),
        ] {
            let (path, query) = old.split_once('?').unwrap_or((old, ""));
            let address = Address::parse(&base, path, query, Lang::En);
            let current = address.map(|address| collection.canonicalize(&address).href(&base));
            assert_eq!(current.as_deref(), Some(new), "{old}");
        }
        Ok(())
    }
}
