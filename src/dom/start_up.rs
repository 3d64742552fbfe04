//! What the wasm reads from the document when it starts.

use super::document::{document, setting, window};
use crate::names::version_in_name;
use crate::site::Outlines;
use catalogue::model::{Catalogue, Lang};
use catalogue::query::{Address, BasePath, Page};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

/// The path under which the site is published.
pub(crate) fn base() -> BasePath {
    let path = setting("data-base").unwrap_or_default();
    BasePath::new(&path).unwrap_or_else(|_| BasePath::root())
}

/// The files that maps are drawn from.
pub(crate) fn outlines() -> Outlines {
    Outlines {
        whole: setting("data-map").unwrap_or_default(),
        small: setting("data-map-small").unwrap_or_default(),
    }
}

/// The version of the data: the hash in the name of its file.
pub(crate) fn version() -> String {
    let url = setting("data-catalogue").unwrap_or_default();
    version_in_name(&url).unwrap_or_default().to_owned()
}

/// The origin of the page, such as `https://example.org`.
pub(crate) fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// The container of the app. Without it the wasm stops, and `boot.js` shows an error.
pub(crate) fn app_container() -> HtmlElement {
    let container = document().get_element_by_id("app");
    let container = container.and_then(|element| element.dyn_into().ok());
    container.unwrap_or_else(|| wasm_bindgen::throw_str("the page has no element #app"))
}

/// The address of the static HTML, if the container can be hydrated: it was rendered from the same
/// data, and nobody has modified it.
///
/// The attributes of the container say so: `data-address` is the path after the base (empty for the
/// page without an address), and `data-length` the length of the data file.
pub(crate) fn prerendered_address(catalogue: &Catalogue, base: &BasePath) -> Option<Address> {
    let container = app_container();
    let path = container.get_attribute("data-address")?;
    let length = container.get_attribute("data-length")?;
    let is_same_data = catalogue.skipped.is_empty() && length == catalogue.file_length.to_string();
    if !is_same_data || !is_as_parsed(&container) {
        return None;
    }
    if path.is_empty() {
        return Some(Address::of(Lang::En, Page::NotFound(path)));
    }
    Address::parse(base, &[base.as_str(), &path].concat(), "", Lang::En)
}

/// Whether the container has as many elements, texts and comments as its attribute `data-nodes`
/// says. Page translation and extensions may have modified it before the wasm starts.
fn is_as_parsed(container: &Element) -> bool {
    let mut counts = [0_u32; 3];
    if let Ok(walker) = document().create_tree_walker(container) {
        while let Ok(Some(node)) = walker.next_node() {
            match node.node_type() {
                Node::ELEMENT_NODE => counts[0] += 1,
                Node::TEXT_NODE => counts[1] += 1,
                _ => counts[2] += 1,
            }
        }
    }
    let counts = counts.map(|count| count.to_string()).join(" ");
    container.get_attribute("data-nodes") == Some(counts)
}

/// What the visitor has typed into the search box before the app started.
pub(crate) fn typed_text() -> Option<String> {
    let found = document().get_element_by_id("search")?;
    let field: HtmlInputElement = found.dyn_into().ok()?;
    let typed = field.value();
    (typed != field.default_value()).then_some(typed)
}
