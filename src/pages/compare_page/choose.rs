//! A form that adds a record to the comparison.

use crate::dom;
use crate::i18n::{CompareTexts, Strings};
use crate::names::facet_labels;
use crate::site::use_site;
use catalogue::model::Lang;
use catalogue::query::{Facet, Page};
use catalogue::search::fold;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;

/// The id of the number of records. It is focused after one is added or removed, together with its link.
pub(super) const STATUS: &str = "compare-status";

/// A form that adds a value of a facet. It is a plain form, so that it leads to the same address where
/// the app does not run.
#[component]
pub(super) fn Choose(
    /// The language of the page.
    lang: Lang,
    /// The facet.
    facet: Facet,
    /// The text of the button.
    button: &'static str,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let c = CompareTexts::of(lang);
    let query = site.address_untracked().query;
    let values = site.collection.values(facet);
    let is_offered = |id: &str| {
        let is_new = query.chosen(facet).iter().all(|chosen| chosen != id);
        let clusters = values.number(id).map(|value| values.clusters(value));
        is_new && clusters.is_some_and(|clusters| !clusters.is_empty())
    };
    let mut options = facet_labels(site.collection, lang, facet);
    options.retain(|(id, _)| is_offered(id));
    options.sort_by_cached_key(|(_, label)| fold(label));
    options.insert(0, ("", c.choose));
    let options = options
        .into_iter()
        .map(|(id, label)| view! { <option value=id>{label}</option> }.into_any());
    let present = query.chosen(facet).iter().cloned();
    let present =
        present.map(|id| view! { <input type="hidden" name=facet.key() value=id /> }.into_any());
    // At the beginning, the heading above says the same.
    let name_class = query.compared().is_none().then_some("visually-hidden");
    let select = NodeRef::<html::Select>::new();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = select.get_untracked().map(|select| select.value());
        let Some(chosen) = chosen.filter(|chosen| !chosen.is_empty()) else {
            return;
        };
        let mut query = site.address_untracked().query;
        query.choose(facet, &chosen);
        site.set_query(query);
        dom::after_render(|| dom::focus_and_show(&["#", STATUS].concat()));
    };
    view! {
        <form
            class="compare-choose"
            action=site.link(lang, Page::Compare)
            on:submit=add
        >
            {present.collect_view()}
            <label>
                <span class=name_class>{t.facet(facet)}</span>
                " "
                <select node_ref=select name=facet.key()>
                    {options.collect_view()}
                </select>
            </label>
            <button type="submit" class="button">
                {button}
            </button>
        </form>
    }
}
