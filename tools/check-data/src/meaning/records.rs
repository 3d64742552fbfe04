//! The records of a file.

use catalogue::model::{
    Accepted, City, Cluster, Country, CountryCode, Identified, Membership, Organisation, Region,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostic::BrokenValues;

/// A record and its pointer.
pub(super) struct Placed<T> {
    pub(super) pointer: String,
    pub(super) record: T,
}

/// The records that could be read.
pub(super) struct Records {
    pub(super) countries: Vec<Placed<Country>>,
    pub(super) regions: Vec<Placed<Region>>,
    pub(super) cities: Vec<Placed<City>>,
    pub(super) clusters: Vec<Placed<Cluster>>,
    pub(super) organisations: Vec<Placed<Organisation>>,
    pub(super) memberships: Vec<Placed<Membership>>,
    pub(super) accepted: Vec<Placed<Accepted>>,
}

impl Records {
    /// Reads the records of a file that have the right form.
    pub(super) fn read(root: &Value, broken: &BrokenValues) -> Self {
        Self {
            countries: read(root, "countries", broken),
            regions: read(root, "regions", broken),
            cities: read(root, "cities", broken),
            clusters: read(root, "clusters", broken),
            organisations: read(root, "organisations", broken),
            memberships: read(root, "memberships", broken),
            accepted: read(root, "accepted", broken),
        }
    }

    /// Whether two countries differ and the file lists both. A country that it does not list is
    /// reported where its code is used, and not again for everything that follows from it.
    pub(super) fn differ(&self, one: &CountryCode, other: &CountryCode) -> bool {
        let listed = |code: &CountryCode| find(&self.countries, code.as_str()).is_some();
        one != other && listed(one) && listed(other)
    }
}

/// The records of a list with their pointers, whatever their form.
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

fn read<T: DeserializeOwned>(root: &Value, list: &str, broken: &BrokenValues) -> Vec<Placed<T>> {
    let sound = each(root, list).filter(|(pointer, _)| !broken.holds(pointer));
    sound
        .filter_map(|(pointer, item)| {
            Some(Placed {
                pointer,
                record: T::deserialize(item).ok()?,
            })
        })
        .collect()
}

/// The record with an id.
pub(super) fn find<'r, T: Identified>(records: &'r [Placed<T>], id: &str) -> Option<&'r T> {
    records
        .iter()
        .map(|placed| &placed.record)
        .find(|record| record.id() == id)
}
