//! The reactive shell: start-up, location, language.

mod load;
pub mod navigation;
mod shell;

pub use navigation::{Site, Visit};
pub use shell::app;

use crate::browser;
use catalogue::browse::Collection;
use std::cell::Cell;

thread_local! {
    /// Whether a crash has been told of; a second one in its wake says nothing new.
    static CRASHED: Cell<bool> = const { Cell::new(false) };
}

/// Loads the catalogue and mounts the app in place of the static page. Until then, and if loading
/// fails, the static page stays readable.
#[cfg(feature = "csr")]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        browser::log_error(&panic.to_string());
        if !CRASHED.replace(true) {
            browser::tell_crash();
        }
    }));
    load_and_mount(false);
}

#[cfg(feature = "csr")]
fn load_and_mount(again: bool) {
    leptos::task::spawn_local(async move {
        match load::load(again).await {
            Ok(catalogue) => mount(Collection::new(catalogue)),
            Err(failure) => {
                let texts = crate::strings::Strings::of(browser::page_language());
                browser::log_warning(&failure.to_string());
                browser::tell_failure(texts, failure.advice(texts), &failure.to_string(), || {
                    load_and_mount(true);
                });
            }
        }
    });
}

/// Puts the app in the place of the static page, within one task, so that nothing flickers.
#[cfg(feature = "csr")]
fn mount(collection: Collection) {
    browser::clear_failure();
    let Some(place) = browser::app_container() else {
        browser::log_error("the page has no element #app");
        return;
    };
    // The app lives as long as the page, and so does what it shows.
    let site = Site::open(
        Box::leak(Box::new(collection)),
        Box::leak(Box::new(browser::base())),
    );
    place.replace_children_with_node_0();
    leptos::mount::mount_to(place, move || app(site)).forget();
    site.listen();
    browser::after_render(|| {
        browser::restore_place();
        browser::mark_ready();
    });
}
