//! What is chosen, each with a way to take it back.

use crate::strings::Strings;
use leptos::prelude::*;

/// A chosen value.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    chosen: Memo<Vec<Chip>>,
    remove: impl Fn(usize) + Copy + Send + Sync + 'static,
    clear: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let chip = move |(place, chip): (usize, Chip)| {
        let unknown = (!chip.known).then(|| format!(" ({})", texts.unknown_value));
        view! {
            <li>
                <button type="button" class="chip" on:click=move |_| remove(place)>
                    <span class="visually-hidden">{texts.remove_choice}" "</span>
                    <span class="chip-facet">{chip.facet}": "</span>
                    {chip.value}
                    {unknown}
                    <span class="chip-cross" aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    };
    view! {
        {move || {
            let chosen = chosen.get();
            (!chosen.is_empty())
                .then(|| {
                    view! {
                        <div class="chips" role="group" aria-label=texts.chosen>
                            <ul>{chosen.into_iter().enumerate().map(chip).collect_view()}</ul>
                            <button type="button" class="link-button" on:click=move |_| clear()>{texts.clear_all}</button>
                        </div>
                    }
                })
        }}
    }
    .into_any()
}
