//! Pages and views whose code is loaded lazily, after the first page.
//!
//! In a split build, `view_of` and everything that only it uses is in the second file. A caller that shows a
//! [`LazyView`] has already waited for `code_loading`.

use super::listing_page::map_view::MapView;
use super::listing_page::numbers_view::NumbersView;
use super::{
    about_page::AboutPage,
    cluster_page::ClusterPage,
    compare_page::ComparePage,
    network_page::{NetworkPage, ego_page},
    not_found_page::NotFoundPage,
    organisation_page::OrganisationPage,
    organisations_page::OrganisationsPage,
};
use crate::components::ResultTable;
use catalogue::model::Lang;
use catalogue::query::Facet;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

/// A page or view whose code is loaded lazily.
#[derive(Debug)]
pub enum LazyView {
    /// The page about the catalogue.
    About,
    /// The page of the cluster with this number.
    Cluster(usize),
    /// The page that compares records.
    Compare,
    /// The results on a map.
    Map,
    /// The page of clusters that share organisations, or the surroundings of the value of a facet with this id.
    Network(Option<(Facet, String)>),
    /// The page that says that there is no page at this path.
    NotFound(String),
    /// The results as charts.
    Numbers,
    /// The page of the organisation with this number.
    Organisation(usize),
    /// The index of all organisations.
    Organisations,
    /// A table of the clusters with these numbers.
    Table(Memo<Vec<u32>>),
}

/// Loads the second file.
#[cfg(split_wasm)]
pub(crate) const LOADER: crate::code_loading::Loader = || Box::pin(load_file());

/// The view itself. Its code must have been loaded.
pub fn show(lang: Lang, lazy: LazyView) -> AnyView {
    #[cfg(split_wasm)]
    let view = futures_util::FutureExt::now_or_never(view_of(lang, lazy));
    #[cfg(not(split_wasm))]
    let view = Some(view_of(lang, lazy));
    match view {
        Some(Ok(view)) => view,
        // `boot.js` tells the visitor.
        _ => wasm_bindgen::throw_str("a page was shown before its code was loaded"),
    }
}

#[cfg_attr(
    split_wasm,
    leptos::wasm_split::wasm_split(
        lazy,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_file),
        fallible
    )
)]
#[cfg_attr(
    not(split_wasm),
    expect(
        clippy::unnecessary_wraps,
        reason = "loading can fail in a split build"
    )
)]
fn view_of(lang: Lang, lazy: LazyView) -> Result<AnyView, SplitLoaderError> {
    Ok(match lazy {
        LazyView::About => view! { <AboutPage lang /> }.into_any(),
        LazyView::Cluster(number) => view! { <ClusterPage lang number /> }.into_any(),
        LazyView::Compare => view! { <ComparePage lang /> }.into_any(),
        LazyView::Map => view! { <MapView lang /> }.into_any(),
        LazyView::Network(None) => view! { <NetworkPage lang /> }.into_any(),
        LazyView::Network(Some((facet, id))) => ego_page(lang, facet, &id),
        LazyView::NotFound(path) => view! { <NotFoundPage lang path /> }.into_any(),
        LazyView::Numbers => view! { <NumbersView lang /> }.into_any(),
        LazyView::Organisation(number) => view! { <OrganisationPage lang number /> }.into_any(),
        LazyView::Organisations => view! { <OrganisationsPage lang /> }.into_any(),
        LazyView::Table(clusters) => view! { <ResultTable lang clusters /> }.into_any(),
    })
}
