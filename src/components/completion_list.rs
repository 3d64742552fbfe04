//! The suggestions below the search box: areas, places, clusters and organisations that the text may name.

use crate::i18n::Strings;
use crate::site::{Site, use_site};
use catalogue::browse::{Completions, Target};
use catalogue::model::Lang;
use catalogue::query::{Address, Page};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The id of the list.
pub(super) const LIST_ID: &str = "completions";

/// The suggestions for the text in the search box.
#[derive(Clone, Copy)]
pub struct CompletionState {
    /// Those on the screen.
    shown: StoredValue<Completions>,
    is_open: ReadSignal<bool>,
    set_open: WriteSignal<bool>,
    /// The id of the active suggestion (tracked by the field).
    pub(super) active: ReadSignal<Option<String>>,
    set_active: WriteSignal<Option<String>>,
}

impl CompletionState {
    /// Closed: there are no suggestions until the visitor types.
    pub(super) fn new() -> Self {
        let (is_open, set_open) = signal(false);
        let (active, set_active) = signal(None);
        Self {
            shown: StoredValue::new(Completions::default()),
            is_open,
            set_open,
            active,
            set_active,
        }
    }

    /// Suggests what the text may name, or withdraws the suggestions.
    pub(super) fn set_open(self, is_open: bool) {
        self.set_active.set(None);
        self.set_open.set(is_open);
    }

    /// Moves through the list and chooses from it. While it is empty, and past its last suggestion, keys
    /// do what they would do without it.
    pub(super) fn handle_key(self, site: Site, event: &KeyboardEvent) {
        let shown = self.shown.get_value();
        let last = shown.targets.len();
        if last == 0 || event.is_composing() {
            return;
        }
        let active = self.active.get_untracked();
        let active = (0..last).find(|number| active.as_ref() == Some(&option_id(*number)));
        let next = match (event.key().as_str(), active) {
            ("ArrowDown", None) => Some(0),
            ("ArrowDown", Some(number)) if number + 1 < last => Some(number + 1),
            ("ArrowDown", Some(_)) => return self.set_open(false),
            ("ArrowUp", Some(number)) => number.checked_sub(1),
            ("Enter", Some(number)) => {
                event.prevent_default();
                return self.choose(site, &shown.before, shown.targets[number]);
            }
            ("Escape", _) => {
                event.prevent_default();
                return self.set_open(false);
            }
            _ => return,
        };
        event.prevent_default();
        self.set_active.set(next.map(option_id));
    }

    /// Filters by an area or a place, or opens the page of a cluster or an organisation.
    fn choose(self, site: Site, before: &str, target: Target) {
        self.set_open(false);
        let lang = site.address_untracked().lang;
        let catalogue = &site.collection.catalogue;
        let page = match target {
            Target::Value(facet, value) => {
                let query = site.query_untracked().with_text(before);
                let mut query = site.collection.resolved(&query);
                query.choose(facet, site.collection.values(facet).id(value));
                return site.set_query(query);
            }
            Target::Cluster(number) => {
                Page::Cluster(catalogue.clusters[number as usize].id.clone())
            }
            Target::Organisation(number) => {
                Page::Organisation(catalogue.organisations[number as usize].id.clone())
            }
        };
        site.follow(Address::of(lang, page));
    }
}

/// The list of suggestions. The focus stays in the field, which refers to the active one; the style sheet
/// hides the list while it is empty or the focus is elsewhere.
#[component]
pub(super) fn CompletionList(
    /// The language of the page.
    lang: Lang,
    /// The suggestions.
    state: CompletionState,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    view! {
        {move || {
            // Follows the deferred listing: first the results of a key are painted.
            let text = site.deferred_listing.with(|state| state.address.query.text.clone());
            let mut completions = Completions::default();
            if state.is_open.get() {
                completions = site.collection.completions(&text);
            }
            state.shown.set_value(completions.clone());
            let count = completions.targets.len();
            let active = state.active.get();
            let options = (0..count)
                .map(|number| {
                    let id = option_id(number);
                    let selected = if active.as_ref() == Some(&id) { "true" } else { "false" };
                    let target = completions.targets[number];
                    let before = completions.before.clone();
                    let (name, kind) = name_and_kind(site, lang, target);
                    view! {
                        <li
                            role="option"
                            id=id
                            aria-selected=selected
                            on:click=move |_| state.choose(site, &before, target)
                        >
                            <span>{name}</span>
                            " "
                            <span class="hint">{kind}</span>
                        </li>
                    }
                        .into_any()
                })
                .collect_view();
            let announced = (count > 0).then(|| t.completions.of(count).into_any());
            view! {
                // Can be focused by a pointer, so that the focus stays within the box on a click.
                <ul
                    id=LIST_ID
                    class="completions"
                    role="listbox"
                    tabindex="-1"
                    aria-label=t.completions_label
                >
                    {options}
                </ul>
                <p class="visually-hidden" aria-live="polite">
                    {announced}
                </p>
            }
                .into_any()
        }}
    }
}

fn option_id(number: usize) -> String {
    format!("completion-{number}")
}

fn name_and_kind(site: Site, lang: Lang, target: Target) -> (&'static str, &'static str) {
    let t = Strings::of(lang);
    let catalogue = &site.collection.catalogue;
    match target {
        Target::Value(facet, value) => {
            let id = site.collection.values(facet).id(value);
            let name = site.collection.label(facet, id, lang).unwrap_or(id);
            (name, t.facet(facet))
        }
        Target::Cluster(number) => {
            let cluster = &catalogue.clusters[number as usize];
            (cluster.name.text(lang), t.kind_cluster)
        }
        Target::Organisation(number) => {
            let organisation = &catalogue.organisations[number as usize];
            (organisation.name.text(lang), t.kind_name(organisation.kind))
        }
    }
}
