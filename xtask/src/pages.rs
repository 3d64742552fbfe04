//! The pages of the site: a real file for every public address, so that each answers 200 on any
//! static host and can be read before the program has arrived, or without it.

mod former;
mod head;
mod markup;
mod preview;
mod publisher;
mod shell;
mod sitemap;
mod structured_data;

use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use catalogue::{
    browse::Collection,
    model::{Catalogue, Identified, Lang, Table},
    query::{Address, Base as AddressBase, Page},
};
use technology_clusters::{
    static_page::{self, StaticPage},
    strings::Strings,
};

use crate::{
    settings::Settings,
    site::files::{read_text, write as write_file},
};
use shell::{Content, filled, setting, without_program};

/// What all pages know.
struct Site<'settings> {
    settings: &'settings Settings,
    collection: &'static Collection,
    /// The whole address of the data file, where the shell names it.
    data_url: Option<String>,
}

/// Writes the page of every address of the catalogue into `folder`, whose `index.html` is the shell
/// that they share, and beside them what search engines read: `sitemap.xml` and `robots.txt`.
///
/// # Errors
/// When the data is no catalogue, the shell lacks a place that a page fills, or a page cannot be
/// written.
pub fn write(folder: &Path, settings: &Settings, data: &str) -> Result<()> {
    let shell = read_text(folder, "index.html")?;
    for (path, text) in files(&shell, settings, data)? {
        write_file(folder, &path, text)?;
    }
    Ok(())
}

/// The files, each with its path.
fn files(shell: &str, settings: &Settings, data: &str) -> Result<Vec<(String, String)>> {
    let catalogue = Catalogue::from_json(data).map_err(|error| anyhow!("{error:?}"))?;
    ensure!(
        catalogue.skipped.is_empty(),
        "records would be left out: {:?}",
        catalogue.skipped
    );
    // Views borrow what they show for as long as the program runs; this one ends after the build.
    let collection: &'static Collection = Box::leak(Box::new(Collection::new(catalogue)));
    let base: &'static AddressBase =
        Box::leak(Box::new(AddressBase::new(settings.base().as_str())?));
    let data_file = setting(shell, "data-catalogue");
    let data_file = data_file.and_then(|path| settings.base().strip(path));
    let site = Site {
        settings,
        collection,
        data_url: data_file.map(|path| settings.url(path)),
    };
    let addresses = addresses(&collection.catalogue);
    let not_found = Address::of(Lang::En, Page::NotFound(String::new()));
    let not_found = static_page::render(collection, base, &not_found);
    let mut files = vec![
        (
            "index.html".to_owned(),
            filled(shell, &site.language_choice())?,
        ),
        (
            "404.html".to_owned(),
            filled(shell, &site.not_found(not_found))?,
        ),
        (
            "sitemap.xml".to_owned(),
            sitemap::sitemap(&site, &addresses),
        ),
        ("robots.txt".to_owned(), sitemap::robots(&site)),
    ];
    for address in &addresses {
        let page = static_page::render(collection, base, address);
        let path = format!("{}index.html", address.path());
        files.push((path, filled(shell, &site.page(address, page))?));
    }
    let plain_shell = without_program(shell);
    for (address, content) in former::pages(&site, base, &former::withdrawn(data)?)? {
        let path = format!("{}index.html", address.path());
        files.push((path, filled(&plain_shell, &content)?));
    }
    Ok(files)
}

/// The addresses that have pages of their own, in both languages.
fn addresses(catalogue: &Catalogue) -> Vec<Address> {
    fn pages<T: Identified>(table: &Table<T>, page: impl Fn(&T) -> Page) -> Vec<Page> {
        table.iter().map(page).collect()
    }
    let pages = [
        vec![Page::Catalogue, Page::About],
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

impl Site<'_> {
    /// The whole address of a page.
    fn url(&self, lang: Lang, page: Page) -> String {
        self.settings.url(&Address::of(lang, page).path())
    }

    /// What a page is called, without the site's name.
    fn name(&self, address: &Address) -> String {
        let Address { lang, page, .. } = address;
        let texts = Strings::of(*lang);
        let catalogue = &self.collection.catalogue;
        let record = match page {
            Page::Cluster(id) => catalogue
                .clusters
                .get(id.as_str())
                .map(|record| &record.name),
            Page::Area(id) => catalogue.areas.get(id.as_str()).map(|record| &record.label),
            Page::Organisation(id) => {
                let organisation = catalogue.organisations.get(id.as_str());
                organisation.map(|record| &record.name)
            }
            Page::About => return texts.about.to_owned(),
            Page::Catalogue | Page::NotFound(_) => None,
        };
        record
            .map_or(texts.site, |name| name.text(*lang))
            .to_owned()
    }

    fn page(&self, address: &Address, page: StaticPage) -> Content {
        Content {
            lang: address.lang,
            root_attributes: "",
            meta: head::of_page(self, address, &page),
            data: structured_data::of_page(self, address, &page.description),
            title: page.title,
            app: page.body,
            after: [
                notice_without_program(address.lang),
                page.all_clusters,
                publisher::of(self.settings),
            ]
            .concat(),
        }
    }

    fn not_found(&self, page: StaticPage) -> Content {
        Content {
            lang: Lang::En,
            root_attributes: "",
            meta: head::of_nothing(&page.description),
            data: String::new(),
            title: page.title,
            app: page.body,
            after: notice_without_program(Lang::En) + &publisher::of(self.settings),
        }
    }

    /// The page at the base: `boot.js` sends on from it, and whoever has no scripts finds links.
    fn language_choice(&self) -> Content {
        let links = Lang::ALL.map(|lang| {
            let href = Address::catalogue(lang).path();
            let (base, tag, name) = (self.settings.base(), lang.tag(), Strings::of(lang).language);
            format!(r#"<li><a href="{base}{href}" lang="{tag}" hreflang="{tag}">{name}</a></li>"#)
        });
        let title = Strings::of(Lang::En).site;
        Content {
            lang: Lang::En,
            root_attributes: " data-language-choice",
            title: title.to_owned(),
            meta: head::of_language_choice(self),
            data: String::new(),
            app: format!(
                "<main class=\"page\"><h1>{title}</h1><ul>{}</ul></main>",
                links.concat()
            ),
            after: publisher::of(self.settings),
        }
    }
}

/// Said where scripts are off.
fn notice_without_program(lang: Lang) -> String {
    let notice = Strings::of(lang).without_program;
    format!("<noscript><p class=\"notice\">{notice}</p></noscript>")
}

#[cfg(test)]
mod tests;
