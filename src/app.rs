//! The root component.

use crate::components::{Header, List, SavedProblem, Share, SkippedRecords};
use crate::dom;
use crate::names::title;
use crate::pages::ListingPage;
use crate::pages::lazy::{LazyView, show};
use crate::site::{ListingState, Site};
use catalogue::query::{Address, Page, Query};
use leptos::prelude::*;

/// The whole site.
#[component]
pub fn App(
    /// The site; provided to all components as context.
    site: Site,
) -> impl IntoView {
    provide_context(site);
    Effect::new(move |_| {
        let address = site.address();
        let shared = address.shared();
        let has_query = shared.query != Query::default();
        dom::mark_query(has_query && shared.page.is_listing());
        // Mobile share sheets use the canonical URL, so it is removed once it no longer applies.
        if has_query || shared != site.prerendered.get_value() {
            dom::remove_canonical_link();
        }
    });
    // After the paint: in Chromium it takes a tenth of the time of an answer.
    Effect::new(move |_| {
        let title_of = |state: &ListingState| title(site.collection, &state.address);
        dom::set_title(&site.deferred_listing.with(title_of));
    });
    // Of a type that other memos share: each further type is 2 KB of code.
    let language = Memo::new(move |_| site.address().lang.tag().to_owned());
    Effect::new(move |_| dom::set_page_language(&language.get()));
    // Keyed lists of one item mount a new view for each key. A plain dynamic child would be updated
    // in place, and focus and open details would leak from one page to the next.
    view! {
        <List each=move || [site.address().lang] key=|lang| lang.tag() let:lang>
            <Header lang />
        </List>
        <List each=move || [site.page_key()] key=move |key| site.href(key) let:key>
            <main id="content" tabindex="-1">
                {page_view(site, &key)}
            </main>
            <SkippedRecords lang=key.lang />
            <SavedProblem lang=key.lang />
            {site.exists(&key.page).then(|| view! { <Share lang=key.lang /> }.into_any())}
        </List>
    }
}

/// The page with this key.
fn page_view(site: Site, key: &Address) -> AnyView {
    let lang = key.lang;
    site.mounted_page.set_value(site.href(key));
    let catalogue = &site.collection.catalogue;
    let not_found = |path: &str| show(lang, LazyView::NotFound(path.to_owned()));
    match &key.page {
        Page::Cluster(id) => match catalogue.clusters.number(id.as_str()) {
            Some(number) => show(lang, LazyView::Cluster(number)),
            None => not_found(id.as_str()),
        },
        Page::Organisation(id) => match catalogue.organisations.number(id.as_str()) {
            Some(number) => show(lang, LazyView::Organisation(number)),
            None => not_found(id.as_str()),
        },
        Page::Organisations => show(lang, LazyView::Organisations),
        Page::Network => {
            let centre = key.centre().map(|(facet, id)| (facet, id.to_owned()));
            show(lang, LazyView::Network(centre))
        }
        Page::Compare => show(lang, LazyView::Compare),
        Page::About => show(lang, LazyView::About),
        Page::NotFound(path) => not_found(path),
        // A document of its own, which the browser opens.
        Page::Data => not_found(&key.path()),
        // Only unknown areas: known ones have the key of the catalogue.
        Page::Area(id) => not_found(id.as_str()),
        Page::Catalogue | Page::Numbers => view! { <ListingPage lang /> }.into_any(),
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use super::App;
    use crate::site::Site;
    use crate::testing::{count_of, mount, site_at, text_of, texts_of};
    use catalogue::model::Lang;
    use catalogue::query::Query;
    use catalogue::query::View;
    use leptos::prelude::*;
    use leptos::task::tick;
    use leptos::web_sys::HtmlElement;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    /// Mounts the app at an address. Returns its container.
    fn mount_at(path: &str, query: &str) -> (Site, HtmlElement) {
        let site = site_at(path, query);
        (site, mount(site, move || view! { <App site /> }))
    }

    #[wasm_bindgen_test]
    fn listing_shows_the_results_of_the_address() {
        let (_, container) = mount_at("/en/", "area=aerospace&level=regional&region=lombardia");
        assert_eq!(text_of(&container, "[role=status]"), "1 cluster");
        assert_eq!(count_of(&container, "main article"), 1);
        assert_eq!(
            text_of(&container, "main article h3 a"),
            "Lombardy Aerospace Cluster"
        );
        assert_eq!(count_of(&container, ".chip"), 3);
    }

    #[wasm_bindgen_test]
    fn matches_are_highlighted_and_text_is_never_markup() {
        let (_, container) = mount_at("/en/", "q=%3Cimg+src%3Dx%3E+energy");
        assert_eq!(count_of(&container, "main img"), 0);
        let (_, container) = mount_at("/it/", "q=idrogeno");
        assert!(count_of(&container, "main mark") > 0);
    }

    #[wasm_bindgen_test]
    async fn page_follows_the_address() {
        let (site, place) = mount_at("/en/", "");
        assert_eq!(text_of(&place, "[role=status]"), "36 clusters");
        let query = site.address_untracked().listing_query();
        site.set_query(query.toggled(catalogue::query::Facet::Area, "aerospace"));
        tick().await;
        assert_ne!(text_of(&place, "[role=status]"), "36 clusters");
        assert_eq!(text_of(&place, ".chip-facet"), "Subject area: ");
    }

    #[wasm_bindgen_test]
    async fn heading_follows_the_page() {
        let (site, place) = mount_at("/en/", "");
        for (view, heading) in [
            (View::Numbers, "The catalogue in numbers"),
            (View::Cards, "Find a technology cluster"),
        ] {
            site.set_query(site.query_untracked().with_view(view));
            tick().await;
            assert_eq!(text_of(&place, "h1"), heading);
        }
    }

    #[wasm_bindgen_test]
    fn comparison_has_a_column_for_each_record_and_marks_equal_values() {
        let (_, container) = mount_at("/en/compare/", "cluster=le2c&cluster=afil&cluster=none");
        assert_eq!(text_of(&container, "[role=status]"), "2 side by side");
        assert_eq!(
            texts_of(&container, ".compare-table thead a:first-child"),
            [
                "Lombardy Intelligent Factory Association",
                "Lombardy Energy Cleantech Cluster"
            ]
        );
        let marked = |agreement: &str| {
            let rows = format!("tr:has([data-agreement={agreement}]) th");
            texts_of(&container, &rows)
        };
        assert!(marked("same").contains(&"Level =same in all columns".to_owned()));
        assert!(marked("different").contains(&"Year founded ≠different".to_owned()));
        assert!(text_of(&container, ".notice").contains("none"));
    }

    #[wasm_bindgen_test]
    fn area_of_two_columns_counts_the_clusters_of_both() {
        let (site, container) = mount_at("/it/compare/", "area=energy&area=green-chemistry");
        let both = "a[href='/it/?area=energy&area=green-chemistry&match=all']";
        let query = Query::parse("area=energy&area=green-chemistry&match=all");
        let count = site.collection.listing(&query, Lang::It).total;
        let expected = vec![count.to_string(); if count > 0 { 2 } else { 0 }];
        assert_eq!(texts_of(&container, both), expected);
    }

    #[wasm_bindgen_test]
    fn cluster_page_marks_unverified_facts() {
        let (_, container) = mount_at("/en/clusters/lombardia-aerospace-cluster/", "");
        assert_eq!(text_of(&container, "h1"), "Lombardy Aerospace Cluster");
        assert!(count_of(&container, ".unverified") > 0);
        assert!(count_of(&container, ".source-mark") > 0);
    }
}
