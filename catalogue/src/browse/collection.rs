//! The catalogue, prepared for browsing.

use super::facets::{FacetValues, Facets};
use super::fields;
use super::indexes::MembershipIndex;
use super::place::{Place, places};
use super::sort_keys::SortKeys;
use super::target::Name;
use crate::model::{Catalogue, Lang, Section};
use crate::query::Facet;
use crate::search::{Index, IndexBuilder};
use std::sync::OnceLock;

/// A catalogue with everything that is computed from it once.
pub struct Collection {
    /// The records.
    pub catalogue: Catalogue,
    /// The memberships by cluster and by organisation.
    pub membership_index: MembershipIndex,
    pub(super) index: Index,
    facets: Facets,
    /// All places, each with the one in which it lies.
    pub(super) places: Vec<(Place, Option<Place>)>,
    pub(super) sort_keys: SortKeys,
    /// The content of the about page, read when it is first shown.
    about: OnceLock<Vec<Section>>,
    /// The names that a text is completed to, prepared when they are first needed.
    pub(super) names: OnceLock<Vec<Name>>,
}

/// Builds a [`Collection`] in two steps of some milliseconds each, so that a page can handle events in
/// between.
pub struct CollectionBuilder {
    catalogue: Catalogue,
    membership_index: MembershipIndex,
    texts: IndexBuilder,
    facets: Facets,
}

impl CollectionBuilder {
    /// Reads the facets and the texts of a catalogue.
    pub fn new(catalogue: Catalogue) -> Self {
        let membership_index = MembershipIndex::new(&catalogue);
        let facets = Facet::ALL.map(|facet| FacetValues::new(facet, &catalogue, &membership_index));
        let texts = fields::index_texts(&catalogue, &facets);
        Self {
            catalogue,
            membership_index,
            texts,
            facets,
        }
    }

    /// Builds the text index and the sort keys.
    pub fn finish(self) -> Collection {
        let Self {
            catalogue,
            membership_index,
            texts,
            facets,
        } = self;
        let index = texts.finish();
        let sort_keys = SortKeys::new(&catalogue);
        let places = places(&catalogue, &facets);
        Collection {
            catalogue,
            membership_index,
            index,
            facets,
            places,
            sort_keys,
            about: OnceLock::new(),
            names: OnceLock::new(),
        }
    }
}

impl Collection {
    /// Builds the facets, the text index and the sort keys of a catalogue.
    pub fn new(catalogue: Catalogue) -> Self {
        CollectionBuilder::new(catalogue).finish()
    }

    /// The content of the about page.
    pub fn about(&self) -> &[Section] {
        self.about.get_or_init(|| self.catalogue.about())
    }

    /// All values of a facet.
    pub fn values(&self, facet: Facet) -> &FacetValues {
        &self.facets[facet as usize]
    }

    /// The clusters that an organisation belongs to, without duplicates.
    pub fn clusters_of(&self, organisation: usize) -> Vec<usize> {
        let mut clusters = Vec::new();
        for &membership in self.membership_index.of_organisation(organisation) {
            let id = &self.catalogue.memberships[membership as usize].cluster;
            let number = self.catalogue.clusters.number(id.as_str());
            clusters.extend(number.filter(|number| !clusters.contains(number)));
        }
        clusters
    }

    /// The label of a facet value: that of the record, the name of an organisation, or the period itself.
    /// `None` for levels, statuses and numbers of members, whose labels belong to the page, and for values that
    /// do not exist.
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
            Facet::Level | Facet::Status | Facet::Members => return None,
            Facet::Country => &countries.get(value)?.label,
            Facet::Region => &regions.get(value)?.label,
            Facet::Organisation => &organisations.get(value)?.name,
            Facet::Founded => {
                let spans = self.values(facet);
                return Some(spans.id(spans.number(value)?));
            }
            Facet::City => &cities.get(value)?.label,
            Facet::Cluster => &self.catalogue.clusters.get(value)?.name,
        };
        Some(text.text(lang))
    }
}
