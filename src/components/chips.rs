//! What is chosen, each with a way to take it back.

use crate::markup::{Markup, el, el_class, nothing};
use crate::strings::Strings;

/// A chosen value.
pub struct Chip {
    /// The facet's name.
    pub facet: &'static str,
    /// The value's name.
    pub value: String,
    /// Whether there is such a value at all.
    pub known: bool,
}

/// The chosen values; `remove` is told the place of one in the list, `clear` that all shall go.
pub fn chips(
    texts: &'static Strings,
    chosen: Vec<Chip>,
    remove: impl Fn(usize) + Copy + 'static,
    clear: impl Fn() + 'static,
) -> Markup {
    if chosen.is_empty() {
        return nothing();
    }
    let chip = move |(place, chip): (usize, Chip)| {
        let unknown = (!chip.known).then(|| el("span").text(format!(" ({})", texts.unknown_value)));
        let button = el_class("button", "chip")
            .attr("type", "button")
            .on("click", move |_| remove(place))
            .child(
                el_class("span", "visually-hidden")
                    .text(texts.remove_choice)
                    .text(" "),
            )
            .child(el_class("span", "chip-facet").text(chip.facet).text(": "))
            .text(chip.value)
            .child(unknown)
            .child(
                el_class("span", "chip-cross")
                    .attr("aria-hidden", "true")
                    .text("×"),
            );
        el("li").child(button)
    };
    let clear = el_class("button", "link-button")
        .attr("type", "button")
        .on("click", move |_| clear())
        .text(texts.clear_all);
    el_class("div", "chips")
        .attr("role", "group")
        .attr("aria-label", texts.chosen)
        .child(el("ul").children(chosen.into_iter().enumerate().map(chip)))
        .child(clear)
        .done()
}
