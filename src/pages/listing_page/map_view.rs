//! The listing as a map, and as a table of its cities.

mod canvas;
mod choice;
mod marks;
mod state;

use crate::components::{ClusterLink, DataTable, PictureTools};
use crate::dom;
use crate::i18n::{PictureTexts, Strings};
use crate::site::{ListingState, Site, use_site};
use canvas::Canvas;
use catalogue::model::Lang;
use catalogue::query::{Facet, View};
use choice::{Chosen, Legend};
use leptos::prelude::*;
use state::MapState;

/// The areas and cities of a listing as a map, then its cities as a table, followed by the clusters whose city
/// is unknown.
#[component]
pub(in crate::pages) fn MapView(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    view! { {move || site.listing.with(|state| map_view(site, lang, state).into_any())} }
}

fn map_view(site: Site, lang: Lang, state: &ListingState) -> impl IntoView + use<> {
    let t = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    let seats = site.collection.seats(&state.listing.clusters);
    let map = MapState::of(site, lang, state, &seats).map(|map| {
        view! {
            <div class="map-frame">
                <Canvas map />
                <div class="map-side">
                    <Legend map />
                    <Chosen map />
                </div>
            </div>
            <p class="hint">{t.map_note} " " {t.map_source}</p>
            <PictureTools lang title=PictureTexts::of(lang).map.to_owned() />
        }
        .into_any()
    });
    // A city links to the list of its clusters, even if it is the only one chosen.
    let href = |id: &str| {
        let mut query = state.query.with_view(View::default());
        query.choose(Facet::City, id);
        site.href(&state.address.with_query(query))
    };
    let mut rows = Vec::new();
    for (city, count) in seats.cities {
        let city = &catalogue.cities[city as usize];
        let country = catalogue.countries.get(city.country.as_str());
        let country = country.map(|country| country.label.text(lang));
        rows.push(
            view! {
                <tr>
                    <th scope="row">
                        <a href=href(city.id.as_str())>{city.label.text(lang)}</a>
                    </th>
                    <td>{country}</td>
                    <td class="table-number">{count.to_string()}</td>
                </tr>
            }
            .into_any(),
        );
    }
    let unplaced = seats.unknown.iter().map(|&number| {
        let cluster = &catalogue.clusters[number as usize];
        view! {
            <li>
                <ClusterLink lang cluster />
            </li>
        }
        .into_any()
    });
    let unplaced = (!seats.unknown.is_empty()).then(|| {
        view! {
            <h3>{t.unplaced}</h3>
            <ul class="plain-list">{unplaced.collect_view()}</ul>
        }
        .into_any()
    });
    // The clicked link disappears with the table.
    let focus = |_| dom::after_render(|| dom::focus_and_show("#results-heading"));
    view! {
        <div class="places chart-frame">
            {map}
            <div on:click=focus>
                <DataTable
                    class="result-table map-table"
                    headings=vec![t.city, t.country, t.clusters]
                >
                    {rows}
                </DataTable>
            </div>
            {unplaced}
        </div>
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
