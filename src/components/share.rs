//! Ways to pass a page on: its link, its QR code, its citation.

use crate::browser::{self, PassedOn};
use crate::markup::{El, el, el_class, fragment, link as link_to, live_when, text};
use crate::strings::Strings;
use catalogue::export::{Citation, CitationFormat};
use catalogue::model::Lang;
use leptos::prelude::*;

/// The id of the field that holds the link.
const FIELD: &str = "permalink";

/// What is passed on.
pub struct Shared {
    /// The language of the page.
    pub lang: Lang,
    /// What the page is called.
    pub title: String,
    /// The link, as others can open it.
    pub url: String,
    /// Where the QR code of the link lies, if there is one.
    pub qr_code: Option<String>,
    /// The day of the data's last change.
    pub updated: &'static str,
}

/// Passes on what `shared` reads. What is folded away follows `due`, which reads the same when there is
/// time for it.
pub fn share(
    texts: &'static Strings,
    shared: impl Fn() -> Shared + Copy + 'static,
    due: impl Fn() -> Option<Shared> + Copy + 'static,
) -> El {
    let heading = el("h2").attr("id", "share-heading").text(texts.share_page);
    el_class("section", "share")
        .attr("aria-labelledby", "share-heading")
        .child(heading)
        .child(el("label").attr("for", FIELD).text(texts.permalink))
        .child(link(texts, shared))
        .child(live_when(move || {
            due().map(|shared| qr_code(texts, shared))
        }))
        .child(citations(texts, due))
}

/// The link in a field that can be selected, and a button that shares or copies it.
fn link(texts: &'static Strings, shared: impl Fn() -> Shared + Copy + 'static) -> El {
    let told = RwSignal::new(String::new());
    let pass_on = move |_| {
        told.set(String::new());
        let Shared { url, title, .. } = untrack(shared);
        browser::pass_on(FIELD, &title, &url, move |outcome| {
            let outcome = match outcome {
                PassedOn::Shared => "",
                PassedOn::Copied => texts.link_copied,
                PassedOn::Selected => texts.link_selected,
            };
            // The page may have gone while the browser asked for permission.
            let _ = told.try_set(outcome.to_owned());
        });
    };
    let field = el("input")
        .attr("id", FIELD)
        .attr("type", "text")
        .attr("readonly", "")
        .attr("value", untrack(shared).url)
        .live_value(move || shared().url);
    let button = el("button")
        .attr("type", "button")
        .on("click", pass_on)
        .text(texts.share);
    let outcome = el_class("p", "hint")
        .attr("role", "status")
        .live(move || text(told.get()));
    el_class("div", "share-row")
        .child(field)
        .child(button)
        .child(outcome)
}

fn qr_code(texts: &'static Strings, shared: Shared) -> Option<El> {
    shared.qr_code.map(|source| {
        let file = link_to(source.clone(), texts.qr_code_file);
        let key = source.clone();
        // Fetched when it is to be seen. boot.js opens it for print, and browsers fetch what is lazy
        // before they print; an image made then would come too late.
        let picture = el("img")
            // Before the address, at whose sight browsers begin.
            .attr("loading", "lazy")
            .attr("src", source)
            .attr("alt", texts.qr_code_alt)
            .attr("width", "176")
            .attr("height", "176");
        el("details")
            .key(key)
            .attr("data-print", "")
            .child(el("summary").text(texts.qr_code))
            .child(picture)
            .child(el("p").child(file))
    })
}

fn citations(texts: &'static Strings, due: impl Fn() -> Option<Shared> + 'static) -> El {
    // The day on which a page was read is known when the citation is asked for.
    let is_asked = RwSignal::new(false);
    let written = move || {
        let shared = due()?;
        let accessed = is_asked.get().then(browser::today).flatten();
        let citation = Citation {
            title: &shared.title,
            site: texts.site,
            updated: shared.updated,
            url: &shared.url,
            accessed: accessed.as_deref(),
            lang: shared.lang,
        };
        let forms = CitationFormat::ALL.into_iter().flat_map(|format| {
            [
                el("h3").text(format.name()).done(),
                el("pre")
                    .attr("tabindex", "0")
                    .text(citation.written(format))
                    .done(),
            ]
        });
        Some(fragment(forms))
    };
    el("details")
        .on("toggle", move |_| is_asked.set(true))
        .child(el("summary").text(texts.cite))
        .child(live_when(written))
}
