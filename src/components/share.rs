//! Sharing a page: its link, its QR code, its citations.

use super::downloads::Downloads;
use super::list::List;
use crate::dom::{self, ShareOutcome};
use crate::i18n::Strings;
use crate::names::title;
use crate::site::{Site, use_site};
use catalogue::export::{Citation, CitationFormat, RecordList};
use catalogue::model::Lang;
use catalogue::query::Page;
use leptos::html;
use leptos::prelude::*;

/// The id of the input with the link.
const FIELD: &str = "permalink";

/// Share options for the current address.
#[component]
pub fn Share(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let t = Strings::of(lang);
    let is_listing = untrack(|| use_site().page_key()).page == Page::Catalogue;
    view! {
        <section class="share" aria-labelledby="share-heading">
            <h2 id="share-heading">{t.share_page}</h2>
            <label for=FIELD>{t.permalink}</label>
            <Permalink lang />
            <QrCode lang />
            <Citations lang />
            {is_listing.then(|| {
                view! { <Downloads lang list=RecordList::Clusters records=results /> }.into_any()
            })}
        </section>
    }
}

/// All results of the current query, in their order.
fn results(site: Site) -> Vec<u32> {
    let lang = site.address_untracked().lang;
    site.collection
        .matching_clusters(&site.query_untracked(), lang)
}

/// The absolute URL of the current address.
fn permalink(site: Site) -> String {
    site.absolute(&site.address())
}

/// The link in a read-only input, and a button that shares or copies it.
#[component]
fn Permalink(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let (outcome, set_outcome) = site.view_state().share_outcome;
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let url = permalink(site);
        if let Some(field) = field.get() {
            field.set_value(&url);
        }
    });
    let share = move |_| {
        set_outcome.set(None);
        let address = site.address_untracked();
        let title = title(site.collection, &address);
        dom::share(FIELD, &title, &site.absolute(&address), move |shared| {
            let text = match shared {
                ShareOutcome::BySystem => None,
                ShareOutcome::Copied => Some(t.link_copied),
                ShareOutcome::Selected => Some(t.link_selected),
            };
            set_outcome.set(text.map(str::to_owned));
        });
    };
    view! {
        <div class="share-row">
            <input
                node_ref=field
                id=FIELD
                type="text"
                readonly=true
                value=untrack(|| permalink(site))
            />
            <button type="button" on:click=share>
                {t.share}
            </button>
            <p class="hint" role="status">
                {move || outcome.get()}
            </p>
        </div>
    }
}

/// The QR code of the current address, if there is one.
#[component]
fn QrCode(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    // Keyed by its URL, so that it is collapsed again on another page. The image loads lazily:
    // `loading` must precede `src`, because browsers start the request when they see the latter.
    // boot.js expands it for printing, and browsers load lazy images before they print.
    view! {
        <List each=move || site.qr_code(&site.address()) key=Clone::clone let:source>
            <details data-print="">
                <summary>{t.qr_code}</summary>
                <img loading="lazy" src=source.clone() alt=t.qr_code_alt width="176" height="176" />
                <p>
                    <a href=source.clone()>{t.qr_code_file}</a>
                </p>
            </details>
        </List>
    }
}

/// Citations of the current address in several formats.
#[component]
fn Citations(
    /// The language of the page.
    lang: Lang,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    // The access date is the day on which the citations are opened.
    let (is_seen, set_is_seen) = site.view_state().citations_seen;
    let formats = CitationFormat::ALL.map(|format| {
        view! {
            <h3>{format.name()}</h3>
            <pre tabindex="0">
                {move || {
                    let address = site.address();
                    let accessed = is_seen.get().then(dom::today).flatten();
                    let citation = Citation {
                        title: &title(site.collection, &address),
                        site: t.site,
                        updated: site.collection.catalogue.updated.as_str(),
                        version: site.version,
                        url: &site.absolute(&address),
                        accessed: accessed.as_deref(),
                        lang,
                    };
                    citation.written(format)
                }}
            </pre>
        }
        .into_any()
    });
    let see = move |_| {
        if !is_seen.get_untracked() {
            set_is_seen.set(true);
        }
    };
    view! {
        <details on:toggle=see>
            <summary>{t.cite}</summary>
            {formats.into_iter().collect_view()}
        </details>
    }
}
