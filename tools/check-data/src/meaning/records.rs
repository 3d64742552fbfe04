//! The records of a file.

use catalogue::model::{
    City, Cluster, Country, CountryCode, Identified, Membership, Organisation, Region,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::super::invalid_values::InvalidValues;

/// A record and its pointer.
pub(super) struct Placed<T> {
    pub(super) pointer: String,
    pub(super) record: T,
}

/// The valid records of a file.
pub(super) struct ParsedRecords {
    pub(super) countries: Vec<Placed<Country>>,
    pub(super) regions: Vec<Placed<Region>>,
    pub(super) cities: Vec<Placed<City>>,
    pub(super) clusters: Vec<Placed<Cluster>>,
    pub(super) organisations: Vec<Placed<Organisation>>,
    pub(super) memberships: Vec<Placed<Membership>>,
}

impl ParsedRecords {
    /// Parses the records of a file that are of the right form.
    pub(super) fn read(root: &Value, invalid_values: &InvalidValues) -> Self {
        Self {
            countries: read(root, "countries", invalid_values),
            regions: read(root, "regions", invalid_values),
            cities: read(root, "cities", invalid_values),
            clusters: read(root, "clusters", invalid_values),
            organisations: read(root, "organisations", invalid_values),
            memberships: read(root, "memberships", invalid_values),
        }
    }

    /// Whether two countries differ, if the file lists both. An unknown country is reported once,
    /// at its code, and not again here.
    pub(super) fn differ(&self, one: &CountryCode, other: &CountryCode) -> bool {
        let listed = |code: &CountryCode| find(&self.countries, code.as_str()).is_some();
        one != other && listed(one) && listed(other)
    }
}

/// The raw records of a list with their pointers.
pub(super) fn each<'v>(root: &'v Value, list: &str) -> impl Iterator<Item = (String, &'v Value)> {
    let items = root
        .get(list)
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    items
        .enumerate()
        .map(move |(position, item)| (format!("/{list}/{position}"), item))
}

fn read<T: DeserializeOwned>(
    root: &Value,
    list: &str,
    invalid_values: &InvalidValues,
) -> Vec<Placed<T>> {
    let sound = each(root, list).filter(|(pointer, _)| !invalid_values.holds(pointer));
    sound
        .filter_map(|(pointer, item)| {
            Some(Placed {
                pointer,
                record: T::deserialize(item).ok()?,
            })
        })
        .collect()
}

/// Finds the record with an id.
pub(super) fn find<'r, T: Identified>(records: &'r [Placed<T>], id: &str) -> Option<&'r T> {
    records
        .iter()
        .map(|placed| &placed.record)
        .find(|record| record.id() == id)
}
