//! Links that the app follows itself.

use super::{document, listen, window};
use catalogue::query::Base;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// A link of the site that was followed with a plain click.
pub(crate) struct Link {
    /// The path it leads to.
    pub(crate) path: String,
    /// Its query string.
    pub(crate) query: String,
    /// Whether it leads back to results (the attribute `data-back`).
    pub(crate) is_back: bool,
}

/// Calls `follow` for every plain click on a link beneath the base; a click that it takes (`true`)
/// goes no further. Clicks that open a tab or a window, downloads and fragments of the same page
/// are left to the browser, which does them better.
pub(crate) fn on_link(base: &'static Base, follow: impl Fn(Link) -> bool + 'static) {
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
        let Ok(anchor) = anchor.dyn_into::<web_sys::HtmlAnchorElement>() else {
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
