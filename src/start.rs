//! Start-up: loads the data, then hydrates the page or mounts it.

use crate::app::App;
use crate::code_loading::{is_loaded_for, load, load_early_for};
use crate::data;
use crate::dom;
use crate::routing::{current_address, current_visit};
use crate::site::{Site, Visit};
use catalogue::browse::{Collection, CollectionBuilder};
use catalogue::query::BasePath;
use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use std::any::Any;
use std::cell::RefCell;

thread_local! {
    /// The mounted app: its context, and the handle that unmounts it when it is dropped.
    static MOUNTED: RefCell<Option<(Site, Box<dyn Any>)>> = const { RefCell::new(None) };
}

/// Loads the catalogue and starts the app. The static HTML stays readable while loading, and if it
/// fails.
pub fn start() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| dom::log_error(&panic.to_string())));
    #[cfg(split_wasm)]
    crate::code_loading::set_loader(crate::pages::lazy::LOADER);
    wasm_bindgen_futures::spawn_local(async {
        // The app and its data live as long as the page.
        let base: &'static BasePath = Box::leak(Box::new(dom::base()));
        load_early_for(&current_address(base));
        let catalogue = data::load().await;
        // Pending events are handled between these tasks.
        dom::next_task().await;
        let collection = CollectionBuilder::new(catalogue);
        dom::next_task().await;
        let collection = collection.finish();
        dom::next_task().await;
        let collection: &'static Collection = Box::leak(Box::new(collection));
        load_code(collection, base).await;
        launch(collection, base).await;
        // So that the next page shows at once, without the network. A failure is reported when such a
        // page is opened.
        drop(load().await);
    });
}

/// Loads the code that shows the current address. Errors are shown to the visitor, who decides when to
/// retry.
async fn load_code(collection: &Collection, base: &BasePath) {
    while !is_loaded_for(&current_visit(collection, base).address, collection) {
        if load().await.is_err() {
            dom::show_load_error("chunk", "").await;
        }
    }
}

/// Hydrates the static HTML, then navigates to the current address. If the HTML has been modified,
/// mounts the app in its place.
async fn launch(collection: &'static Collection, base: &'static BasePath) {
    dom::hide_failure();
    let is_new = dom::adopt_history();
    let typed = dom::typed_text();
    let is_busy = typed.is_some() || dom::focused().is_some();
    let visit = current_visit(collection, base);
    let prerendered = dom::prerendered_address(&collection.catalogue, base)
        .filter(|address| is_loaded_for(address, collection));
    let owner = Owner::new();
    let site = owner.with(|| {
        let origin = dom::origin().leak();
        let first = prerendered.clone().map_or_else(|| visit.clone(), Visit::to);
        Site::new(
            collection,
            base,
            origin,
            Box::leak(Box::new(dom::outlines())),
            dom::version().leak(),
            first,
        )
    });
    // The signals of the site must survive remounts.
    std::mem::forget(owner);
    dom::guard_tasks(remount);
    if prerendered.is_some() {
        let container = dom::app_container();
        let app = dom::watch_mount(&container, || {
            hydrate_from(container.clone(), move || view! { <App site /> })
        });
        MOUNTED.set(Some((site, Box::new(app))));
        if site.visit.with_untracked(|shown| *shown != visit) {
            site.set_visit(visit);
            site.update_deferred();
        }
        if let Some(text) = typed {
            site.set_text(&text);
        }
    } else {
        if let Some(text) = typed {
            site.set_text(&text);
        }
        mount(site);
    }
    site.handle_navigation();
    dom::on_print(move |is_on_paper| site.fit_to_paper(is_on_paper));
    site.load_shortlist();
    dom::next_task().await;
    if dom::has_crashed() {
        return;
    }
    if !is_new && !is_busy {
        dom::restore_position();
    }
    dom::mark_ready();
}

/// Mounts the app in place of the current content of its container. Keeps focus, selection and open
/// details.
fn mount(site: Site) {
    let interaction = dom::Interaction::capture();
    let before = site.mounted_page.get_value();
    let container = dom::app_container();
    // Empties the container first: unmounting the old app must not remove nodes from a document
    // that others have modified.
    container.replace_children_with_node_0();
    drop(MOUNTED.take());
    let app = dom::watch_mount(&container, || {
        mount_to(container.clone(), move || view! { <App site /> })
    });
    MOUNTED.set(Some((site, Box::new(app))));
    interaction.restore(site.mounted_page.get_value() == before);
}

/// Mounts the app again after others have modified the document.
fn remount() {
    if let Some(site) = MOUNTED.with_borrow(|mounted| mounted.as_ref().map(|(site, _)| *site)) {
        mount(site);
    }
}
