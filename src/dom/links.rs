//! Links that the app handles itself.

use super::document::{document, listen, window};
use catalogue::query::BasePath;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

/// A clicked link within the site.
pub(crate) struct Link {
    /// Its path.
    pub(crate) path: String,
    /// Its query string.
    pub(crate) query: String,
    /// Whether it leads back to the results (attribute `data-back`).
    pub(crate) is_back: bool,
}

/// Calls `follow` for every plain click on a link under the base path, and prevents the default
/// action if it returns true. Clicks that open a tab or window, downloads and fragments of the same
/// page are left to the browser.
pub(crate) fn on_link_click(base: &'static BasePath, follow: impl Fn(Link) -> bool + 'static) {
    listen(&document(), "click", move |event: Event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else {
            return;
        };
        let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        if click.button() != 0 || modified || event.default_prevented() {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some(anchor) = target.and_then(|element| element.closest("a[href]").ok()?) else {
            return;
        };
        let Some(anchor) = html_link(anchor) else {
            return;
        };
        let here = window().location();
        let elsewhere = Ok(anchor.origin()) != here.origin();
        let own_window = anchor.target().is_empty() || anchor.target() == "_self";
        let fragment = !anchor.hash().is_empty()
            && Ok(anchor.pathname()) == here.pathname()
            && Ok(anchor.search()) == here.search();
        let path = anchor.pathname();
        if elsewhere
            || !own_window
            || fragment
            || anchor.has_attribute("download")
            || base.strip(&path).is_none()
        {
            return;
        }
        let link = Link {
            path,
            query: anchor.search(),
            is_back: anchor.has_attribute("data-back"),
        };
        if follow(link) {
            event.prevent_default();
        }
    });
}

/// The link as an HTML element: SVG links do not parse their URL.
fn html_link(link: Element) -> Option<HtmlAnchorElement> {
    match link.dyn_into::<HtmlAnchorElement>() {
        Ok(link) => Some(link),
        Err(drawn) => {
            let link = document().create_element("a").ok()?;
            link.set_attribute("href", &drawn.get_attribute("href")?)
                .ok()?;
            link.dyn_into().ok()
        }
    }
}
