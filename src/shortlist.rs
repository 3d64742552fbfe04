//! The shortlist: clusters that the visitor saves. It is kept in this browser, and sent as the address of
//! an ordinary list.

use crate::dom;
use crate::site::Site;
use catalogue::model::{ClusterId, Lang};
use catalogue::query::{Address, Facet, Query};
use leptos::prelude::*;

/// The name under which it is stored.
const NAME: &str = "shortlist";

impl Site {
    /// Reads the shortlist of this browser, now and whenever another tab changes it.
    #[cfg(feature = "hydrate")]
    pub(crate) fn load_shortlist(self) {
        let saved = self.saved();
        let load = move || {
            // Changes that could not be stored are only here.
            if !saved.is_unstored.0.get_untracked() {
                let stored = self.stored_shortlist().unwrap_or_default();
                saved.ids.1.set(stored);
            }
        };
        if dom::stored(NAME).is_some() {
            load();
        }
        dom::on_stored_elsewhere(load);
    }

    /// The stored ids. Former ids become current ones; unknown ones are kept, because another
    /// version of the data may have them.
    fn stored_shortlist(self) -> Option<String> {
        let mut stored = dom::stored(NAME)?;
        // Another program may have stored anything.
        let ids = stored.split(' ').filter(|id| ClusterId::new(id).is_ok());
        stored = ids.collect::<Vec<_>>().join(" ");
        let lang = self.address_untracked().lang;
        let address = self
            .collection
            .canonicalize(&shortlist_address(lang, &stored));
        Some(address.query.chosen(Facet::Cluster).join(" "))
    }

    /// Saves a cluster, or removes it if it is saved. Another tab may have changed the list meanwhile.
    pub fn toggle_saved(self, id: &str) {
        let saved = self.saved();
        let known = saved.ids.0.get_untracked();
        let current = if saved.is_unstored.0.get_untracked() {
            known
        } else {
            self.stored_shortlist().unwrap_or(known)
        };
        let mut ids: Vec<&str> = current.split(' ').filter(|id| !id.is_empty()).collect();
        let count = ids.len();
        ids.retain(|saved| *saved != id);
        if ids.len() == count {
            ids.push(id);
        }
        self.save(&ids.join(" "));
    }

    /// Replaces the shortlist. If it cannot be stored, it lasts as long as the page, which says so.
    pub fn save(self, ids: &str) {
        let saved = self.saved();
        saved.is_unstored.1.set(!dom::store(NAME, ids));
        saved.ids.1.set(ids.to_owned());
    }
}

/// Whether a shortlist has a cluster.
pub fn has_saved(shortlist: &str, id: &str) -> bool {
    shortlist.split(' ').any(|saved| saved == id)
}

/// The list of the saved clusters.
pub fn shortlist_address(lang: Lang, shortlist: &str) -> Address {
    Address::catalogue(lang).with_query(Query::choosing(Facet::Cluster, shortlist.split(' ')))
}
