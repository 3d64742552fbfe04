//! Downloads of what a list shows.

use crate::code_loading;
use crate::dom::{self, SaveError};
use crate::i18n::Strings;
use crate::names::question;
use crate::site::{Site, use_site};
use catalogue::export::{Format, RecordList, file_name, selection};
use catalogue::model::{Identified, Lang};
use catalogue::query::Page;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

/// Buttons that download all records of the list on the page, in its order and language.
#[component]
pub fn Downloads(
    /// The language of the page.
    lang: Lang,
    /// The list.
    list: RecordList,
    /// The numbers of the records that the list shows, or would show on demand.
    records: fn(Site) -> Vec<u32>,
) -> impl IntoView {
    let site = use_site();
    let t = Strings::of(lang);
    let (failure, set_failure) = signal(None::<String>);
    let buttons = list.formats().iter().map(|&format| {
        let fail = Callback::new(move |error| {
            let text = match error {
                SaveError::Unreachable => t.download_failed,
                SaveError::Unexpected => t.download_outdated,
            };
            set_failure.set(Some(text.to_owned()));
        });
        let download = move |_| {
            set_failure.set(None);
            let numbers = records(site);
            wasm_bindgen_futures::spawn_local(async move {
                if begin(site, list, format, &numbers, fail).await.is_err() {
                    fail.run(SaveError::Unreachable);
                }
            });
        };
        view! {
            <li>
                <button type="button" on:click=download>
                    {format.name()}
                </button>
            </li>
        }
        .into_any()
    });
    view! {
        <details class="downloads">
            <summary>{t.download}</summary>
            <p>{t.download_hint}</p>
            <ul>{buttons.collect_view()}</ul>
            {move || failure.get().map(|text| view! { <p role="alert">{text}</p> }.into_any())}
            <p>
                <a href=site.link(lang, Page::Data)>{t.all_data}</a>
            </p>
        </details>
    }
}

/// Loads the code of downloads, and begins one.
async fn begin(
    site: Site,
    list: RecordList,
    format: Format,
    numbers: &[u32],
    fail: Callback<SaveError>,
) -> Result<(), SplitLoaderError> {
    // Loads the file once only, even if it is being loaded.
    code_loading::load().await?;
    #[cfg(split_wasm)]
    let begun = download(site, list, format, numbers, fail).await;
    #[cfg(not(split_wasm))]
    let begun = download(site, list, format, numbers, fail);
    begun
}

/// Saves records of a list as a file. In a split build, the code for it is in the second file.
#[cfg_attr(
    split_wasm,
    leptos::wasm_split::wasm_split(lazy, wasm_split_path = ::leptos::wasm_split, fallible)
)]
#[cfg_attr(
    not(split_wasm),
    expect(
        clippy::unnecessary_wraps,
        reason = "loading can fail in a split build"
    )
)]
fn download(
    site: Site,
    list: RecordList,
    format: Format,
    numbers: &[u32],
    fail: Callback<SaveError>,
) -> Result<(), SplitLoaderError> {
    let address = site.address_untracked();
    let catalogue = &site.collection.catalogue;
    let question = question(site.collection, &address);
    let title = match question.as_str() {
        "" => Strings::of(address.lang).site,
        question => question,
    };
    let about = selection(title, &site.absolute(&address));
    let day = dom::today().unwrap_or_else(|| catalogue.updated.to_string());
    let url = [site.base.as_str(), &format.path(list, address.lang)].concat();
    let name = file_name(list, &question, &day, format);
    let mut records = Vec::with_capacity(numbers.len());
    let total = if list == RecordList::Organisations {
        ids(&catalogue.organisations, numbers, &mut records);
        catalogue.organisations.len()
    } else {
        ids(&catalogue.clusters, numbers, &mut records);
        catalogue.clusters.len()
    };
    if format == Format::Xlsx {
        let ids: Vec<&str> = records.iter().map(|(_, id)| *id).collect();
        let ids = ids.join(" ");
        let request = format!(r#"{{{about}"day":"{day}","ids":"{ids}"}}"#);
        dom::save_workbook(&url, &name, &request, move |error| fail.run(error));
        return Ok(());
    }
    let select = move |file: &str| format.select(file, total, &records, &about);
    dom::save(url, name, format.media_type(), select, move |error| {
        fail.run(error);
    });
    Ok(())
}

/// Adds the number and the id of some records.
fn ids<T: Identified>(
    table: &'static [T],
    numbers: &[u32],
    records: &mut Vec<(u32, &'static str)>,
) {
    for &number in numbers {
        records.push((number, table[number as usize].id()));
    }
}
