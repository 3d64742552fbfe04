//! Tools that save a chart as a picture or as a table.

use crate::dom;
use crate::i18n::{PictureTexts, Strings};
use crate::names::question;
use crate::site::use_site;
use catalogue::export::{Format, RecordList, file_name};
use catalogue::model::Lang;
use leptos::prelude::*;

/// The kinds of files, each with its name; the last one is the clipboard.
const KINDS: [(&str, &str); 4] = [("svg", "SVG"), ("png", "PNG"), ("csv", "CSV"), ("copy", "")];

/// Buttons that save or copy the chart beside them, in the same `.chart-frame`.
#[component]
pub fn PictureTools(
    /// The language of the page.
    lang: Lang,
    /// The title of the chart.
    title: String,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let p = PictureTexts::of(lang);
    let (outcome, set_outcome) = signal(None::<String>);
    let label = [&title, ": ", p.save].concat();
    let save = move |click| {
        set_outcome.set(None);
        let catalogue = &site.collection.catalogue;
        let address = site.address_untracked();
        let question = question(site.collection, &address);
        let day = dom::today().unwrap_or_else(|| catalogue.updated.to_string());
        let named = [&question, " ", &title].concat();
        let name = file_name(RecordList::Clusters, &named, &day, Format::Csv);
        let updated = t.date(catalogue.updated.parts());
        let about = [
            &title,
            "\n",
            &site.absolute(&address),
            "\n",
            t.site,
            " · ",
            t.updated,
            ": ",
            &updated,
            " · ",
            t.data_licence,
            ": ",
            catalogue.licence.name.as_str(),
            "\n",
            &question,
        ];
        dom::save_picture(&click, &name, &about.concat(), move |is_copied| {
            let text = if is_copied { p.copied } else { p.failed };
            // The charts may have been replaced meanwhile.
            set_outcome.try_set(Some(text.to_owned()));
        });
    };
    let buttons = KINDS.iter().map(|(kind, name)| {
        let name = if name.is_empty() { p.copy } else { name };
        view! {
            <button type="button" class="link-button" data-save=*kind>
                {name}
            </button>
        }
        .into_any()
    });
    view! {
        <div class="picture-tools" role="group" aria-label=label on:click=save>
            <span aria-hidden="true">{p.save} ":"</span>
            {buttons.collect_view()}
            {move || outcome.get().map(|text| view! { <p role="alert">{text}</p> }.into_any())}
        </div>
    }
}
