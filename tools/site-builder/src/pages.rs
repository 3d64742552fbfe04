//! The pages of the site: a real file for every public address, so that each answers 200 on any
//! static host and can be read before the program has arrived, or without it.

mod former;
mod head;
mod markup;
mod security;
mod shell;
mod sitemap;
mod structured_data;

use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use catalogue::{
    browse::Collection,
    model::{Catalogue, Identified, Lang, Table},
    query::{Address, BasePath, Page},
};
use project::files::{read_text, write as write_file};
use technology_clusters::{
    i18n::Strings,
    static_page::{self, Frame},
};

use crate::{cards, qr, settings::Settings};
use shell::{Content, filled, setting, without_program};

/// What all pages know.
struct Site<'settings> {
    settings: &'settings Settings,
    collection: &'static Collection,
    base: &'static BasePath,
    origin: &'static str,
    /// Where the drawing of the map lies, as the shell names it.
    map: &'static str,
    frame: Frame,
    /// The whole address of the data file, where the shell names it.
    data_url: Option<String>,
}

/// Writes the page of every address of the catalogue into `folder`, whose `index.html` is the shell
/// that they share; beside them the pictures and codes that stand for them elsewhere, and what search
/// engines read: `sitemap.xml` and `robots.txt`.
///
/// # Errors
/// When the data is no catalogue, the shell lacks a place that a page fills, or a file cannot be
/// made or written.
pub fn write(folder: &Path, settings: &Settings, data: &str) -> Result<()> {
    let shell = read_text(folder, "index.html")?;
    let site = Site::open(&shell, settings, data)?;
    for (path, text) in site.files(&shell, data)? {
        write_file(folder, &path, text)?;
    }
    let catalogue = &site.collection.catalogue;
    cards::write_all(folder, catalogue)?;
    let addresses = addresses(catalogue);
    let codes = addresses
        .iter()
        .map(|address| (address, settings.url(&address.path())));
    qr::write_all(folder, codes)
}

/// The pages and lists of pages, each with its path: what [`write()`] writes, without pictures and codes.
///
/// # Errors
/// When the data is no catalogue, or the shell lacks a place that a page fills.
pub fn texts(shell: &str, settings: &Settings, data: &str) -> Result<Vec<(String, String)>> {
    Site::open(shell, settings, data)?.files(shell, data)
}

/// The addresses that have pages of their own, in both languages.
fn addresses(catalogue: &Catalogue) -> Vec<Address> {
    fn pages<T: Identified>(table: &Table<T>, page: impl Fn(&T) -> Page) -> Vec<Page> {
        table.iter().map(page).collect()
    }
    let pages = [
        vec![Page::Catalogue, Page::Network, Page::About],
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

impl<'settings> Site<'settings> {
    fn open(shell: &str, settings: &'settings Settings, data: &str) -> Result<Self> {
        let catalogue = Catalogue::from_json(data).map_err(|error| anyhow!("{error:?}"))?;
        ensure!(
            catalogue.skipped.is_empty(),
            "records would be left out: {:?}",
            catalogue.skipped
        );
        let data_file = setting(shell, "data-catalogue");
        let data_file = data_file.and_then(|path| settings.base().strip(path));
        let base = BasePath::new(settings.base().as_str())?;
        // Views borrow what they show for as long as the program runs; this one ends after the build.
        let collection: &Collection = Box::leak(Box::new(Collection::new(catalogue)));
        let base: &BasePath = Box::leak(Box::new(base));
        let publisher = settings
            .publisher
            .as_ref()
            .map(|publisher| static_page::Publisher {
                name: publisher.name.as_str(),
                contact: publisher.contact.as_str(),
                accessibility_statement: publisher.accessibility_statement.as_str(),
                privacy: publisher.privacy.as_str(),
            });
        Ok(Self {
            settings,
            collection,
            base,
            frame: static_page::frame(collection, base, publisher.as_ref()),
            origin: Box::leak(settings.origin().into()),
            map: Box::leak(setting(shell, "data-map").unwrap_or_default().into()),
            data_url: data_file.map(|path| settings.url(path)),
        })
    }

    /// The pages and lists of pages, each with its path.
    fn files(&self, shell: &str, data: &str) -> Result<Vec<(String, String)>> {
        let addresses = addresses(&self.collection.catalogue);
        let mut files = vec![
            (
                "index.html".to_owned(),
                filled(shell, &self.language_choice())?,
            ),
            ("404.html".to_owned(), filled(shell, &self.not_found())?),
            ("sitemap.xml".to_owned(), sitemap::sitemap(self, &addresses)),
            ("robots.txt".to_owned(), sitemap::robots(self)),
        ];
        files.extend(security::security_txt(self));
        for address in &addresses {
            files.push((file_at(address), filled(shell, &self.page(address))?));
        }
        let plain_shell = without_program(shell);
        for (address, content) in former::pages(self, &former::withdrawn(data)?)? {
            files.push((file_at(&address), filled(&plain_shell, &content)?));
        }
        Ok(files)
    }

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
            Page::Network => return texts.network_heading.to_owned(),
            Page::About => return texts.about.to_owned(),
            Page::Catalogue | Page::NotFound(_) => None,
        };
        record
            .map_or(texts.site, |name| name.text(*lang))
            .to_owned()
    }

    fn page(&self, address: &Address) -> Content {
        let page = static_page::render(self.collection, self.base, self.origin, self.map, address);
        let is_searched = matches!(
            address.page,
            Page::Catalogue | Page::Area(_) | Page::Network
        );
        Content {
            lang: address.lang,
            // The file says all that the program would show.
            root_attributes: if is_searched { "" } else { " data-complete" },
            meta: head::of_page(self, address, &page),
            data: structured_data::of_page(self, address, &page.description),
            title: page.title,
            before: self.frame.before.clone(),
            app: page.body,
            app_attributes: page.attributes,
            after: [
                notice_without_program(address.lang),
                page.all_clusters,
                self.frame.after.clone(),
            ]
            .concat(),
        }
    }

    fn not_found(&self) -> Content {
        let address = Address::of(Lang::En, Page::NotFound(String::new()));
        let page = static_page::render(self.collection, self.base, self.origin, self.map, &address);
        Content {
            lang: Lang::En,
            root_attributes: "",
            meta: head::of_nothing(&page.description),
            data: String::new(),
            title: page.title,
            before: self.frame.before.clone(),
            app: page.body,
            app_attributes: page.attributes,
            after: notice_without_program(Lang::En) + &self.frame.after,
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
            before: self.frame.before.clone(),
            app: format!(
                "<main id=\"content\" class=\"page\"><h1>{title}</h1><ul>{}</ul></main>",
                links.concat()
            ),
            app_attributes: String::new(),
            after: self.frame.after.clone(),
        }
    }
}

/// The file that a host sends for an address.
fn file_at(address: &Address) -> String {
    format!("{}index.html", address.path())
}

/// Said where scripts are off.
fn notice_without_program(lang: Lang) -> String {
    let notice = Strings::of(lang).without_program;
    format!("<noscript><p class=\"notice\">{notice}</p></noscript>")
}

#[cfg(test)]
mod tests;
