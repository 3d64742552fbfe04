//! Ways on when nothing is found.

use crate::markup::{Markup, el, el_class, link};
use crate::strings::Strings;

/// Ways on: each with what it does, where it leads, and how many clusters it finds.
pub fn rescue_list(
    texts: &'static Strings,
    ways: Vec<(String, String, usize)>,
    everything: String,
) -> Markup {
    let advice = (!ways.is_empty()).then(|| el("p").text(texts.nothing_found_advice));
    let ways = ways.into_iter().map(|(what, href, count)| {
        let count = el_class("span", "hint").text(format!("({})", texts.results.of(count)));
        el("li").child(link(href, what)).text(" ").child(count)
    });
    el_class("div", "rescue")
        .child(el_class("p", "rescue-title").text(texts.nothing_found))
        .child(advice)
        .child(el("ul").children(ways))
        .child(el("p").child(link(everything, texts.see_everything)))
        .done()
}
