//! The shortlist: buttons that save clusters, the link to the list, and where it is kept.

use crate::i18n::Strings;
use crate::shortlist::{has_saved, shortlist_address};
use crate::site::use_site;
use catalogue::model::{Cluster, Lang};
use catalogue::query::Facet;
use leptos::prelude::*;

/// A button that saves a cluster, or removes it again.
#[component]
pub fn SaveButton(
    /// The language of the page.
    lang: Lang,
    /// The cluster.
    cluster: &'static Cluster,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let id = cluster.id.as_str();
    let (saved, _) = site.saved().ids;
    let is_saved = move || saved.with(|saved| has_saved(saved, id));
    view! {
        <button
            type="button"
            class="save-button"
            aria-pressed=move || is_saved().to_string()
            on:click=move |_| site.toggle_saved(id)
        >
            {move || if is_saved() { t.saved_one } else { t.save }}
            <span class="visually-hidden">{[" ", cluster.name.text(lang)].concat()}</span>
        </button>
    }
}

/// A link to the saved clusters in the navigation; nothing if there are none.
#[component]
pub fn SavedLink(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    view! {
        {move || {
            site.saved().ids.0.with(|saved| {
                let address = shortlist_address(lang, saved);
                let count = address.query.chosen(Facet::Cluster).len();
                let text = format!("{} ({count})", Strings::of(lang).saved);
                (count > 0).then(|| {
                    view! {
                        <li>
                            <a href=site.href(&address)>{text}</a>
                        </li>
                    }
                    .into_any()
                })
            })
        }}
    }
}

/// For a list of chosen clusters: says where they are kept, with a button that saves or removes
/// them; nothing for other lists.
#[component]
pub fn SavedNote(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let note = move || {
        let chosen = site
            .deferred_listing
            .with(|state| state.query.chosen(Facet::Cluster).join(" "));
        if chosen.is_empty() {
            return None;
        }
        let saved = site.saved();
        let all_saved = saved.ids.0.with(|saved| {
            let mut ids = chosen.split(' ');
            ids.all(|id| has_saved(saved, id))
        });
        let is_kept = all_saved && !saved.is_unstored.0.get();
        let text = if is_kept {
            t.saved_here
        } else {
            t.list_in_link
        };
        let button = if all_saved {
            t.remove_saved
        } else {
            t.save_all
        };
        let act = move |_| {
            let mut ids = saved.ids.0.get_untracked();
            if all_saved {
                let rest = ids.split(' ').filter(|id| !has_saved(&chosen, id));
                ids = rest.collect::<Vec<_>>().join(" ");
            } else {
                let both = [&ids, " ", &chosen].concat();
                let address = shortlist_address(lang, &both);
                ids = address.query.chosen(Facet::Cluster).join(" ");
            }
            site.save(&ids);
        };
        let note = view! {
            <p class="hint saved-note">
                {text} " "
                <button type="button" class="link-button" on:click=act>
                    {button}
                </button>
            </p>
        };
        Some(note.into_any())
    };
    view! { {note} }
}

/// Says so if this browser does not keep the list.
#[component]
pub fn SavedProblem(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    view! {
        {move || {
            site
                .saved()
                .is_unstored
                .0
                .get()
                .then(|| {
                    view! {
                        <p class="notice saved-problem" role="alert">
                            {Strings::of(lang).not_saved}
                        </p>
                    }
                    .into_any()
                })
        }}
    }
}
