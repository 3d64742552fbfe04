//! The whole product as a pure function: catalogue, index and query in, the listing out.
//!
//! [`Collection::listing`] finds, filters, counts, orders and, where nothing is found, offers ways
//! on. Everything that a page shows beside the listing is here too: who belongs to what
//! ([`Relations`]), what is like what ([`Collection::similar`]), and what a mistyped address may have
//! meant ([`Collection::nearest`]).

mod companions;
mod facets;
mod fields;
mod ids;
mod listing;
mod nearest;
mod network;
mod order;
mod places;
mod reasons;
mod relations;
mod renamed;
mod rescue;
mod similar;
mod typed_filters;

pub use facets::FacetValues;
pub use fields::Field;
pub use listing::{Listing, ValueCount};
pub use nearest::Near;
pub use network::{Network, Tie};
pub use places::Places;
pub use reasons::Reason;
pub use relations::Relations;
pub use rescue::{Change, Rescue};
pub use similar::Similar;

use crate::model::{Catalogue, Lang};
use crate::query::Facet;
use crate::search::{Index, IndexBuilder};
use facets::Facets;
use order::Orders;

/// A catalogue made ready for browsing.
pub struct Collection {
    /// The records themselves.
    pub catalogue: Catalogue,
    /// Who belongs to what.
    pub relations: Relations,
    index: Index,
    facets: Facets,
    orders: Orders,
}

/// A collection whose texts are read and not indexed yet: the work of some milliseconds is done, and as
/// much is left.
pub struct UnfinishedCollection {
    catalogue: Catalogue,
    relations: Relations,
    texts: IndexBuilder,
    facets: Facets,
}

impl UnfinishedCollection {
    /// Builds the text index and the orders.
    pub fn finish(self) -> Collection {
        let Self {
            catalogue,
            relations,
            texts,
            facets,
        } = self;
        let index = texts.finish();
        let orders = Orders::new(&catalogue);
        Collection {
            catalogue,
            relations,
            index,
            facets,
            orders,
        }
    }
}

impl Collection {
    /// Builds the text index, the facets and the orders of a catalogue.
    pub fn new(catalogue: Catalogue) -> Self {
        Self::begin(catalogue).finish()
    }

    /// The same in two steps, so that a page can answer its visitor in between.
    pub fn begin(catalogue: Catalogue) -> UnfinishedCollection {
        let relations = Relations::new(&catalogue);
        let facets = Facet::ALL.map(|facet| FacetValues::new(facet, &catalogue, &relations));
        let texts = fields::read(&catalogue, &facets);
        UnfinishedCollection {
            catalogue,
            relations,
            texts,
            facets,
        }
    }

    /// The values of a facet, chosen or not.
    pub fn values(&self, facet: Facet) -> &FacetValues {
        &self.facets[facet as usize]
    }

    /// The numbers of the clusters that an organisation belongs to, each once.
    pub fn clusters_of(&self, organisation: usize) -> Vec<usize> {
        let mut clusters = Vec::new();
        for &membership in self.relations.of_organisation(organisation) {
            let id = &self.catalogue.memberships[membership as usize].cluster;
            let number = self.catalogue.clusters.number(id.as_str());
            clusters.extend(number.filter(|number| !clusters.contains(number)));
        }
        clusters
    }

    /// What the value of a facet is called: a label of the vocabularies, an organisation's name, a span
    /// of years itself.
    /// `None` for levels, whose names belong to the page, and for values that do not exist.
    pub fn label(&self, facet: Facet, value: &str, lang: Lang) -> Option<&str> {
        let Catalogue {
            areas,
            countries,
            regions,
            organisations,
            cities,
            ..
        } = &self.catalogue;
        let text = match facet {
            Facet::Area => &areas.get(value)?.label,
            Facet::Level => return None,
            Facet::Country => &countries.get(value)?.label,
            Facet::Region => &regions.get(value)?.label,
            Facet::Organisation => &organisations.get(value)?.name,
            Facet::Founded => {
                let spans = self.values(facet);
                return Some(spans.id(spans.number(value)?));
            }
            Facet::City => &cities.get(value)?.label,
        };
        Some(text.text(lang))
    }
}

#[cfg(test)]
mod tests;
