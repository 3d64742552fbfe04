//! The meaning of the file: what no schema can say.
//!
//! What concerns whole lists (ids, references, wording) is checked on the values as they stand in
//! the file; what concerns the sense of a record, on records of the right form only.

use catalogue::model::{
    City, Cluster, Country, CountryCode, Date, Identified, Membership, Organisation, Region,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Broken;
use super::document::Document;
use super::finding::Finding;

mod clusters;
mod dates;
mod identity;
mod places;
mod wording;

/// A record and where it stands.
struct Placed<T> {
    pointer: String,
    record: T,
}

/// The records that could be read.
struct Records {
    countries: Vec<Placed<Country>>,
    regions: Vec<Placed<Region>>,
    cities: Vec<Placed<City>>,
    clusters: Vec<Placed<Cluster>>,
    organisations: Vec<Placed<Organisation>>,
    memberships: Vec<Placed<Membership>>,
}

impl Records {
    fn read(root: &Value, broken: &Broken) -> Self {
        Self {
            countries: read(root, "countries", broken),
            regions: read(root, "regions", broken),
            cities: read(root, "cities", broken),
            clusters: read(root, "clusters", broken),
            organisations: read(root, "organisations", broken),
            memberships: read(root, "memberships", broken),
        }
    }

    /// Whether two countries differ that the file lists. Of a country that it does not list the
    /// editor hears where its code stands, and not once more at all that follows from it.
    fn differ(&self, one: &CountryCode, other: &CountryCode) -> bool {
        let listed = |code: &CountryCode| find(&self.countries, code.as_str()).is_some();
        one != other && listed(one) && listed(other)
    }
}

/// All that is wrong with the meaning of a file.
pub(super) fn findings(
    document: &Document,
    root: &Value,
    broken: &Broken,
    today: &Date,
) -> Vec<Finding> {
    let records = Records::read(root, broken);
    let mut found = Vec::new();
    identity::check(document, root, broken, &mut found);
    wording::check(document, root, &mut found);
    clusters::check(&records, root, &mut found);
    places::check(&records, &mut found);
    if !broken.holds("/updated") {
        dates::check_updated(root, today, &mut found);
    }
    dates::check(&records, today, &mut found);
    found
}

/// The records of a list with their pointers, whatever their form.
fn each<'v>(root: &'v Value, list: &str) -> impl Iterator<Item = (String, &'v Value)> {
    let items = root
        .get(list)
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    items
        .enumerate()
        .map(move |(position, item)| (format!("/{list}/{position}"), item))
}

fn read<T: DeserializeOwned>(root: &Value, list: &str, broken: &Broken) -> Vec<Placed<T>> {
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
fn find<'r, T: Identified>(records: &'r [Placed<T>], id: &str) -> Option<&'r T> {
    records
        .iter()
        .map(|placed| &placed.record)
        .find(|record| record.id() == id)
}
