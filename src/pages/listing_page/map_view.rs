//! The listing as a map, and as a table of its cities.

use crate::components::{ClusterLink, DataTable, Map, city_point};
use crate::dom;
use crate::i18n::Strings;
use crate::site::{ListingState, Site, use_site};
use catalogue::model::Lang;
use catalogue::query::{Facet, View};
use leptos::prelude::*;

/// The minimum width of the map, in the units of [`catalogue::map`]: 500 km.
const MIN_SIZE: i32 = 5000;

/// The cities of a listing as a map, then as a table, followed by the clusters whose city is
/// unknown.
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
    // A city links to the list of its clusters, even if it is the only one chosen.
    let href = |id: &str| {
        let mut query = state.query.with_view(View::default());
        query.choose(Facet::City, id);
        site.href(&state.address.with_query(query))
    };
    let mut points = Vec::new();
    let mut rows = Vec::new();
    for (city, count) in seats.cities {
        let city = &catalogue.cities[city as usize];
        let (name, href) = (city.label.text(lang), href(city.id.as_str()));
        let clusters = t.results.of(count as usize);
        points.extend(city_point(
            city,
            count,
            format!("{name}: {clusters}"),
            href.clone(),
        ));
        let country = catalogue.countries.get(city.country.as_str());
        let country = country.map(|country| country.label.text(lang));
        rows.push(
            view! {
                <tr>
                    <th scope="row">
                        <a href=href>{name}</a>
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
    // The clicked link disappears with the map.
    let focus = |_| dom::after_render(|| dom::focus_and_show("#results-heading"));
    view! {
        <div class="places" on:click=focus>
            <Map lang label=t.map points min_size=MIN_SIZE />
            <p class="hint">{t.map_note} " " {t.map_source}</p>
            <DataTable class="result-table map-table" headings=vec![t.city, t.country, t.clusters]>
                {rows}
            </DataTable>
            {unplaced}
        </div>
    }
}
