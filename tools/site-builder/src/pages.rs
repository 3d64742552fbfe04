//! The static pages: a real file for every public address, so that each answers 200 on any static
//! host and can be read before the app starts, or without it.

mod data_files;
mod former;
mod head;
mod shell;
mod site;
mod structured_data;
mod well_known;

use std::path::Path;

use anyhow::Result;
use catalogue::{
    model::{Catalogue, Identified, Lang, Table},
    query::{Address, Page},
};
use project::files::{read_text, write as write_file};
use technology_clusters::{
    i18n::Strings,
    static_page::{self, DataPage, PublishedFile},
};

use crate::{cards, qr, settings::Settings};
use data_files::DataFile;
use shell::{PageParts, filled, without_program};
use site::SiteData;

/// Writes the page of every address into `folder`, whose `index.html` is their common shell; also
/// preview images, QR codes, `sitemap.xml` and `robots.txt`.
///
/// # Errors
/// When the data is not a valid catalogue, the shell lacks an expected element, or a file cannot be
/// written.
pub fn write(folder: &Path, settings: &Settings, data: &str) -> Result<()> {
    let shell = read_text(folder, "index.html")?;
    let site = SiteData::open(&shell, settings, data)?;
    for (path, content) in files(&site, &shell, data)? {
        write_file(folder, &path, content)?;
    }
    let catalogue = &site.collection.catalogue;
    cards::write_all(folder, catalogue)?;
    let addresses = addresses(catalogue);
    let codes = addresses
        .iter()
        .map(|address| (address, settings.url(&address.path())));
    qr::write_all(folder, codes)
}

/// The files that [`write()`] writes, each with its path, without preview images and QR codes.
///
/// # Errors
/// When the data is not a valid catalogue, or the shell lacks an expected element.
pub fn contents(shell: &str, settings: &Settings, data: &str) -> Result<Vec<(String, Vec<u8>)>> {
    files(&SiteData::open(shell, settings, data)?, shell, data)
}

/// The addresses that have a page, in both languages.
fn addresses(catalogue: &Catalogue) -> Vec<Address> {
    fn pages<T: Identified>(table: &Table<T>, page: impl Fn(&T) -> Page) -> Vec<Page> {
        table.iter().map(page).collect()
    }
    let pages = [
        vec![
            Page::Catalogue,
            Page::Organisations,
            Page::Network,
            Page::Numbers,
            Page::Compare,
            Page::About,
            Page::Data,
        ],
        pages(&catalogue.clusters, |record| {
            Page::Cluster(record.id.clone())
        }),
        pages(&catalogue.areas, |record| Page::Area(record.id.clone())),
        pages(&catalogue.organisations, |record| {
            Page::Organisation(record.id.clone())
        }),
    ]
    .concat();
    let in_lang = |lang| {
        pages
            .iter()
            .map(move |page| Address::of(lang, page.clone()))
    };
    Lang::ALL.into_iter().flat_map(in_lang).collect()
}

/// The pages, the sitemap and the like, each with its path.
fn files(site: &SiteData, shell: &str, data: &str) -> Result<Vec<(String, Vec<u8>)>> {
    let addresses = addresses(&site.collection.catalogue);
    let mut texts = vec![
        (
            "index.html".to_owned(),
            filled(shell, &language_choice(site))?,
        ),
        ("404.html".to_owned(), filled(shell, &not_found(site))?),
        (
            "sitemap.xml".to_owned(),
            well_known::sitemap(site, &addresses),
        ),
        ("robots.txt".to_owned(), well_known::robots(site)),
    ];
    texts.extend(well_known::security_txt(site));
    let plain_shell = without_program(shell);
    let root = site.settings.url("");
    let lists = data_files::lists(site, &root)?;
    for address in &addresses {
        let page = match address.page {
            Page::Data => filled(&plain_shell, &data_page(site, address, &root, &lists))?,
            _ => filled(shell, &page(site, address))?,
        };
        texts.push((file_at(address), page));
    }
    texts.extend(data_files::others(site, &root, &lists));
    for (address, content) in former::pages(site, &former::withdrawn(data)?)? {
        texts.push((file_at(&address), filled(&plain_shell, &content)?));
    }
    let texts = texts.into_iter();
    let mut files: Vec<_> = texts
        .map(|(path, text)| (path, text.into_bytes()))
        .collect();
    files.extend(lists.into_iter().map(|file| (file.path, file.content)));
    Ok(files)
}

fn page(site: &SiteData, address: &Address) -> PageParts {
    let page = static_page::render(
        site.collection,
        site.base,
        site.origin,
        site.outlines,
        site.version,
        address,
    );
    let is_searched = address.page.is_listing()
        || matches!(
            address.page,
            Page::Organisations | Page::Network | Page::Compare
        );
    PageParts {
        lang: address.lang,
        // The file shows everything that the app would show.
        root_attributes: if is_searched { "" } else { " data-complete" },
        meta: head::of_page(site, address, &page.description),
        data: structured_data::of_page(site, address, &page.description),
        title: page.title,
        before: site.frame.before.clone(),
        app: page.body,
        app_attributes: page.attributes,
        after: [
            notice_without_program(address),
            page.all_clusters,
            site.frame.after.clone(),
        ]
        .concat(),
    }
}

/// The page of the data, without the app.
fn data_page(site: &SiteData, address: &Address, root: &str, lists: &[DataFile]) -> PageParts {
    let lang = address.lang;
    let files = lists.iter().map(|file| PublishedFile {
        list: file.list,
        format: file.format,
        lang: file.lang,
        path: file.path.clone(),
        bytes: file.content.len(),
    });
    let content = DataPage {
        root,
        version: site.version,
        files: files.collect(),
        feed: data_files::feed_path(lang),
        open_search: data_files::open_search_path(lang),
    };
    let texts = Strings::of(lang);
    let description = texts.data_description;
    PageParts {
        lang,
        // There is nothing to wait for.
        root_attributes: " data-app-ready",
        title: format!("{} – {}", texts.data, texts.site),
        meta: head::of_page(site, address, description),
        data: structured_data::of_data(site, address, description, lists),
        before: site.frame.before.clone(),
        app: static_page::data_page(site.collection, site.base, lang, &content),
        app_attributes: String::new(),
        after: site.frame.after.clone(),
    }
}

fn not_found(site: &SiteData) -> PageParts {
    let address = Address::of(Lang::En, Page::NotFound(String::new()));
    let page = static_page::render(
        site.collection,
        site.base,
        site.origin,
        site.outlines,
        site.version,
        &address,
    );
    PageParts {
        lang: Lang::En,
        root_attributes: "",
        meta: head::of_nothing(&page.description),
        data: String::new(),
        title: page.title,
        before: site.frame.before.clone(),
        app: page.body,
        app_attributes: page.attributes,
        after: notice_without_program(&address) + &site.frame.after,
    }
}

/// The page at the base: `boot.js` redirects from it; without JavaScript it has links.
fn language_choice(site: &SiteData) -> PageParts {
    let links = Lang::ALL.map(|lang| {
        let href = Address::catalogue(lang).path();
        let (base, tag, name) = (site.settings.base(), lang.tag(), Strings::of(lang).language);
        format!(r#"<li><a href="{base}{href}" lang="{tag}" hreflang="{tag}">{name}</a></li>"#)
    });
    let title = Strings::of(Lang::En).site;
    PageParts {
        lang: Lang::En,
        root_attributes: " data-language-choice",
        title: title.to_owned(),
        meta: head::of_language_choice(site),
        data: String::new(),
        before: site.frame.before.clone(),
        app: format!(
            "<main id=\"content\" class=\"page\"><h1>{title}</h1><ul>{}</ul></main>",
            links.concat()
        ),
        app_attributes: String::new(),
        after: site.frame.after.clone(),
    }
}

/// The file of an address.
fn file_at(address: &Address) -> String {
    format!("{}index.html", address.path())
}

/// The notice for browsers without JavaScript.
fn notice_without_program(address: &Address) -> String {
    let texts = Strings::of(address.lang);
    let notice = match address.page {
        Page::Compare => texts.compare_without_program,
        _ => texts.without_program,
    };
    format!("<noscript><p class=\"notice\">{notice}</p></noscript>")
}

#[cfg(test)]
mod tests;
