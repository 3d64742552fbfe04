//! The filter of places: countries, their regions and their cities, as a tree of checkboxes.

use super::facet_list::{
    INITIALLY_SHOWN, LongList, ValueCheckbox, is_offered, not_found, value_class, value_count,
};
use super::list::List;
use crate::i18n::Strings;
use crate::names::facet_label;
use crate::site::{Site, use_site};
use catalogue::browse::Place;
use catalogue::model::Lang;
use catalogue::query::Facet;
use leptos::prelude::*;

/// What all parts of the tree need.
#[derive(Clone, Copy)]
struct Tree {
    lang: Lang,
    site: Site,
    /// The values with the name that the visitor has typed, by facet of [`Facet::PLACES`].
    named: [Memo<Vec<u32>>; 3],
}

/// All places. The signals of the country are those of the whole tree.
#[component]
pub(super) fn PlaceTree(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let (filter, _) = site.view_state().value_filters[Facet::Country as usize];
    let named = Facet::PLACES
        .map(|facet| Memo::new(move |_| site.collection.values_named(facet, &filter.get())));
    let tree = Tree { lang, site, named };
    view! {
        <LongList
            lang
            facet=Facet::Country
            name=t.places
            more=move || t.show_all_places.to_owned()
            not_found=move || not_found(lang, tree.shown(None).is_empty())
        >
            {tree.list(None)}
        </LongList>
    }
}

impl Tree {
    /// The places that are shown within another, or the countries, in a fixed order (tracked).
    fn shown(self, around: Option<Place>) -> Vec<Place> {
        let (show_all, _) = self.site.view_state().all_values[Facet::Country as usize];
        let all = show_all.get();
        let mut shown: Vec<Place> = self.site.collection.places_in(around).collect();
        if self.is_narrowed() {
            shown.retain(|place| self.is_named(*place));
        } else if !all {
            self.site.deferred_listing.with(|state| {
                // Of the countries only the first, and those that are chosen.
                let mut left = if around.is_none() {
                    INITIALLY_SHOWN
                } else {
                    shown.len()
                };
                shown.retain(|place| {
                    let now = state.listing.facets[place.facet as usize][place.value as usize];
                    let is_first = left > 0 && is_offered(now);
                    left -= usize::from(is_first);
                    is_first || now.chosen || now.chosen_in_part
                });
            });
        }
        shown
    }

    /// Whether the visitor has typed a name to look for (tracked).
    fn is_narrowed(self) -> bool {
        let (filter, _) = self.site.view_state().value_filters[Facet::Country as usize];
        !filter.get().is_empty()
    }

    /// Whether a place, or one that lies in it, has the name that the visitor has typed (tracked).
    fn is_named(self, place: Place) -> bool {
        let mut named = Facet::PLACES.into_iter().zip(self.named);
        let is_itself = named.any(|(facet, named)| {
            let has = |values: &Vec<u32>| values.binary_search(&place.value).is_ok();
            facet == place.facet && named.with(has)
        });
        let mut within = self.site.collection.places_in(Some(place));
        is_itself || within.any(|place| self.is_named(place))
    }

    fn list(self, around: Option<Place>) -> AnyView {
        view! {
            <List
                each=move || self.shown(around)
                key=|place| format!("{} {}", place.facet.key(), place.value)
                let:place
            >
                <PlaceValue tree=self place />
            </List>
        }
        .into_any()
    }
}

/// A place with those that lie in it.
#[component]
fn PlaceValue(
    /// The tree.
    tree: Tree,
    /// The place.
    place: Place,
) -> impl IntoView {
    let Tree { lang, site, .. } = tree;
    let Place { facet, value } = place;
    let now = value_count(site, facet, value as usize);
    let id = site.collection.values(facet).id(value);
    let label = facet_label(site.collection, lang, facet, id).unwrap_or(id);
    let has_more = site.collection.places_in(Some(place)).next().is_some();
    let inner = has_more.then(|| {
        let (opened, set_opened) = site.view_state().opened_places;
        let initially = is_main_country(site, place);
        // Once it was opened to show a chosen place, it stays open: the checkbox that has the focus must not disappear
        // when it is unticked.
        let is_open = Memo::new(move |before| {
            let by_visitor = opened.with(|places| last_opened(places, id));
            let was_open = initially || before == Some(&true);
            by_visitor.unwrap_or_else(|| was_open || now.get().chosen_in_part)
        });
        let toggle = move |_| {
            let sign = if is_open.get_untracked() { "-" } else { "+" };
            set_opened.set([&opened.get_untracked(), " ", id, sign].concat());
        };
        view! {
            <button
                type="button"
                class="facet-open"
                aria-expanded=move || is_open.get().to_string()
                aria-label=[Strings::of(lang).places, ": ", label].concat()
                on:click=toggle
            ></button>
            {move || {
                // What the visitor looks for is shown, wherever it lies.
                (tree.is_narrowed() || is_open.get())
                    .then(|| view! { <ul class="facet-inner">{tree.list(Some(place))}</ul> }.into_any())
            }}
        }
        .into_any()
    });
    view! {
        <li class=value_class(now)>
            <ValueCheckbox facet id label now />
            {inner}
        </li>
    }
}

/// Whether the visitor has opened a place last, or closed it; `None` if neither. `places` are those of
/// [`ViewState::opened_places`](crate::site::ViewState::opened_places).
fn last_opened(places: &str, id: &str) -> Option<bool> {
    places
        .rsplit(' ')
        .find_map(|place| match place.strip_prefix(id)? {
            "+" => Some(true),
            "-" => Some(false),
            // The id of another place begins alike.
            _ => None,
        })
}

/// Whether most clusters are in this country: its regions are shown initially.
fn is_main_country(site: Site, place: Place) -> bool {
    let clusters = site.collection.values(place.facet).clusters(place.value);
    place.facet == Facet::Country && clusters.len() * 2 > site.collection.catalogue.clusters.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_press_of_a_place_counts_and_ids_that_begin_alike_are_distinct() {
        let places = " nord+ IT- nord-vest- IT+ nord-vest+ nord-";
        assert_eq!(last_opened(places, "IT"), Some(true));
        assert_eq!(last_opened(places, "nord"), Some(false));
        assert_eq!(last_opened(places, "nord-vest"), Some(true));
        assert_eq!(last_opened(places, "nord-ves"), None);
        assert_eq!(last_opened(" nord-vest+", "nord"), None);
        assert_eq!(last_opened("", "IT"), None);
    }
}
