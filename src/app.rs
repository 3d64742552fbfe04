//! The reactive shell: start-up, location, language.

mod load;
pub mod navigation;
mod shell;

pub use navigation::{Site, Step, Visit};
pub use shell::app;

use crate::browser;
use crate::markup;
use catalogue::browse::Collection;

/// Loads the catalogue and mounts the app in place of the static page. Until then, and if loading
/// fails, the static page stays readable.
pub fn start() {
    // A release build stops without words, and boot.js tells the visitor; developers get the words.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| browser::log_error(&panic.to_string())));
    wasm_bindgen_futures::spawn_local(async {
        let catalogue = load::load().await;
        // The visitor's clicks and keys come in between.
        browser::pause().await;
        let collection = Collection::begin(catalogue);
        browser::pause().await;
        let collection = collection.finish();
        browser::pause().await;
        mount(collection);
    });
}

/// Lets the app take over the static page, whose elements stay, so that nothing flickers.
fn mount(collection: Collection) {
    browser::clear_failure();
    let Some(place) = browser::app_container() else {
        browser::log_error("the page has no element #app");
        return;
    };
    let is_new = browser::take_over_history();
    // The app lives as long as the page, and so does what it shows.
    let site = Site::open(
        Box::leak(Box::new(collection)),
        Box::leak(Box::new(browser::base())),
    );
    let typed = browser::typed();
    markup::mount(&place, move || app(site));
    site.listen();
    site.finish_start();
    // Who began to search before the program was there goes on with that.
    if let Some(text) = typed {
        site.type_text(text);
    }
    if !is_new {
        browser::after_render(browser::restore_place);
    }
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
