//! Ways on when nothing is found.

use crate::strings::Strings;
use leptos::prelude::*;

/// Ways on: each with what it does, where it leads, and how many clusters it finds.
pub fn rescue_list(
    texts: &'static Strings,
    ways: Vec<(String, String, usize)>,
    everything: String,
) -> AnyView {
    let ways = ways.into_iter().map(|(what, href, count)| {
        view! { <li><a href=href>{what}</a>" "<span class="hint">"("{texts.results.of(count)}")"</span></li> }
    });
    let ways = ways.collect::<Vec<_>>();
    let advice = (!ways.is_empty()).then(|| view! { <p>{texts.nothing_found_advice}</p> });
    view! {
        <div class="rescue">
            <p class="rescue-title">{texts.nothing_found}</p>
            {advice}
            <ul>{ways}</ul>
            <p><a href=everything>{texts.see_everything}</a></p>
        </div>
    }
    .into_any()
}
